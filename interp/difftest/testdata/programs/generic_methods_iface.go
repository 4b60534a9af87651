package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Number interface{ ~int | ~float64 }

type Shape[T Number] interface {
	Area() T
	fmt.Stringer
}

type Rect[T Number] struct{ W, H T }

func (r Rect[T]) Area() T        { return r.W * r.H }
func (r Rect[T]) String() string { return fmt.Sprintf("Rect(%v x %v)", r.W, r.H) }

type Sq[T Number] struct {
	Rect[T]
	Tag string
}

func Total[T Number, S Shape[T]](shapes ...S) (sum T) {
	for _, s := range shapes {
		sum += s.Area()
	}
	return
}

type Result[T any] struct {
	Val T
	Err error
}

func Try[T any](f func() T) (r Result[T]) {
	defer func() {
		if p := recover(); p != nil {
			r.Err = fmt.Errorf("caught: %v", p)
		}
	}()
	r.Val = f()
	return
}

func (r Result[T]) OrElse(d T) T {
	if r.Err != nil {
		return d
	}
	return r.Val
}

type NotFound[K comparable] struct{ Key K }

func (n NotFound[K]) Error() string { return fmt.Sprintf("no %v", n.Key) }

type Repo[K comparable, V any] struct {
	data map[K]V
	log  []string
}

func NewRepo[K comparable, V any]() *Repo[K, V] { return &Repo[K, V]{data: map[K]V{}} }

func (r *Repo[K, V]) Get(k K) (v V, err error) {
	v, ok := r.data[k]
	if !ok {
		err = fmt.Errorf("repo: %w", NotFound[K]{k})
	}
	return
}
func (r *Repo[K, V]) Put(k K, v V) *Repo[K, V] { r.data[k] = v; return r }

type Event[T any] struct {
	handlers []func(T)
}

func (e *Event[T]) On(f func(T)) { e.handlers = append(e.handlers, f) }
func (e Event[T]) Emit(v T) {
	for _, h := range e.handlers {
		h(v)
	}
}

type SortBy[T any] struct {
	items []T
	less  func(a, b T) bool
}

func (s SortBy[T]) Len() int           { return len(s.items) }
func (s SortBy[T]) Less(i, j int) bool { return s.less(s.items[i], s.items[j]) }
func (s SortBy[T]) Swap(i, j int)      { s.items[i], s.items[j] = s.items[j], s.items[i] }

type Opt[T any] struct {
	V   T
	Set bool
}

func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if !o.Set {
		return []byte(`"none"`), nil
	}
	return json.Marshal(map[string]T{"some": o.V})
}

type Matrix[T Number] [][]T

func (m Matrix[T]) Map(f func(T) T) Matrix[T] {
	out := make(Matrix[T], len(m))
	for i, row := range m {
		for _, v := range row {
			out[i] = append(out[i], f(v))
		}
	}
	return out
}

type Fn[A, B any] func(A) B

func (f Fn[A, B]) All(as ...A) (bs []B) {
	for _, a := range as {
		bs = append(bs, f(a))
	}
	return
}

type Link[T any] struct {
	v    T
	next *Link[T]
}

func FromSlice[T any](xs []T) (head *Link[T]) {
	for i := len(xs) - 1; i >= 0; i-- {
		head = &Link[T]{xs[i], head}
	}
	return
}
func (l *Link[T]) String() string {
	if l == nil {
		return "nil"
	}
	return fmt.Sprint(l.v, "->", l.next)
}

type Meters float64

func main() {
	fmt.Println(Total[int](Rect[int]{2, 3}, Rect[int]{1, 1}), Total[float64, Shape[float64]](Rect[float64]{1.5, 2}, Sq[float64]{Rect[float64]{2, 2}, "t"}))
	fmt.Println(Rect[Meters]{1, 2}.Area(), Sq[int]{Rect[int]{1, 2}, "x"})
	fmt.Printf("%v %+v %T %T\n", Rect[int]{1, 2}, Sq[int]{Tag: "y"}, Rect[Meters]{}, Sq[int]{})
	fmt.Println(Try(func() int { return 5 }).OrElse(1), Try(func() string { panic("no") }).OrElse("dflt"), Try(func() []int { var s []int; return s[3:] }).Err)
	repo := NewRepo[string, Rect[int]]().Put("a", Rect[int]{1, 1})
	v, err := repo.Get("a")
	fmt.Println(v, err)
	_, err = repo.Get("z")
	var nf NotFound[string]
	var nfi NotFound[int]
	fmt.Println(err, errors.As(err, &nf), nf.Key, errors.As(err, &nfi))
	var ev Event[map[string]int]
	ev.On(func(m map[string]int) { m["n"]++ })
	ev.On(func(m map[string]int) { fmt.Println("got", m) })
	ev.Emit(map[string]int{"n": 1})
	words := []string{"ccc", "a", "bb"}
	sort.Sort(SortBy[string]{words, func(a, b string) bool { return len(a) < len(b) }})
	fmt.Println(words)
	b, err := json.Marshal([]any{Some(1), Some("x"), Opt[int]{}, map[string]Opt[bool]{"k": Some(true)}, Rect[int]{1, 2}, Sq[int]{Tag: "t"}})
	fmt.Println(string(b), err)
	fmt.Println(Matrix[int]{{1, 2}, {3}}.Map(func(i int) int { return i * i }))
	fmt.Println(Fn[string, int](func(s string) int { return len(s) }).All("a", "bb"), Fn[int, string](func(i int) string { return strings.Repeat("x", i) }).All(2))
	fmt.Println(FromSlice([]int{1, 2, 3}), FromSlice([]Meters{}))
	fmt.Printf("%T %T %T\n", repo, ev, FromSlice([]Rect[int]{}))
	var s Shape[int] = Sq[int]{Rect[int]{3, 3}, ""}
	_, isRect := s.(Rect[int])
	fmt.Println(s.Area(), isRect, s)
	switch any(Some(2)).(type) {
	case Opt[string]:
		fmt.Println("string")
	case Opt[int]:
		fmt.Println("int")
	}
}
