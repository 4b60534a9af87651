package main

import "fmt"

func classify(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	case n < 10:
		if n%2 == 0 {
			break
		}
		return "small odd"
	default:
		return "big"
	}
	return "small even"
}

func fall(n int) (s string) {
	switch n {
	case 1:
		s += "1"
		fallthrough
	case 2:
		s += "2"
		fallthrough
	default:
		s += "d"
	case 3, 4:
		s += "34"
		fallthrough
	case 5:
		s += "5"
	}
	return
}

func gotos() (out []int) {
	i := 0
loop:
	if i < 3 {
		out = append(out, i)
		i++
		goto loop
	}
	{
		goto done
	}
done:
	return
}

func f(s string, v bool) bool { fmt.Print(s); return v }

func side(n int) int { fmt.Print("<", n, ">"); return n }

func main() {
	for _, n := range []int{-5, 0, 3, 4, 50} {
		fmt.Print(classify(n), ", ")
	}
	fmt.Println()
	for n := range 7 {
		fmt.Print(fall(n), " ")
	}
	fmt.Println(gotos())
outer:
	for i := 0; ; i++ {
		for j := 0; ; j++ {
			switch {
			case j == 2:
				continue outer
			case i == 3:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
sw:
	switch x := 3; x {
	case 3:
		for {
			break sw
		}
		fmt.Println("unreached")
	}
sel:
	for {
		select {
		default:
			break sel
		}
	}
	if a := 1; a > 1 {
		fmt.Println("gt")
	} else if b := a * 2; b > 2 {
		fmt.Println("b", b)
	} else {
		fmt.Println("else", a, b)
	}
	_ = f("a", true) && f("b", false) && f("c", true) || f("d", true)
	fmt.Println()
	switch side(2) {
	case side(1), side(2), side(3):
		fmt.Println(" matched")
	case side(4):
	}
	switch x := any(3.5).(type) {
	case int, string:
		fmt.Printf("%T\n", x)
	case float64:
		fmt.Println(x * 2)
	}
	switch {
	}
	switch s := "x"; {
	case s == "x":
		fmt.Println("init only")
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	n := 0
	for n < 3 {
		n++
	}
	for {
		if n++; n > 5 {
			break
		}
	}
	fmt.Println(n)
	var p *int
	if p != nil && *p > 0 {
		fmt.Println("no")
	}
	for i := 0; i < 3; i++ {
		switch {
		case i == 1:
			continue
		}
		defer fmt.Println("deferred", i)
	}
	type local struct{ v int }
	switch (local{1}) {
	case local{1}:
		fmt.Println("struct case")
	}
	goto end
end:
	fmt.Println("end")
}
