package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

type Indenter struct {
	w     io.Writer
	depth int
	bol   bool
}

func (i *Indenter) Write(p []byte) (n int, err error) {
	for _, line := range strings.SplitAfter(string(p), "\n") {
		if line == "" {
			continue
		}
		if i.bol {
			io.WriteString(i.w, strings.Repeat("  ", i.depth))
		}
		m, err := io.WriteString(i.w, line)
		n += m
		if err != nil {
			return n, err
		}
		i.bol = strings.HasSuffix(line, "\n")
	}
	return n, nil
}

type Node interface {
	WriteTo(w io.Writer) (int64, error)
}
type Text string
type Elem struct {
	Tag  string
	Attr map[string]string
	Kids []Node
}

func (t Text) WriteTo(w io.Writer) (int64, error) {
	n, err := fmt.Fprintln(w, string(t))
	return int64(n), err
}

func (e *Elem) WriteTo(w io.Writer) (total int64, err error) {
	n, err := fmt.Fprintf(w, "<%s%v>\n", e.Tag, attrs(e.Attr))
	total += int64(n)
	in := &Indenter{w: w, depth: 1, bol: true}
	for _, k := range e.Kids {
		m, err := k.WriteTo(in)
		total += m
		if err != nil {
			return total, err
		}
	}
	n, err = fmt.Fprintf(w, "</%s>\n", e.Tag)
	return total + int64(n), err
}

type attrs map[string]string

func (a attrs) Format(s fmt.State, _ rune) {
	for _, k := range []string{"class", "id"} {
		if v, ok := a[k]; ok {
			fmt.Fprintf(s, " %s=%q", k, v)
		}
	}
}

func E(tag string, kids ...Node) *Elem { return &Elem{tag, nil, kids} }
func (e *Elem) With(k, v string) *Elem {
	if e.Attr == nil {
		e.Attr = map[string]string{}
	}
	e.Attr[k] = v
	return e
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

type tee struct{ ws []io.Writer }

func (t tee) Write(p []byte) (int, error) {
	for _, w := range t.ws {
		if n, err := w.Write(p); err != nil {
			return n, err
		}
	}
	return len(p), nil
}

func main() {
	doc := E("ul", E("li", Text("one")).With("id", "x").With("class", "c"), E("li", Text("two\nlines"), E("b")))
	n, err := doc.WriteTo(os.Stdout)
	fmt.Println(n, err)
	_, err = doc.WriteTo(&failing{20})
	fmt.Println(err)
	var a, b strings.Builder
	fmt.Fprintf(tee{[]io.Writer{&a, &b}}, "%s-%d", "both", 2)
	fmt.Println(a.String(), b.String(), a.Len())
	_, err = fmt.Fprint(tee{[]io.Writer{&a, &failing{}}}, "x")
	fmt.Println(err)
	fmt.Fprintf(os.Stdout, "%v|%s|%+v\n", attrs{"id": "1"}, attrs{}, []attrs{{"class": "k"}})
	var wt io.WriterTo = doc
	_, ok := wt.(fmt.Stringer)
	fmt.Println(ok)
}
