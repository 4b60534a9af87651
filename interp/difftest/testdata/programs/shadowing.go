package main

import (
	"errors"
	"fmt"
	"strings"
)

var x = "package"

type T struct{ v int }

func T2() T { return T{2} }

func show() string { return x }

func err() (err error) {
	if x, err := 1, errors.New("inner"); x > 0 {
		_ = err
	}
	return
}

func params(x int, strings []string) (string, int) {
	len := func(s []string) int { return 42 }
	return fmt.Sprint(x), len(strings)
}

func builtins() string {
	true := false
	nil := 5
	string := func(i int) int { return i + 1 }
	append := "append"
	print := fmt.Sprint
	int := 3.5
	return print(true, nil, string(1), append, int)
}

func main() {
	fmt.Println(x, show())
	x := x + "-local"
	fmt.Println(x, show())
	{
		x := 5
		x++
		fmt.Println(x)
		{
			x, y := x*2, x
			fmt.Println(x, y)
		}
	}
	for x := range 2 {
		x := x * 10
		fmt.Print(x, " ")
	}
	if x, ok := any(x).(string); ok {
		x = strings.ToUpper(x)
		fmt.Println(x)
	} else {
		fmt.Println("no", x)
	}
	switch x := any(x).(type) {
	case string:
		x += "!"
		fmt.Println(x)
	}
	fmt.Println(x, err())
	fmt.Println(params(7, nil))
	fmt.Println(builtins())
	type T struct{ name string }
	t := T{"local T"}
	fmt.Printf("%+v %T %v\n", t, t, T2())
	{
		type T []int
		fmt.Println(T{1, 2}, len(T{}))
	}
	func(x float64) {
		x *= 2
		fmt.Println(x)
	}(1.25)
	a, b := 1, 2
	a, c := 3, a
	fmt.Println(a, b, c)
	var fns []func()
	for i := 0; i < 2; i++ {
		i := i * 100
		fns = append(fns, func() { i++; fmt.Print(i, " ") })
	}
	fns[0]()
	fns[0]()
	fns[1]()
	fmt.Println()
	fmt := "not a package"
	println := func(s ...any) {}
	println(fmt)
	select {
	default:
		x := len(fmt)
		_ = x
	}
	const x2 = 1
	{
		const x2 = "two"
		_ = x2[0]
	}
	_ = x2 + 1
}
