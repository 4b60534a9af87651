package main

import (
	"errors"
	"fmt"
)

func count(xs ...int) (sum, n int, mean float64) {
	for _, x := range xs {
		sum += x
		n++
	}
	if n > 0 {
		mean = float64(sum) / float64(n)
	}
	return
}

func split(s string, sep byte) (parts []string) {
	cur := ""
	for i := range len(s) {
		if s[i] == sep {
			parts = append(parts, cur)
			cur = ""
			continue
		}
		cur += string(s[i])
	}
	return append(parts, cur)
}

type acc struct{ total int }

func (a *acc) add(n int) (before, after int, err error) {
	if n < 0 {
		err = errors.New("negative")
		return
	}
	before = a.total
	a.total += n
	after = a.total
	return
}

func swap(a, b string) (x, y string) { x, y = b, a; return }

func shadow(n int) (r int) {
	{
		r := n * 2
		_ = r
	}
	if r := n + 1; r > 5 {
		return r
	}
	return
}

func captured() (f func() int, n int) {
	f = func() int { n++; return n }
	n = 10
	return
}

func recursive(n int) (out []int) {
	if n == 0 {
		return
	}
	out = append(out, n)
	out = append(out, recursive(n-1)...)
	return
}

func pair() (int, string)                   { return 7, "seven" }
func take(n int, s string, _ ...any) string { return fmt.Sprint(s, n) }
func blank() (_ int, s string)              { s = "b"; return }

var fn = func(x int) (double int, ok bool) {
	if x > 0 {
		double, ok = x*2, true
	}
	return
}

func main() {
	for range 3 {
		fmt.Println(count(1, 2, 6))
	}
	fmt.Println(count())
	fmt.Println(split("a,b,,c", ','), len(split("x", ',')))
	var a acc
	fmt.Println(a.add(5))
	fmt.Println(a.add(-1))
	fmt.Println(a.add(3))
	fmt.Println(swap("l", "r"))
	fmt.Println(shadow(1), shadow(9))
	f, n := captured()
	fmt.Println(f(), f(), n)
	fmt.Println(recursive(3), recursive(2))
	fmt.Println(take(pair()))
	fmt.Println(pair())
	fmt.Println(blank())
	for i := -1; i < 2; i++ {
		fmt.Println(fn(i))
	}
	x, _ := pair()
	_, y := pair()
	fmt.Println(x, y)
}
