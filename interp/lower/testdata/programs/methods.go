package main

import "fmt"

type Op func(a, b int) int

func (o Op) Apply(a, b int) int { return o(a, b) }
func (o Op) Twice(a int) int    { return o(o(a, a), a) }

type Ints []int

func (x Ints) Len() int   { return len(x) }
func (x *Ints) Add(v int) { *x = append(*x, v) }
func (x Ints) Sum() (s int) {
	for _, v := range x {
		s += v
	}
	return
}

type Grid [2][2]int

func (g Grid) Set(v int)   { g[0][0] = v }
func (g *Grid) PSet(v int) { g[0][0] = v }

type Table map[string]int

func (t Table) Inc(k string) { t[k]++ }

type P struct{ X, Y int }

func (p P) Add(q P) P       { return P{p.X + q.X, p.Y + q.Y} }
func (p *P) Scale(k int) *P { p.X *= k; p.Y *= k; return p }
func (p P) Sum(xs ...int) int {
	s := p.X + p.Y
	for _, x := range xs {
		s += x
	}
	return s
}

type I interface{ Sum(...int) int }

type Weekday int

const (
	Sun Weekday = iota
	Mon
	Tue
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }
func (d Weekday) Next() Weekday  { return (d + 1) % 3 }

type Chan chan int

func (c Chan) Put(v int) { c <- v }

type T struct{ fn func() int }

func mk() P { return P{1, 1} }

func main() {
	add := Op(func(a, b int) int { return a + b })
	fmt.Println(add.Apply(1, 2), add.Twice(5))
	fmt.Println(Op.Apply(add, 3, 4))
	var x Ints
	x.Add(1)
	x.Add(2)
	fmt.Println(x, x.Len(), x.Sum(), Ints{4, 5}.Sum())
	var g Grid
	g.Set(1)
	fmt.Println(g)
	g.PSet(2)
	(&g).PSet(3)
	fmt.Println(g)
	t := Table{}
	t.Inc("a")
	t.Inc("a")
	fmt.Println(t)
	p := P{1, 2}
	p.Scale(2).Scale(3)
	fmt.Println(p, p.Add(P{1, 1}), mk().Add(p))
	f := p.Add
	p.X = 100
	fmt.Println(f(P{0, 0}))
	s := p.Scale
	s(2)
	fmt.Println(p)
	e := P.Add
	fmt.Println(e(P{1, 2}, P{3, 4}))
	pe := (*P).Scale
	pe(&p, 2)
	fmt.Println(p)
	fmt.Println(p.Sum(), p.Sum(1, 2), p.Sum([]int{1, 2, 3}...), P.Sum(p, 1))
	var i I = p
	fmt.Println(i.Sum(1), I.Sum(i, 2, 3))
	is := i.Sum
	fmt.Println(is(1, 1))
	d := Mon
	fmt.Println(d, d.Next(), d+1, Weekday(0), []Weekday{Sun, Tue}, map[Weekday]int{Tue: 1})
	fmt.Printf("%d %v %s %q %x %T\n", d, d, d, d, d, d)
	c := make(Chan, 1)
	c.Put(5)
	fmt.Println(<-c, len(c), cap(c))
	tt := T{func() int { return 9 }}
	fmt.Println(tt.fn())
	fs := []func(P) P{p.Add, P{1, 1}.Add}
	for _, f := range fs {
		fmt.Println(f(P{}))
	}
	m := map[string]func(int) *P{"s": p.Scale}
	m["s"](0)
	fmt.Println(p)
	ptrs := []*P{{1, 2}, {3, 4}}
	for _, q := range ptrs {
		q.Scale(10)
	}
	fmt.Println(*ptrs[0], *ptrs[1])
	vals := []P{{1, 2}, {3, 4}}
	for i := range vals {
		vals[i].Scale(10)
	}
	fmt.Println(vals)
	mp := map[string]*P{"a": {1, 1}}
	mp["a"].Scale(4)
	mp["a"].X++
	fmt.Println(*mp["a"])
	defer p.Scale(1).Add(P{}).Sum()
	func() {
		defer fmt.Println("deferred", p)
		p.X = 77
	}()
}
