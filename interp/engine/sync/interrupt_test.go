package sync_test

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"gopost/interp/display"
	"gopost/interp/engine/rt"
	"gopost/interp/engine/sync"
)

// host is a Host whose cells print and show nothing; a late panic is a mistake.
type host struct{ t *testing.T }

func (h host) Late(c *rt.Cell, f *rt.Failure)               { h.t.Errorf("late %s: %s", f.Name, f.Text) }
func (h host) Stream(*rt.Cell, bool, string)                {}
func (h host) Display(*rt.Cell, display.Data, string, bool) {}
func (h host) Clear(*rt.Cell, bool)                         {}
func (h host) Exit(*rt.Cell, string, int)                   {}
func (h host) Input(context.Context, *rt.Cell, string) (string, error) {
	return "", errors.New("nobody is there to answer")
}

func newRuntime(t *testing.T) *rt.Runtime {
	return rt.New(host{t}, func(token.Pos) token.Position { return token.Position{} })
}

// Each wait ends with its cell's interrupt, and leaves the lock as it was.
func TestInterrupted(t *testing.T) {
	var (
		mu   sync.Mutex
		rw   sync.RWMutex
		wg   sync.WaitGroup
		cond = sync.NewCond(noLock{})
	)
	tests := []struct {
		name string
		lock any
		hold func()
		wait func()
		free func()
	}{
		{"lock", &mu, mu.Lock, mu.Lock, mu.Unlock},
		{"write", &rw, rw.Lock, rw.Lock, rw.Unlock},
		{"drain", &rw, rw.RLock, rw.Lock, rw.RUnlock},
		{"read", &rw, rw.Lock, rw.RLock, rw.Unlock},
		{"finish", &wg, func() { wg.Add(1) }, wg.Wait, wg.Done},
		{"hear", cond, func() {}, cond.Wait, func() {}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := newRuntime(t)
				test.hold()
				held := fmt.Sprintf("%+v", test.lock)
				cell := r.NewCell("1", false)
				var waiter *rt.Strand
				ended := make(chan *rt.Failure)
				go func() {
					ended <- r.Run(cell, func() {
						waiter = rt.Current()
						test.wait()
						t.Error("the wait returned")
					})
				}()
				synctest.Wait()
				at := reflect.ValueOf(test.lock).UnsafePointer()
				if got := sync.Strands(at)[test.name]; len(got) != 1 || got[0] != waiter {
					t.Errorf("strands %v wait, want [%p]", got, waiter)
				}
				cell.Cancel()
				if f := <-ended; f != nil {
					t.Errorf("the cell failed: %+v", f)
				}
				if got := fmt.Sprintf("%+v", test.lock); test.name != "hear" && got != held {
					t.Errorf("the lock is %s, was %s", got, held)
				}
				if n := sync.Waiting(); n != 0 {
					t.Errorf("%d are left in the table", n)
				}
				test.free()
				time.Sleep(time.Second) // for the timer of the interrupt
			})
		})
	}
	if !mu.TryLock() || !rw.TryLock() {
		t.Error("a lock is not free")
	}
}

// What has to wait behind an interrupted writer does not wait for ever.
func TestInterruptedWriterLetsReadersIn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var rw sync.RWMutex
		r := newRuntime(t)
		cell := r.NewCell("1", false)
		rw.RLock()
		writer := make(chan *rt.Failure)
		go func() { writer <- r.Run(cell, rw.Lock) }()
		synctest.Wait()
		log := ""
		go func() {
			rw.RLock()
			log += "read "
			rw.RUnlock()
		}()
		synctest.Wait()
		go func() {
			rw.Lock()
			log += "write "
			rw.Unlock()
		}()
		synctest.Wait()
		cell.Cancel()
		<-writer
		synctest.Wait()
		if log != "read " {
			t.Errorf("after the interrupt: %s", log)
		}
		rw.RUnlock()
		synctest.Wait()
		if log != "read write " {
			t.Errorf("after the first reader left: %s", log)
		}
		time.Sleep(time.Second)
	})
}

// An initialisation that was interrupted is done again.
func TestInterruptedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var once sync.Once
		calls := 0
		f := func() {
			calls++
			if calls < 3 {
				var never sync.WaitGroup
				never.Add(1)
				never.Wait()
			}
		}
		f1, f2 := func() { once.Do(f) }, sync.OnceFunc(f)
		r := newRuntime(t)
		for _, f := range []func(){f1, f2} {
			cell := r.NewCell("1", false)
			ended := make(chan *rt.Failure)
			go func() { ended <- r.Run(cell, f) }()
			synctest.Wait()
			cell.Cancel()
			<-ended
		}
		f1()
		f1()
		f2()
		f2()
		if calls != 4 {
			t.Errorf("%d calls", calls)
		}
		time.Sleep(time.Second)
	})
}
