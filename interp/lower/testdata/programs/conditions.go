package main

import "fmt"

type S struct{ A, B int }

func is(s S) bool                { return s.A == 1 }
func holds(m map[int]int) bool   { return len(m) == 1 }
func say(s string, ok bool) bool { fmt.Println(s); return ok }

// The first operand of && and || begins with what is no condition by itself.
func firsts() {
	x, y, b := uint8(1), 1, S{1, 2}
	if int(x) == y || y == 7 {
		fmt.Println("conversion")
	}
	fmt.Println(int(x) < y && y == 1, string(rune(y)) == "a" || y == 1, float64(y) == 1.5 || x == 2)
	fmt.Println(is(S{A: y}) && y == 1, is(S{1, 2}) && y == 1, holds(map[int]int{1: y}) && y == 1)
	for i := 0; i < 3 && (b == S{A: i, B: y} || i < 2) || (b == S{A: 5}); i++ {
		fmt.Println(i)
	}
	switch b {
	case S{A: 1}, S{A: 1, B: y + 1}:
		fmt.Println("one of two")
	}
}

// Counts of shifts with operations in them.
func shifts() {
	u, i := uint(8), 2
	a := int16(300)
	fmt.Println(a>>((u+1)%67), a<<(i-1), []uintptr{1 << ((u ^ 9) % 67)})
	a <<= (u + 1) % 4
	fmt.Println(a)
}

func main() {
	firsts()
	shifts()
	falling()
	labels()
	order()
}

// A default before the last case, and cases without statements.
func falling() {
	for i := range 4 {
		switch i {
		case 1:
			fmt.Println("one")
			fallthrough
		default:
			fmt.Println("default", i)
			if i == 3 {
				break
			}
			fallthrough
		case 2:
			fmt.Println("two", i)
			fallthrough
		case 9:
		}
	}
	switch 1 {
	case 1:
		fallthrough
	default:
	}
}

// Labels among the statements of a case.
func labels() {
	switch x := any(3).(type) {
	case int:
	M:
		for range 3 {
			for range x {
				fmt.Println(x)
				continue M
			}
		}
	}
	ch := make(chan int, 1)
	select {
	case ch <- 1:
	N:
		for i := range 3 {
			if i == 1 {
				break N
			}
			fmt.Println("N", i)
		}
	}
	switch {
	case true:
		i := 0
	again:
		if i < 2 {
			i++
			goto again
		}
		fmt.Println("again", i)
		fallthrough
	case false:
		fmt.Println("fell")
	}
}

// Cases are tried in order, a default last of all.
func order() {
	switch {
	default:
		fmt.Println("default")
	case say("first", true):
		fmt.Println(1)
	case say("second", true):
		fmt.Println(2)
	}
	switch y := any(3).(type) {
	default:
		fmt.Println("default")
	case int:
		fmt.Println("int", y)
	case any:
		fmt.Println("any", y)
	}
}
