package main

import (
	"bytes"
	"fmt"
	"math/big"
	"net"
	"time"
)

type A struct {
	B   *big.Int
	Buf *bytes.Buffer
	IP  net.IP
	D   time.Duration
	M   map[string]any
	m   map[string]any
	s   []any
	P   *int
	E   error
}
type T struct{ n int }

func (t T) String() string { return fmt.Sprint("T", t.n) }

type ip net.IP
type S struct {
	T
	x any
	Y any
}

func main() {
	a := A{B: big.NewInt(5), IP: net.IPv4(1, 2, 3, 4), D: time.Second, M: map[string]any{"t": T{1}, "n": nil}, m: map[string]any{"t": T{2}}, s: []any{T{3}, 1, "x", []any{T{4}}}}
	fmt.Println(a)
	fmt.Printf("%+v\n", a)
	fmt.Println(S{T{1}, T{2}, T{3}}, []S{{}}, ip{1, 2})
	fmt.Println(struct {
		A, b T
		c    [2]T
		D    map[T]T
	}{T{1}, T{2}, [2]T{}, map[T]T{{1}: {2}}})
	fmt.Printf("%v %+v %d %s\n", a.s, a.M, a.s, a.M)
}
