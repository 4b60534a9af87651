package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

type T struct{ xs []int }

var global = []string{"a"}

func main() {
	s := []int{1, 2, 3}
	a := [3]int{}
	p := &a
	str := "hello"
	i, j, k := 5, -1, 2
	t := T{s}
	var nilp *T
	m := map[string][]int{}
	try(func() { _ = s[i] })
	try(func() { s[j] = 2 })
	try(func() { s[i]++ })
	try(func() { a[i] = 1 })
	try(func() { p[i] = 1 })
	try(func() { _ = str[i] })
	try(func() { _ = t.xs[3] })
	try(func() { _ = global[i-k] })
	try(func() { _ = m["x"][0] })
	try(func() { _ = s[i:] })
	try(func() { _ = s[:i] })
	try(func() { _ = s[k:1] })
	try(func() { _ = s[j:] })
	try(func() { _ = s[:j] })
	try(func() { _ = s[1:2:i] })
	try(func() { _ = s[1:i:3] })
	try(func() { _ = s[i:3:3] })
	try(func() { _ = a[:i] })
	try(func() { _ = str[i+1:] })
	try(func() { _ = str[:10] })
	try(func() { _ = str[3:k] })
	try(func() { _ = nilp.xs[0] })
	try(func() { var u uint8 = 200; _ = s[u] })
	try(func() { var e error; _ = e.Error() })
	try(func() {
		for i := 0; ; i++ {
			s[i] = i
		}
	})
	try(func() { x := [][]int{{1}}; x[0][1] = 5 })
	try(func() { x := make([]int, 2, 10); _ = x[5] })
	try(func() { x := make([]int, 2, 10); fmt.Println(x[:5]); _ = x[:11] })
	try(func() { s[0], s[4] = 1, 2 })
	try(func() { x := [][]int{{1}}; x[i] = append(x[i], 5) })
	try(func() { var x *[3]int; x[1] = 5 })
	try(func() { f := []func(){}; f[0]() })
}
