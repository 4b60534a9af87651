package sync_test

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"gopost/interp/engine/sync"
)

func TestMutexExcludes(t *testing.T) {
	var (
		mu sync.Mutex
		wg sync.WaitGroup
		n  int
	)
	for range 8 {
		wg.Go(func() {
			for range 500 {
				mu.Lock()
				n++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if n != 4000 {
		t.Errorf("n is %d", n)
	}
	if !mu.TryLock() || mu.TryLock() {
		t.Error("TryLock takes a free mutex once")
	}
}

// Waiters get the lock in the order in which they came.
func TestMutexIsFair(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var (
			mu    sync.Mutex
			order []int
		)
		mu.Lock()
		for i := range 5 {
			go func() {
				mu.Lock()
				order = append(order, i)
				mu.Unlock()
			}()
			synctest.Wait()
		}
		mu.Unlock()
		synctest.Wait()
		if !slices.Equal(order, []int{0, 1, 2, 3, 4}) {
			t.Errorf("the order was %v", order)
		}
	})
}

func TestRWMutex(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var (
			mu  sync.RWMutex
			log []string
		)
		mu.RLock()
		mu.RLock()
		go func() {
			mu.Lock()
			log = append(log, "write")
			mu.Unlock()
		}()
		synctest.Wait()
		if mu.TryRLock() {
			t.Error("a reader got in before a waiting writer")
		}
		go func() {
			mu.RLocker().Lock()
			log = append(log, "read")
			mu.RLocker().Unlock()
		}()
		synctest.Wait()
		mu.RUnlock()
		synctest.Wait()
		if len(log) != 0 {
			t.Errorf("one reader is left, and %v happened", log)
		}
		mu.RUnlock()
		synctest.Wait()
		if got := strings.Join(log, " "); got != "write read" {
			t.Errorf("what happened is %s", got)
		}
		if !mu.TryLock() || mu.TryLock() || mu.TryRLock() {
			t.Error("TryLock takes a free lock once, for itself")
		}
		mu.Unlock()
	})
}

func TestRWMutexExcludes(t *testing.T) {
	var (
		mu sync.RWMutex
		wg sync.WaitGroup
		n  int
	)
	for i := range 8 {
		wg.Go(func() {
			for range 300 {
				if i%2 == 0 {
					mu.Lock()
					n++
					mu.Unlock()
				} else {
					mu.RLock()
					_ = n
					mu.RUnlock()
				}
			}
		})
	}
	wg.Wait()
	if n != 1200 {
		t.Errorf("n is %d", n)
	}
}

func TestCond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		c := sync.NewCond(&mu)
		woken := 0
		for range 3 {
			go func() {
				mu.Lock()
				defer mu.Unlock()
				c.Wait()
				woken++
			}()
		}
		synctest.Wait()
		c.Signal()
		synctest.Wait()
		if woken != 1 {
			t.Errorf("Signal woke %d", woken)
		}
		c.Broadcast()
		synctest.Wait()
		if woken != 3 {
			t.Errorf("after Broadcast %d are awake", woken)
		}
	})
}

func TestOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var (
			once sync.Once
			wg   sync.WaitGroup
			n    int
		)
		for range 4 {
			wg.Go(func() {
				once.Do(func() {
					time.Sleep(time.Second)
					n++
				})
				if n != 1 {
					t.Errorf("Do returned before the first call did: n is %d", n)
				}
			})
		}
		wg.Wait()
	})
}

func TestOncePanics(t *testing.T) {
	var once sync.Once
	if got := caught(func() { once.Do(func() { panic("a") }) }); got != "a" {
		t.Errorf("Do panics with %v", got)
	}
	once.Do(func() { t.Error("a panic is a return") })
	f := sync.OnceFunc(func() { panic("b") })
	for range 2 {
		if got := caught(f); got != "b" {
			t.Errorf("OnceFunc panics with %v", got)
		}
	}
}

func TestWaitGroupMisuse(t *testing.T) {
	var wg sync.WaitGroup
	if got := caught(wg.Done); got != "sync: negative WaitGroup counter" {
		t.Errorf("Done panics with %v", got)
	}
}

// A goroutine that ends itself counts as one that returned.
func TestWaitGroupGoexit(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(runtime.Goexit)
	wg.Wait()
}

// A panic in a goroutine ends the cell, and those who wait do not go on before.
func TestWaitGroupPanic(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRuntime(t)
		f := r.Run(r.NewCell("1", false), func() {
			var wg sync.WaitGroup
			wg.Go(func() { panic("a") })
			wg.Wait()
			t.Error("Wait returned")
		})
		if f == nil || f.Text != "a" {
			t.Errorf("the cell failed with %+v", f)
		}
		time.Sleep(time.Second) // for the timer of the interrupt
	})
}

// An interrupt is no panic: the next cell can use the group.
func TestWaitGroupInterrupted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var wg sync.WaitGroup
		var mu sync.Mutex
		mu.Lock()
		r := newRuntime(t)
		cell := r.NewCell("1", false)
		r.Run(cell, func() { wg.Go(mu.Lock) })
		cell.Cancel()
		wg.Wait()
		time.Sleep(time.Second)
	})
}

// Who waits for a signal must hold the lock.
func TestCondWithoutLock(t *testing.T) {
	r := newRuntime(t)
	f := r.Run(r.NewCell("1", false), func() { sync.NewCond(new(sync.Mutex)).Wait() })
	if f == nil || f.Text != "sync: unlock of unlocked mutex" {
		t.Errorf("the cell failed with %+v", f)
	}
	if n := sync.Waiting(); n != 0 {
		t.Errorf("%d are left in the table", n)
	}
}

func caught(f func()) (v any) {
	defer func() { v = recover() }()
	f()
	return nil
}
