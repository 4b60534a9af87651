package sync

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"gopost/interp/engine/rt"
)

// Once is sync.Once.
type Once sync.Once

// Do calls f if it is the first call of Do for o, and otherwise blocks until
// that first call has returned. A panic in f counts as a return. An interrupt
// does not: what f was to set up is not there, so the next call of Do calls
// its f again.
func (o *Once) Do(f func()) { (*once)(unsafe.Pointer(o)).do(f) }

// once is the twin of Once.
type once struct {
	done atomic.Bool
	m    mutex
}

func (o *once) do(f func()) {
	if !o.done.Load() {
		o.doSlow(f)
	}
}

func (o *once) doSlow(f func()) {
	o.m.lock(toDo)
	defer o.m.unlock(toDo)
	if o.done.Load() {
		return
	}
	returned := false
	defer func() { o.done.Store(returned || !rt.Unwinding()) }()
	f()
	returned = true
}

// OnceFunc returns a func that calls f once, and panics each time as f did.
func OnceFunc(f func()) func() {
	var (
		once  Once
		valid bool
		p     any
	)
	return func() {
		once.Do(func() {
			defer func() {
				if !valid && rt.Unwinding() {
					return // an interrupt is not f's panic
				}
				f = nil
				p = recover()
				if !valid {
					panic(p)
				}
			}()
			f()
			valid = true
		})
		if !valid {
			panic(p)
		}
	}
}
