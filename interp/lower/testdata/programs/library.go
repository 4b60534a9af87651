package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template"
	"time"
	"unicode/utf8"
)

type Plant struct {
	XMLName xml.Name `xml:"plant"`
	Id      int      `xml:"id,attr"`
	Name    string   `xml:"name"`
	Origin  []string `xml:"origin"`
}

type Item struct {
	Name  string
	Price float64
	Qty   int
}

func (i Item) Total() float64 { return i.Price * float64(i.Qty) }

type Order struct {
	Customer string
	Items    []Item
	Notes    map[string]string
	Status   Status
}
type Status int

func (s Status) String() string { return [...]string{"new", "paid"}[s] }

type handler struct{ n int }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.n++
	fmt.Fprintf(w, "%s %s %d", r.Method, r.URL.Path, h.n)
}

type rot13 struct{ r io.Reader }

func (r *rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, b := range p[:n] {
		switch {
		case b >= 'a' && b <= 'z':
			p[i] = 'a' + (b-'a'+13)%26
		case b >= 'A' && b <= 'Z':
			p[i] = 'A' + (b-'A'+13)%26
		}
	}
	return n, err
}

type Stack []int

func (s *Stack) Push(v int) { *s = append(*s, v) }
func (s *Stack) Pop() (int, error) {
	if len(*s) == 0 {
		return 0, errors.New("empty stack")
	}
	v := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v, nil
}

func rpn(expr string) (result int, err error) {
	var s Stack
	for _, tok := range strings.Fields(expr) {
		switch tok {
		case "+", "-", "*", "/":
			b, err := s.Pop()
			if err != nil {
				return 0, fmt.Errorf("rpn %q: %w", expr, err)
			}
			a, err := s.Pop()
			if err != nil {
				return 0, fmt.Errorf("rpn %q: %w", expr, err)
			}
			ops := map[string]func(int, int) int{
				"+": func(a, b int) int { return a + b },
				"-": func(a, b int) int { return a - b },
				"*": func(a, b int) int { return a * b },
				"/": func(a, b int) int { return a / b },
			}
			s.Push(ops[tok](a, b))
		default:
			n, err := strconv.Atoi(tok)
			if err != nil {
				return 0, err
			}
			s.Push(n)
		}
	}
	return s.Pop()
}

type Tagged struct {
	A int    `json:"a" db:"col_a"`
	B string `json:"b,omitempty"`
}

type Celsius float64
type Temp interface{ ~float64 }

func avg[T Temp](ts ...T) T {
	var s T
	for _, t := range ts {
		s += t
	}
	return s / T(len(ts))
}

type LinkedList[T any] struct {
	head, tail *elem[T]
}
type elem[T any] struct {
	val  T
	next *elem[T]
}

func (l *LinkedList[T]) Push(v T) {
	if l.tail == nil {
		l.head = &elem[T]{val: v}
		l.tail = l.head
	} else {
		l.tail.next = &elem[T]{val: v}
		l.tail = l.tail.next
	}
}
func (l *LinkedList[T]) Each(f func(T)) {
	for e := l.head; e != nil; e = e.next {
		f(e.val)
	}
}

