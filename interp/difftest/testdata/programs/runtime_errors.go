package main

import (
	"errors"
	"fmt"
	"runtime"
)

type T struct{ n int }

func (t T) M() {}

type I interface{ M() }
type J interface{ Other() }
type S string

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		err, isErr := r.(error)
		fmt.Printf("%s: %v (runtime %t, error %t)", name, r, isRuntime, isErr)
		if isErr {
			fmt.Printf(" %q", err.Error())
		}
		var te *runtime.TypeAssertionError
		fmt.Println(errors.As(err, &te))
	}()
	f()
}

func main() {
	s := []int{1, 2, 3}
	i, neg, zero := 5, -1, 0
	var arr [4]int
	var m map[string]int
	var p *T
	var e any = "text"
	var nilI I
	var nilF func()
	var ch chan int
	str := "hello"
	try("index", func() { _ = s[i] })
	try("negative", func() { _ = s[neg] })
	try("array", func() { _ = arr[i] })
	try("string", func() { _ = str[i] })
	try("assign", func() { s[i] = 1 })
	try("slice high", func() { _ = s[:i] })
	try("slice low", func() { _ = s[i:] })
	try("slice order", func() { a, b := 3, 2; _ = s[a:b] })
	try("slice cap", func() { _ = s[0:2:i] })
	try("slice3 order", func() { a := 3; _ = s[0:a:2] })
	try("string slice", func() { _ = str[3 : i+4] })
	try("string slice order", func() { a := 4; _ = str[a:2] })
	try("array slice", func() { _ = arr[i:] })
	try("divide", func() { _ = i / zero })
	try("modulo", func() { _ = i % zero })
	try("nil map", func() { m["a"] = 1 })
	try("nil pointer", func() { _ = p.n })
	try("nil pointer write", func() { p.n = 1 })
	try("nil pointer method", func() { p.M() })
	try("nil interface", func() { nilI.M() })
	try("nil func", func() { nilF() })
	try("assert", func() { _ = e.(int) })
	try("assert named", func() { _ = e.(T) })
	try("assert S", func() { _ = e.(S) })
	try("assert iface", func() { _ = e.(I) })
	try("assert nil", func() { var n any; _ = n.(int) })
	try("assert nil iface", func() { var n any; _ = n.(I) })
	try("assert missing", func() { var x I = T{}; _ = x.(J) })
	try("assert ptr", func() { var x any = T{}; _ = x.(*T) })
	try("close nil", func() { close(ch) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("make", func() { _ = make([]int, neg) })
	try("make cap", func() { _ = make([]int, 2, i-4) })
	try("make chan", func() { _ = make(chan int, neg) })
	try("shift", func() { _ = 1 << neg })
	try("uncomparable", func() { var a, b any = s, s; _ = a == b })
	try("uncomparable struct", func() { var a, b any = struct{ f []int }{}, struct{ f []int }{}; _ = a == b })
	try("hash", func() { mm := map[any]int{}; mm[s] = 1 })
	try("hash func", func() { mm := map[any]int{}; _ = mm[nilF] })
	try("slice to array", func() { _ = [4]int(s) })
	try("slice to array ptr", func() { _ = (*[4]int)(s) })
	try("custom", func() { panic(fmt.Errorf("wrapped: %w", errors.New("in"))) })
	try("value", func() { panic(T{3}) })
	try("string panic", func() { panic("plain") })
	try("nil panic", func() { panic(nil) })
	try("goexit-free", func() {})
	try("conversion", func() { var x any = int64(3); fmt.Print(x.(int)) })
}
