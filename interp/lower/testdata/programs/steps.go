package main

import "fmt"

type B uintptr

func count[T ~int8 | ~uint16 | ~uintptr | ~float32 | ~float64 | ~complex64 | ~complex128](n T) (T, string) {
	n++
	n++
	n--
	n++
	return n, "counted"
}

func ranges() (n int, s string) {
	for range uintptr(3) {
		n++
	}
	for i := range B(4) {
		n += int(i)
	}
	for i := B(5); i > 2; i-- {
		n += int(i)
	}
	p := new(uintptr)
	*p++
	m := map[string]uintptr{"a": 1}
	m["a"]++
	a := []B{1}
	a[0]--
	return n, fmt.Sprint("ranged ", *p, m, a)
}

func main() {
	fmt.Println(count(int8(1)))
	fmt.Println(count(uint16(1)))
	fmt.Println(count(uintptr(1)))
	fmt.Println(count(B(1)))
	fmt.Println(count(float32(1.5)))
	fmt.Println(count(1.5))
	fmt.Println(count(complex64(1i)))
	fmt.Println(count(1 + 1i))
	fmt.Println(ranges())
}
