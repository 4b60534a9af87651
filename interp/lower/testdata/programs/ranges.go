package main

import "fmt"

func main() {
	a := make(chan int, 1)
	for i, c := range []chan int{a} {
		fmt.Println(i, c == nil)
	}
	for i, c := range [2]chan int{a} {
		fmt.Println(i, c == nil)
	}
	for i, c := range map[string]chan int{"x": a} {
		fmt.Println(i, c == nil)
	}
	for c, i := range map[chan int]string{a: "x"} {
		fmt.Println(i, c == nil)
	}
	var err error
	for _, err = range []error{nil, fmt.Errorf("x")} {
		fmt.Println(err)
	}
	for _, f := range []func() int{func() int { return 1 }} {
		fmt.Println(f())
	}
outer:
	for _, c := range []chan int{a, a} {
		for {
			if c == nil {
				break outer
			}
			continue outer
		}
	}
	defer func() { fmt.Println("rec", recover()) }()
	defer recover()
	panic("still")
}
