package main

import (
	"fmt"
	"strings"
)

type Tree map[string]Tree

func (t Tree) Depth() int {
	d := 0
	for _, sub := range t {
		d = max(d, sub.Depth())
	}
	return d + 1
}

type F func(int) F

type State func(*machine) State

type machine struct {
	in  string
	pos int
	out []string
}

func start(m *machine) State {
	if m.pos >= len(m.in) {
		return nil
	}
	if m.in[m.pos] == ' ' {
		m.pos++
		return start
	}
	return word
}

func word(m *machine) State {
	end := strings.IndexByte(m.in[m.pos:], ' ')
	if end < 0 {
		end = len(m.in) - m.pos
	}
	m.out = append(m.out, m.in[m.pos:m.pos+end])
	m.pos += end
	return start
}

type Ring struct {
	v    int
	next *Ring
}

type Nest []Nest

type Chan chan Chan

type Expr interface{ Eval() float64 }
type Num float64
type Bin struct {
	Op   byte
	L, R Expr
}

func (n Num) Eval() float64 { return float64(n) }
func (b Bin) Eval() float64 {
	l, r := b.L.Eval(), b.R.Eval()
	switch b.Op {
	case '+':
		return l + r
	case '*':
		return l * r
	}
	panic("unknown op " + string(b.Op))
}

type A struct {
	B *B
	N int
}
type B struct {
	As []A
	M  map[string]*A
}

type G[T any] struct {
	Kids []G[T]
	Val  T
}

type Ptr *Ptr

func (g G[T]) Count() int {
	n := 1
	for _, k := range g.Kids {
		n += k.Count()
	}
	return n
}

type Cmp[T any] interface{ Less(T) bool }

type Age int

func (a Age) Less(b Age) bool { return a < b }

func Smallest[T Cmp[T]](xs ...T) T {
	m := xs[0]
	for _, x := range xs[1:] {
		if x.Less(m) {
			m = x
		}
	}
	return m
}

func main() {
	t := Tree{"a": {"b": {}, "c": {"d": nil}}}
	fmt.Println(t, t.Depth(), len(t["a"]))
	fmt.Printf("%T %#v\n", t, Tree{"x": nil})
	count := 0
	var f F
	f = func(n int) F { count += n; return f }
	f(1)(2)(3)
	fmt.Printf("%d %T\n", count, f)
	m := &machine{in: "state machines in go"}
	for s := State(start); s != nil; {
		s = s(m)
	}
	fmt.Printf("%q\n", m.out)
	r := &Ring{v: 1}
	r.next = &Ring{2, r}
	fmt.Println(r.next.next.v, r.next.next == r)
	n := Nest{{}, {{}, {}}, nil}
	fmt.Println(n, len(n[1]))
	c := make(Chan, 1)
	c <- c
	fmt.Println(<-c == c)
	var e Expr = Bin{'+', Num(1), Bin{'*', Num(2), Num(3.5)}}
	fmt.Printf("%v %v %+v %T\n", e.Eval(), e, e, e)
	a := A{N: 1}
	a.B = &B{As: []A{{N: 2}}, M: map[string]*A{"a": &a}}
	fmt.Println(a.B.As[0].N, a.B.M["a"].B.M["a"].N)
	g := G[string]{Kids: []G[string]{{Val: "x"}, {Kids: []G[string]{{}}}}, Val: "r"}
	fmt.Printf("%d %+v %T\n", g.Count(), g, g)
	var p Ptr
	p = &p
	fmt.Println(*p == p)
	fmt.Println(Smallest[Age](3, 1, 2))
}
