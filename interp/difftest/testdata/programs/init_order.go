package main

import "fmt"

var (
	a = trace("a", b+1)
	b = trace("b", f())
	c = trace("c", 1)
	d = trace("d", len(table))
)

var table = build()

var x, y = pair()

var _ = trace("blank", 0)

var m = map[string]func() int{"f": func() int { return c }}

type config struct{ n int }

var cfg = &config{n: a * 10}

var self func(int) int = func(n int) int {
	if n == 0 {
		return 0
	}
	return n + helper(n-1)
}

func helper(n int) int { return selfish(n) }
func selfish(n int) int {
	if n == 0 {
		return 0
	}
	return n + helper(n-1)
}

func trace(name string, v int) int {
	fmt.Println("init", name, v)
	return v
}

func f() int { return c * 100 }

func build() []int {
	fmt.Println("building")
	return []int{1, 2, 3}
}

func pair() (int, string) {
	fmt.Println("pair")
	return a, "y"
}

func init() {
	fmt.Println("init 1", a, b, c, d)
	a = -1
}

func init() { fmt.Println("init 2", a, x, y, cfg.n, self(3)) }

const k = len(arr)

var arr [k2]int

const k2 = 4

func main() {
	fmt.Println("main", a, m["f"](), k, later)
}

var later = func() string { return fmt.Sprint("late", d) }()

func init() { fmt.Println("init 3", later) }
