package main

import (
	"fmt"
	"strings"
)

func counter() (inc func() int, get func() int) {
	n := 0
	return func() int { n++; return n }, func() int { return n }
}

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}

func curry(f func(a, b, c int) int) func(int) func(int) func(int) int {
	return func(a int) func(int) func(int) int {
		return func(b int) func(int) int {
			return func(c int) int { return f(a, b, c) }
		}
	}
}

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(n)
		cache[n] = v
		return v
	}
}

type Middleware func(Handler) Handler
type Handler func(string) string

func chain(h Handler, ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

type Option func(*server)
type server struct {
	host string
	port int
}

func WithPort(p int) Option { return func(s *server) { s.port = p } }
func New(host string, opts ...Option) *server {
	s := &server{host: host, port: 80}
	for _, o := range opts {
		o(s)
	}
	return s
}

func main() {
	inc, get := counter()
	inc()
	inc()
	fmt.Println(get())
	inc2, _ := counter()
	fmt.Println(inc2(), get())
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	i := 0
	for i = 0; i < 3; i++ {
		fs[i] = func() int { return i }
	}
	fmt.Println(fs[0](), fs[2](), i)
	length := compose(strings.TrimSpace, func(s string) int { return len(s) })
	fmt.Println(length("  abc "))
	fmt.Println(curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3))
	var fib func(int) int
	fib = memo(func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(80))
	log := []string{}
	tag := func(name string) Middleware {
		return func(next Handler) Handler {
			return func(s string) string {
				log = append(log, "in "+name)
				defer func() { log = append(log, "out "+name) }()
				return name + "(" + next(s) + ")"
			}
		}
	}
	fmt.Println(chain(strings.ToUpper, tag("a"), tag("b"))("x"), log)
	fmt.Println(*New("h"), *New("h", WithPort(8080), func(s *server) { s.host += "!" }))
	x := 1
	{
		x := 2
		func() { x++ }()
		fmt.Print(x, " ")
	}
	func() { x = 5 }()
	fmt.Println(x)
	if x := x * 2; x > 5 {
		func() { x++; fmt.Print(x, " ") }()
	}
	fmt.Println(x)
	ptrs := []*int{}
	for i := range 3 {
		ptrs = append(ptrs, &i)
	}
	*ptrs[0] = 100
	fmt.Println(*ptrs[0], *ptrs[1], *ptrs[2])
	table := map[string]func(...int) int{
		"sum": func(xs ...int) (s int) {
			for _, x := range xs {
				s += x
			}
			return
		},
		"len": func(xs ...int) int { return len(xs) },
	}
	fmt.Println(table["sum"](1, 2, 3), table["len"](), table["none"] == nil)
	var rec func(n int, acc []string) []string
	rec = func(n int, acc []string) []string {
		if n == 0 {
			return acc
		}
		return rec(n-1, append(acc, fmt.Sprint(n)))
	}
	fmt.Println(rec(3, nil))
	gen := func() func() (int, bool) {
		a, b := 0, 1
		return func() (int, bool) {
			r := a
			a, b = b, a+b
			return r, r < 10
		}
	}()
	for v, ok := gen(); ok; v, ok = gen() {
		fmt.Print(v, " ")
	}
	fmt.Println()
	func(args ...string) { fmt.Println(len(args), args) }("p", "q")
}
