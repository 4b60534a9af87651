package main

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func Count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(done)")
		for i := range n {
			if !yield(i) {
				fmt.Print("(stopped)")
				return
			}
		}
	}
}

func Zip[A, B any](as []A, bs []B) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := range min(len(as), len(bs)) {
			if !yield(as[i], bs[i]) {
				return
			}
		}
	}
}

func Map[T, U any](seq iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for v := range seq {
			if !yield(f(v)) {
				return
			}
		}
	}
}

func Take[T any](seq iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range seq {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

func fib() iter.Seq[int] {
	return func(yield func(int) bool) {
		for a, b := 0, 1; yield(a); a, b = b, a+b {
		}
	}
}

func find(want int) (found int, err error) {
	defer func() { err = errors.Join(err, errors.New("deferred")) }()
	for v := range Count(10) {
		defer fmt.Print("[d", v, "]")
		if v == want {
			return v * 10, nil
		}
	}
	return -1, errors.New("absent")
}

func nested() string {
outer:
	for i := range Count(3) {
		for j := range Count(3) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 1:
				break outer
			}
			fmt.Print(i, j, ";")
		}
	}
	for range Count(2) {
		for range 2 {
			goto end
		}
	}
end:
	return "end"
}

func main() {
	for v := range Count(3) {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for v := range Count(5) {
		if v == 1 {
			continue
		}
		if v == 3 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	for a, b := range Zip([]string{"x", "y", "z"}, []int{1, 2}) {
		fmt.Print(a, b, " ")
	}
	fmt.Println(slices.Collect(Take(Map(fib(), func(i int) string { return fmt.Sprint("f", i) }), 8)))
	fmt.Println(find(2))
	fmt.Println(find(20))
	fmt.Println(nested())
	var funcs []func() int
	for v := range Count(3) {
		funcs = append(funcs, func() int { v++; return v })
	}
	for _, f := range funcs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for v := range Count(3) {
			if v == 1 {
				panic("in loop body")
			}
		}
	}()
	next, stop := iter.Pull(Count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next2, stop2 := iter.Pull2(Zip([]int{1}, []string{"one"}))
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	for i, s := range slices.Backward([]string{"p", "q"}) {
		fmt.Print(i, s, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	for s := range strings.SplitSeq("a,b,c", ",") {
		fmt.Print(s, ";")
	}
	for line := range strings.Lines("one\ntwo") {
		fmt.Printf("%q", line)
	}
	fmt.Println()
	fmt.Printf("%T %T\n", Count(1), Zip[int, string](nil, nil))
}
