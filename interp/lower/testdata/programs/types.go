package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"time"
)

func max(a, b int) int { return a*100 + b }

type len2 int

type string2 = string

type Inner struct{ v [3]int }
type Outer struct {
	Inner
	m   map[string][]Inner
	arr [2]Inner
	f   func(int) int
}

func modArr(a [3]int) [3]int { a[0] = 99; return a }
func modOuter(o Outer) Outer { o.v[0] = 7; o.arr[1].v[2] = 8; return o }

type Base[T any] struct{ val T }

func (b *Base[T]) Set(v T) { b.val = v }
func (b Base[T]) Get() T   { return b.val }

type Derived struct {
	Base[string]
	*Base2
}
type Base2 struct{ n int }

func (b *Base2) Inc() int { b.n++; return b.n }

type Logger interface{ Log(string) }
type LogFunc func(string)

func (f LogFunc) Log(s string) { f(s) }

type Service struct {
	Logger
	name string
}

type Celsius float64
type Fahrenheit float64

func CToF(c Celsius) Fahrenheit { return Fahrenheit(c*9/5 + 32) }

type Tree struct {
	L, R *Tree
	V    int
}

func (t *Tree) Walk(ch chan<- int) {
	if t == nil {
		return
	}
	t.L.Walk(ch)
	ch <- t.V
	t.R.Walk(ch)
}

type Vec struct{ X, Y float64 }

func (v Vec) Add(o Vec) Vec    { return Vec{v.X + o.X, v.Y + o.Y} }
func (v *Vec) Scale(f float64) { v.X *= f; v.Y *= f }
func apply(v *Vec, fs ...func(*Vec)) {
	for _, f := range fs {
		f(v)
	}
}

type ErrKind int

const (
	ErrA ErrKind = iota
	ErrB
)

type AppErr struct {
	Kind ErrKind
	Err  error
}

func (e AppErr) Error() string { return fmt.Sprintf("app(%d): %v", e.Kind, e.Err) }
func (e AppErr) Unwrap() error { return e.Err }

func process(n int) (res string, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = AppErr{ErrB, e}
				return
			}
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	switch {
	case n == 0:
		var m map[string]int
		m["x"]++
	case n == 1:
		panic("plain")
	case n == 2:
		panic(AppErr{ErrA, os.ErrClosed})
	case n == 3:
		arr := []int{1}
		_ = arr[n]
	case n == 4:
		return "", AppErr{ErrA, errors.New("returned")}
	}
	return fmt.Sprint("ok", n), nil
}

type Stringish interface{ ~string }

func Join[S Stringish](xs []S, sep S) S {
	var sb strings.Builder
	for i, x := range xs {
		if i > 0 {
			sb.WriteString(string(sep))
		}
		sb.WriteString(string(x))
	}
	return S(sb.String())
}

type Role string
type Perm uint

