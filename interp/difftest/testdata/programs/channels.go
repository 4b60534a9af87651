package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"time"
)

type job struct {
	id   int
	data string
}
type result struct {
	job
	out string
	err error
}

func producer(n int) <-chan job {
	ch := make(chan job)
	go func() {
		defer close(ch)
		for i := range n {
			ch <- job{i, fmt.Sprint("d", i)}
		}
	}()
	return ch
}

func fanOut(in <-chan job, workers int) <-chan result {
	out := make(chan result, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range in {
				r := result{job: j, out: j.data + "!"}
				if j.id == 3 {
					r.err = errors.New("job 3 fails")
				}
				out <- r
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func merge[T any](chs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	wg.Add(len(chs))
	for _, c := range chs {
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func sieve(n int) (primes []int) {
	ch := make(chan int)
	go func(out chan<- int) {
		for i := 2; ; i++ {
			out <- i
		}
	}(ch)
	for range n {
		p := <-ch
		primes = append(primes, p)
		next := make(chan int)
		go func(in <-chan int) {
			for {
				if v := <-in; v%p != 0 {
					next <- v
				}
			}
		}(ch)
		ch = next
	}
	return
}

func main() {
	var rs []result
	for r := range fanOut(producer(6), 3) {
		rs = append(rs, r)
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i].id < rs[j].id })
	for _, r := range rs {
		fmt.Print(r.id, r.out, r.err, " ")
	}
	fmt.Println()
	sum := 0
	gen := func(xs ...int) <-chan int {
		c := make(chan int, len(xs))
		for _, x := range xs {
			c <- x
		}
		close(c)
		return c
	}
	for v := range merge(gen(1, 2), gen(3), gen()) {
		sum += v
	}
	fmt.Println(sum, sieve(8))
	c := make(chan int, 3)
	c <- 1
	c <- 2
	fmt.Println(len(c), cap(c), <-c)
	close(c)
	v, ok := <-c
	fmt.Println(v, ok)
	v, ok = <-c
	fmt.Println(v, ok)
	select {
	case x := <-make(chan int):
		fmt.Println(x)
	default:
		fmt.Println("default")
	}
	var nilc chan int
	select {
	case nilc <- 1:
	case <-nilc:
	case v, ok := <-c:
		fmt.Println("closed", v, ok)
	}
	done, data := make(chan struct{}), make(chan string)
	go func() {
		for _, s := range []string{"x", "y"} {
			data <- s
		}
		close(done)
	}()
loop:
	for {
		select {
		case s := <-data:
			fmt.Print(s, " ")
		case <-done:
			break loop
		}
	}
	select {
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	case <-data:
	}
	reply := make(chan chan string, 1)
	go func() { r := <-reply; r <- "pong" }()
	r := make(chan string)
	reply <- r
	fmt.Println(<-r)
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	ticks := make(chan int)
	wg.Go(func() {
		for i := 0; ; i++ {
			select {
			case ticks <- i:
			case <-ctx.Done():
				return
			}
		}
	})
	fmt.Println(<-ticks, <-ticks)
	cancel()
	wg.Wait()
	sem := make(chan struct{}, 2)
	var mu sync.Mutex
	most, now := 0, 0
	for range 6 {
		wg.Go(func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			mu.Lock()
			now++
			most = max(most, now)
			mu.Unlock()
			mu.Lock()
			now--
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(most <= 2, now)
	fc := make(chan func() error, 1)
	fc <- func() error { return errors.New("from chan") }
	fmt.Println((<-fc)())
	arr := [2]chan int{make(chan int, 1), make(chan int, 1)}
	arr[1] <- 5
	i := 0
	var got [2]int
	for i = range arr {
		select {
		case got[i] = <-arr[i]:
		default:
			got[i] = -1
		}
	}
	fmt.Println(got)
	t := time.NewTicker(time.Millisecond)
	<-t.C
	t.Stop()
	errc := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				errc <- fmt.Errorf("goroutine: %v", r)
			}
		}()
		panic("in goroutine")
	}()
	fmt.Println(<-errc)
	ch2 := make(chan any, 2)
	ch2 <- job{1, "z"}
	ch2 <- nil
	j, ok := (<-ch2).(job)
	fmt.Println(j, ok, <-ch2)
}
