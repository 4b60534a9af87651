package main

import "fmt"

func search(grid [][]int, want int) (r, c int, ok bool) {
rows:
	for r = range grid {
		for c = range grid[r] {
			switch v := grid[r][c]; {
			case v < 0:
				continue rows
			case v == want:
				ok = true
				break rows
			}
		}
	}
	return
}

func collatz(n int) (steps int) {
top:
	switch {
	case n == 1:
		return
	case n%2 == 0:
		n /= 2
	default:
		n = 3*n + 1
	}
	steps++
	goto top
}

func retry(fails int) string {
	tries := 0
again:
	tries++
	if tries <= fails {
		if tries == 3 {
			goto giveUp
		}
		goto again
	}
	return fmt.Sprint("ok after ", tries)
giveUp:
	return "gave up"
}

func selects() (log []string) {
	a, b, quit := make(chan int, 3), make(chan string, 1), make(chan bool, 1)
	a <- 1
	a <- 2
recv:
	for {
		select {
		case v := <-a:
			if v == 2 {
				b <- "two"
				continue recv
			}
			log = append(log, fmt.Sprint(v))
			if v == 3 {
				quit <- true
			}
		case s := <-b:
			log = append(log, s)
			a <- 3
		case <-quit:
			break recv
		}
		if len(log) > 10 {
			break
		}
	}
	return
}

func machine(in string) (out string) {
	i := 0
start:
	if i == len(in) {
		goto done
	}
	switch in[i] {
	case 'a':
		i++
		goto sawA
	default:
		out += "."
		i++
		goto start
	}
sawA:
	if i < len(in) && in[i] == 'b' {
		out += "AB"
		i++
	} else {
		out += "A"
	}
	goto start
done:
	return out + "$"
}

func main() {
	grid := [][]int{{1, 2}, {-1, 5, 6}, {3, 5}}
	fmt.Println(search(grid, 5))
	fmt.Println(search(grid, 6))
	fmt.Println(collatz(27), collatz(1))
	fmt.Println(retry(1), retry(2), retry(5))
	fmt.Println(len(selects()))
	fmt.Println(machine("aabxab"))
outer:
	for i := 2; i < 20; i++ {
		for j := 2; j*j <= i; j++ {
			if i%j == 0 {
				continue outer
			}
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	var fs []func() int
loop:
	for i := 0; ; i++ {
		switch {
		case i%2 == 1:
			continue
		case i > 6:
			break loop
		}
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	depth := 0
a:
	for range 3 {
	b:
		for {
			for range 5 {
				depth++
				if depth%4 == 0 {
					break b
				}
				if depth > 9 {
					break a
				}
				continue b
			}
		}
	}
	fmt.Println(depth)
	k := 0
rng:
	for i, r := range "hello" {
		switch r {
		case 'l':
			k += i
			if k > 4 {
				break rng
			}
		}
	}
	fmt.Println(k)
ts:
	switch x := any(k).(type) {
	case int:
		if x > 0 {
			break ts
		}
		fmt.Println("unreached")
	}
}
