package main

import (
	"fmt"
	"time"
)

type msg struct {
	id  int
	txt string
}

var log []string

func ch(name string, c chan int) chan int { log = append(log, name); return c }
func val(n int) int                       { log = append(log, fmt.Sprint("v", n)); return n }

func drain(c <-chan msg) (n int) {
	for {
		select {
		case _, ok := <-c:
			if !ok {
				return n
			}
			n++
		}
	}
}

func trySend[T any](c chan<- T, v T) bool {
	select {
	case c <- v:
		return true
	default:
		return false
	}
}

func firstOf(a, b <-chan string, d time.Duration) (s string, err error) {
	select {
	case s = <-a:
	case s = <-b:
		return s + "(b)", nil
	case <-time.After(d):
		err = fmt.Errorf("timeout after %v", d)
	}
	return
}

func main() {
	c := make(chan msg, 4)
	for i := range 3 {
		c <- msg{i, "m"}
	}
	close(c)
	fmt.Println(drain(c))
	full := make(chan int, 1)
	fmt.Println(trySend(full, 1), trySend(full, 2), trySend[string](nil, "x"))
	a, b := make(chan string, 1), make(chan string, 1)
	b <- "hello"
	fmt.Println(firstOf(a, b, time.Minute))
	a <- "first"
	fmt.Println(firstOf(a, nil, time.Minute))
	fmt.Println(firstOf(nil, nil, time.Millisecond))
	x, y := make(chan int, 1), make(chan int, 1)
	y <- 5
	select {
	case ch("x", x) <- val(1):
		fmt.Println("sent", <-x)
	}
	select {
	case v := <-ch("recv x", x):
		fmt.Println("x", v)
	case v, ok := <-ch("recv y", y):
		fmt.Println("y", v, ok)
	}
	fmt.Println(log)
	var arr [2]int
	m := map[string]int{}
	y <- 7
	select {
	case arr[1] = <-y:
	}
	y <- 8
	select {
	case m["k"] = <-y:
	default:
	}
	var ok bool
	close(y)
	select {
	case arr[0], ok = <-y:
	}
	fmt.Println(arr, m, ok)
	in, out := make(chan int), make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		var queue []int
		for in != nil || len(queue) > 0 {
			var send chan int
			var head int
			if len(queue) > 0 {
				send, head = out, queue[0]
			}
			select {
			case v, ok := <-in:
				if !ok {
					in = nil
					continue
				}
				queue = append(queue, v)
			case send <- head:
				queue = queue[1:]
			}
		}
		close(out)
	}()
	src := in
	go func() {
		for i := range 5 {
			src <- i * i
		}
		close(src)
	}()
	for v := range out {
		fmt.Print(v, " ")
	}
	<-done
	fmt.Println()
	timeout := time.NewTimer(time.Hour)
	stop := make(chan bool)
	go func() { stop <- timeout.Stop() }()
	select {
	case s := <-stop:
		fmt.Println("stopped", s)
	case <-timeout.C:
	}
	counts := [2]int{}
	p, q := make(chan int, 100), make(chan int, 100)
	for range 100 {
		p <- 1
		q <- 1
	}
	for range 200 {
		select {
		case <-p:
			counts[0]++
		case <-q:
			counts[1]++
		}
	}
	fmt.Println(counts)
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		closed := make(chan int)
		close(closed)
		select {
		case closed <- 1:
		default:
		}
	}()
	for i := 0; ; i++ {
		select {
		default:
			if i == 2 {
				fmt.Println("polled", i)
				return
			}
			continue
		}
	}
}
