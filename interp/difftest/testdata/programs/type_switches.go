package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

type Shape interface {
	Area() float64
}
type Named interface{ Name() string }
type Circle struct{ R float64 }
type Square struct{ S float64 }
type Tri struct{ b, h float64 }

func (c Circle) Area() float64  { return 3 * c.R * c.R }
func (s *Square) Area() float64 { return s.S * s.S }
func (s *Square) Name() string  { return "square" }
func (t Tri) Area() float64     { return t.b * t.h / 2 }
func (t Tri) Name() string      { return "tri" }

type MyInt int
type MyErr struct{}

func (MyErr) Error() string { return "myerr" }

type Gen[T any] struct{ v T }
type Fn func(int) int

func describe(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %v %T", v, v)
	case MyInt:
		return fmt.Sprint("MyInt ", int(v)+1)
	case string:
		return "string " + v
	case []int:
		return fmt.Sprint("ints ", len(v))
	case []any:
		return fmt.Sprint("anys ", len(v))
	case map[string]MyInt:
		return fmt.Sprint("map ", v["k"])
	case func(int) int:
		return fmt.Sprint("func ", v(2))
	case Fn:
		return fmt.Sprint("Fn ", v(3))
	case chan int:
		return fmt.Sprint("chan ", cap(v))
	case *Square:
		return "ptr square"
	case Shape:
		s := "shape"
		if n, ok := v.(Named); ok {
			s += " named " + n.Name()
		}
		return s
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case [2]int:
		return fmt.Sprint("array ", v[1])
	case struct{ A int }:
		return fmt.Sprint("anon ", v.A)
	case Gen[int]:
		return fmt.Sprint("gen int ", v.v)
	case Gen[string]:
		return "gen string " + v.v
	case *int:
		return fmt.Sprint("*int ", *v)
	case bool, float64:
		return fmt.Sprintf("%T", v)
	case interface{ Read([]byte) (int, error) }:
		return "reader"
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func main() {
	n := 5
	for _, x := range []any{nil, 1, int8(2), MyInt(3), "s", []int{1}, []any{1, 2}, map[string]MyInt{"k": 4}, func(i int) int { return i * i },
		Fn(func(i int) int { return i }), make(chan int, 2), &Square{2}, Square{2}, Circle{1}, Tri{1, 2}, MyErr{}, &MyErr{}, errors.New("e"),
		time.Second, [2]int{1, 2}, struct{ A int }{7}, struct{ B int }{7}, Gen[int]{1}, Gen[string]{"g"}, Gen[bool]{}, &n, true, 1.5,
		strings.NewReader(""), uint(1), 'x', []string{}, &[]int{}, (*Square)(nil), io.EOF, struct{}{}} {
		fmt.Println(describe(x))
	}
	var s Shape = &Square{3}
	sq, ok := s.(*Square)
	fmt.Println(sq.S, ok)
	_, ok = s.(Circle)
	c, ok2 := s.(interface{ Name() string })
	fmt.Println(ok, ok2, c.Name())
	var e any = s
	if sh, ok := e.(Shape); ok {
		fmt.Println(sh.Area(), sh == s)
	}
	var nilShape Shape
	_, ok = nilShape.(*Square)
	fmt.Println(ok)
	var typedNil Shape = (*Square)(nil)
	fmt.Println(typedNil == nil, typedNil.(*Square) == nil)
	switch typedNil.(type) {
	case nil:
		fmt.Println("nil")
	case *Square:
		fmt.Println("typed nil")
	}
	switch y := s.(type) {
	case Circle, *Square:
		fmt.Println(y.Area())
	}
	switch e.(type) {
	}
	v, ok3 := e.(string)
	fmt.Printf("%q %t\n", v, ok3)
	var st fmt.Stringer
	_, ok = any(st).(fmt.Stringer)
	fmt.Println(ok)
	rw, ok := any(&strings.Builder{}).(io.ReadWriter)
	fmt.Println(rw == nil, ok)
	var w io.Writer = &strings.Builder{}
	w.(*strings.Builder).WriteString("x")
	fmt.Fprint(w, "y")
	fmt.Println(w.(fmt.Stringer).String())
	total := 0.0
	for _, sh := range []Shape{Circle{1}, &Square{2}, Tri{2, 2}, nil} {
		if sh != nil {
			total += sh.Area()
		}
	}
	fmt.Println(total)
}
