package main

import "fmt"

func classify(n int) string {
	switch {
	case n < 0:
		return "neg"
	case n == 0:
		return "zero"
	case n < 10:
		fallthrough
	case n < 100:
		return "small"
	default:
		return "big"
	}
}

func find(grid [][]int, want int) (int, int) {
outer:
	for i, row := range grid {
		for j, v := range row {
			if v < 0 {
				continue outer
			}
			if v == want {
				return i, j
			}
			if v > 100 {
				break outer
			}
		}
	}
	return -1, -1
}

func gotoLoop(n int) (s int) {
	i := 0
top:
	if i < n {
		s += i
		i++
		goto top
	}
	return
}

func sw(x any) string {
	switch x {
	case 1, 2:
		return "one-two"
	case "a":
		return "a"
	case nil:
		return "nil"
	case 2.5:
		return "2.5"
	}
	return "?"
}

func f(s string) int { fmt.Print("<", s, ">"); return len(s) }

func main() {
	for _, n := range []int{-1, 0, 5, 50, 500} {
		fmt.Print(classify(n), " ")
	}
	fmt.Println()
	fmt.Println(find([][]int{{1, -1, 5}, {5, 2}}, 5))
	fmt.Println(find([][]int{{101}, {5}}, 5))
	fmt.Println(gotoLoop(5))
	fmt.Println(sw(1), sw(2), sw("a"), sw(nil), sw(2.5), sw(int64(1)))
	switch x := f("abc"); x {
	case f("a"), f("ab"):
		fmt.Println("no")
	case f("xyz"):
		fmt.Println("yes")
		if x > 0 {
			break
		}
		fmt.Println("unreachable")
	case f("never"):
	}
	switch {
	default:
		fmt.Println("default first")
	case 1 > 2:
		fmt.Println("no")
	}
	i := 0
	for i < 3 {
		i++
	}
	for {
		i++
		if i%2 == 0 {
			continue
		}
		if i > 8 {
			break
		}
	}
	fmt.Println(i)
loop:
	for i := 0; ; i++ {
		switch {
		case i == 2:
			continue loop
		case i == 4:
			break loop
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	switch x := 5; {
	case x > 3:
		fmt.Println("x>3")
		fallthrough
	case x > 100:
		fmt.Println("fell")
		fallthrough
	default:
		fmt.Println("default")
	}
	for i := range 10 {
		if i == 3 {
			break
		}
		fmt.Print(i)
	}
	fmt.Println()
	for i := range int8(3) {
		fmt.Printf("%T%d ", i, i)
	}
	const N = 4
	for i := range N {
		fmt.Print(i)
	}
	fmt.Println()
	var k uint8
	for k = range 3 {
	}
	fmt.Println(k)
	n := 3
	for i := range n {
		n = 10
		fmt.Print(i)
	}
	fmt.Println()
	for i, r := range "héllo, 世界" {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println()
	for i := range "ab" {
		fmt.Print(i)
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(arr))
	sl := []int{1, 2, 3}
	for i, v := range sl {
		if i == 0 {
			sl = append(sl, 4)
			sl[1] = 9
		}
		fmt.Print(v, " ")
	}
	fmt.Println(sl)
	m := map[string]int{"a": 1, "b": 2}
	sum := 0
	for k, v := range m {
		delete(m, k)
		sum += v
	}
	fmt.Println(sum, len(m))
	for range 2 {
		fmt.Print("r")
	}
	var idx [2]int
	j := 0
	for j, idx[j] = range []int{7, 8} {
	}
	fmt.Println(j, idx)
	{
		goto end
	}
end:
	fmt.Println("end")
	if a, b := 1, 2; a > b {
	} else if c := a + b; c == 3 {
		fmt.Println("c", a, b, c)
	} else {
		fmt.Println(c)
	}
	switch y := any(3).(type) {
	case int, string:
		fmt.Printf("%T\n", y)
	}
	var e error
	switch e {
	case nil:
		fmt.Println("nil err")
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v)
	}
	for range ch {
	}
	fmt.Println()
}

// Conversions begin the operands of && and ||.
func outside(x int64, limit int) bool { return x > int64(limit) || x < -int64(limit) }

func inside(x int64, limit int) bool { return int64(limit) >= x && -int64(limit) <= x }

func init() {
	fmt.Println(outside(3, 4), outside(-5, 4), outside(5, 4), inside(3, 4), inside(-5, 4), inside(5, 4))
}
