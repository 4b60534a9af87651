package main

import "fmt"

func f() func(int) string {
	return func(p int) func(int) string {
		return func(p int) (r string) { return "x" }
	}(3)
}
func g() func(int) string {
	x := func(p int) func(int) string {
		return func(p int) (r string) { return "x" }
	}(3)
	return x
}
func h() []int {
	return func(p int) []int {
		return []int{p}
	}(3)
}
func k() (func(int) string, int) {
	return func(p int) func(int) string {
		return func(p int) (r string) { return "x" }
	}(3), 4
}
func l() func(int) string { return g() }

func main() {
	fmt.Println(g()(3))
	fmt.Println(h())
	fmt.Println(l()(3))
	a, b := k()
	fmt.Println(a(1), b)
	fmt.Println(f()(3))
}
