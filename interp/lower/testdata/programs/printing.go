package main

import (
	"errors"
	"fmt"
	"time"
)

type Point struct{ X, Y int }
type Line struct {
	From, To Point
	Label    string
	tags     []string
	meta     map[string]*Point
	next     *Line
}
type Color int

const (
	Red Color = iota
	Green
)

func (c Color) String() string { return [...]string{"Red", "Green"}[c] }

type Money float64

func (m Money) String() string { return fmt.Sprintf("$%.2f", float64(m)) }

type PS struct{ n int }

func (p *PS) String() string { return fmt.Sprintf("PS(%d)", p.n) }

type GS struct{ a int }

func (g GS) GoString() string { return "GS!" }

type F struct{ v int }

func (f F) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	fmt.Fprintf(s, "F<%c %d %v %v>", verb, w, wok, s.Flag('+'))
}

type E struct{ msg string }

func (e *E) Error() string { return "E:" + e.msg }

type Wrap struct {
	C   Color
	M   Money
	P   *PS
	V   PS
	Any any
	Err error
	d   time.Duration
}

type Alias = Point
type Strs []string
type Bytes []byte
type Fn func()
type Rec struct {
	Name string
	Kids []*Rec
}
type Bool bool
type Emb struct {
	Point
	*Line
}
type Gen[T any] struct{ V T }

func main() {
	p := Point{1, -2}
	for _, f := range []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%x", "%5d|", "%q"} {
		fmt.Printf(f+"\n", p)
	}
	l := Line{p, Point{3, 4}, "ab", []string{"t"}, nil, nil}
	fmt.Printf("%v\n%+v\n%#v\n", l, l, l)
	fmt.Println(&l.From, []Point{p}, []*Point{}, map[string]Point{"k": p}, [2]Point{})
	fmt.Printf("%v %+v %#v %T\n", &p, &p, &p, &p)
	fmt.Println(Red, Green, []Color{Red, Green}, map[Color]string{Green: "g", Red: "r"}, struct{ C Color }{Green}, [1]Color{Green}, Color.String(1))
	fmt.Printf("%v %d %s %#v %x %T %08b %q\n", Green, Green, Green, Green, Green, Green, Green, Green)
	fmt.Println(Money(3.14159), []Money{1, 2})
	fmt.Printf("%v %.1f %6.2f|%s\n", Money(2), Money(2), Money(2), Money(2))
	ps := PS{3}
	fmt.Println(ps, &ps)
	fmt.Printf("%v %+v %s\n", &ps, &ps, &ps)
	fmt.Printf("%#v %v\n", GS{1}, GS{1})
	fmt.Printf("%v %+8d %s\n", F{1}, F{1}, []F{{1}})
	fmt.Println(&E{"x"}, error(&E{"y"}), []error{&E{"z"}, errors.New("n"), nil})
	w := Wrap{Green, 5, &ps, ps, Green, &E{"in"}, time.Second}
	s := fmt.Sprintf("%v", Wrap{C: Green, M: 5, V: ps, Any: Money(1), Err: w.Err, d: time.Second})
	fmt.Println(s)
	fmt.Printf("%+v\n", Wrap{C: Green, M: 5, V: ps, Any: p, Err: w.Err})
	fmt.Printf("%#v\n", struct {
		C Color
		A any
	}{Green, p})
	fmt.Printf("%T %T %T %T %T %T\n", Strs{}, Bytes{}, Fn(nil), l, Alias{}, []Color{})
	fmt.Printf("%v %s %x %q %d\n", Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"), Bytes("hi"))
	fmt.Printf("%v %+v %#v %q\n", Strs{"a", "b"}, Strs{"a"}, Strs{"a"}, Strs{"x y"})
	r := Rec{"root", []*Rec{}}
	fmt.Printf("%v %+v %#v\n", r, r, r)
	fmt.Println(Bool(true), Emb{Point: p})
	fmt.Printf("%+v %T %v %+v\n", Gen[Color]{Green}, Gen[map[string]Point]{}, Gen[int]{3}, Gen[*int]{})
	fmt.Printf("%t %v\n", Bool(true), struct {
		a int
		b string
	}{1, "x"})
	fmt.Printf("%T %T %T\n", struct{ A int }{}, func(Point) error { return nil }, make(chan Point))
	fmt.Printf("%6v|%-6v|%06d|%+d\n", 42, 42, 42, 42)
	fmt.Printf("%v %v %v %v\n", nil, true, 'x', "s")
	fmt.Printf("%c %U %q %#x %o %b %e %g\n", 'A', '世', 'B', 255, 8, 5, 1234.5, 1e21)
	fmt.Printf("%!|%z %d\n", 1)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%*d|%-*d|\n", 5, 1, 5, 2)
	fmt.Println(fmt.Sprint("a", 1, 2, "b", p, p, nil), fmt.Sprintln("x", 1))
	var np *Point
	var ne error
	var ni any
	var nm map[string]int
	var ns []Point
	fmt.Println(np, ne, ni, nm, ns)
	fmt.Printf("%+v %#v %#v %#v %v %d\n", np, nm, ns, ni, ne, ns)
	var nps *PS
	fmt.Println(nps == nil)
	fmt.Printf("%v %s\n", []any{1, "a", nil, Green, p, &ps, 2.5}, []any{"x", Green})
	fmt.Printf("%#v\n", []any{1, "a", nil, Green, p, int8(3), []int{1}, map[string]bool{"k": true}})
	fmt.Println(map[Point]string{{1, 2}: "a", {0, 5}: "b"}, map[any]int{1: 1, "a": 2})
	fmt.Printf("%v %v\n", time.Duration(1500)*time.Millisecond, []time.Duration{time.Second})
	fmt.Printf("%s %v %d\n", []byte("abc"), []byte("abc"), []byte("abc"))
	fmt.Printf("%x %X % x %#x\n", "hello", []byte{1, 171}, "abc", "abc")
	fmt.Printf("%8.3f|%-8.2f|%+.1e|%g\n", 3.14159, 2.5, 12345.678, 0.000001)
	fmt.Printf("%t %5t|%v %p\n", true, false, struct{}{}, nil)
	fmt.Printf("%v %.2f %v\n", 1+2i, complex64(1-1i), []complex128{1i})
	fmt.Printf("%5s|%-5s|%.2s|%5.1s|\n", "ab", "ab", "abc", "abc")
	fmt.Printf("%q %#q %+q\n", "a\"b", "raw", "é")
	fmt.Printf("%v %d %v\n", [3]bool{true}, [2]int8{1, 2}, [...]string{"a", "b"})
	fmt.Printf("%d%%\n", 50)
	fmt.Printf("%s\n", errors.Join(errors.New("a"), &E{"b"}))
	fmt.Printf("%v %s %d\n", &[]int{1}, &[]string{"a"}, &map[string]int{"a": 1})
}
