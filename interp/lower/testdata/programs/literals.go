package main

import "fmt"

type W struct{ A int }

func f() (w W) { p := &w; w = W{2}; fmt.Println(p.A); return W{3} }
func main() {
	var w W
	p := &w
	w = W{1}
	fmt.Println(p.A)
	m := map[string]W{}
	m["a"] = W{5}
	s := []W{{1}}
	q := &s[0]
	s[0] = W{7}
	fmt.Println(q.A, m)
	fmt.Println(f())
	type O struct {
		W W
		P *W
	}
	var o O
	r := &o.W
	o.W = W{9}
	fmt.Println(r.A)
	a := [2]int{1, 2}
	b := &a
	a = [2]int{3, 4}
	fmt.Println(*b)
	sl := []int{1}
	ps := &sl
	sl = []int{5, 6}
	fmt.Println(*ps)
	mm := map[int]int{1: 1}
	pm := &mm
	mm = map[int]int{2: 2}
	fmt.Println(*pm)
	fn := func() int { return 1 }
	pf := &fn
	fn = func() int { return 2 }
	fmt.Println((*pf)())
	var e any = 1
	pe := &e
	e = W{4}
	fmt.Println(*pe)
	var ptr *W
	pp := &ptr
	ptr = &W{8}
	fmt.Println((*pp).A)
}
