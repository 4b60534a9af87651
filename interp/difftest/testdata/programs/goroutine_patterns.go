package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type Task func(context.Context) (string, error)

type Pool struct {
	tasks chan func()
	wg    sync.WaitGroup
}

func NewPool(n int) *Pool {
	p := &Pool{tasks: make(chan func())}
	for range n {
		p.wg.Add(1)
		go p.loop()
	}
	return p
}

func (p *Pool) loop() {
	defer p.wg.Done()
	for t := range p.tasks {
		t()
	}
}

func (p *Pool) Close() { close(p.tasks); p.wg.Wait() }

type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

func (g *Group) Wait() error { g.wg.Wait(); return g.err }

type Broker[T any] struct {
	mu   sync.Mutex
	subs map[int]chan T
	next int
}

func (b *Broker[T]) Subscribe() (<-chan T, func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.subs == nil {
		b.subs = map[int]chan T{}
	}
	id, ch := b.next, make(chan T, 8)
	b.next++
	b.subs[id] = ch
	return ch, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.subs, id)
		close(ch)
	}
}

func (b *Broker[T]) Publish(v T) (n int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, ch := range b.subs {
		ch <- v
		n++
	}
	return n
}

func first(ctx context.Context, tasks ...Task) (string, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type res struct {
		s   string
		err error
	}
	ch := make(chan res, len(tasks))
	for _, t := range tasks {
		go func() { s, err := t(ctx); ch <- res{s, err} }()
	}
	var errs []string
	for range tasks {
		r := <-ch
		if r.err == nil {
			return r.s, nil
		}
		errs = append(errs, r.err.Error())
	}
	sort.Strings(errs)
	return "", errors.New(strings.Join(errs, "; "))
}

type stateFn func(*actor) stateFn
type actor struct {
	in  chan string
	out []string
}

func idle(a *actor) stateFn {
	m, ok := <-a.in
	if !ok {
		return nil
	}
	a.out = append(a.out, "idle:"+m)
	if m == "go" {
		return busy
	}
	return idle
}

func busy(a *actor) stateFn {
	m, ok := <-a.in
	if !ok {
		return nil
	}
	a.out = append(a.out, "busy:"+m)
	if m == "stop" {
		return idle
	}
	return busy
}

func main() {
	p := NewPool(3)
	var total atomic.Int64
	for i := range 10 {
		p.tasks <- func() { total.Add(int64(i)) }
	}
	p.Close()
	fmt.Println(total.Load())
	var g Group
	for i := range 4 {
		g.Go(func() error {
			if i == 2 {
				return fmt.Errorf("task %d failed", i)
			}
			return nil
		})
	}
	fmt.Println(g.Wait())
	var b Broker[string]
	s1, cancel1 := b.Subscribe()
	s2, cancel2 := b.Subscribe()
	fmt.Println(b.Publish("x"), <-s1, <-s2)
	cancel1()
	fmt.Println(b.Publish("y"), <-s2)
	_, open := <-s1
	cancel2()
	fmt.Println(open)
	ok := func(context.Context) (string, error) { return "won", nil }
	bad := func(s string) Task { return func(context.Context) (string, error) { return "", errors.New(s) } }
	slow := func(ctx context.Context) (string, error) { <-ctx.Done(); return "", ctx.Err() }
	fmt.Println(first(context.Background(), bad("e1"), slow, ok))
	fmt.Println(first(context.Background(), bad("e2"), bad("e1")))
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	fmt.Println(first(ctx, slow))
	a := &actor{in: make(chan string)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for s := stateFn(idle); s != nil; {
			s = s(a)
		}
	}()
	for _, m := range strings.Fields("hi go work stop bye") {
		a.in <- m
	}
	close(a.in)
	<-done
	fmt.Println(a.out)
	var mu sync.RWMutex
	shared := map[int]int{}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() {
			mu.Lock()
			shared[i] = i * i
			mu.Unlock()
			runtime.Gosched()
			mu.RLock()
			defer mu.RUnlock()
			_ = len(shared)
		})
	}
	wg.Wait()
	fmt.Println(shared)
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for range 1000 {
		ping <- v
		v = <-pong
	}
	close(ping)
	_, open = <-pong
	fmt.Println(v, open)
	var exit sync.WaitGroup
	exit.Add(1)
	go func() {
		defer exit.Done()
		defer fmt.Println("goexit runs defers")
		runtime.Goexit()
		fmt.Println("unreached")
	}()
	exit.Wait()
	x := 10
	res := make(chan int, 1)
	go func(n int) { res <- n * 2 }(x)
	x = 20
	fmt.Println(<-res, x)
	type method struct{ n int }
	m := method{5}
	_ = m
	results := make([]int, 5)
	for i, w := range []string{"a", "bb", "ccc", "dd", "e"} {
		wg.Go(func() { results[i] = len(w) })
	}
	wg.Wait()
	fmt.Println(results)
}
