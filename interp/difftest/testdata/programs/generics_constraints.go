package main

import (
	"cmp"
	"fmt"
	"sort"
	"strconv"
)

type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}

type MyInt int

func (m MyInt) String() string { return "my" + strconv.Itoa(int(m)) }

func Sum[T Number](xs ...T) (total T) {
	for _, x := range xs {
		total += x
	}
	return
}

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

func Reduce[T, A any](xs []T, start A, f func(A, T) A) A {
	for _, x := range xs {
		start = f(start, x)
	}
	return start
}

func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}

type StringerNumber interface {
	Number
	fmt.Stringer
}

func Show[T StringerNumber](x T) string { return x.String() + "/" + fmt.Sprint(x+1) }

type Setter[T any] interface {
	*T
	Set(string)
}

type Flag struct{ v string }

func (f *Flag) Set(s string) { f.v = "<" + s + ">" }

func FromStrings[T any, PT Setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		p := PT(&out[i])
		p.Set(s)
	}
	return out
}

type Celsius float64
type Temps []Celsius

func Ptr[T any](v T) *T { return &v }

func Zero[T any]() (z T) { return }

func TypeName[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer"
	}
	return fmt.Sprintf("%T", v)
}

func Equal[T comparable](a, b T) bool { return a == b }

func MaxOf[T cmp.Ordered](a T, rest ...T) T {
	for _, r := range rest {
		a = max(a, r)
	}
	return a
}

type Numeric[T Number] struct{ v T }

func (n Numeric[T]) Add(o Numeric[T]) Numeric[T] { return Numeric[T]{n.v + o.v} }

type Vec[T any] = []T
type IntMap[V any] = map[int]V

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](1, 2), Sum[int8](100, 27, 1), Sum[Celsius]())
	fmt.Println(Map([]int{1, 2}, strconv.Itoa), Map([]string{"a"}, func(s string) int { return len(s) }))
	temps := Filter(Temps{10, 30, 20}, func(c Celsius) bool { return c > 15 })
	fmt.Printf("%v %T\n", temps, temps)
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, x int) string { return a + fmt.Sprint(x) }))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}), Keys(map[Celsius]bool{2: true, 1: true}))
	fmt.Println(Show(MyInt(4)))
	fmt.Println(FromStrings[Flag]([]string{"x", "y"}))
	fmt.Println(*Ptr(5), *Ptr("s"), Zero[int](), Zero[*int]() == nil, Zero[[2]string]())
	fmt.Println(TypeName(1), TypeName("s"), TypeName(MyInt(1)), TypeName(2.5), TypeName([]int{}))
	fmt.Println(Equal(1, 1), Equal("a", "b"), Equal[any](1, 1.0), Equal(struct{ a int }{1}, struct{ a int }{1}))
	fmt.Println(MaxOf(1, 5, 3), MaxOf("a", "c", "b"), MaxOf(2.5))
	fmt.Println(Numeric[float64]{1.5}.Add(Numeric[float64]{2}))
	f := Sum[float64]
	fmt.Println(f(1, 2), Map(Vec[int]{1}, func(i int) IntMap[string] { return IntMap[string]{i: "v"} }))
	fmt.Printf("%T %T %T %T\n", f, Numeric[MyInt]{}, Vec[string]{}, IntMap[bool]{})
	g := Map[int, MyInt]
	fmt.Println(g([]int{7}, func(i int) MyInt { return MyInt(i) }))
}
