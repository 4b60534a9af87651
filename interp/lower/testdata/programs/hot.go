package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

// What runs often takes other ways through the interpreter than what runs once:
// everything here runs often enough.

func arithmetic[T ~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint](a, b T) T {
	var r T
	for i := 0; i < 20; i++ {
		r += a
		r -= b
		r *= 3
		r |= a & b
		r ^= a &^ b
		r <<= 1
		r = r>>2 + r%7 - r/5
		r++
		if b != 0 {
			r += a / b
			r -= a % b
		}
	}
	return r
}

func floats(a, b float64) (float64, float32) {
	var r float64
	var s float32
	for i := 0; i < 20; i++ {
		r += a*b - a/b
		s -= float32(r)
		r *= 0.5
	}
	return r, s
}

type celsius int16

func warmer(a, b celsius) bool { return a > b }

func comparisons() (n int) {
	words := []string{"b", "a", "c", "a", "d"}
	for i := 0; i < 100; i++ {
		a, b := words[i%5], words[(i+1)%5]
		if a < b {
			n++
		}
		if a+b >= "ba" && a != b {
			n += 2
		}
		if (i%2 == 0) == (a == "a") {
			n += 4
		}
		if !warmer(celsius(i), 50) || i&3 == 2 {
			n += 8
		}
		if u := uint8(i * 3); u > 200 || u <= 7 {
			n += 16
		}
		if f := float32(i) / 3; f >= 20 && f < 21 {
			n += 32
		}
	}
	return n
}

func divide(a, b int) (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	return a / b, nil
}

func pick(list []int, i int) int { return list[i] }

func safePick(list []int, i int) (v int, msg string) {
	defer func() {
		if r := recover(); r != nil {
			msg = r.(error).Error()
		}
	}()
	v = pick(list, i)
	return v, "ok"
}

type node struct {
	value       int
	left, right *node
	name        string
}

func insert(n *node, v int) *node {
	if n == nil {
		return &node{value: v, name: fmt.Sprint("n", v)}
	}
	if v < n.value {
		n.left = insert(n.left, v)
	} else {
		n.right = insert(n.right, v)
	}
	return n
}

func depth(n *node) int {
	if n == nil {
		return 0
	}
	return 1 + max(depth(n.left), depth(n.right))
}

func names(n *node) string {
	if n == nil {
		return ""
	}
	return names(n.left) + n.name + names(n.right)
}

func valueOf(n *node) (v int, msg string) {
	defer func() {
		if r := recover(); r != nil {
			msg = fmt.Sprint(r)
		}
	}()
	return field(n), "ok"
}

func field(n *node) int { return n.right.value }

// A variable whose address leaves the function is another in each call.
func box(i int) *int {
	v := i * i
	return &v
}

// A variable that a closure keeps is another in each turn.
func adders() []func(int) int {
	var list []func(int) int
	for i := 0; i < 12; i++ {
		k := i * 10
		list = append(list, func(n int) int {
			k += n
			return k
		})
	}
	return list
}

type pair struct{ a, b int }

func swap(p pair) pair {
	p.a, p.b = p.b, p.a
	return p
}

func double(list [3]int) [3]int {
	for i := range list {
		list[i] *= 2
	}
	return list
}

func named(n int) (a, b int, s string) {
	if n%2 == 0 {
		a, s = n, "even"
		return
	}
	b = n
	return a, b, "odd"
}

func isEven(n int) bool {
	if n == 0 {
		return true
	}
	return isOdd(n - 1)
}

func isOdd(n int) bool {
	if n == 0 {
		return false
	}
	return isEven(n - 1)
}

var errOdd = errors.New("odd")

func check(n int) error {
	if n%2 == 1 {
		return errOdd
	}
	return nil
}

func deep(n int) (err error) {
	if n == 0 {
		return check(1)
	}
	if err := deep(n - 1); err != nil {
		return fmt.Errorf("%d: %w", n, err)
	}
	return nil
}

