package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

type Z complex128

func (z Z) String() string {
	return fmt.Sprintf("%.2f∠%.2f", cmplx.Abs(complex128(z)), cmplx.Phase(complex128(z)))
}

type Poly []complex128

func (p Poly) At(x complex128) (y complex128) {
	for i := len(p) - 1; i >= 0; i-- {
		y = y*x + p[i]
	}
	return
}

func fft(a []complex128) []complex128 {
	n := len(a)
	if n == 1 {
		return a
	}
	even, odd := make([]complex128, n/2), make([]complex128, n/2)
	for i := range n / 2 {
		even[i], odd[i] = a[2*i], a[2*i+1]
	}
	e, o := fft(even), fft(odd)
	out := make([]complex128, n)
	for k := range n / 2 {
		t := cmplx.Exp(complex(0, -2*math.Pi*float64(k)/float64(n))) * o[k]
		out[k], out[k+n/2] = e[k]+t, e[k]-t
	}
	return out
}

func mandel(c complex128) int {
	z := 0i
	for n := range 50 {
		if real(z)*real(z)+imag(z)*imag(z) > 4 {
			return n
		}
		z = z*z + c
	}
	return 50
}

func main() {
	a, b := 1+2i, complex(3, -4)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != 1+2i)
	fmt.Printf("%v %.1f %T %g %+v %8.2f|%e\n", a, a, a, a, a, a, b)
	fmt.Println(real(b), imag(b), cmplx.Abs(b), cmplx.Conj(b), cmplx.Pow(a, 2), cmplx.Sqrt(-1))
	var c64 complex64 = complex64(a)
	c64 += 0.5
	c64 *= 2i
	fmt.Printf("%v %T %T %T\n", c64, c64, real(c64), imag(a))
	fmt.Println(Z(3+4i), []Z{1i})
	fmt.Println(Poly{1, 0, 1}.At(1i), Poly{-6, 1, 1}.At(2))
	for _, v := range fft([]complex128{1, 2, 3, 4}) {
		fmt.Printf("%.3f ", v)
	}
	fmt.Println()
	for y := -1.0; y <= 1.0; y += 0.5 {
		for x := -2.0; x <= 0.5; x += 0.25 {
			if mandel(complex(x, y)) == 50 {
				fmt.Print("*")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Println()
	}
	const k = 2i * 2i
	var f float64 = real(k)
	m := map[complex128]string{1i: "i", 0: "zero"}
	fmt.Println(k, f, m[1i], m[complex(0, 1)], m)
	z := complex(math.Inf(1), math.NaN())
	zero := complex(0, 0)
	fmt.Println(z, z == z, cmplx.IsInf(z), 1/zero)
	switch a {
	case 1 + 2i:
		fmt.Println("matched")
	}
	p := &b
	*p++
	fmt.Println(b, *p**p)
	var e any = a
	_, ok := e.(complex64)
	fmt.Println(e.(complex128), ok, e == any(1+2i))
}
