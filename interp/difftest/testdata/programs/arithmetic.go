package main

import (
	"fmt"
	"math"
	"math/bits"
)

type Byte uint8
type Fixed int32

func main() {
	var i8 int8 = 127
	var u8 uint8 = 255
	var i16 int16 = math.MinInt16
	var i32 int32 = math.MaxInt32
	var u32 uint32
	var i64 int64 = math.MaxInt64
	var u64 uint64
	i8++
	u8++
	i16--
	i32 += 2
	u32--
	i64++
	u64--
	fmt.Println(i8, u8, i16, i32, u32, i64, u64)
	b := Byte(200)
	b += 100
	b <<= 1
	fmt.Println(b, b*b, -b, ^b, Byte(7)-b, Fixed(b)<<31)
	var n int = -7
	fmt.Println(n/2, n%2, n/-2, n%-2, n>>1, uint8(n), uint32(n)>>28, n&3, n|8, n^5, n&^2)
	var sh uint = 70
	fmt.Println(1<<sh == 0, int32(-1)>>sh, uint8(255)>>3, int8(-128)>>7, uint16(1)<<15)
	var s8 int8 = 3
	fmt.Println(1<<s8, int8(s8)<<6, uint64(1)<<63)
	f := 1e100
	fmt.Println(f*f*f*f, -f*f*f*f, math.Inf(1)-math.Inf(1), 1/math.Inf(-1))
	var z float64
	fmt.Println(1/z, -1/z, z/z, math.NaN() == math.NaN(), z == -z)
	fmt.Println(int(f/1e100+2.99), int(-f/1e100-2.99), int64(float32(16777217)), uint8(int(300)&0xff), float32(0.1), float64(float32(0.1)))
	fmt.Println(0.1+0.2, float32(0.1)+float32(0.2), 1.0/3)
	x := 0.1
	fmt.Println(x+0.2, x*3, x*3 == 0.3)
	c := complex(3, -4)
	fmt.Println(c, c*c, c/(1+1i), real(c), imag(c), -c, c == 3-4i)
	var c64 complex64 = 1 + 1i
	c64 *= c64
	fmt.Printf("%v %T %v\n", c64, c64, complex128(c64)+c)
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros32(1), bits.Reverse8(3), bits.Len(1023), bits.RotateLeft8(129, 1))
	hi, lo := bits.Mul64(1<<63, 6)
	sum, carry := bits.Add64(math.MaxUint64, 1, 0)
	fmt.Println(hi, lo, sum, carry)
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Round(2.5), math.RoundToEven(2.5), math.Trunc(-1.7), math.Mod(7, -3), math.Hypot(3, 4))
	fmt.Println(min(3, 1, 2), max(2.5, 1), min("b", "a"), max(x, math.NaN()), min(1, x))
	a, d := 7, 2
	a, d = d, a
	a += d
	a -= 1
	a *= 3
	a /= 2
	a %= 7
	a <<= 3
	a |= 1
	a ^= 0xf
	a &^= 4
	fmt.Println(a, d)
	var r rune = 'a'
	r += 2
	var by byte = 'z'
	fmt.Println(r, string(r), by, string(rune(by)), r-'a')
	k := 10
	p := &k
	*p *= 2
	*p++
	fmt.Println(k, -*p, +k, ^k, !(k > 3))
	arr := [3]int{1, 2, 3}
	i := 0
	i, arr[i] = 2, 9
	fmt.Println(i, arr)
	hash := uint32(2166136261)
	for _, ch := range []byte("hash me") {
		hash ^= uint32(ch)
		hash *= 16777619
	}
	fmt.Println(hash)
	seed := uint64(42)
	for range 3 {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		fmt.Print(seed, " ")
	}
	fmt.Println()
}