func main() {
	coffee := &Plant{Id: 27, Name: "Coffee", Origin: []string{"Ethiopia", "Brazil"}}
	out, err := xml.MarshalIndent(coffee, " ", "  ")
	fmt.Println(string(out), err)
	var p Plant
	fmt.Println(xml.Unmarshal(out, &p), p.Name, p.Id, p.Origin)
	o := Order{"Bob", []Item{{"pen", 1.5, 2}, {"ink", 4, 1}}, map[string]string{"a": "b"}, 1}
	t := template.Must(template.New("o").Parse(`Order for {{.Customer}} ({{.Status}}):
{{range .Items}}- {{.Name}} x{{.Qty}} = {{printf "%.2f" .Total}}
{{else}}none{{end}}{{with .Notes}}{{.a}}{{end}} {{len .Items}} {{if eq .Customer "Bob"}}hi{{end}}
`))
	if err := t.Execute(os.Stdout, o); err != nil {
		fmt.Println(err)
	}
	if err := t.Execute(os.Stdout, &o); err != nil {
		fmt.Println(err)
	}
	template.Must(template.New("m").Parse("{{range .}}{{.}} {{end}}{{index . 0}}\n")).Execute(os.Stdout, []Status{0, 1})
	template.Must(template.New("m").Parse("{{.Order.Customer}} {{.Title}}{{range $k, $v := .M}} {{$k}}={{$v.Name}}{{end}}\n")).Execute(os.Stdout, map[string]any{"Order": o, "Title": "T", "M": map[string]Item{"x": o.Items[0]}})
	fmt.Printf("%x\n", sha256.Sum256([]byte("abc")))
	h := sha256.New()
	h.Write([]byte("abc"))
	fmt.Println(hex.EncodeToString(h.Sum(nil))[:8])
	e := base64.StdEncoding.EncodeToString([]byte("hello?"))
	d, _ := base64.URLEncoding.DecodeString("aGVsbG8_")
	fmt.Println(e, string(d))
	u, err := url.Parse("postgres://user:pass@host.com:5432/path?k=v&k=w#f")
	fmt.Println(u.Scheme, u.User.Username(), u.Host, u.Port(), u.Path, u.Fragment, u.Query()["k"], err)
	dir, _ := os.MkdirTemp("", "x")
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "f.txt")
	fmt.Println(os.WriteFile(name, []byte("line one\nline two\n"), 0o644))
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	f, _ := os.Open(name)
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fmt.Println(">", sc.Text())
	}
	f.Close()
	f, _ = os.Create(filepath.Join(dir, "g.txt"))
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "%d items", 3)
	w.Flush()
	f.Close()
	es, _ := os.ReadDir(dir)
	for _, e := range es {
		fmt.Print(e.Name(), e.IsDir(), " ")
	}
	fmt.Println()
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			fmt.Println("walk", rel)
		}
		return nil
	})
	_, err = os.Stat(filepath.Join(dir, "none"))
	fmt.Println(errors.Is(err, os.ErrNotExist))
	os.Setenv("FOO_X", "1")
	fmt.Println(os.Getenv("FOO_X"), len(os.Getenv("BAR_NONE")))
	hd := &handler{}
	srv := httptest.NewServer(hd)
	resp, err := http.Get(srv.URL + "/hello")
	if err == nil {
		b, _ := io.ReadAll(resp.Body)
		fmt.Println(string(b), resp.StatusCode)
		resp.Body.Close()
	}
	srv.Close()
	rec := httptest.NewRecorder()
	mux := http.NewServeMux()
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTeapot)
		fmt.Fprint(w, "tea")
	})
	mux.Handle("/h", hd)
	mux.ServeHTTP(rec, httptest.NewRequest("GET", "/a", nil))
	fmt.Println(rec.Code, rec.Body.String())
	b, _ := io.ReadAll(&rot13{strings.NewReader("Uryyb")})
	fmt.Println(string(b))
	io.Copy(os.Stdout, &rot13{strings.NewReader("Tbcure!\n")})
	fmt.Println(rpn("3 4 + 2 *"))
	fmt.Println(rpn("3 +"))
	fmt.Println(rpn("x"))
	rt := reflect.TypeOf(Tagged{})
	for i := 0; i < rt.NumField(); i++ {
		fmt.Println(rt.Field(i).Name, rt.Field(i).Tag.Get("json"), rt.Field(i).Type)
	}
	fmt.Println(reflect.DeepEqual([]int{1}, []int{1}), reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {2}}), reflect.TypeOf(3), reflect.ValueOf("x").Kind())
	fmt.Println(reflect.DeepEqual(o, o), reflect.DeepEqual(Item{}, Item{Qty: 1}))
	fmt.Printf("%.2f %T\n", avg(Celsius(20), 25.5), avg[Celsius](1))
	var ll LinkedList[string]
	ll.Push("a")
	ll.Push("b")
	ll.Each(func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	cr := csv.NewReader(strings.NewReader("a,b\n1,\"x,y\"\n"))
	recs, err := cr.ReadAll()
	fmt.Println(recs, err, len(recs))
	cw := csv.NewWriter(os.Stdout)
	cw.Write([]string{"q", "w e"})
	cw.Flush()
	l := log.New(os.Stdout, "pre: ", log.Lmsgprefix)
	l.Println("logged", Item{"a", 1, 2})
	l.Printf("%v %v", o.Status, o.Items)
	sl := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	sl.Info("msg", "k", 1, "s", "two words", "st", o.Status)
	r := rand.New(rand.NewPCG(1, 2))
	fmt.Println(r.IntN(100), r.IntN(100))
	const s = "สวัสดี"
	fmt.Println(len(s), utf8.RuneCountInString(s))
	for i, w := 0, 0; i < len(s); i += w {
		rv, width := utf8.DecodeRuneInString(s[i:])
		fmt.Printf("%#U at %d;", rv, i)
		w = width
	}
	fmt.Println()
	d1 := time.Date(2009, 11, 17, 20, 34, 58, 651387237, time.UTC)
	fmt.Println(d1.Year(), d1.Month(), d1.Weekday(), d1.Unix(), d1.Format("3:04PM"), d1.Truncate(time.Hour).Format(time.Kitchen), d1.AddDate(0, 1, 20).Format(time.DateOnly))
	_, err = time.Parse("Mon Jan _2 15:04:05 2006", "8:41PM")
	fmt.Println(err)
	var once sync.Once
	var mu sync.RWMutex
	once.Do(func() { mu.RLock(); defer mu.RUnlock(); fmt.Println("once") })
	n, err := strconv.ParseInt("0x1c8", 0, 64)
	fmt.Println(n, err)
	_, err = strconv.Atoi("wat")
	fmt.Println(err)
	bs := bytes.Split([]byte("a b c"), []byte(" "))
	fmt.Printf("%s %q\n", bs, bs)
	words := strings.Split("peach apple kiwi", " ")
	slices.SortFunc(words, func(a, b string) int { return len(a) - len(b) })
	fmt.Println(words)
	type kv struct {
		k string
		v int
	}
	pairs := []kv{{"a", 2}, {"b", 1}}
	slices.SortFunc(pairs, func(x, y kv) int { return x.v - y.v })
	fmt.Println(pairs, fmt.Sprintf("%v|%+v", pairs[0], &pairs[1]))
	pr, pw := io.Pipe()
	go func() {
		enc := bufio.NewWriter(pw)
		fmt.Fprintln(enc, "via pipe")
		enc.Flush()
		pw.CloseWithError(io.EOF)
	}()
	got, err := bufio.NewReader(pr).ReadString('\n')
	fmt.Printf("%q %v\n", got, err)
}
