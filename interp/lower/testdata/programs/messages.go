package main

import (
	"errors"
	"fmt"
	"strings"

	"gopost/mpsc"
)

type Job struct {
	ID   int
	Name string
}

type Inbox struct {
	*mpsc.Receiver[Job]
}

type Shape interface{ Area() float64 }

type Square float64

func (s Square) Area() float64 { return float64(s * s) }

func fill[T any](list ...T) *mpsc.Receiver[T] {
	tx, rx := mpsc.Channel[T]()
	for _, v := range list {
		if err := tx.Send(v); err != nil {
			panic(err)
		}
	}
	tx.Drop()
	return rx
}

func first[T comparable](rx *mpsc.Receiver[T], want T) (int, bool) {
	n := 0
	for v := range rx.Iter() {
		if v == want {
			return n, true
		}
		n++
	}
	return -1, false
}

func deferred() (out []string) {
	for s := range fill("a", "b", "c").Iter() {
		defer func() { out = append(out, s) }()
	}
	return nil
}

func nested() string {
	var b strings.Builder
	rx := fill(1, 2, 3, 4)
outer:
	for i := range rx.Iter() {
		for s := range fill("x", "y", "z").TryIter() {
			switch {
			case i == 2:
				continue outer
			case i == 4:
				break outer
			case s == "y":
				continue
			}
			fmt.Fprint(&b, i, s, " ")
		}
	}
	return b.String()
}

func calls(n *int) *mpsc.Receiver[error] {
	*n++
	return fill(errors.New("one"), nil, fmt.Errorf("two"))
}

func main() {
	fmt.Println(first(fill("a", "b", "c"), "c"))
	fmt.Println(first(fill(Job{1, "a"}), Job{2, "b"}))
	fmt.Println(deferred())
	fmt.Println(nested())

	n := 0
	for err := range calls(&n).Iter() {
		fmt.Print(err, " ")
	}
	fmt.Println(n)

	in := Inbox{fill(Job{1, "load"}, Job{2, "store"})}
	var keep []func()
	for j := range in.Iter() {
		j.ID *= 10
		keep = append(keep, func() { fmt.Print(j, " ") })
	}
	for _, f := range keep {
		f()
	}
	fmt.Println()

	var last Job
	for last = range (fill(Job{3, "c"}, Job{4, "d"}).Iter()) {
	}
	fmt.Println(last)

	sum := 0.0
	for s := range fill[Shape](Square(2), Square(3)).Iter() {
		sum += s.Area()
	}
	fmt.Println(sum)

	count := 0
	for range fill(1, 2, 3).Iter() {
		count++
	}
	fmt.Println(count)

	tx, rx := mpsc.Channel[*Job]()
	go func() {
		defer tx.Drop()
		for i := range 3 {
			_ = tx.Send(&Job{ID: i})
		}
	}()
	for j := range rx.Iter() {
		fmt.Print(j.ID, *j, " ")
	}
	fmt.Println()

	all := fill(7, 8).Iter()
	for v := range all {
		fmt.Print(v, " ")
	}
	for f := range fill(strings.ToUpper, nil).Iter() {
		if f != nil {
			fmt.Println(f("up"))
		}
	}
	for i := range 2 {
		for v := range fill(i, i+1).Iter() {
			if v == 1 {
				break
			}
			fmt.Println("v", v)
		}
	}
	defer func() { fmt.Println("recovered:", recover() != nil) }()
	var none *mpsc.Receiver[int]
	for range none.Iter() {
	}
}
