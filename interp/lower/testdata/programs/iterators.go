package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func Count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}
func Filter[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}
func Map[T, U any](seq iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		seq(func(v T) bool { return yield(f(v)) })
	}
}
func Take[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range seq {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}
func Enumerate[T any](seq iter.Seq[T]) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for v := range seq {
			if !yield(i, v) {
				return
			}
			i++
		}
	}
}
func fibs() iter.Seq[int] {
	return func(yield func(int) bool) {
		a, b := 0, 1
		for yield(a) {
			a, b = b, a+b
		}
	}
}

type Tree[K cmp.Ordered, V any] struct {
	root *tnode[K, V]
	n    int
}
type tnode[K cmp.Ordered, V any] struct {
	k    K
	v    V
	l, r *tnode[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).k); {
		case c < 0:
			p = &(*p).l
		case c > 0:
			p = &(*p).r
		default:
			(*p).v = v
			return
		}
	}
	*p = &tnode[K, V]{k: k, v: v}
	t.n++
}
func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}
func (n *tnode[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.l.walk(yield) && yield(n.k, n.v) && n.r.walk(yield)
}

func find(want int) (idx int, err error) {
	defer func() { idx *= 10 }()
	for i, v := range Enumerate(fibs()) {
		if v == want {
			return i, nil
		}
		if v > want {
			return -1, fmt.Errorf("%d not found", want)
		}
	}
	panic("unreachable")
}

type Cache[K comparable, V any] struct {
	data  map[K]V
	order []K
	cap   int
	onEv  func(K, V)
}

func NewCache[K comparable, V any](n int, onEv func(K, V)) *Cache[K, V] {
	return &Cache[K, V]{data: make(map[K]V), cap: n, onEv: onEv}
}
func (c *Cache[K, V]) Put(k K, v V) {
	if _, ok := c.data[k]; !ok {
		if len(c.order) == c.cap {
			old := c.order[0]
			c.order = c.order[1:]
			if c.onEv != nil {
				c.onEv(old, c.data[old])
			}
			delete(c.data, old)
		}
		c.order = append(c.order, k)
	}
	c.data[k] = v
}

type Maybe[T any] struct {
	v  T
	ok bool
}

func Some[T any](v T) Maybe[T] { return Maybe[T]{v, true} }
func None[T any]() Maybe[T]    { return Maybe[T]{} }
func (m Maybe[T]) OrElse(d T) T {
	if m.ok {
		return m.v
	}
	return d
}
func (m Maybe[T]) String() string {
	if !m.ok {
		return "None"
	}
	return fmt.Sprintf("Some(%v)", m.v)
}

type Number interface{ ~int | ~float64 }

func SumMap[K comparable, V Number](m map[K]V) (s V) {
	for _, v := range m {
		s += v
	}
	return
}
func GroupBy[T any, K comparable](xs []T, key func(T) K) map[K][]T {
	out := map[K][]T{}
	for _, x := range xs {
		k := key(x)
		out[k] = append(out[k], x)
	}
	return out
}

type Ord[T any] interface{ Less(T) bool }
type Age int

func (a Age) Less(b Age) bool { return a < b }
func MinOf[T Ord[T]](a T, rest ...T) T {
	for _, r := range rest {
		if r.Less(a) {
			a = r
		}
	}
	return a
}

type EventBus[E any] struct{ subs []func(E) }

func (b *EventBus[E]) On(f func(E)) { b.subs = append(b.subs, f) }
func (b *EventBus[E]) Emit(e E) {
	for _, s := range b.subs {
		s(e)
	}
}

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	for v := range Take(Filter(fibs(), func(n int) bool { return n%2 == 0 }), 5) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(slices.Collect(Map(Count(4), func(i int) string { return strings.Repeat("*", i) })))
	fmt.Println(find(13))
	fmt.Println(find(14))
	var t Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		if k == "quick" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(t.n)
	next, stop := iter.Pull(fibs())
	for range 5 {
		v, ok := next()
		fmt.Print(v, ok, " ")
	}
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(maps.All(map[string]int{"a": 1}))
	fmt.Println(next2())
	stop2()
	c := NewCache(2, func(k string, v int) { fmt.Println("evict", k, v) })
	for i, k := range []string{"a", "b", "a", "c"} {
		c.Put(k, i)
	}
	fmt.Println(len(c.data), c.order, c.data)
	fmt.Println(Some(3), None[string](), Some("x").OrElse("y"), None[float64]().OrElse(2.5))
	fmt.Printf("%v %T %+v\n", Some(3), Some("a"), []Maybe[int]{Some(1), None[int]()})
	fmt.Println(SumMap(map[string]float64{"a": 1.5, "b": 2}), SumMap(map[int]int{1: 1}))
	g := GroupBy([]string{"apple", "avocado", "bean"}, func(s string) byte { return s[0] })
	fmt.Println(len(g), g['a'], g['b'])
	fmt.Println(MinOf(Age(5), 3, 9))
	var bus EventBus[struct{ Name string }]
	bus.On(func(e struct{ Name string }) { fmt.Println("got", e.Name) })
	bus.Emit(struct{ Name string }{"click"})
	fmt.Println(Must(fmt.Sprint("ok"), nil))
	xs := []int{3, 1, 2}
	slices.Sort(xs)
	slices.Reverse(xs)
	fmt.Println(xs, slices.Contains(xs, 2), slices.Sorted(slices.Values(xs)), slices.MinFunc(xs, cmp.Compare[int]))
	for i, v := range slices.Backward(xs) {
		fmt.Print(i, v, " ")
	}
	for i, v := range slices.All([]string{"x", "y"}) {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	m := maps.Collect(slices.All([]string{"zero", "one"}))
	fmt.Println(m, slices.Sorted(maps.Values(m)))
	maps.DeleteFunc(m, func(k int, v string) bool { return k == 0 })
	fmt.Println(m, cmp.Or(0, 3, 5), cmp.Compare("a", "b"))
	type person struct {
		name string
		age  int
	}
	ps := []person{{"A", 30}, {"B", 25}, {"C", 30}}
	slices.SortStableFunc(ps, func(a, b person) int {
		return cmp.Or(-cmp.Compare(a.age, b.age), strings.Compare(a.name, b.name))
	})
	fmt.Println(ps)
	idx, ok := slices.BinarySearchFunc(ps, 25, func(p person, age int) int { return -cmp.Compare(p.age, age) })
	fmt.Println(idx, ok, slices.Repeat([]int{1}, 3), slices.Concat([]int{1}, []int{2, 3}))
	for w := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print(w, ";")
	}
	for l := range strings.Lines("x\ny\n") {
		fmt.Printf("%q", l)
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for v := range Count(3) {
			if v == 1 {
				panic(fmt.Sprint("at ", v))
			}
		}
	}()
	func() {
		for i := range Count(2) {
			defer fmt.Println("deferred", i)
		}
		fmt.Println("end of func")
	}()
outer:
	for i := range Count(3) {
		for j := range Count(3) {
			switch {
			case j == 1:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	var fs []func()
	for i := range Count(3) {
		fs = append(fs, func() { fmt.Print(i, " ") })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	push := func(yield func() bool) { yield() }
	for range push {
		fmt.Println("pushed")
	}
	fmt.Println(slices.IndexFunc(xs, func(x int) bool { return x == 1 }), slices.Compare([]int{1}, []int{2}))
	s2 := slices.Grow([]int{1}, 10)
	fmt.Println(len(s2), cap(s2) >= 11, slices.Clip(s2), slices.Replace([]int{1, 2, 3}, 0, 2, 9))
	e := slices.Equal([]string{"a"}, []string{"a"})
	fmt.Println(e, slices.ContainsFunc(xs, func(i int) bool { return i > 5 }), slices.IsSorted(xs))
}
