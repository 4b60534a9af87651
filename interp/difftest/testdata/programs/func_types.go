package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Pred[T any] func(T) bool

func (p Pred[T]) And(q Pred[T]) Pred[T] { return func(t T) bool { return p(t) && q(t) } }
func (p Pred[T]) Not() Pred[T]          { return func(t T) bool { return !p(t) } }

type Parser func(string) (value any, rest string, err error)

func Char(c byte) Parser {
	return func(s string) (any, string, error) {
		if s == "" || s[0] != c {
			return nil, s, fmt.Errorf("want %q at %q", c, s)
		}
		return c, s[1:], nil
	}
}

func Many(p Parser) Parser {
	return func(s string) (any, string, error) {
		var vs []any
		for {
			v, rest, err := p(s)
			if err != nil {
				return vs, s, nil
			}
			vs, s = append(vs, v), rest
		}
	}
}

func Seq(ps ...Parser) Parser {
	return func(s string) (any, string, error) {
		var vs []any
		for _, p := range ps {
			v, rest, err := p(s)
			if err != nil {
				return nil, s, err
			}
			vs, s = append(vs, v), rest
		}
		return vs, s, nil
	}
}

func Or(ps ...Parser) Parser {
	return func(s string) (any, string, error) {
		errs := []error{}
		for _, p := range ps {
			v, rest, err := p(s)
			if err == nil {
				return v, rest, nil
			}
			errs = append(errs, err)
		}
		return nil, s, errors.Join(errs...)
	}
}

func (p Parser) Map(f func(any) any) Parser {
	return func(s string) (any, string, error) {
		v, rest, err := p(s)
		if err == nil {
			v = f(v)
		}
		return v, rest, err
	}
}

type Visitor interface{ Visit(string) Visitor }
type VisitFunc func(string) Visitor

func (f VisitFunc) Visit(s string) Visitor { return f(s) }

func apply(fs map[string]func(float64, ...float64) float64, name string, args ...float64) (r float64, err error) {
	f, ok := fs[name]
	if !ok {
		return 0, errors.New("no " + name)
	}
	return f(args[0], args[1:]...), nil
}

func pipeline[T any](v T, fs ...func(T) T) T {
	for _, f := range fs {
		v = f(v)
	}
	return v
}

func tracer(log *[]string, name string) func() {
	*log = append(*log, "enter "+name)
	return func() { *log = append(*log, "leave "+name) }
}

func work(log *[]string) (n int) {
	defer tracer(log, "work")()
	defer func() { n *= 10 }()
	return 4
}

func main() {
	even := Pred[int](func(n int) bool { return n%2 == 0 })
	pos := Pred[int](func(n int) bool { return n > 0 })
	for _, n := range []int{-2, 3, 4} {
		fmt.Print(even.And(pos)(n), even.Not()(n), " ")
	}
	fmt.Println()
	p := Seq(Many(Char('a')).Map(func(v any) any { return len(v.([]any)) }), Or(Char('b'), Char('c')).Map(func(v any) any { return string(v.(byte)) }))
	for _, s := range []string{"aaab", "cx", "aad", ""} {
		v, rest, err := p(s)
		fmt.Printf("%v %q %v\n", v, rest, err)
	}
	depth := 0
	var v Visitor
	v = VisitFunc(func(s string) Visitor {
		depth++
		if depth > 2 {
			return nil
		}
		return v
	})
	for cur := v; cur != nil; cur = cur.Visit("x") {
	}
	fmt.Println(depth)
	fs := map[string]func(float64, ...float64) float64{
		"sum": func(a float64, r ...float64) float64 {
			for _, x := range r {
				a += x
			}
			return a
		},
		"cnt": func(_ float64, r ...float64) float64 { return float64(len(r)) },
	}
	fmt.Println(apply(fs, "sum", 1, 2, 3))
	fmt.Println(apply(fs, "cnt", 1))
	fmt.Println(apply(fs, "zzz", 1))
	fmt.Println(pipeline(" Go ", strings.TrimSpace, strings.ToUpper, func(s string) string { return s + "!" }))
	var log []string
	fmt.Println(work(&log), log)
	sorters := []func([]string){sort.Strings, func(s []string) { sort.Sort(sort.Reverse(sort.StringSlice(s))) }}
	for _, f := range sorters {
		s := []string{"b", "c", "a"}
		f(s)
		fmt.Print(s)
	}
	fmt.Println()
	var f func(int) func() int
	f = func(n int) func() int {
		if n == 0 {
			return func() int { return 0 }
		}
		return func() int { return n + f(n-1)() }
	}
	fmt.Println(f(4)())
	fmt.Printf("%T %T %T %T\n", even, p, v, f)
	fmt.Println(fs["nil"] == nil, func() bool { var g func(); return g == nil }())
	type op struct {
		name string
		fn   func(a, b int) (int, error)
	}
	for _, o := range []op{{"add", func(a, b int) (int, error) { return a + b, nil }}, {"div", func(a, b int) (r int, err error) {
		defer func() {
			if e := recover(); e != nil {
				err = fmt.Errorf("%v", e)
			}
		}()
		return a / b, nil
	}}} {
		r, err := o.fn(6, 0)
		fmt.Println(o.name, r, err)
	}
}
