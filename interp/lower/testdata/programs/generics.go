package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Filter[S ~[]E, E any](s S, keep func(E) bool) S {
	var out S
	for _, e := range s {
		if keep(e) {
			out = append(out, e)
		}
	}
	return out
}

func Reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }
func (s *Stack[T]) Pop() (v T, err error) {
	if len(s.items) == 0 {
		return v, errors.New("empty")
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("%v=>%v", p.Key, p.Val) }

func Pairs[M ~map[K]V, K cmp.Ordered, V any](m M) []Pair[K, V] {
	var out []Pair[K, V]
	for k, v := range m {
		out = append(out, Pair[K, V]{k, v})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Key < out[j].Key })
	return out
}

type List[T any] struct {
	head *node[T]
	size int
}

type node[T any] struct {
	val  T
	next *node[T]
}

func (l *List[T]) Add(v T) {
	l.head = &node[T]{v, l.head}
	l.size++
}

func (l *List[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil; n = n.next {
			if !yield(i, n.val) {
				return
			}
			i++
		}
	}
}

type Shape interface {
	Area() float64
	comparable
}

type Sq struct{ s float64 }

func (s Sq) Area() float64 { return s.s * s.s }

func Biggest[S Shape](shapes ...S) (best S) {
	for _, s := range shapes {
		if s.Area() > best.Area() || s == best {
			best = s
		}
	}
	return best
}

type StringerTo[T any] interface {
	*T
	Set(string)
}

type Name struct{ n string }

func (n *Name) Set(s string) { n.n = strings.ToUpper(s) }

func FromStrings[T any, PT StringerTo[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		p := PT(&out[i])
		p.Set(s)
	}
	return out
}

type Tree[T any] struct {
	Left, Right *Tree[T]
	Val         T
	cmp         func(a, b T) int
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{Val: v, cmp: nil}
	}
	return t
}

func Ptr[T any](v T) *T { return &v }

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T)      { s[v] = struct{}{} }
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }
func NewSet[T comparable](vs ...T) Set[T] {
	s := Set[T]{}
	for _, v := range vs {
		s.Add(v)
	}
	return s
}

type Vec = []int
type GA[T any] = map[string]T

func Keys[K comparable, V any](m map[K]V) int { return len(m) }

type Num[T Number] struct{ v T }

func (n Num[T]) Add(o Num[T]) Num[T] { return Num[T]{n.v + o.v} }

func kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice"
	case fmt.Stringer:
		return "stringer"
	}
	return fmt.Sprintf("other %T", v)
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[Celsius](1, 2.5), Sum[int64]())
	fmt.Println(Map([]int{1, 2}, func(i int) string { return strings.Repeat("x", i) }))
	type IDs []int
	fmt.Printf("%T %v\n", Filter(IDs{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), Filter(IDs{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	fmt.Println(Reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	s := &Stack[Celsius]{}
	s.Push(3)
	s.Push(4.5)
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	ps := Pairs(map[string]int{"b": 2, "a": 1})
	fmt.Println(ps, ps[0])
	fmt.Printf("%v %+v %T\n", ps, ps[1], ps[1])
	var l List[string]
	l.Add("x")
	l.Add("y")
	for i, v := range l.All() {
		fmt.Print(i, v, " ")
	}
	fmt.Println(l.size)
	fmt.Println(Biggest(Sq{1}, Sq{3}, Sq{2}))
	fmt.Println(FromStrings[Name]([]string{"a", "b"}))
	var t *Tree[int]
	t = t.Insert(4)
	fmt.Println(t.Val, t.Left == nil, *Ptr("p"), *Ptr(7))
	set := NewSet("a", "b")
	fmt.Println(set.Has("a"), set.Has("z"), len(set))
	fmt.Printf("%T %T\n", set, Ptr(Pair[string, []int]{}))
	var g GA[Vec] = GA[Vec]{"k": {1}}
	fmt.Println(g, Keys(g))
	fmt.Println(Num[int]{1}.Add(Num[int]{2}), kind(1), kind("a"), kind(Celsius(1)), kind([]int{}), kind(2.5))
	f := Map[int, int]
	fmt.Println(f([]int{1}, func(i int) int { return -i }))
	add := Num[float64].Add
	fmt.Println(add(Num[float64]{1}, Num[float64]{0.5}))
	fmt.Printf("%T %T\n", f, add)
}
