package main

import (
	"fmt"
	"slices"
)

type pt struct{ x, y int }

func modify(s []int, a [3]int, p *[3]int) {
	s[0] = 100
	a[0] = 200
	p[1] = 300
}

func grow(s []int) []int { s = append(s, 9); s[0] = -1; return s }

func variadic(xs ...int) { xs[0] = 77 }

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	s := a[1:3]
	fmt.Println(s, len(s), cap(s))
	s = append(s, 99)
	fmt.Println(a, s)
	t := a[1:3:3]
	t = append(t, -1)
	fmt.Println(a, t, cap(a[1:3:3]))
	b := a
	b[0] = 50
	fmt.Println(a[0], b[0], a == b, a == [5]int{1, 2, 3, 99, 5})
	x, y := []int{1, 2, 3}, [3]int{1, 2, 3}
	modify(x, y, &y)
	fmt.Println(x, y)
	g := grow(x[:2])
	fmt.Println(x, g, len(x))
	variadic(x...)
	variadic(1, 2)
	fmt.Println(x)
	m := [][]int{{1, 2}, {3}}
	row := m[0]
	row[1] = 20
	m = append(m, row[:1])
	m[2][0] = 10
	fmt.Println(m, len(m))
	grid := [2][3]int{{1, 2, 3}}
	g2 := grid
	g2[0][0] = 9
	pg := &grid
	pg[1][2] = 7
	fmt.Println(grid, g2, len(pg), len(pg[0]))
	for i := range pg {
		for j := range pg[i] {
			pg[i][j]++
		}
	}
	fmt.Println(grid)
	ps := []pt{{1, 2}, {3, 4}}
	for _, p := range ps {
		p.x = 100
	}
	for i := range ps {
		ps[i].y *= 2
	}
	pp := &ps[0]
	ps = append(ps, pt{5, 6})
	pp.x = 42
	fmt.Println(ps, *pp)
	n := copy(x, x[1:])
	fmt.Println(n, x, copy(x, []int{}))
	bs := make([]byte, 3)
	fmt.Println(copy(bs, "héllo"), bs, string(bs[:1]))
	bs = append(bs[:0], "abc"...)
	bs = append(bs, 'd')
	fmt.Println(string(bs), bs)
	var nilS []int
	fmt.Println(nilS == nil, len(nilS), append(nilS, nilS...) == nil, append(nilS, 1), nilS[:0] == nil, nilS[0:] == nil)
	empty := []int{}
	fmt.Println(empty == nil, len(empty))
	clear(x)
	fmt.Println(x)
	arr := [...]string{2: "c", 0: "a"}
	fmt.Println(len(arr), arr, fmt.Sprintf("%q", arr))
	sparse := []int{5: 1, 2, 1: 3}
	fmt.Println(sparse, len(sparse))
	ap := (*[2]int)(sparse[5:])
	ap[0] = 11
	fmt.Println(sparse, [2]int(sparse[5:]), *ap)
	x = []int{1, 2, 3, 4, 5}
	x = append(x[:1], x[2:]...)
	fmt.Println(x, x[:5])
	x = slices.Insert(x, 1, 8, 9)
	x = slices.Delete(x, 0, 2)
	fmt.Println(x, slices.Index(x, 9), slices.Contains(x, 5))
	i := 0
	vals := []int{10, 20, 30}
	i, vals[i] = 1, 99
	vals[i], vals[2] = vals[2], vals[i]
	fmt.Println(i, vals)
	st := struct{ a [2][]int }{}
	st2 := st
	st.a[0] = append(st.a[0], 1)
	fmt.Println(st, st2)
	mm := map[[2]int][]pt{{1, 2}: {{3, 4}}}
	mm[[2]int{1, 2}][0].x = 9
	mm[[2]int{0, 0}] = append(mm[[2]int{0, 0}], pt{})
	fmt.Println(mm, len(mm))
}
