package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

type Account struct {
	mu  sync.Mutex
	bal int
}

func (a *Account) Deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.bal += n
}

type job struct {
	id int
	in string
}
type result struct {
	job
	out int
	err error
}

func worker(id int, jobs <-chan job, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		r := result{job: j, out: len(j.in) * 10}
		if j.id == 3 {
			r.err = errors.New("bad job")
		}
		results <- r
	}
}

func gen(ctx context.Context, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func square(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- v * v
		}
	}()
	return out
}

func merge[T any](cs ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T)
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan T) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type SafeMap[K comparable, V any] struct {
	sync.RWMutex
	m map[K]V
}

func (s *SafeMap[K, V]) Set(k K, v V) {
	s.Lock()
	defer s.Unlock()
	if s.m == nil {
		s.m = map[K]V{}
	}
	s.m[k] = v
}
func (s *SafeMap[K, V]) Get(k K) (V, bool) {
	s.RLock()
	defer s.RUnlock()
	v, ok := s.m[k]
	return v, ok
}

type Config struct{ n int }
type key struct{}

func main() {
	var acc Account
	var wg sync.WaitGroup
	for i := 1; i <= 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			acc.Deposit(i)
		}()
	}
	wg.Wait()
	fmt.Println(acc.bal)

	jobs, results := make(chan job, 5), make(chan result, 5)
	for w := range 3 {
		wg.Add(1)
		go worker(w, jobs, results, &wg)
	}
	for i, s := range []string{"a", "bb", "ccc", "dddd"} {
		jobs <- job{i, s}
	}
	close(jobs)
	wg.Wait()
	close(results)
	var rs []result
	for r := range results {
		rs = append(rs, r)
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i].id < rs[j].id })
	for _, r := range rs {
		fmt.Println(r.id, r.in, r.out, r.err)
	}

	ctx, cancel := context.WithCancel(context.Background())
	sum := 0
	for v := range square(gen(ctx, 5)) {
		sum += v
	}
	fmt.Println(sum)
	total := 0
	for v := range merge(gen(ctx, 4), gen(ctx, 3)) {
		total += v
	}
	fmt.Println(total)
	cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	tctx, c2 := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer c2()
	select {
	case <-tctx.Done():
		fmt.Println(tctx.Err(), errors.Is(tctx.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	vctx := context.WithValue(context.Background(), key{}, Config{4})
	if c, ok := vctx.Value(key{}).(Config); ok {
		fmt.Println("value", c.n)
	}
	fmt.Println(vctx.Value("other") == nil)

	var n atomic.Int64
	var u int32
	wg.Go(func() { n.Add(5); atomic.AddInt32(&u, 2) })
	wg.Go(func() { n.Add(6); atomic.AddInt32(&u, 3) })
	wg.Wait()
	fmt.Println(n.Load(), u, atomic.LoadInt32(&u))
	var p atomic.Pointer[Config]
	p.Store(&Config{3})
	old := p.Swap(&Config{8})
	fmt.Println(old.n, p.Load().n, p.CompareAndSwap(old, nil))
	var av atomic.Value
	av.Store([]int{1, 2})
	fmt.Println(av.Load().([]int))
	var flag atomic.Bool
	flag.Store(true)
	fmt.Println(flag.Load())

	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	val := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(val(), val())
	var sm SafeMap[string, Config]
	sm.Set("a", Config{1})
	fmt.Println(sm.Get("a"))
	fmt.Println(sm.Get("z"))
	var m sync.Map
	m.Store("k", Config{5})
	v, ok := m.Load("k")
	fmt.Println(v, ok, v.(Config).n)
	m.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	pool := sync.Pool{New: func() any { return &Config{7} }}
	c := pool.Get().(*Config)
	fmt.Println(c.n)
	pool.Put(c)

	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() {
		cond.L.Lock()
		ready = true
		cond.L.Unlock()
		cond.Broadcast()
	}()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	fmt.Println("ready")

	done := make(chan struct{})
	data := make(chan string)
	go func() {
		defer close(done)
		for s := range data {
			fmt.Println("got", s)
		}
	}()
	data <- "x"
	data <- "y"
	close(data)
	<-done
	sem := make(chan struct{}, 2)
	var active, peak int32
	var mu sync.Mutex
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			mu.Lock()
			active++
			peak = max(peak, active)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			active--
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(peak <= 2)
	tick := time.NewTicker(time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tick.C
	}
	tick.Stop()
	timer := time.AfterFunc(time.Hour, func() {})
	fmt.Println(timer.Stop())
	select {
	case v, ok := <-data:
		fmt.Printf("%q %v\n", v, ok)
	default:
		fmt.Println("default")
	}
	var nilch chan int
	select {
	case <-nilch:
	default:
		fmt.Println("nil chan blocks")
	}
	out := make(chan int, 1)
	for i := range 4 {
		select {
		case out <- i:
			fmt.Println("sent", i)
		case x := <-out:
			fmt.Println("recv", x)
		}
	}
	panicked := make(chan any)
	go func() {
		defer func() { panicked <- recover() }()
		panic("in goroutine")
	}()
	fmt.Println(<-panicked)
	quit := make(chan bool)
	c3 := make(chan func() int, 1)
	go func() {
		for {
			select {
			case f := <-c3:
				fmt.Println(f())
			case <-quit:
				quit <- true
				return
			}
		}
	}()
	x := 5
	c3 <- func() int { return x * 2 }
	time.Sleep(2 * time.Millisecond)
	quit <- true
	<-quit
	chans := []chan int{make(chan int, 1), make(chan int, 1)}
	chans[1] <- 3
	idx := func(i int) int { return i }
	select {
	case v := <-chans[idx(0)]:
		fmt.Println("c0", v)
	case v := <-chans[idx(1)]:
		fmt.Println("c1", v)
	}
	var arr [2]int
	chans[0] <- 8
	arr[idx(1)] = <-chans[idx(0)]
	fmt.Println(arr, len(chans[0]), cap(chans[0]))
	cc := make(chan chan string, 1)
	go func() { r := <-cc; r <- "reply" }()
	reply := make(chan string)
	cc <- reply
	fmt.Println(<-reply)
	afterDone := make(chan string, 1)
	stop := context.AfterFunc(ctx, func() { afterDone <- "after" })
	fmt.Println(<-afterDone, stop())
}