func describe(v any) string {
	if v == nil {
		return "nil"
	}
	return fmt.Sprintf("%T", v)
}

func remember(m map[string][]int, key string, v int) map[string][]int {
	if m == nil {
		m = map[string][]int{}
	}
	m[key] = append(m[key], v)
	m["count"] = append(m["count"], len(m[key]))
	return m
}

func collatz(n int) (steps int) {
	for ; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
			continue
		}
		n = 3*n + 1
	}
	return steps
}

func grid(n int) int {
	sum := 0
outer:
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			switch {
			case j > i:
				continue outer
			case i*j > 200:
				break outer
			}
			sum += i * j
		}
	}
	return sum
}

func main() {
	fmt.Println(arithmetic(int8(77), 13), arithmetic(int16(-3000), 7), arithmetic(int32(1<<30), 3), arithmetic(int64(-1<<62), 11), arithmetic(5, -3))
	fmt.Println(arithmetic(uint8(200), 3), arithmetic(uint16(65000), 9), arithmetic(uint32(1<<31), 5), arithmetic(uint64(1<<63), 17), arithmetic(uint(12), 0))
	fmt.Println(floats(1.5, 0.25))
	fmt.Println(comparisons())

	for i := 0; i < 12; i++ {
		q, err := divide(100, i%3)
		fmt.Print(q, " ", err, ";")
	}
	fmt.Println()
	for i := -1; i < 12; i++ {
		v, msg := safePick([]int{1, 2, 3}, i%5)
		fmt.Print(v, " ", msg, ";")
	}
	fmt.Println()

	var root *node
	for i := 0; i < 40; i++ {
		root = insert(root, i*17%40)
	}
	fmt.Println(depth(root), names(root))
	for i := 0; i < 12; i++ {
		fmt.Print(valueOf(&node{right: &node{value: i}}))
		fmt.Print(valueOf(&node{}))
		fmt.Print(valueOf(nil))
	}
	fmt.Println()

	var boxes []*int
	for i := 0; i < 12; i++ {
		boxes = append(boxes, box(i))
	}
	for _, b := range boxes {
		*b++
		fmt.Print(*b, " ")
	}
	fmt.Println()

	for _, add := range adders() {
		fmt.Print(add(1), add(2), " ")
	}
	fmt.Println()

	p, list := pair{1, 2}, [3]int{1, 2, 3}
	for i := 0; i < 11; i++ {
		q := p
		p = swap(p)
		if p == q {
			fmt.Println("same")
		}
		list = double(list)
		a, b, s := named(i)
		fmt.Print(p, list, a, b, s, ";")
	}
	fmt.Println()
	fmt.Println(isEven(1000), isOdd(1000), isEven(77))

	for i := 0; i < 12; i++ {
		if err := check(i); err != nil {
			fmt.Print(i, err, errors.Is(err, errOdd), " ")
		}
	}
	err := deep(12)
	fmt.Println(err, errors.Is(err, errOdd))

	var nothing *node
	for i := 0; i < 10; i++ {
		fmt.Print(describe(nil), describe(nothing), describe(i), describe([]any{nil}), describe(p), " ")
	}
	fmt.Println()

	var m map[string][]int
	for i := 0; i < 12; i++ {
		m = remember(m, string(rune('a'+i%3)), i)
	}
	fmt.Println(m)

	total := 0
	for i := 1; i < 200; i++ {
		total += collatz(i)
	}
	fmt.Println(total, grid(40))

	var wg sync.WaitGroup
	results := make([]string, 8)
	for g := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum := 0
			for i := 0; i < 300; i++ {
				sum += collatz(i%50+1) + depth(root)
				a, b, s := named(i + g)
				sum += a - b + len(s)
			}
			_, msg := safePick(nil, g)
			results[g] = fmt.Sprint(sum, msg)
		}()
	}
	wg.Wait()
	fmt.Println(strings.Join(results, " "))
}
