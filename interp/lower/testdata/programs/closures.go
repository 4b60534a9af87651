package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 0 }
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		r := a
		a, b = b, a+b
		return r
	}
}

func apply(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type Handler func(string) string

func wrap(h Handler, pre string) Handler {
	return func(s string) string { return pre + h(s) }
}

func main() {
	next, reset := counter()
	next()
	next()
	fmt.Println(next())
	reset()
	fmt.Println(next())
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := 0; i < 6; i++ {
		g := func() { i++ }
		g()
		fmt.Print(i, " ")
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 3; i++ {
		ps = append(ps, &i)
		if i == 1 {
			continue
		}
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	for _, s := range []string{"a", "b"} {
		defer func() { fmt.Println("defer", s) }()
	}
	var prints []func()
	for k, v := range map[int]int{1: 2} {
		prints = append(prints, func() { fmt.Println(k, v) })
	}
	prints[0]()
	double := func(x int) int { return 2 * x }
	inc := func(x int) int { return x + 1 }
	fmt.Println(apply(double, inc, double)(5))
	h := wrap(wrap(func(s string) string { return s + "!" }, "b"), "a")
	fmt.Println(h("c"))
	var rec func(int) int
	rec = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(10))
	x := 1
	func() {
		x := 2
		x++
		_ = x
	}()
	{
		x := "inner"
		_ = x
	}
	if x := 5; x > 3 {
		fmt.Println("x", x)
	}
	fmt.Println(x)
	acc := func() func(int) int {
		sum := 0
		return func(d int) int { sum += d; return sum }
	}()
	acc(1)
	fmt.Println(acc(2))
	res := func(a, b int) (int, int) { return b, a }
	fmt.Println(res(1, 2))
	var nilf func()
	fmt.Println(nilf == nil)
	arr := [3]func() int{}
	for i := range arr {
		arr[i] = func() int { return i * i }
	}
	fmt.Println(arr[0](), arr[1](), arr[2]())
	func() {
		for i := range 3 {
			defer func(n int) { fmt.Print(n, i, ";") }(i * 10)
		}
	}()
	fmt.Println()
	a, b := 1, 2
	swap := func() { a, b = b, a }
	swap()
	fmt.Println(a, b)
	type point struct{ x int }
	pt := point{1}
	mod := func() { pt.x++ }
	mod()
	fmt.Println(pt)
	once := func(f func()) func() {
		done := false
		return func() {
			if !done {
				done = true
				f()
			}
		}
	}
	o := once(func() { fmt.Println("once") })
	o()
	o()
}
