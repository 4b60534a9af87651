package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

type Config struct {
	name string
	n    int
}

type Cache struct {
	mu sync.RWMutex
	m  map[string]*Config
}

func (c *Cache) Get(k string, load func() *Config) *Config {
	c.mu.RLock()
	v, ok := c.m[k]
	c.mu.RUnlock()
	if ok {
		return v
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if v, ok := c.m[k]; ok {
		return v
	}
	v = load()
	c.m[k] = v
	return v
}

type Queue[T any] struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []T
}

func NewQueue[T any]() *Queue[T] {
	q := &Queue[T]{}
	q.cond = sync.NewCond(&q.mu)
	return q
}

func (q *Queue[T]) Put(v T) {
	q.mu.Lock()
	q.items = append(q.items, v)
	q.mu.Unlock()
	q.cond.Signal()
}

func (q *Queue[T]) Take() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.cond.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

func main() {
	var wg sync.WaitGroup
	var n atomic.Int64
	var mu sync.Mutex
	total := 0
	for i := range 50 {
		wg.Go(func() {
			n.Add(int64(i))
			mu.Lock()
			defer mu.Unlock()
			total += i
		})
	}
	wg.Wait()
	fmt.Println(n.Load(), total)
	c := &Cache{m: map[string]*Config{}}
	loads := atomic.Int32{}
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.Get("k", func() *Config { loads.Add(1); return &Config{"k", 1} })
		}()
	}
	wg.Wait()
	fmt.Println(loads.Load(), *c.m["k"])
	q := NewQueue[Config]()
	go func() {
		for i := range 3 {
			q.Put(Config{"q", i})
		}
	}()
	fmt.Println(q.Take(), q.Take(), q.Take())
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	f := sync.OnceFunc(func() { fmt.Println("once func") })
	f()
	f()
	v := sync.OnceValue(func() Config { fmt.Println("computing"); return Config{"v", 2} })
	fmt.Println(v(), v().n)
	vs := sync.OnceValues(func() (*Config, error) { return nil, errors.New("no config") })
	_, err := vs()
	_, err2 := vs()
	fmt.Println(err, err == err2)
	p := sync.OnceFunc(func() { panic("in once") })
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			p()
		}()
	}
	var m sync.Map
	m.Store(Config{"a", 1}, "A")
	m.Store("b", Config{"B", 2})
	got, ok := m.Load(Config{"a", 1})
	fmt.Println(got, ok)
	act, loaded := m.LoadOrStore("b", 3)
	fmt.Println(act, loaded, act.(Config).name)
	kinds := map[string]int{}
	m.Range(func(k, v any) bool { kinds[fmt.Sprintf("%T-%T", k, v)]++; return true })
	fmt.Println(kinds)
	old, was := m.Swap("b", 9)
	fmt.Println(old, was, m.CompareAndSwap("b", 9, 10), m.CompareAndDelete("b", 9))
	m.Delete("b")
	_, ok = m.Load("b")
	fmt.Println(ok)
	pool := sync.Pool{New: func() any { return &Config{name: "new"} }}
	x := pool.Get().(*Config)
	x.n = 5
	pool.Put(x)
	fmt.Println(x.name)
	var ap atomic.Pointer[Config]
	fmt.Println(ap.Load() == nil, ap.CompareAndSwap(nil, &Config{"ap", 1}), ap.Load().name)
	oldp := ap.Swap(&Config{"ap2", 2})
	fmt.Println(oldp.name, ap.Load().n)
	var av atomic.Value
	av.Store(Config{"av", 1})
	fmt.Println(av.Load().(Config).name)
	func() {
		defer func() { fmt.Println(recover()) }()
		av.Store("another type")
	}()
	var ab atomic.Bool
	fmt.Println(ab.Swap(true), ab.Load(), ab.CompareAndSwap(true, false))
	var u32 uint32
	atomic.AddUint32(&u32, ^uint32(0))
	fmt.Println(u32, atomic.CompareAndSwapUint32(&u32, ^uint32(0), 7), atomic.LoadUint32(&u32))
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var none sync.WaitGroup
		none.Done()
	}()
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	ready := make(chan bool)
	var cmu sync.Mutex
	cond := sync.NewCond(&cmu)
	started, released := 0, 0
	for range 3 {
		wg.Go(func() {
			cmu.Lock()
			defer cmu.Unlock()
			started++
			if started == 3 {
				close(ready)
			}
			cond.Wait()
			released++
		})
	}
	<-ready
	cmu.Lock()
	cond.Broadcast()
	cmu.Unlock()
	wg.Wait()
	fmt.Println(released)
	t := time.AfterFunc(time.Hour, func() {})
	fmt.Println(t.Stop())
}
