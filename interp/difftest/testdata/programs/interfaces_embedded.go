package main

import (
	"fmt"
	"io"
	"strings"
)

type Reader interface{ Read() string }
type Writer interface{ Write(string) int }
type RW interface {
	Reader
	Writer
}
type Closer interface{ Close() error }
type RWC interface {
	RW
	Closer
	fmt.Stringer
}

type file struct {
	data   []string
	closed bool
}

func (f *file) Read() string       { s := f.data[0]; f.data = f.data[1:]; return s }
func (f *file) Write(s string) int { f.data = append(f.data, s); return len(s) }
func (f *file) Close() error       { f.closed = true; return nil }
func (f *file) String() string     { return "file" + fmt.Sprint(f.data) }

type logged struct {
	RWC
	log []string
}

func (l *logged) Write(s string) int { l.log = append(l.log, "w:"+s); return l.RWC.Write(s) }

type Visitor interface {
	VisitNum(Num) string
	VisitAdd(Add) string
}
type Node interface{ Accept(Visitor) string }
type Num int
type Add struct{ L, R Node }

func (n Num) Accept(v Visitor) string { return v.VisitNum(n) }
func (a Add) Accept(v Visitor) string { return v.VisitAdd(a) }

type printer struct{ depth int }

func (p printer) VisitNum(n Num) string { return fmt.Sprint(int(n)) }
func (p printer) VisitAdd(a Add) string {
	p.depth++
	return fmt.Sprintf("(%d: %s + %s)", p.depth, a.L.Accept(p), a.R.Accept(p))
}

type unexported interface{ hidden() int }
type impl struct{}

func (impl) hidden() int { return 1 }

type Func func(string) string

func (f Func) Read() string { return f("read") }

type Plugin interface {
	Name() string
	Run(args ...any) (any, error)
}
type base struct{ name string }

func (b base) Name() string              { return b.name }
func (b base) Run(a ...any) (any, error) { return len(a), nil }

type special struct{ base }

func (s special) Run(a ...any) (any, error) {
	r, err := s.base.Run(a...)
	return fmt.Sprint("special:", r), err
}

var registry = map[string]func() Plugin{}

func register(n string, f func() Plugin) { registry[n] = f }

func init() {
	register("base", func() Plugin { return base{"b"} })
	register("special", func() Plugin { return &special{base{"s"}} })
}

type Empty interface{}

func main() {
	f := &file{data: []string{"a", "b"}}
	var rw RW = f
	var r Reader = rw
	fmt.Println(r.Read(), rw.Write("c"))
	l := &logged{RWC: f}
	var w Writer = l
	w.Write("d")
	fmt.Println(l, l.log, l.RWC.(*file).closed)
	l.Close()
	fmt.Println(f.closed, w.(Closer) != nil, w.(RWC).Read())
	tree := Add{Num(1), Add{Num(2), Num(3)}}
	fmt.Println(tree.Accept(printer{}))
	fmt.Printf("%v %+v %#v\n", tree, tree, tree)
	var u unexported = impl{}
	fmt.Println(u.hidden())
	r = Func(strings.ToUpper)
	fmt.Println(r.Read())
	for _, n := range []string{"base", "special"} {
		p := registry[n]()
		out, err := p.Run(1, "x", nil)
		fmt.Println(p.Name(), out, err)
		fmt.Printf("%T\n", p)
	}
	var e Empty = r
	_, isReader := e.(Reader)
	_, isWriter := e.(Writer)
	fmt.Println(isReader, isWriter)
	var any1 any = w
	switch v := any1.(type) {
	case interface {
		Reader
		io.Closer
	}:
		fmt.Printf("%T\n", v)
	}
	list := []fmt.Stringer{f, l}
	fmt.Println(list[0], list[1], len(list))
	m := map[Reader]string{f: "file"}
	fmt.Println(m[f], m[l] == "")
	fs := []Writer{f, l}
	for i, w := range fs {
		fmt.Print(i, w.Write("z"), " ")
	}
	fmt.Println(f.data)
	pr := func(ss ...fmt.Stringer) (n int) {
		for _, s := range ss {
			n += len(s.String())
		}
		return
	}
	fmt.Println(pr(list...), pr())
	var nilRWC RWC
	defer func() { fmt.Println("recovered:", recover()) }()
	nilRWC.Read()
}
