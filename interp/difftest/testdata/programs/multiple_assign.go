package main

import (
	"fmt"
	"strconv"
)

type T struct {
	a, b int
	m    map[string]int
	s    []int
}

var trace []string

func at(name string, v int) int                       { trace = append(trace, name); return v }
func ptr(name string, p *int) *int                    { trace = append(trace, name); return p }
func mp(name string, m map[string]int) map[string]int { trace = append(trace, name); return m }
func three() (int, string, error)                     { return 1, "two", nil }
func flush()                                          { fmt.Println(trace); trace = nil }

func main() {
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	fmt.Println(a, b, c)
	s := []int{0, 1, 2, 3}
	i := 1
	i, s[i] = 3, 100
	fmt.Println(i, s)
	s[0], s[i], i = s[i], s[0], 0
	fmt.Println(s, i)
	m := map[string]int{}
	var x, y int
	*ptr("p1", &x), mp("m", m)["k"], s[at("idx", 2)] = at("v1", 5), at("v2", 6), at("v3", 7)
	flush()
	fmt.Println(x, y, m, s)
	v, ok := m["none"]
	m["new"], ok = 1, !ok
	fmt.Println(v, ok, m)
	n, str, err := three()
	n2, _, err := three()
	fmt.Println(n, str, err, n2)
	t := T{m: map[string]int{}, s: make([]int, 2)}
	t.a, t.b, t.m["x"], t.s[1] = 1, t.a+5, 9, 8
	fmt.Println(t)
	t.a, t.b = t.b, t.a
	pt := &t
	pt.a, pt.s[0] = pt.s[1], pt.a
	fmt.Println(t)
	var arr [3]int
	arr[0], arr[1], arr[2] = 1, arr[0]+1, arr[1]+1
	fmt.Println(arr)
	num, err := strconv.Atoi("12")
	if num, err := strconv.Atoi("x"); err != nil {
		fmt.Println(num, err)
	}
	fmt.Println(num, err)
	at("first", at("inner", 1))
	_ = at("a", 1) + at("b", 2)*at("c", 3)
	_ = []int{at("e0", 0), at("e1", 1)}
	_ = map[int]int{at("k", 1): at("v", 2)}
	fmt.Sprint(at("arg1", 1), at("arg2", 2))
	_ = at("l", 1) > 0 || at("r", 1) > 0
	flush()
	s[at("lhs", 0)] += at("rhs", 10)
	m[strconv.Itoa(at("key", 1))]++
	flush()
	fmt.Println(s, m)
	switch at("tag", 2) {
	case at("c1", 1), at("c2", 2):
	case at("c3", 3):
	}
	for j, k := at("init", 0), 2; j < k; j, k = j+at("post", 1), k {
	}
	flush()
	var (
		p    = 1
		q, r = "q", 2.5
		z    error
	)
	fmt.Println(p, q, r, z)
	f, g := func() int { return at("f", 1) }, func(n int) int { return n + at("g", 1) }
	fmt.Println(g(f()) + f())
	flush()
	ch := make(chan int, 2)
	ch <- at("send", 4)
	rv, open := <-ch
	fmt.Println(rv, open)
	var e any = "str"
	if st, isS := e.(string); isS {
		fmt.Println(st)
	}
	_, _ = at("blank1", 1), at("blank2", 2)
	flush()
	a, b = b, a+b
	a, b = b, a+b
	fmt.Println(a, b)
	fibs := [5]int{0: 0, 1: 1}
	for i := 2; i < len(fibs); i++ {
		fibs[i] = fibs[i-1] + fibs[i-2]
	}
	fmt.Println(fibs)
	l := []int{1, 2, 3, 4, 5}
	for i, j := 0, len(l)-1; i < j; i, j = i+1, j-1 {
		l[i], l[j] = l[j], l[i]
	}
	fmt.Println(l)
}
