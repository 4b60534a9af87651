package sync_test

import (
	"fmt"
	"runtime"
	standard "sync"
	"sync/atomic"
	"testing"

	"gopost/interp/engine/rt"
	"gopost/interp/engine/sync"
)

// Cells that use all locks at once are interrupted again and again. Whoever got
// a lock gives it back, so in the end all are as new.
func TestInterruptStress(t *testing.T) {
	const cells, goroutines, steps = 100, 12, 300
	var (
		mu   sync.Mutex
		rw   sync.RWMutex
		cond = sync.NewCond(&mu)
		r    = newRuntime(t)
		n, m int
		all  standard.WaitGroup // the goroutines of a cell
	)
	critical := func(lock sync.Locker, f func()) {
		lock.Lock()
		defer lock.Unlock()
		f()
	}
	work := []func(){
		func() { critical(&mu, func() { n++ }) },
		func() { critical(&mu, cond.Wait) },
		func() { critical(&rw, func() { m++ }) },
		func() { critical(rw.RLocker(), func() { _ = m }) },
		func() { critical(rw.RLocker(), func() { critical(&mu, cond.Signal) }) },
		func() {
			if rw.TryRLock() {
				defer rw.RUnlock()
				runtime.Gosched()
			}
		},
		func() {
			if rw.TryLock() {
				defer rw.Unlock()
				runtime.Gosched()
			}
		},
		func() {
			var wg sync.WaitGroup
			all.Add(1)
			wg.Go(func() {
				defer all.Done()
				critical(&rw, func() { m-- })
			})
			wg.Wait()
		},
		cond.Broadcast,
	}
	for range cells {
		var (
			cell = r.NewCell("1", false)
			done atomic.Int64
		)
		loop := func(first int, next func(int) int) {
			all.Add(1)
			rt.Go(func() {
				defer all.Done()
				for i := first; ; i = next(i) {
					r.Check()
					work[i]()
					if done.Add(1) == steps {
						cell.Cancel()
					}
				}
			})
		}
		f := r.Run(cell, func() {
			for i := range goroutines {
				loop(i%len(work), func(i int) int { return (i + 1) % len(work) })
			}
			loop(len(work)-1, func(i int) int { // so that not all wait for a signal
				runtime.Gosched()
				return i
			})
			all.Wait()
		})
		if f != nil {
			t.Fatalf("the cell failed: %+v", f)
		}
	}
	if got, want := fmt.Sprintf("%+v", &mu), fmt.Sprintf("%+v", new(sync.Mutex)); got != want {
		t.Errorf("the mutex is %s, want %s", got, want)
	}
	if got, want := fmt.Sprintf("%+v", &rw), fmt.Sprintf("%+v", new(sync.RWMutex)); got != want {
		t.Errorf("the lock is %s, want %s", got, want)
	}
	if n := sync.Waiting(); n != 0 {
		t.Errorf("%d are left in the table", n)
	}
}
