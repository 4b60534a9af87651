package main

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
)

type Account struct {
	mu      sync.Mutex
	balance int
}

func (a *Account) Add(n int) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
	return a.balance
}

type Registry struct {
	sync.RWMutex
	names map[string]int
}

func (r *Registry) Get(name string) (n int, ok bool) {
	r.RLock()
	defer r.RUnlock()
	n, ok = r.names[name]
	return
}

// Queue has its Cond as a value.
type Queue[T any] struct {
	mu    sync.Mutex
	some  sync.Cond
	items []T
}

func NewQueue[T any]() *Queue[T] {
	q := &Queue[T]{}
	q.some.L = &q.mu
	return q
}

func (q *Queue[T]) Put(v T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items = append(q.items, v)
	q.some.Signal()
}

func (q *Queue[T]) Take() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.some.Wait()
	}
	v := q.items[0]
	q.items = q.items[1:]
	return v
}

func printed() {
	a := &Account{balance: 7}
	fmt.Println(a, a.Add(1))
	fmt.Printf("%+v %#v\n", a, a)
	a.mu.Lock()
	fmt.Printf("%v %+v\n", a, a)
	a.mu.Unlock()

	var rw sync.RWMutex
	rw.RLock()
	fmt.Printf("%+v\n", &rw)
	rw.RUnlock()
	rw.Lock()
	fmt.Println(&rw, rw.TryRLock(), rw.TryLock())
	rw.Unlock()

	var wg sync.WaitGroup
	wg.Add(3)
	fmt.Printf("%+v\n", &wg)
	fmt.Printf("%#v\n", &wg)
	wg.Add(-3)
	fmt.Println(&wg)

	var once sync.Once
	fmt.Println(&once)
	once.Do(func() { fmt.Println(&once) })
	fmt.Printf("%+v\n", &once)
	fmt.Printf("%+v\n", &sync.Cond{})
	fmt.Printf("%+v %T\n", &Registry{names: map[string]int{"a": 1}}, rw.RLocker())

	for _, v := range []any{a, &rw, &wg, &once, &sync.Cond{}} {
		t := reflect.TypeOf(v).Elem()
		fmt.Println(t, t.Size(), reflect.TypeOf(v).NumMethod())
		for i := range t.NumField() {
			f := t.Field(i)
			fmt.Println(" ", f.Name, f.Type, f.Offset, f.Anonymous)
		}
	}
}

func waiting() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	for range 3 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
		})
	}
	mu.Unlock()
	wg.Wait()
	fmt.Println(&mu, &wg)

	q := NewQueue[string]()
	for i := range 3 {
		wg.Go(func() { q.Put(fmt.Sprint("item ", i)) })
	}
	sum := 0
	for range 3 {
		sum += len(q.Take())
	}
	wg.Wait()
	fmt.Println(sum, q.mu.TryLock())

	r := &Registry{names: map[string]int{}}
	for i := range 10 {
		wg.Add(2)
		go func() {
			defer wg.Done()
			r.Lock()
			defer r.Unlock()
			r.names[fmt.Sprint(i%5)]++
		}()
		go func() {
			defer wg.Done()
			r.Get("3")
		}()
	}
	wg.Wait()
	fmt.Println(r.names)
	fmt.Println(r.Get("3"))
	fmt.Println(r)
}

func shared(wg sync.WaitGroup) { wg.Done() }

func copies() {
	var wg sync.WaitGroup
	wg.Add(2)
	shared(wg)
	fmt.Println(&wg)
	a := Account{balance: 1}
	b := a
	b.Add(1)
	a.mu.Lock()
	c := a
	fmt.Println(a.balance, b.balance, c.mu.TryLock(), b.mu.TryLock())
	locks := map[string]*sync.Mutex{"x": {}, "y": {}}
	locks["x"].Lock()
	fmt.Println(locks["x"].TryLock(), locks["y"].TryLock())
	cells := make([]struct {
		sync.Mutex
		n int
	}, 3)
	for i := range cells {
		cells[i].Lock()
		cells[i].n = i
	}
	fmt.Println(cells)
	cond := sync.NewCond(&sync.Mutex{})
	cond.Signal()
	copied := *cond
	defer func() { fmt.Println(recover()) }()
	copied.Broadcast()
}

func panics() {
	try := func(f func()) {
		defer func() {
			if v := recover(); v != nil {
				fmt.Println("recovered:", v)
			}
		}()
		f()
	}
	var wg sync.WaitGroup
	try(wg.Done)
	try(func() { wg.Add(-5) })
	fmt.Printf("%+v\n", &wg)
	var once sync.Once
	try(func() { once.Do(func() { panic("first") }) })
	try(func() { once.Do(func() { panic("second") }) })
	fmt.Println(&once)
	bad := errors.New("bad")
	f := sync.OnceFunc(func() { panic(bad) })
	try(f)
	try(f)
	v := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(v(), v())
	vs := sync.OnceValues(func() (int, error) { return 1, bad })
	fmt.Println(vs())
	try(func() { sync.OnceValue(func() []int { panic("none") })() })
}

func main() {
	printed()
	waiting()
	copies()
	panics()
}
