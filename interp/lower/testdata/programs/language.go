package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode"
)

// package-level initialisation order
var (
	a = b + 1
	b = f()
	c = "c" + d
	d = strings.Repeat("d", e)
)

const e = 2

func f() int { fmt.Println("f called"); return g2 * 2 }

var g2 = func() int { fmt.Println("g2"); return 21 }()

var m = map[string]func(int, int) int{
	"add": func(x, y int) int { return x + y },
	"sub": sub,
}

func sub(x, y int) int { return x - y }

func init() { fmt.Println("init 1", a, b) }
func init() { fmt.Println("init 2", c, d) }

var _ = fmt.Sprint("blank")
var x, y = pair()

func pair() (int, string) { return 1, "y" }

type Matrix [][]float64

func NewMatrix(r, c int) Matrix {
	m := make(Matrix, r)
	for i := range m {
		m[i] = make([]float64, c)
	}
	return m
}

func (m Matrix) Mul(o Matrix) Matrix {
	out := NewMatrix(len(m), len(o[0]))
	for i := range m {
		for j := range o[0] {
			for k := range o {
				out[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return out
}

type Visitor interface {
	VisitNum(n Num) int
	VisitAdd(a Add) int
}
type Expr interface{ Accept(v Visitor) int }
type Num int
type Add struct{ L, R Expr }

func (n Num) Accept(v Visitor) int { return v.VisitNum(n) }
func (a Add) Accept(v Visitor) int { return v.VisitAdd(a) }

type Eval struct{ depth int }

func (e *Eval) VisitNum(n Num) int { e.depth++; return int(n) }
func (e *Eval) VisitAdd(a Add) int { return a.L.Accept(e) + a.R.Accept(e) }

type State int

const (
	Idle State = iota + 1
	Running
	_
	Stopped
)

var names = map[State]string{Idle: "idle", Running: "running", Stopped: "stopped"}

func (s State) String() string {
	if n, ok := names[s]; ok {
		return n
	}
	return fmt.Sprintf("State(%d)", int(s))
}

type Flags uint8

const (
	FlagA Flags = 1 << iota
	FlagB
	FlagC
)

func (f Flags) Has(x Flags) bool { return f&x != 0 }

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)
const big = 1 << 100
const typed int64 = 5
const fl = 1 / 3.0

type Queue[T any] struct {
	items []T
	Len   func() int
}

func NewQueue[T any]() *Queue[T] {
	q := &Queue[T]{}
	q.Len = func() int { return len(q.items) }
	return q
}
func (q *Queue[T]) Push(ts ...T) *Queue[T] { q.items = append(q.items, ts...); return q }

type Node struct {
	Val         int
	Left, Right *Node
}

func (n *Node) Insert(v int) *Node {
	if n == nil {
		return &Node{Val: v}
	}
	if v < n.Val {
		n.Left = n.Left.Insert(v)
	} else {
		n.Right = n.Right.Insert(v)
	}
	return n
}
func (n *Node) Walk(f func(int)) {
	if n == nil {
		return
	}
	n.Left.Walk(f)
	f(n.Val)
	n.Right.Walk(f)
}

func wordCount(s string) map[string]int {
	counts := make(map[string]int)
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		counts[w]++
	}
	return counts
}

type Option func(*Server)
type Server struct {
	host string
	port int
	opts map[string]string
}

func WithPort(p int) Option { return func(s *Server) { s.port = p } }
func NewServer(h string, opts ...Option) *Server {
	s := &Server{host: h, port: 80}
	for _, o := range opts {
		o(s)
	}
	return s
}

type Point struct{ X, Y int }
type Key struct {
	Point
	Name string
}

func variadic(pre string, xs ...interface{}) string { return fmt.Sprint(pre, len(xs), xs) }

func multi() (a, b int, err error) {
	a, b = 1, 2
	if a > b {
		return
	}
	return b, a, nil
}

func main() {
	fmt.Println(m["add"](1, 2), m["sub"](5, 3), x, y)
	mm := Matrix{{1, 2}, {3, 4}}
	fmt.Println(mm.Mul(Matrix{{0, 1}, {1, 0}}))
	ev := &Eval{}
	fmt.Println(Add{Num(1), Add{Num(2), Num(3)}}.Accept(ev), ev.depth)
	fmt.Println(Idle, Running, Stopped, State(9), []State{Idle}, map[State]int{Running: 2})
	fmt.Printf("%v %d %s %+v %q\n", Idle, Idle, Running, Stopped, Running)
	fl1 := FlagA | FlagC
	fmt.Println(fl1, fl1.Has(FlagB), fl1.Has(FlagC), fl1&^FlagA, ^fl1)
	fmt.Println(KB, MB, GB, big>>98, typed, fl, big/(big>>3))
	q := NewQueue[Point]().Push(Point{1, 2}, Point{3, 4})
	fmt.Println(q.Len(), q.items)
	var root *Node
	for _, v := range []int{5, 2, 8, 1, 9} {
		root = root.Insert(v)
	}
	var vals []int
	root.Walk(func(v int) { vals = append(vals, v) })
	fmt.Println(vals)
	wc := wordCount("The cat and the dog. The end!")
	keys := make([]string, 0, len(wc))
	for k := range wc {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if wc[keys[i]] != wc[keys[j]] {
			return wc[keys[i]] > wc[keys[j]]
		}
		return keys[i] < keys[j]
	})
	for _, k := range keys {
		fmt.Printf("%-5s%3d\n", k, wc[k])
	}
	s := NewServer("h", WithPort(8080), func(s *Server) { s.opts = map[string]string{"k": "v"} })
	fmt.Printf("%+v\n", *s)
	visited := map[Key]bool{{Point{1, 2}, "a"}: true}
	fmt.Println(visited[Key{Point{1, 2}, "a"}], visited[Key{Point{1, 2}, "b"}])
	arrKey := map[[2]int]string{{1, 2}: "x"}
	fmt.Println(arrKey[[2]int{1, 2}])
	ifKey := map[interface{}]int{1: 1, "a": 2, Point{1, 1}: 3, Idle: 4}
	fmt.Println(ifKey[1], ifKey["a"], ifKey[Point{1, 1}], ifKey[Idle], ifKey[int64(1)])
	fmt.Println(variadic("a"), variadic("b", 1, "x"), variadic("c", []interface{}{1, 2}...), variadic("d", nil))
	fmt.Println(multi())
	p1, p2 := Point{1, 2}, Point{1, 2}
	fmt.Println(p1 == p2, &p1 == &p2, Key{p1, "a"} == Key{p2, "a"}, [2]Point{p1} == [2]Point{p2})
	arr := [3]int{1, 2, 3}
	brr := arr
	brr[0] = 100
	ptr := &arr
	ptr[1] = 50
	fmt.Println(arr, brr, len(ptr), arr == [3]int{1, 50, 3})
	sl := arr[:2]
	sl = append(sl, 99)
	fmt.Println(arr, sl, len(sl), cap(sl), sl[:3:3])
	copy(sl[1:], sl)
	fmt.Println(sl)
	grid := [3][3]rune{}
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = '.'
		}
	}
	grid[1][1] = 'X'
	for _, row := range grid {
		fmt.Println(string(row[:]))
	}
	anon := []struct {
		name string
		want int
	}{{"a", 1}, {"b", 2}}
	for _, tc := range anon {
		fmt.Print(tc.name, tc.want, " ")
	}
	fmt.Println()
	i, j := 0, 1
	i, j = j, i
	sl2 := []int{0, 1, 2}
	i, sl2[i] = 2, 9
	fmt.Println(i, j, sl2)
	sl2[0], sl2[2] = sl2[2], sl2[0]
	fmt.Println(sl2)
	var iface interface{} = p1
	if p, ok := iface.(Point); ok {
		p.X = 10
		fmt.Println(p, iface)
	}
	x := 10
	pp := &x
	ppp := &pp
	**ppp = 20
	fmt.Println(x, *pp == **ppp)
	str := "héllo"
	for i := 0; i < len(str); i++ {
		fmt.Printf("%x ", str[i])
	}
	fmt.Println(len(str), []rune(str)[1], string([]rune(str)[1]), str[1:3], []byte("hi"))
	r := []rune(str)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	fmt.Println(string(r), strings.Compare("a", "b"), "a" < "b", "abc"[1] == 'b')
	c1 := complex(1, 2)
	c2 := 3 + 4i
	fmt.Println(c1*c2, real(c1), imag(c2), c1 == complex(1, 2), -c1)
	fmt.Printf("%.1f %v\n", c1/c2, c2)
	fmt.Println(7/2, -7/2, 7%3, -7%3, 7.0/2, 1<<3|1, 6&3, 6^3, 5&^1)
	var u8 uint8 = 255
	u8++
	var i32 int32 = 1 << 30
	i32 *= 4
	fmt.Println(u8, i32)
	fmt.Println(float32(0.1), uint8(300&0xff), int64(1)<<40)
	ff := 3.7
	fmt.Println(int(ff), int(-ff), uint8(int(ff)), float64(7)/2, 0.1+0.2, 1e100, 1/3.0)
	func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Fprintln(os.Stdout, "recovered:", r)
			}
		}()
		var np *Node
		fmt.Println(np.Val)
	}()
	type local struct{ a, b int }
	ls := map[string]local{"x": {1, 2}}
	v := ls["x"]
	v.a = 9
	fmt.Println(ls, v, ls["none"])
	delete(ls, "x")
	_, ok := ls["x"]
	fmt.Println(ok, len(ls))
	fn := func(xs ...int) (n int) {
		for _, x := range xs {
			n += x
		}
		return
	}
	fmt.Println(fn(), fn(1, 2), fn([]int{4, 5}...))
	switch z := x; {
	case z > 5 && z < 30:
		fmt.Println("mid")
	}
	fmt.Printf("%5.2f|%-10s|%10s|%05d|%x|%t|%v|%p\n", 3.14159, "left", "right", 42, 255, true, nil, nil)
	var nilm map[string]int
	fmt.Println(nilm["a"], len(nilm), nilm == nil)
	var nils []int
	nils = append(nils, 1)
	fmt.Println(nils, min(3, 1), max(1.5, 2), min("b", "a"))
	clear(nils)
	fmt.Println(nils)
	labels := []string{}
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			labels = append(labels, fmt.Sprintf("%d%d", i, j))
		}
	}
	fmt.Println(labels)
}
