package main

import (
	"fmt"
	"sort"
	"strings"
)

func hanoi(n int, from, to, via string, move func(a, b string)) {
	if n == 0 {
		return
	}
	hanoi(n-1, from, via, to, move)
	move(from, to)
	hanoi(n-1, via, to, from, move)
}

func permutations(xs []int) (out [][]int) {
	var rec func(k int)
	rec = func(k int) {
		if k == len(xs) {
			out = append(out, append([]int(nil), xs...))
			return
		}
		for i := k; i < len(xs); i++ {
			xs[k], xs[i] = xs[i], xs[k]
			rec(k + 1)
			xs[k], xs[i] = xs[i], xs[k]
		}
	}
	rec(0)
	return
}

func queens(n int) (count int, first []int) {
	cols, d1, d2 := make([]bool, n), make([]bool, 2*n), make([]bool, 2*n)
	pos := make([]int, n)
	var place func(r int)
	place = func(r int) {
		if r == n {
			if count == 0 {
				first = append(first, pos...)
			}
			count++
			return
		}
		for c := range n {
			if cols[c] || d1[r+c] || d2[r-c+n] {
				continue
			}
			cols[c], d1[r+c], d2[r-c+n] = true, true, true
			pos[r] = c
			place(r + 1)
			cols[c], d1[r+c], d2[r-c+n] = false, false, false
		}
	}
	place(0)
	return
}

func quicksort[T int | string](xs []T) []T {
	if len(xs) < 2 {
		return xs
	}
	pivot, rest := xs[0], xs[1:]
	var lo, hi []T
	for _, x := range rest {
		if x < pivot {
			lo = append(lo, x)
		} else {
			hi = append(hi, x)
		}
	}
	return append(append(quicksort(lo), pivot), quicksort(hi)...)
}

func mergesort(xs []int) []int {
	if len(xs) <= 1 {
		return xs
	}
	m := len(xs) / 2
	l, r := mergesort(xs[:m]), mergesort(xs[m:])
	out := make([]int, 0, len(xs))
	for len(l) > 0 && len(r) > 0 {
		if l[0] <= r[0] {
			out, l = append(out, l[0]), l[1:]
		} else {
			out, r = append(out, r[0]), r[1:]
		}
	}
	return append(append(out, l...), r...)
}

func sieve(n int) (ps []int) {
	comp := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if comp[i] {
			continue
		}
		ps = append(ps, i)
		for j := i * i; j <= n; j += i {
			comp[j] = true
		}
	}
	return
}

func ackermann(m, n uint) uint {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}

func lcs(a, b string) string {
	t := make([][]string, len(a)+1)
	for i := range t {
		t[i] = make([]string, len(b)+1)
	}
	for i := range len(a) {
		for j := range len(b) {
			if a[i] == b[j] {
				t[i+1][j+1] = t[i][j] + a[i:i+1]
			} else if len(t[i][j+1]) >= len(t[i+1][j]) {
				t[i+1][j+1] = t[i][j+1]
			} else {
				t[i+1][j+1] = t[i+1][j]
			}
		}
	}
	return t[len(a)][len(b)]
}

func isEven(n int) bool { return n == 0 || isOdd(n-1) }
func isOdd(n int) bool  { return n != 0 && isEven(n-1) }

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func roman(n int) (s string) {
	for _, p := range []struct {
		v int
		r string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= p.v; n -= p.v {
			s += p.r
		}
	}
	return
}

func main() {
	var moves []string
	hanoi(3, "A", "C", "B", func(a, b string) { moves = append(moves, a+b) })
	fmt.Println(len(moves), moves)
	fmt.Println(permutations([]int{1, 2, 3}))
	fmt.Println(queens(6))
	fmt.Println(quicksort([]int{3, 1, 2, 3}), quicksort(strings.Fields("d b a c")), mergesort([]int{5, 2, 9, 1, 5}))
	fmt.Println(sieve(50), ackermann(2, 3), lcs("AGGTAB", "GXTXAYB"), isEven(10), isOdd(7), gcd(48, 36))
	for _, n := range []int{1994, 2024, 4, 9} {
		fmt.Print(roman(n), " ")
	}
	fmt.Println()
	for i := 1; i <= 15; i++ {
		switch {
		case i%15 == 0:
			fmt.Print("FizzBuzz ")
		case i%3 == 0:
			fmt.Print("Fizz ")
		case i%5 == 0:
			fmt.Print("Buzz ")
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	text := "it was the best of times it was the worst of times"
	counts := map[string]int{}
	for _, w := range strings.Fields(text) {
		counts[w]++
	}
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if counts[keys[i]] != counts[keys[j]] {
			return counts[keys[i]] > counts[keys[j]]
		}
		return keys[i] < keys[j]
	})
	for i, k := range keys[:3] {
		fmt.Printf("%d. %-6s %s\n", i+1, k, strings.Repeat("*", counts[k]))
	}
	for y := range 5 {
		for x := range 9 {
			if x >= 4-y && x <= 4+y {
				fmt.Print("^")
			} else {
				fmt.Print(" ")
			}
		}
		fmt.Println()
	}
}
