package main

import (
	"fmt"
	_ "image/png"
	"os"
	str "strings"
)

type _ struct{ x int }

const _ = 5

var _ = fmt.Sprint("evaluated")
var _ fmt.Stringer = T{}
var _, second = 1, 2

type T struct {
	_ int
	A int
	_ string
}

func (T) String() string                           { return "T" }
func (_ T) Blank(_ int) int                        { return 1 }
func _()                                           {}
func unnamed(int, string)                          {}
func multi(_, _ int, s ...string) (_ int, _ error) { return len(s), nil }

type I interface {
	Blank(int) int
}

type Empty struct{}

func (Empty) M() {}

var x, y, z = 1, "two", []int{3}

var (
	grouped     = "g"
	p, q    int = 4, 5
	zero    float64
)

func init() { second++ }

func main() {
	_ = x
	for range z {
	}
	for _, _ = range z {
	}
	for _ = range "ab" {
		fmt.Print(".")
	}
	t := T{A: 1}
	fmt.Println(t, t.Blank(0), second, grouped, p+q, zero, y)
	fmt.Printf("%+v %v\n", struct {
		_ int
		A int
	}{A: 2}, T{A: 1} == t)
	unnamed(1, "")
	n, _ := multi(1, 2, "a", "b")
	fmt.Println(n, str.ToUpper("alias"))
	if _, err := os.Stat("/definitely/not/here"); err != nil {
		fmt.Println("no file")
	}
	var i I = t
	_, ok := i.(fmt.Stringer)
	fmt.Println(ok)
	func(_ int, _ ...string) {}(1)
	var e, f Empty
	e.M()
	fmt.Println(e == f, e, []Empty{{}, {}})
	switch _ = x; {
	default:
	}
	{
	}

	const unusedConst = 1
	type unusedType int
	var _ unusedType
	var a [0]int
	var m map[Empty]int
	fmt.Println(len(a), len(m), a)
	if true {
	} else {
	}
	func() {}()
	defer func() {}()
}
