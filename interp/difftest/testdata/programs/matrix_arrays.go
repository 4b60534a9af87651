package main

import (
	"fmt"
	"strings"
)

const N = 3

type Matrix [N][N]float64

func Identity() (m Matrix) {
	for i := range m {
		m[i][i] = 1
	}
	return
}

func (a Matrix) Mul(b Matrix) (c Matrix) {
	for i := range N {
		for j := range N {
			for k := range N {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

func (m *Matrix) Transpose() {
	for i := range m {
		for j := i + 1; j < N; j++ {
			m[i][j], m[j][i] = m[j][i], m[i][j]
		}
	}
}

func (m Matrix) String() string {
	var b strings.Builder
	for _, row := range m {
		fmt.Fprintln(&b, row)
	}
	return b.String()
}

type Board [8][8]rune

func (b *Board) Set(p string, r rune) { b[p[1]-'1'][p[0]-'a'] = r }

func life(grid [5][5]bool) (next [5][5]bool) {
	for y := range grid {
		for x := range grid[y] {
			n := 0
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					if (dx != 0 || dy != 0) && grid[(y+dy+5)%5][(x+dx+5)%5] {
						n++
					}
				}
			}
			next[y][x] = n == 3 || n == 2 && grid[y][x]
		}
	}
	return
}

func main() {
	m := Matrix{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	fmt.Print(m.Mul(Identity()) == m, "\n", m.Mul(m))
	t := m
	t.Transpose()
	fmt.Print(t, m[0][2], t[0][2], "\n")
	var b Board
	b.Set("e4", '♞')
	fmt.Println(string(b[3][4]), b[0][0] == 0, len(b), len(b[0]))
	g := [5][5]bool{1: {2: true}, 2: {2: true}, 3: {2: true}}
	for range 3 {
		for _, row := range g {
			for _, c := range row {
				if c {
					fmt.Print("#")
				} else {
					fmt.Print(".")
				}
			}
			fmt.Print(" ")
		}
		fmt.Println()
		g = life(g)
	}
	cube := [2][2][2]int{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}
	sum := 0
	for _, plane := range cube {
		for _, row := range plane {
			for _, v := range row {
				sum += v
			}
		}
	}
	p := &cube[1]
	p[0][1] = 60
	fmt.Println(sum, cube, cube[1] == [2][2]int{{5, 60}, {7, 8}})
	tri := make([][]int, 5)
	for i := range tri {
		tri[i] = make([]int, i+1)
		tri[i][0], tri[i][i] = 1, 1
		for j := 1; j < i; j++ {
			tri[i][j] = tri[i-1][j-1] + tri[i-1][j]
		}
	}
	fmt.Println(tri)
	arrs := map[string][2]int{"a": {1, 2}}
	a := arrs["a"]
	a[0] = 9
	fmt.Println(arrs, a, arrs["a"][1])
	fs := [2]func() int{func() int { return 1 }, func() int { return 2 }}
	fmt.Println(fs[1](), fs[0]())
	chess := [...][3]string{{"a"}, 2: {1: "b"}}
	fmt.Printf("%q %d\n", chess, len(chess))
	ptrs := [3]*int{}
	x := 5
	ptrs[1] = &x
	*ptrs[1]++
	fmt.Println(x, ptrs[0] == nil)
	arr := [3]struct{ a, b int }{{1, 2}, {b: 3}}
	arr[2].a = 7
	for i, e := range arr {
		e.a = 100
		arr[i].b++
	}
	fmt.Println(arr)
}
