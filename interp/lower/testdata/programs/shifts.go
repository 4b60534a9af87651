package main

import "fmt"

func try(f func() int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	fmt.Println(f())
}
func main() {
	n, x := -1, 8
	try(func() int { return x << n })
	try(func() int { return 8 >> n })
	try(func() int { return x >> n })
	try(func() int { return x << (n + n) })
	try(func() int { x <<= n; return x })
	try(func() int { return x << int8(n+4) })
	try(func() int { return x << 70 })
	try(func() int { var u uint = 65; return x << u })
}
