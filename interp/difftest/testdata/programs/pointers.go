package main

import "fmt"

type Point struct{ X, Y int }

func (p *Point) Move(dx int) *Point { p.X += dx; return p }
func (p Point) Moved(dx int) Point  { p.X += dx; return p }

type Holder struct {
	p   *Point
	val Point
	arr [2]Point
	sl  []Point
	m   map[string]*Point
	pp  **Point
	fn  *func() int
	i   *any
}

func swap[T any](a, b *T) { *a, *b = *b, *a }
func reset(p *Point)      { p = &Point{9, 9}; _ = p }
func set(p *Point)        { *p = Point{8, 8} }
func newInt(n int) *int   { return &n }
func inc(ps ...*int) {
	for _, p := range ps {
		*p++
	}
}

func main() {
	p := Point{1, 2}
	q := &p
	q.X = 10
	r := *q
	r.Y = 99
	fmt.Println(p, *q, r, q == &p)
	p.Move(1).Move(2)
	fmt.Println(p, p.Moved(5), p)
	reset(q)
	fmt.Println(p)
	set(q)
	fmt.Println(p)
	a, b := 1, 2
	swap(&a, &b)
	s, t := "s", "t"
	swap(&s, &t)
	fmt.Println(a, b, s, t)
	x, y := newInt(5), newInt(5)
	inc(x, y, &a)
	fmt.Println(*x, *y, a, x == y)
	h := Holder{p: &p, m: map[string]*Point{}}
	h.pp = &h.p
	(*h.pp).X = 77
	(**h.pp).Y = 78
	fmt.Println(p, h.p.X)
	*h.pp = &Point{1, 1}
	fmt.Println(*h.p, p)
	h.arr[1].X = 3
	pa := &h.arr[1]
	pa.Y = 4
	h.sl = append(h.sl, *pa)
	ps := &h.sl[0]
	ps.X = 100
	fmt.Println(h.arr, h.sl)
	h.m["a"] = ps
	h.m["a"].Y++
	h.m["b"] = &Point{Y: 5}
	fmt.Println(h.sl, *h.m["b"], len(h.m))
	f := func() int { return a }
	h.fn = &f
	fmt.Println((*h.fn)())
	var e any = 5
	h.i = &e
	*h.i = "changed"
	fmt.Println(e)
	px := &h.val.X
	*px = 6
	cp := h
	cp.val.X = 7
	fmt.Println(h.val, cp.val, *px, cp.p == h.p)
	var np *Point
	fmt.Println(np == nil, np)
	sl := []*Point{{1, 2}, {3, 4}}
	for _, p := range sl {
		p.X *= 10
	}
	fmt.Println(*sl[0], *sl[1], len(sl))
	arr := [...]*int{new(int), &a}
	*arr[0] = 3
	*arr[1] += *arr[0]
	fmt.Println(*arr[0], a)
	pArr := &[3]int{1, 2, 3}
	pArr[0] = 10
	sub := pArr[1:]
	sub[0] = 20
	fmt.Println(*pArr, len(pArr), cap(pArr[:2]))
	n := new(struct{ v []int })
	n.v = append(n.v, 1)
	(*n).v[0]++
	fmt.Println(n.v, *n)
	pi := &[]int{1, 2}
	*pi = append(*pi, 3)
	(*pi)[0] = 9
	pm := &map[string]int{"k": 1}
	(*pm)["k"]++
	fmt.Println(*pi, *pm, len(*pi))
	ptr := func() *Point { return &Point{5, 5} }
	ptr().Move(1)
	fmt.Println(ptr().X, (&Point{2, 3}).Y, (*Point).Move(&p, 0) == &p)
	ch := make(chan *Point, 1)
	ch <- &p
	(<-ch).X = -1
	fmt.Println(p.X)
	type node struct {
		next *node
		v    int
	}
	var head *node
	for i := range 4 {
		head = &node{head, i}
	}
	for pp := &head; *pp != nil; {
		if (*pp).v%2 == 0 {
			*pp = (*pp).next
		} else {
			pp = &(*pp).next
		}
	}
	for n := head; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	fmt.Println()
	i, j := 0, &a
	i, *j = 5, 6
	fmt.Println(i, a)
	fmt.Printf("%v %+v %T %T\n", &p, &p, &p, &q)
	fmt.Printf("%v %v\n", &[]*int{nil}, &[2]string{"a"})
}