const (
	Read Perm = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

func (p Perm) String() string {
	var parts []string
	for i, n := range []string{"r", "w", "x"} {
		if p&(1<<i) != 0 {
			parts = append(parts, n)
		}
	}
	return strings.Join(parts, "|")
}

type Matrix [2][2]int

func (m Matrix) T() (r Matrix) {
	for i, row := range m {
		for j, v := range row {
			r[j][i] = v
		}
	}
	return
}

type observer interface{ notify(ev string) }
type subject struct{ obs []observer }

func (s *subject) attach(o ...observer) { s.obs = append(s.obs, o...) }
func (s *subject) fire(ev string) {
	for _, o := range s.obs {
		o.notify(ev)
	}
}

type printer struct {
	prefix string
	seen   []string
}

func (p *printer) notify(ev string) { p.seen = append(p.seen, p.prefix+ev) }

type funcObs func(string)

func (f funcObs) notify(e string) { f(e) }

func divmod(a, b int) (q, r int) {
	q = a / b
	r = a % b
	return
}

func main() {
	fmt.Println(max(1, 2))
	len := 3
	fmt.Println(len, len2(4))
	var s2 string2 = "alias"
	fmt.Printf("%T %v\n", s2, s2)
	o := Outer{m: map[string][]Inner{}, f: func(i int) int { return i * 2 }}
	p := modOuter(o)
	fmt.Println(o.v, p.v, o.arr, p.arr, modArr(o.v), o.v, o.f(4))
	o.m["a"] = append(o.m["a"], Inner{[3]int{1}})
	o.m["a"][0].v[1] = 5
	fmt.Println(o.m)
	structs := []Inner{{[3]int{1}}, {[3]int{2}}}
	for _, st := range structs {
		st.v[0] = 100
	}
	for i := range structs {
		structs[i].v[0]++
	}
	fmt.Println(structs)
	var d Derived
	d.Base2 = &Base2{}
	d.Set("v")
	d.Inc()
	fmt.Println(d.Get(), d.Inc(), d.val, d.n)
	svc := Service{LogFunc(func(s string) { fmt.Println("log:", s) }), "svc"}
	svc.Log("hello")
	var lg Logger = svc
	lg.Log("via")
	f := lg.Log
	f("value")
	fmt.Printf("%.1f %T\n", CToF(100), CToF(0))
	t := &Tree{&Tree{nil, nil, 1}, &Tree{nil, nil, 3}, 2}
	ch := make(chan int)
	go func() { defer close(ch); t.Walk(ch) }()
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	v := Vec{1, 2}
	apply(&v, func(v *Vec) { v.Scale(2) }, func(v *Vec) { v.X = 0 })
	fmt.Println(v, v.Add(Vec{Y: 1}))
	for i := range 6 {
		r, err := process(i)
		var ae AppErr
		fmt.Printf("%q %v %v %v\n", r, err, errors.As(err, &ae), errors.Is(err, os.ErrClosed))
	}
	fmt.Println(Join([]Role{"a", "b"}, "-"), Read|Exec, All, []Perm{Write}, fmt.Sprintf("%v %d", All, All))
	fmt.Println(Matrix{{1, 2}, {3, 4}}.T(), Matrix{} == Matrix{{0, 0}, {0, 0}})
	sub := &subject{}
	pr := &printer{prefix: "> "}
	sub.attach(pr, funcObs(func(e string) { fmt.Println("func", e) }))
	sub.fire("e1")
	sub.fire("e2")
	fmt.Println(pr.seen)
	fmt.Println(divmod(17, 5))
	a, b := divmod(9, 4)
	fmt.Println(a, b)
	var mu sync.Mutex
	counts := map[string]int{}
	var wg sync.WaitGroup
	for _, w := range strings.Fields("a b a c b a") {
		wg.Add(1)
		go func(w string) {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			counts[w]++
		}(w)
	}
	wg.Wait()
	keys := make([]string, 0)
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Print(k, counts[k], " ")
	}
	fmt.Println()
	timeout := time.After(20 * time.Millisecond)
	n := 0
	ticks := make(chan int)
	go func() {
		for i := 0; i < 3; i++ {
			ticks <- i
		}
	}()
loop:
	for {
		select {
		case x := <-ticks:
			n += x
			continue loop
		case <-timeout:
			break loop
		}
	}
	fmt.Println("n", n)
	bad := "a\xffb\u00e9"
	for i, r := range bad {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println([]rune(bad)[1] == 0xfffd, string(rune(65)), []byte("é"))
	x := 0x1F&0b1010 | 0o17
	x ^= 3
	x <<= 2
	x &^= 8
	fmt.Println(x, x>>1, -x%7, 1e3, 1_000_000, 'a'+1, "s"+"t")
	const huge = 1 << 62
	fmt.Println(huge/3, uint64(1<<63), 5.0/2, 5/2, 7>>1, 1.5e-3)
	type kv struct {
		k string
		v int
	}
	m := map[kv][]string{}
	m[kv{"a", 1}] = append(m[kv{"a", 1}], "x", "y")
	fmt.Println(m, m[kv{"b", 2}] == nil)
	nested := map[string]map[string]int{"x": {"y": 1}}
	nested["x"]["z"] = 2
	if _, ok := nested["q"]["r"]; !ok {
		fmt.Println("missing", nested)
	}
	mp := map[string]*Vec{}
	mp["v"] = &Vec{}
	mp["v"].X = 3
	fmt.Println(*mp["v"])
	var e1, e2 error = AppErr{ErrA, nil}, AppErr{ErrA, nil}
	fmt.Println(e1 == e2, e1 != nil)
	var iface any = structs[0]
	structs[0].v[0] = -1
	fmt.Println(iface, structs[0], iface == any(Inner{[3]int{2}}))
	matrix := make([][]string, 2)
	for i := range matrix {
		matrix[i] = strings.Split(strings.Repeat("x", 3), "")
	}
	matrix[0][1] = "o"
	for _, row := range matrix {
		fmt.Println(strings.Join(row, " "))
	}
	func(args ...any) { fmt.Println(args...) }(1, "two", nil, 3.0, Write)
	if v, err := fmt.Sscan("x", new(int)); err != nil {
		fmt.Println(v, err)
	}
	var arr [5]int
	sl := arr[1:3]
	sl = append(sl, 1)
	sl[0] = 9
	fmt.Println(arr, sl, cap(sl))
	sl2 := append(sl[:1:1], 77)
	fmt.Println(arr, sl2)
	c := sl
	c[1] = 4
	fmt.Println(sl, &sl[0] == &c[0])
	s3 := make([]int, 0, 2)
	s3 = append(s3, sl...)
	copy(s3, []int{1, 2})
	fmt.Println(s3, append([]byte("ab"), "cd"...))
	defer func() {
		fmt.Println("bye", recover())
	}()
	var np *Service
	fmt.Println(np.name)
}
