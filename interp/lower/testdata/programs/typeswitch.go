package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Rect struct{ W, H float64 }
type Circle struct{ R float64 }
type Named struct {
	Shape
	Name string
}

func (r Rect) Area() float64         { return r.W * r.H }
func (r Rect) Perimeter() float64    { return 2 * (r.W + r.H) }
func (c *Circle) Area() float64      { return 3 * c.R * c.R }
func (c *Circle) Perimeter() float64 { return 6 * c.R }

type Temp float64
type ID int
type Fn func(int) int
type Strs []string
type MM map[string]int

func (t Temp) String() string { return fmt.Sprintf("%g deg", float64(t)) }

func what(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", v+1)
	case ID:
		return fmt.Sprint("ID ", int(v)+1)
	case float64, float32:
		return fmt.Sprintf("float %v", v)
	case string:
		return "string " + strings.ToUpper(v)
	case []int:
		return fmt.Sprint("ints ", len(v))
	case Strs:
		return fmt.Sprint("Strs ", len(v))
	case map[string]int:
		return fmt.Sprint("map ", v["a"])
	case MM:
		return fmt.Sprint("MM ", v["a"])
	case func(int) int:
		return fmt.Sprint("func ", v(1))
	case Fn:
		return fmt.Sprint("Fn ", v(1))
	case error:
		return "error " + v.Error()
	case Shape:
		return fmt.Sprintf("shape %.1f", v.Area())
	case fmt.Stringer:
		return "stringer " + v.String()
	case *int:
		return fmt.Sprint("*int ", *v)
	case chan int:
		return fmt.Sprint("chan ", cap(v))
	case struct{ A int }:
		return fmt.Sprint("anon ", v.A)
	case [2]int:
		return fmt.Sprint("array ", v[1])
	case io.Reader:
		b, _ := io.ReadAll(v)
		return "reader " + string(b)
	case bool, byte:
		return fmt.Sprintf("bool or byte %v", v)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

type myErr struct{}

func (*myErr) Error() string { return "my" }

type rd struct{ s string }

func (r *rd) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(p, r.s)
	r.s = r.s[n:]
	return n, nil
}

func main() {
	n := 5
	for _, x := range []any{nil, 1, ID(2), 2.5, float32(1), "s", []int{1}, Strs{"a"}, map[string]int{"a": 1}, MM{"a": 2},
		func(i int) int { return i + 10 }, Fn(func(i int) int { return i + 20 }), errors.New("e"), &myErr{}, Rect{1, 2}, &Circle{2},
		Named{Rect{2, 2}, "n"}, &Named{Rect{2, 3}, "n"}, Temp(3), time.Second, &n, make(chan int, 3), struct{ A int }{7}, [2]int{1, 2},
		&rd{"abc"}, strings.NewReader("xyz"), true, byte(1), uint16(3), Circle{1}, []any{1}, &bytes.Buffer{}, os.ErrNotExist, 'x', 1i} {
		fmt.Println(what(x))
	}
	var s Shape = Rect{3, 4}
	if r, ok := s.(Rect); ok {
		fmt.Println(r.W, r)
	}
	if _, ok := s.(*Circle); !ok {
		fmt.Println("not circle")
	}
	_, isStringer := s.(fmt.Stringer)
	fmt.Println(isStringer)
	var w io.Writer = &bytes.Buffer{}
	if b, ok := w.(*bytes.Buffer); ok {
		b.WriteString("hi")
		fmt.Println(b.String(), b.Len())
	}
	if sw, ok := w.(io.StringWriter); ok {
		sw.WriteString("!")
	}
	fmt.Println(w)
	var r io.Reader = &rd{"own"}
	if own, ok := r.(*rd); ok {
		fmt.Println("own", own.s)
	}
	if _, ok := r.(io.Writer); !ok {
		fmt.Println("no writer")
	}
	switch r.(type) {
	case *strings.Reader:
		fmt.Println("wrong")
	case *rd:
		fmt.Println("right")
	}
	defer func() {
		fmt.Println(recover())
		defer func() {
			fmt.Println(recover())
			defer func() { fmt.Println(recover()) }()
			var e error
			_ = e.(*myErr)
		}()
		var y any = Temp(1)
		fmt.Println(y.(ID))
	}()
	_ = s.(*Circle)
}
