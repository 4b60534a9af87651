package main

import "fmt"

type Bits [3]bool
type Word string
type N int8

func main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	for i := range N(2) {
		fmt.Printf("%T%d ", i, i)
	}
	const k = 2
	for i := range k {
		fmt.Printf("%T ", i)
	}
	fmt.Println()
	for i, r := range "héy☺" {
		fmt.Print(i, ":", string(r), " ")
	}
	for i, r := range Word("a\xffb") {
		fmt.Print(i, r, " ")
	}
	for i := range "ab" {
		fmt.Print(i)
	}
	for range "abc" {
		fmt.Print(".")
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	sl := []int{1, 2, 3}
	for i, v := range sl {
		if i == 0 {
			sl = append(sl, 4)
			sl[1] = 99
		}
		fmt.Print(v, " ")
	}
	fmt.Println(len(sl))
	var nilArr *[4]int
	for i := range nilArr {
		fmt.Print(i)
	}
	fmt.Println(len(nilArr))
	m := map[string]int{"a": 1}
	for k, v := range m {
		delete(m, k)
		fmt.Println(k, v, len(m))
	}
	for range map[int]int{1: 1, 2: 2} {
		fmt.Print("m")
	}
	ch := make(chan N, 3)
	for i := range N(3) {
		ch <- i * i
	}
	close(ch)
	for v := range ch {
		fmt.Print(" ", v)
	}
	fmt.Println()
	var fs []func() (int, int)
	for i, v := range []int{7, 8} {
		fs = append(fs, func() (int, int) { i += 10; v++; return i, v })
	}
	for i := 0; i < 2; i++ {
		fs = append(fs, func() (int, int) { i *= 2; return i, -1 })
		i := i
		_ = i
	}
	for _, f := range fs {
		fmt.Print(f())
		fmt.Print(" ")
		fmt.Println(f())
	}
	var x struct{ i, v int }
	for x.i, x.v = range []int{5, 6} {
	}
	fmt.Println(x)
	var last int
	for last = range 5 {
	}
	fmt.Println(last)
	for i := range 3 {
		i *= 2
		fmt.Print(i, " ")
	}
	var a [3]int
	idx := 0
	for idx, a[idx] = range []int{4, 5, 6} {
	}
	fmt.Println(idx, a)
	for i, b := range (Bits{true, false, true}) {
		fmt.Print(i, b, " ")
	}
	f := func(yield func() bool) {
		for yield() {
		}
	}
	n := 0
	for range f {
		if n++; n > 3 {
			break
		}
	}
	fmt.Println(n)
	for i, row := range [][]int{{1}, {2, 3}} {
		for j := range row {
			row[j] *= 10
		}
		fmt.Print(i, row)
	}
	fmt.Println()
}
