package main

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"time"
)

type Celsius float64
type ID string
type Bytes []byte
type Runes []rune
type Ints []int
type Handler func(int) string
type Stringy interface{ String() string }
type Named struct{ A int }
type Other struct{ A int }
type Tagged struct {
	A int `x:"y"`
}
type Chan chan int
type Flags uint8

func (h Handler) Serve(n int) string { return "served " + h(n) }
func (c Celsius) String() string     { return strconv.FormatFloat(float64(c), 'f', 1, 64) + "C" }

func takesInts(x []int) int  { return len(x) }
func takesAny(xs ...any) int { return len(xs) }
func variadic(ids ...ID) (out string) {
	for _, id := range ids {
		out += string(id) + ";"
	}
	return
}

func main() {
	f := 3.99
	n := -1
	big := 1 << 40
	fmt.Println(int(f), int8(big+5), uint8(n), uint16(n), uint32(n), uint64(n), int64(uint64(math.MaxUint64)+uint64(n+1)), float32(f), int(-f))
	fmt.Println(Celsius(36.6), float64(Celsius(1)), Celsius(int8(3))+0.5, ID("x")+ID("y"), string(ID("z")))
	fmt.Println(Bytes("hé"), string(Bytes{104, 105}), Runes("hé"), string(Runes{'o', 'k'}), []byte(ID("q")), []rune("世"))
	r := 'A' + rune(n+2)
	fmt.Println(string(r), string(rune(65)), strconv.Itoa(65), r)
	fmt.Println(takesInts(Ints{1, 2}), Ints([]int{3}), sort.IntSlice(Ints{2, 1}).Len())
	fmt.Println(Handler(strconv.Itoa).Serve(7), Handler(func(i int) string { return "f" })(1))
	fmt.Println(Other(Named{5}), Named(Tagged{6}), Tagged(struct{ A int }{7}))
	pn := &Named{1}
	po := (*Other)(pn)
	po.A = 42
	fmt.Println(pn.A, po.A)
	var c Chan = make(chan int, 1)
	var ro <-chan int = c
	c <- 5
	fmt.Println(<-ro)
	var s Stringy = Celsius(2)
	var x any = s
	fmt.Println(x.(Stringy).String(), x.(Celsius)+1, s)
	d := 2 * time.Second
	fmt.Println(int64(d), time.Duration(1.5*float64(time.Second)), d.Seconds(), time.Month(3), float64(d)/1e9)
	fl := Flags(1)<<3 | 1
	fl &^= 1
	fmt.Printf("%08b %v %T\n", fl, fl, fl)
	var i8 int8 = -128
	var u8 uint8 = 200
	fmt.Println(uint8(i8), int8(u8), int(u8)+int(i8), -i8, u8+u8, uint16(u8)+uint16(u8), int16(i8)*2)
	fmt.Println(float32(16777217), float64(float32(0.1)), float32(1)/3, 1/float64(3), int64(float64(1<<53)+1))
	fmt.Println(complex64(complex(1, 2)), real(complex64(3i)), complex(float32(1), 2))
	fmt.Println(variadic("a", "b"), variadic([]ID{"c"}...), variadic())
	fmt.Println(takesAny(1, "a", nil), takesAny([]any{1, 2}...), takesAny([]int{1, 2}), takesAny(nil...), takesAny())
	arr := [3]int(Ints{1, 2, 3})
	parr := (*[2]int)(arr[:])
	parr[0] = 9
	fmt.Println(arr, *parr)
	var e1 error = fmt.Errorf("e")
	var e2 interface{ Error() string } = e1
	fmt.Println(e2.Error(), e1 == e2)
	const huge = 1e3
	fmt.Println(int(huge), uint8(huge/4), time.Duration(huge))
	fmt.Println(math.Float64bits(1.5), math.Float32frombits(0x40490fdb), math.Inf(-1))
	b := true
	bi := map[bool]int{true: 1}[b]
	fmt.Println(bi, !b, bool(b && bi == 1))
	type Local []Celsius
	l := Local{1, 2}
	fmt.Printf("%v %T %v\n", l, l, []Celsius(l))
	fn := func(c Celsius) Celsius { return c * 2 }
	fmt.Println(fn(1.5), fn(3), (func(Celsius) Celsius)(fn)(2))
	fmt.Println((interface{})(5) == any(5), (*int)(nil) == nil, []int(nil) == nil, error(nil) == nil, (func())(nil) == nil)
	nan := math.NaN()
	fmt.Println(nan == nan, int64(1)<<62, uint32(1)<<31, 7.0/2, 7/2, 7%3, -7/2.0)
	var ui uint = 3
	fmt.Println(1<<ui, 1.0*float64(ui), ui-4 > 100, ^ui == math.MaxUint-3)
}
