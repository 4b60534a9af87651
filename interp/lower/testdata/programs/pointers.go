package main

import "fmt"

type T struct {
	buf []byte
	n   int
}
type U struct {
	T
	p *int
}

func mk() T                 { return T{n: 9} }
func f1(t *T)               { *t = T{n: 5} }
func f2(t *T)               { x := T{n: 6}; *t = x }
func f3(t *T)               { t.buf = make([]byte, 2, 8) }
func f4(t *T)               { *t = mk() }
func f5(ts []T)             { ts[0] = T{n: 7} }
func f6(u *U)               { u.T = T{n: 8} }
func f7(m map[string]T)     { m["a"] = T{n: 3} }
func f8(p **T)              { *p = &T{n: 4} }
func f9(p *[]int)           { *p = []int{1, 2} }
func f10(p *map[string]int) { *p = map[string]int{"a": 1} }
func f11(p *[2]int)         { *p = [2]int{1, 2} }
func f12(p *func() int)     { *p = func() int { return 3 } }
func f13(p *any)            { *p = T{n: 3} }
func f14(p *int)            { *p = 3 }
func f15(t *T)              { *t, t.n = T{n: 3}, 5 }

func main() {
	var s T
	f1(&s)
	fmt.Println(s)
	f2(&s)
	fmt.Println(s)
	f3(&s)
	fmt.Println(len(s.buf), cap(s.buf))
	f4(&s)
	fmt.Println(s)
	ts := []T{{}, {}}
	f5(ts)
	fmt.Println(ts)
	var u U
	f6(&u)
	fmt.Println(u.n)
	m := map[string]T{}
	f7(m)
	fmt.Println(m)
	p := &s
	f8(&p)
	fmt.Println(*p, s)
	var sl []int
	f9(&sl)
	var mm map[string]int
	f10(&mm)
	var ar [2]int
	f11(&ar)
	var fn func() int
	f12(&fn)
	var a any
	f13(&a)
	var i int
	f14(&i)
	fmt.Println(sl, mm, ar, fn(), a, i)
	f15(&s)
	fmt.Println(s)
	q := &T{n: 1}
	*q = T{n: 2}
	r := *q
	r.n = 10
	fmt.Println(*q, r)
	arr := [2]T{}
	arr[1] = T{n: 4}
	brr := arr
	brr[1].n = 5
	fmt.Println(arr, brr)
}
