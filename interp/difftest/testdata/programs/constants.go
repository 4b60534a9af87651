package main

import (
	"fmt"
	"math"
)

type Size int64

const (
	_       = iota
	KB Size = 1 << (10 * iota)
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

type Perm uint8

const (
	Read Perm = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

const (
	Big   = 1 << 100
	Small = Big >> 99
	Huge  = Big * Big
	Ratio = Huge / Big / (Big >> 3)
	Third = 1.0 / 3
	Mask  = ^uint32(0)
	Neg   = -5 / 2
	Mod   = -5 % 3
	Rune  = 'a' + 1
	Str   = "con" + "st"
	Len   = len(Str)
	Cplx  = (1 + 2i) * (3 - 1i)
	Cmp   = Big > Huge
	F     = 5 / 2.0
	I     = 5 / 2
)

const typed float32 = 0.1
const x = 7.0

type Color int

const (
	Red Color = iota + 1
	Green
	Blue
)

func (c Color) String() string { return [...]string{"?", "R", "G", "B"}[c] }

func main() {
	fmt.Println(KB, MB, GB, a, b, c, d, e, f)
	fmt.Println(Read, Write, Exec, All, All&^Write)
	fmt.Println(Small, Ratio, Neg, Mod, Mask, Rune, Str, Len, Cplx, Cmp, F, I)
	fmt.Printf("%T %T %T %T %T %T %T\n", Rune, Third, Cplx, I, F, Mask, KB)
	fmt.Println(Third, float32(Third), Third*3 == 1)
	fmt.Println(typed, float64(typed), typed*10)
	var i int = x
	var u uint8 = x
	fmt.Println(i, u, x/2, i/2, 1<<x)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MinInt64, math.Pi)
	fmt.Println(math.MaxFloat64, math.SmallestNonzeroFloat64, float32(math.MaxFloat32))
	fmt.Println(Red, Blue, Color(2), []Color{Red, Green})
	const local = iota
	const (
		l1 = "s"
		l2
	)
	fmt.Println(local, l1, l2)
	var s uint = 3
	var sh1 = 1 << s
	var sh2 int64 = 1 << s
	var sh3 float64 = float64(1 << 3)
	fmt.Printf("%T %v %T %v %v\n", sh1, sh1, sh2, sh2, sh3)
	fmt.Println(0b1010, 0o17, 017, 0x_ff, 1_000_000, 0x1p-2, 1e3, .5, 0x1.8p1, 3i, 'ä', '\x41', '\u00e9', '\'')
	fmt.Println("\a\b\t\\\"\x41\u00e9\U0001F600\101" == "\a\b\t\\\"A\u00e9😀A", `raw\n
line`)
	fmt.Println(len("héllo"), len([10]int{}), cap([5]string{}), len([...]int{5: 1, 2}))
	fmt.Println(real(Cplx), imag(Cplx), complex(1, 2))
	fmt.Println(Big/1e20, float64(Big), uint64(Big>>40))
	fmt.Println(^0, -7>>1, 7&^2, 6^3, +5)
	fmt.Println(true && !false || false, "a" < "b", 'a' < 'b')
}
