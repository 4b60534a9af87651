package main

import "fmt"

type P struct{ X, Y int }
type Named struct {
	P
	Name string
	arr  [2]P
	any  interface{}
	ptr  *P
}
type Q P
type E struct{}

type S interface{ Get() int }

func (p P) Get() int  { return p.X }
func (q *Q) Get() int { return q.Y }

func eq[T comparable](a, b T) bool { return a == b }

func main() {
	p, q := P{1, 2}, P{1, 2}
	fmt.Println(p == q, p != P{}, &p == &q, P(Q(p)) == p, p == P{Y: 2, X: 1})
	n1 := Named{p, "n", [2]P{p, q}, 5, &p}
	n2 := n1
	fmt.Println(n1 == n2)
	n2.any = "5"
	fmt.Println(n1 == n2)
	n2 = n1
	n2.ptr = &q
	fmt.Println(n1 == n2, *n1.ptr == *n2.ptr)
	n2 = n1
	n2.arr[1].Y++
	fmt.Println(n1 == n2, n1.arr != n2.arr)
	a1 := struct {
		X, Y int
	}{1, 2}
	fmt.Println(a1 == struct{ X, Y int }{1, 2}, any(a1) == any(p), P(a1) == p)
	var i, j any = p, q
	fmt.Println(i == j, i == p, i == any(Q(p)), i != nil, any(1) == any(1.0), any(int8(1)) == any(1))
	var s1, s2 S = p, q
	fmt.Println(s1 == s2, s1 == S(p), s1 == nil)
	qq := &Q{1, 2}
	s2 = qq
	fmt.Println(s1 == s2, s2 == S(qq), s2 == S(&Q{1, 2}), i == any(s1))
	fmt.Println(E{} == E{}, [0]int{} == [0]int{}, [2]string{"a"} == [2]string{"a", ""})
	c1, c2 := make(chan int), make(chan int)
	fmt.Println(c1 == c1, c1 == c2, (<-chan int)(c1) == (<-chan int)(c1))
	var f func()
	var m map[int]int
	var sl []int
	fmt.Println(f == nil, m == nil, sl == nil)
	fmt.Println(eq(p, q), eq(n1, n1), eq[any](p, q), eq(i, j), eq("a", "b"), eq([1]P{p}, [1]P{q}), eq(&p, &p))
	switch p {
	case P{}:
		fmt.Println("zero")
	case P{1, 2}:
		fmt.Println("one two")
	}
	switch i {
	case 1, "x", Q{1, 2}:
		fmt.Println("no")
	case P{1, 2}:
		fmt.Println("iface one two")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(any([]int{}) == any([]int{}))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		type bad struct {
			n int
			f func()
		}
		fmt.Println(any(bad{}) == any(bad{}))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		type ok struct {
			n int
			a any
		}
		fmt.Println(any(ok{1, []int{}}) == any(ok{2, []int{}}))
		fmt.Println(any(ok{1, []int{}}) == any(ok{1, []int{}}))
	}()
	nan := struct{ f float64 }{}
	nan.f /= nan.f
	fmt.Println(nan == nan)
	pa, pb := &p, &p
	pa.X = 10
	fmt.Println(pb.X, pa == pb, *pa == p)
	cp := *pa
	cp.X = 0
	fmt.Println(p.X, cp.X)
	type local struct{ P }
	fmt.Println(local{p} == local{P{10, 2}})
	fmt.Printf("%v %+v %T\n", local{p}, local{p}, local{p})
}
