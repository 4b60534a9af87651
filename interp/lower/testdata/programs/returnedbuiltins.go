package main

import "fmt"

func a(s string) (string, int)           { return s, len(s) }
func b(s []int) (int, []int, error)      { return 7, append(s, 1), nil }
func c(s []int) (int, int)               { return len(s), cap(s) }
func d(s []int) (ok bool, n int)         { return true, min(len(s), 9) }
func e(x complex128) (float64, float64)  { return real(x), imag(x) }
func f(s []int) ([]int, int)             { return append(s, 4), copy(s, []int{9}) }
func g() (string, []int, map[string]int) { return "g", make([]int, 2), make(map[string]int) }
func h() (int, *int)                     { return 1, new(int) }

func main() {
	fmt.Println(a("abc"))
	fmt.Println(b(nil))
	fmt.Println(c(make([]int, 2, 5)))
	fmt.Println(d(make([]int, 3)))
	fmt.Println(e(1 + 2i))
	fmt.Println(f([]int{1, 2}))
	fmt.Println(g())
	n, p := h()
	fmt.Println(n, *p)
}
