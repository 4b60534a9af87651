package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v ...T) { s.items = append(s.items, v...) }

var ErrEmpty = errors.New("empty stack")

func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, ErrEmpty
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}

func (s Stack[T]) String() string { return fmt.Sprintf("Stack%v", s.items) }

type Node[K cmp.Ordered, V any] struct {
	key         K
	val         V
	left, right *Node[K, V]
}

type Tree[K cmp.Ordered, V any] struct {
	root *Node[K, V]
	n    int
}

func (t *Tree[K, V]) Put(k K, v V) (old V, had bool) {
	p := &t.root
	for *p != nil {
		switch c := cmp.Compare(k, (*p).key); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			old, (*p).val = (*p).val, v
			return old, true
		}
	}
	*p = &Node[K, V]{key: k, val: v}
	t.n++
	return old, false
}

func (t *Tree[K, V]) All() func(yield func(K, V) bool) {
	var walk func(n *Node[K, V], yield func(K, V) bool) bool
	walk = func(n *Node[K, V], yield func(K, V) bool) bool {
		return n == nil || walk(n.left, yield) && yield(n.key, n.val) && walk(n.right, yield)
	}
	return func(yield func(K, V) bool) { walk(t.root, yield) }
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }

type List[T any] struct {
	head *elem[T]
}

type elem[T any] struct {
	v    T
	next *elem[T]
}

func (l *List[T]) Add(v T) { l.head = &elem[T]{v, l.head} }

func (l *List[T]) Each(f func(T)) {
	for e := l.head; e != nil; e = e.next {
		f(e.v)
	}
}

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](vs ...T) Set[T] {
	s := Set[T]{}
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}

func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

func (s Set[T]) Union(o Set[T]) Set[T] {
	r := SetOf[T]()
	for v := range s {
		r[v] = struct{}{}
	}
	for v := range o {
		r[v] = struct{}{}
	}
	return r
}

type point struct{ x, y int }

func main() {
	var s Stack[int]
	s.Push(1, 2, 3)
	v, err := s.Pop()
	fmt.Println(v, err, s, &s)
	fmt.Printf("%T %T %v\n", s, Stack[map[string][]point]{}, Stack[point]{[]point{{1, 2}}})
	_, err = (&Stack[string]{}).Pop()
	fmt.Println(errors.Is(err, ErrEmpty))
	t := &Tree[string, int]{}
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		if old, had := t.Put(w, i); had {
			fmt.Println("again", w, old)
		}
	}
	for k, v := range t.All() {
		if k == "quick" {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(t.n)
	p := MakePair("a", 1)
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p.Swap())
	fmt.Printf("%T\n", MakePair(MakePair(1, "x"), []Pair[int, error]{}))
	var l List[point]
	l.Add(point{1, 2})
	l.Add(point{3, 4})
	l.Each(func(p point) { fmt.Print(p, " ") })
	fmt.Println()
	u := SetOf(1, 2).Union(SetOf(2, 3))
	fmt.Println(len(u), u.Has(3), u.Has(9), u)
	fmt.Println(slices.Max([]float64{1, 3, 2}), SetOf("x"))
	fmt.Printf("%T %T\n", u, SetOf[point]())
}
