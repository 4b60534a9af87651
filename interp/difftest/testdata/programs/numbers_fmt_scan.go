package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
)

type Temp float32
type Pct float64
type Hex uint32
type Vec3 [3]float64

func (p Pct) String() string { return strconv.FormatFloat(float64(p)*100, 'f', 1, 64) + "%" }
func (h Hex) Format(f fmt.State, c rune) {
	switch c {
	case 'v':
		if f.Flag('#') {
			fmt.Fprintf(f, "Hex(%d)", uint32(h))
			return
		}
		fmt.Fprintf(f, "0x%X", uint32(h))
	default:
		fmt.Fprintf(f, fmt.FormatString(f, c), uint32(h))
	}
}
func (v Vec3) Len() float64 { return math.Sqrt(v[0]*v[0] + v[1]*v[1] + v[2]*v[2]) }
func (v Vec3) Add(o Vec3) (r Vec3) {
	for i := range v {
		r[i] = v[i] + o[i]
	}
	return
}

type stats struct {
	n        int
	mean, m2 float64
	lo, hi   float64
}

func (s *stats) add(x float64) {
	if s.n == 0 {
		s.lo, s.hi = x, x
	}
	s.n++
	d := x - s.mean
	s.mean += d / float64(s.n)
	s.m2 += d * (x - s.mean)
	s.lo, s.hi = min(s.lo, x), max(s.hi, x)
}

func newton(f, df func(float64) float64, x float64) (root float64, steps int) {
	for root = x; math.Abs(f(root)) > 1e-12; steps++ {
		root -= f(root) / df(root)
	}
	return
}

func toBase(n, b int) (s string) {
	if n == 0 {
		return "0"
	}
	for ; n > 0; n /= b {
		s = string("0123456789abcdefghijklmnopqrstuvwxyz"[n%b]) + s
	}
	return
}

func main() {
	fmt.Println(Temp(36.6), Pct(0.125), []Pct{0.5, 1}, Hex(255), map[string]Pct{"a": .1})
	fmt.Printf("%v %#v %x %08d %T | %.1f %v\n", Hex(255), Hex(255), Hex(255), Hex(255), Hex(1), Temp(1.25), Temp(0.1))
	v := Vec3{1, 2, 2}
	fmt.Println(v.Len(), v.Add(Vec3{1}), v == Vec3{1, 2, 2})
	var s stats
	for _, x := range []float64{2, 4, 4, 4, 5, 5, 7, 9} {
		s.add(x)
	}
	fmt.Printf("%+v %.3f\n", s, math.Sqrt(s.m2/float64(s.n)))
	r, steps := newton(func(x float64) float64 { return x*x - 2 }, func(x float64) float64 { return 2 * x }, 1)
	fmt.Printf("%.10f %d\n", r, steps)
	for _, b := range []int{2, 7, 16, 36} {
		fmt.Print(toBase(1234567, b), " ")
	}
	fmt.Println()
	fmt.Println(math.MaxInt8, math.MinInt16, math.MaxUint32, uint64(math.MaxUint64), math.MaxInt)
	for _, f := range []float64{0, 1, -1.5, 1e6, 1e20, 1e21, 1e-5, 123456789, 0.000001234, math.Pi * 1e10, math.Inf(1), math.NaN(), math.Copysign(0, -1)} {
		fmt.Print(f, " ", float32(f), " ")
		fmt.Printf("%g %e %.3g %6.1f|", f, f, f, f)
	}
	fmt.Println()
	fmt.Println(strconv.ParseInt("-80", 16, 8))
	fmt.Println(strconv.ParseInt("128", 10, 8))
	fmt.Println(strconv.ParseInt("0b101", 0, 64))
	fmt.Println(strconv.ParseFloat("1e400", 64))
	fmt.Println(strconv.ParseFloat("inf", 64))
	var a, b int
	var op string
	n, err := fmt.Sscanf("12 * 30", "%d %s %d", &a, &op, &b)
	fmt.Println(n, err, a, op, b)
	n, err = fmt.Sscanf("x=5", "x=%d y=%d", &a, &b)
	fmt.Println(n, err, a)
	var h Hex
	var t Temp
	n, err = fmt.Sscanf("ff 1.5", "%x %g", &h, &t)
	fmt.Println(n, err, h, t)
	rd := strings.NewReader("1 2\n3 four")
	for {
		var x int
		if _, err := fmt.Fscan(rd, &x); err != nil {
			fmt.Println("stop:", err)
			break
		}
		fmt.Print(x, " ")
	}
	sum := 0.0
	for i := range 10 {
		sum += 0.1 * float64(i%2)
	}
	fmt.Println(sum, sum == 0.5, math.Abs(sum-0.5) < 1e-9)
	fmt.Fprintf(os.Stdout, "%6.2f|%-8.3f|%+d|%x|%o|%q|%U\n", 3.14159, 2.5, 7, 3054, 8, 'x', '⌘')
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7.0/2, 1<<10, 0xff&^0xf, 6&3|8^1)
	fmt.Println(math.Round(-2.5), math.Ceil(1.1), math.Cbrt(27), math.Log2(8), math.Exp(0), math.Atan2(1, 1), math.Max(1, math.NaN()))
	i, f := math.Modf(3.25)
	fr, ex := math.Frexp(8)
	fmt.Println(i, f, fr, ex, math.Signbit(-0.0), math.IsInf(1/math.Inf(1), 0))
}
