package main

import "fmt"

func g[T any](x T) string {
	type p struct {
		v T
		n int
	}
	type ids []T
	a := p{x, 1}
	var i any = a
	_, ok := i.(p)
	return fmt.Sprintf("%v %v %v", a, ids{x, x}, ok)
}

func main() {
	fmt.Println(g(1), g("a"))
}
