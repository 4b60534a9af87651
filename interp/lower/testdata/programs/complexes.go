package main

import "fmt"

func f(p any) complex128 {
	switch p.(type) {
	case int:
		fmt.Println("int")
	case nil:
	default:
	}
	return complex128(-0.5i)
}
func g() complex128 { return complex128(-0.5i) }
func h(n int) (r complex128) {
	if n > 0 {
		return 1 + 2i
	}
	return -0.5i
}
func main() {
	fmt.Println(f(""), g(), h(0), h(1), -0.5i)
	x := f("")
	fmt.Println(x)
	y := f(1)
	fmt.Println(y, f(nil))
	var z complex64 = -2.5i
	fmt.Println(z, real(z), imag(x))
}
