package main

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"container/list"
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"math/big"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
	"text/template"
	"time"
	"unicode"
	"unicode/utf8"
)

type Person struct {
	Name string
	Age  int
}

func (p Person) String() string { return fmt.Sprintf("%s(%d)", p.Name, p.Age) }

type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	old := *h
	n := len(old)
	x := old[n-1]
	*h = old[:n-1]
	return x
}

type Item struct {
	v   string
	pri int
	idx int
}
type PQ []*Item

func (q PQ) Len() int           { return len(q) }
func (q PQ) Less(i, j int) bool { return q[i].pri > q[j].pri }
func (q PQ) Swap(i, j int)      { q[i], q[j] = q[j], q[i]; q[i].idx = i; q[j].idx = j }
func (q *PQ) Push(x any)        { it := x.(*Item); it.idx = len(*q); *q = append(*q, it) }
func (q *PQ) Pop() any {
	old := *q
	it := old[len(old)-1]
	*q = old[:len(old)-1]
	return it
}

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

type level int

func (l *level) String() string { return strconv.Itoa(int(*l)) }
func (l *level) Set(s string) error {
	n, err := strconv.Atoi(s)
	*l = level(n * 10)
	return err
}

func main() {
	ps := []Person{{"Al", 30}, {"Bo", 20}, {"Cy", 25}}
	sort.Sort(ByAge(ps))
	fmt.Println(ps)
	sort.Sort(sort.Reverse(ByAge(ps)))
	fmt.Println(ps, sort.IsSorted(ByAge(ps)))
	sort.Slice(ps, func(i, j int) bool { return ps[i].Name < ps[j].Name })
	fmt.Println(ps)
	slices.SortFunc(ps, func(a, b Person) int { return cmp.Compare(a.Age, b.Age) })
	fmt.Println(ps, slices.IndexFunc(ps, func(p Person) bool { return p.Name == "Cy" }))
	sort.Stable(ByAge(ps))
	h := &IntHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()
	q := PQ{}
	for i, s := range []string{"low", "high", "mid"} {
		heap.Push(&q, &Item{v: s, pri: []int{1, 9, 5}[i]})
	}
	it := q[len(q)-1]
	it.pri = 100
	heap.Fix(&q, it.idx)
	for q.Len() > 0 {
		it := heap.Pop(&q).(*Item)
		fmt.Print(it.v, ":", it.pri, " ")
	}
	fmt.Println()
	l := list.New()
	l.PushBack(Person{"Z", 1})
	l.PushFront(2)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
	b, _ := io.ReadAll(upper{strings.NewReader("shout")})
	fmt.Println(string(b))
	var c counter
	n, err := io.Copy(&c, upper{strings.NewReader("12345")})
	fmt.Println(n, err, int(c))
	fmt.Fprintf(&c, "%d-%s", 10, "xx")
	fmt.Println(int(c))
	w := io.MultiWriter(&c, io.Discard)
	io.WriteString(w, "abc")
	fmt.Println(c)
	tr := io.TeeReader(upper{strings.NewReader("tee")}, &c)
	io.ReadAll(tr)
	fmt.Println(c)
	sc := bufio.NewScanner(upper{strings.NewReader("one two\nthree")})
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Print(sc.Text(), ",")
	}
	fmt.Println()
	bw := bufio.NewWriter(&c)
	fmt.Fprint(bw, "buffered")
	bw.Flush()
	fmt.Println(c)
	br := bufio.NewReader(upper{strings.NewReader("line1\nline2\n")})
	line, err := br.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	var sb strings.Builder
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&sb, "%d...", i)
	}
	sb.WriteByte('!')
	sb.WriteRune('é')
	fmt.Println(sb.String(), sb.Len())
	fmt.Println(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, "a1b2"), strings.FieldsFunc("a,b;c", func(r rune) bool { return r == ',' || r == ';' }))
	fmt.Println(strings.NewReplacer("a", "1").Replace("banana"), strings.EqualFold("Go", "GO"), strings.Title("x"))
	before, after, ok := strings.Cut("k=v", "=")
	fmt.Println(before, after, ok, utf8.RuneCountInString("héé"))
	keys := slices.Collect(maps.Keys(map[string]int{"x": 1, "y": 2}))
	slices.Sort(keys)
	fmt.Println(keys, slices.Index(keys, "y"))
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		fmt.Print(k, m[k], " ")
	}
	m2 := maps.Clone(m)
	delete(m2, "a")
	fmt.Println(maps.Equal(m, m2), len(m2))
	fmt.Println(slices.Max([]float64{1, 3, 2}), slices.Contains([]string{"a"}, "a"), slices.Compact([]int{1, 1, 2}), slices.Equal([]int{1}, []int{1}))
	i, found := slices.BinarySearch([]int{1, 3, 5}, 3)
	fmt.Println(i, found, slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{1, 2, 3}, 0, 1))
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	fmt.Println()
	tm := template.Must(template.New("t").Funcs(template.FuncMap{"up": strings.ToUpper}).Parse("{{range $i, $p := .}}{{$i}}:{{.Name | up}} is {{.Age}}{{if gt .Age 22}}!{{end}}\n{{end}}"))
	if err := tm.Execute(os.Stdout, ps); err != nil {
		fmt.Println(err)
	}
	template.Must(template.New("m").Parse("{{.x}} {{len .l}} {{index .l 1}} {{printf \"%03d\" .n}}\n")).Execute(os.Stdout, map[string]any{"x": "y", "l": []int{4, 5}, "n": 7})
	re := regexp.MustCompile(`(\w+)@(\w+)\.com`)
	fmt.Println(re.FindStringSubmatch("bob@example.com"), re.ReplaceAllString("a@b.com", "$2"), re.MatchString("x"))
	fmt.Println(re.ReplaceAllStringFunc("a@b.com c@d.com", func(s string) string { return strings.ToUpper(s) }))
	fmt.Println(math.Sqrt(2), math.MaxInt64, math.Inf(1), math.NaN(), math.Pi, math.Floor(-1.5), math.MaxUint32)
	bi := new(big.Int)
	bi.SetString("123456789012345678901234567890", 10)
	fmt.Println(bi.Mul(bi, big.NewInt(2)), bi)
	r := rand.New(rand.NewSource(1))
	fmt.Println(r.Intn(100), r.Intn(100), r.Perm(4))
	d := 90 * time.Minute
	fmt.Println(d, d.Hours(), time.Duration(1.5*float64(time.Second)), d.Round(time.Hour), d > time.Hour)
	t0 := time.Date(2024, time.February, 29, 12, 30, 0, 0, time.UTC)
	fmt.Println(t0.Format("2006-01-02 Mon 15:04"), t0.Add(24*time.Hour).Weekday(), t0.YearDay(), t0.Month(), t0)
	t1, err := time.Parse(time.RFC3339, "2024-03-01T00:00:00Z")
	fmt.Println(t1.Sub(t0), err, t0.Before(t1), t1.Equal(t0))
	x, err := strconv.ParseFloat("3.25", 64)
	fmt.Println(x, err, strconv.Quote("hi\n"), strconv.FormatInt(255, 2), strconv.AppendInt(nil, 5, 10))
	fmt.Println(filepath.Join("a", "..", "b"), filepath.Ext("x.go"), filepath.Base("/a/b"))
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(tw, "a\tb\tc")
	fmt.Fprintln(tw, "aaa\tbbb\tc")
	tw.Flush()
	fs := flag.NewFlagSet("x", flag.ContinueOnError)
	num := fs.Int("n", 1, "number")
	var lv level
	fs.Var(&lv, "level", "the level")
	fmt.Println(fs.Parse([]string{"-n", "5", "-level", "3", "rest"}), *num, int(lv), fs.Args())
	var buf bytes.Buffer
	buf.WriteString("hello ")
	buf.Write([]byte("world"))
	fmt.Println(buf.String(), buf.Len(), bytes.Contains(buf.Bytes(), []byte("wor")))
	var a, bb int
	var name string
	k, err := fmt.Sscanf("7 8 bob", "%d %d %s", &a, &bb, &name)
	fmt.Println(k, err, a, bb, name)
	fmt.Sscan("3 4", &a, &bb)
	fmt.Println(a + bb)
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "piped"); pw.Close() }()
	b, _ = io.ReadAll(pr)
	fmt.Println(string(b))
	lr := io.LimitReader(upper{strings.NewReader("limited")}, 3)
	b, _ = io.ReadAll(lr)
	fmt.Println(string(b))
	fmt.Fprintln(os.Stdout, "to stdout", Person{"P", 1})
	os.Stdout.WriteString("direct\n")
	idx := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(idx, sort.SearchInts([]int{1, 3, 5}, 3))
}
