package main

import "fmt"

type T [2]int
type P struct{ x int }

func f(i *int) int             { *i++; return 100 }
func ft(t *T) error            { t[0]++; return nil }
func fp(p *P) int              { p.x++; return 100 }
func named() (id T, err error) { return id, ft(&id) }
func unnamed() (T, error)      { var id T; return id, ft(&id) }
func ints() (int, int)         { i := 1; return i, f(&i) }
func fields() (int, int)       { p := P{1}; return p.x, fp(&p) }
func elems() (int, int)        { s := []int{1}; return s[0], f(&s[0]) }
func deref() (int, int)        { i := 1; p := &i; return *p, f(p) }
func expr() (int, int)         { i := 1; return i + 0, f(&i) }
func iface() (any, int)        { i := 1; return i, f(&i) }
func closure() (int, int)      { i := 1; g := func() int { i++; return 100 }; return i, g() }
func three() (int, int, int)   { i := 1; return f(&i), i, f(&i) }

var global = 1

func glob() (int, int)   { return global, f(&global) }
func g(a, b int) string  { return fmt.Sprint(a, b) }
func str() (string, int) { i := 1; return fmt.Sprint(i), f(&i) }
func conv() (int64, int) { i := 1; return int64(i), f(&i) }

func main() {
	fmt.Println(named())
	fmt.Println(unnamed())
	fmt.Println(ints())
	fmt.Println(fields())
	fmt.Println(elems())
	fmt.Println(deref())
	fmt.Println(expr())
	fmt.Println(iface())
	fmt.Println(closure())
	fmt.Println(three())
	fmt.Println(glob())
	fmt.Println(str())
	fmt.Println(conv())
	i := 1
	a, b := i, f(&i)
	fmt.Println("assign", a, b)
	i = 1
	fmt.Println("println", i, f(&i))
	i = 1
	fmt.Println("arg", g(i, f(&i)))
	i = 1
	fmt.Println("sum", i+f(&i))
	i = 1
	p := P{1}
	fmt.Println("plus", p.x+fp(&p))
	i = 1
	m := map[int]int{i: f(&i)}
	fmt.Println("map", m)
	i = 1
	var x, y = i, f(&i)
	fmt.Println("var", x, y)
}
