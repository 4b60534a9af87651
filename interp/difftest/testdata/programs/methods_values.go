package main

import (
	"fmt"
	"sort"
	"strings"
)

type Counter struct{ n int }

func (c *Counter) Inc() int  { c.n++; return c.n }
func (c Counter) Value() int { return c.n }
func (c Counter) Add(xs ...int) int {
	for _, x := range xs {
		c.n += x
	}
	return c.n
}

type Op func(float64, float64) float64

func (o Op) Apply(a, b float64) float64 { return o(a, b) }

type Celsius float64

func (c Celsius) F() Fahrenheit { return Fahrenheit(c*9/5 + 32) }

type Fahrenheit float64

type Words []string

func (w Words) Len() int { return len(w) }
func (w Words) Less(i, j int) bool {
	return len(w[i]) < len(w[j]) || len(w[i]) == len(w[j]) && w[i] < w[j]
}
func (w Words) Swap(i, j int)    { w[i], w[j] = w[j], w[i] }
func (w *Words) Append(s string) { *w = append(*w, s) }

type Set map[string]bool

func (s Set) Add(k string) Set { s[k] = true; return s }

type Shape interface {
	Area() float64
	Scale(float64) Shape
}
type Rect struct{ w, h float64 }

func (r Rect) Area() float64         { return r.w * r.h }
func (r Rect) Scale(f float64) Shape { return Rect{r.w * f, r.h * f} }

type Builder struct{ parts []string }

func (b *Builder) With(s string) *Builder { b.parts = append(b.parts, s); return b }
func (b *Builder) Build() string          { return strings.Join(b.parts, "-") }

type nilOK struct{ v int }

func (n *nilOK) Get() int {
	if n == nil {
		return -1
	}
	return n.v
}

func main() {
	c := Counter{5}
	inc := c.Inc
	val := c.Value
	fmt.Println(inc(), inc(), c.n, val(), c.Value())
	fmt.Println(Counter.Value(c), (*Counter).Inc(&c), (*Counter).Value(&c), Counter.Add(c, 1, 2), c.Add([]int{3}...))
	fmt.Printf("%T %T %T\n", Counter.Value, (*Counter).Inc, c.Add)
	ops := map[string]Op{"+": func(a, b float64) float64 { return a + b }, "*": func(a, b float64) float64 { return a * b }}
	fmt.Println(ops["+"].Apply(2, 3), ops["*"].Apply(2, 3), Op.Apply(ops["+"], 1, 1))
	fmt.Println(Celsius(100).F(), fmt.Sprintf("%T", Celsius(1).F()))
	w := Words{"ccc", "a", "bb", "aa"}
	w.Append("zzzz")
	sort.Sort(w)
	fmt.Println(w, sort.IsSorted(w))
	sort.Sort(sort.Reverse(w))
	fmt.Println(w)
	fmt.Println(len(Set{}.Add("a").Add("b").Add("a")))
	var s Shape = Rect{2, 3}
	area := s.Area
	s = s.Scale(2)
	fmt.Println(area(), s.Area(), Shape.Area(s), s)
	scale := Shape.Scale
	fmt.Println(scale(s, 0.5).Area())
	fmt.Println(new(Builder).With("a").With("b").Build(), (&Builder{}).Build() == "")
	var n *nilOK
	fmt.Println(n.Get(), (&nilOK{3}).Get())
	get := n.Get
	fmt.Println(get())
	fs := []func() int{c.Inc, c.Value, (&Counter{10}).Inc}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	m := map[string]Counter{"a": {1}}
	fmt.Println(m["a"].Value(), m["b"].Add(2))
	arr := []Counter{{1}, {2}}
	arr[1].Inc()
	for i := range arr {
		arr[i].Inc()
	}
	fmt.Println(arr)
	pp := &[]*Counter{{7}}
	fmt.Println((*pp)[0].Inc())
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var np *Counter
		f := np.Value
		fmt.Println(f())
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var ns Shape
		f := ns.Area
		fmt.Println(f())
	}()
	type local struct{ Counter }
	l := local{Counter{1}}
	l.Inc()
	fmt.Println(l.Value(), l)
	fmt.Println(func() int { return 3 }(), strings.Map(func(r rune) rune { return r + 1 }, "HAL"))
}
