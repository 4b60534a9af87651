package sync

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"gopost/interp/engine/rt"
)

// Cond is sync.Cond.
type Cond sync.Cond

// NewCond returns a Cond with locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, blocks until Signal or Broadcast wakes it, and locks c.L
// again.
func (c *Cond) Wait() { (*cond)(unsafe.Pointer(c)).wait() }

// Signal wakes one waiting goroutine, if there is one.
func (c *Cond) Signal() { (*cond)(unsafe.Pointer(c)).signal() }

// Broadcast wakes all waiting goroutines.
func (c *Cond) Broadcast() { (*cond)(unsafe.Pointer(c)).broadcast() }

// cond is the twin of Cond.
type cond struct {
	L Locker
	// waits counts the calls of Wait there were, wakes those that are over.
	waits, wakes atomic.Uint32
	lock         uintptr
	head, tail   unsafe.Pointer
	// self is the address of the Cond, once it has been used.
	self atomic.Uintptr
}

func (c *cond) place() place { return place{unsafe.Pointer(c), toHear} }

// check panics if c is a copy of a Cond that was used before.
func (c *cond) check() {
	self := uintptr(unsafe.Pointer(c))
	if c.self.Load() != self && !c.self.CompareAndSwap(0, self) && c.self.Load() != self {
		panic("sync.Cond is copied")
	}
}

func (c *cond) wait() {
	c.check()
	p := waiting.of(unsafe.Pointer(c))
	p.Lock()
	c.waits.Add(1)
	w := p.join(c.place())
	p.Unlock()
	unlocked := false
	defer func() {
		if !unlocked {
			c.leave(w) // it was not locked, or there is no L
		}
	}()
	c.L.Unlock()
	unlocked = true
	if w.wait() {
		c.relock()
		return
	}
	c.leave(w)
	c.relock()
	rt.Stop()
}

// leave undoes the beginning of wait. If the signal came at the same moment, it
// is for one of the others.
func (c *cond) leave(w *waiter) {
	p := waiting.of(unsafe.Pointer(c))
	p.Lock()
	left := p.leave(c.place(), w)
	if left {
		c.wakes.Add(1)
	}
	p.Unlock()
	if !left {
		c.signal()
	}
}

// relock locks c.L, also if an interrupt comes in the meantime: deferred calls
// up the stack will unlock it.
func (c *cond) relock() {
	done := false
	defer func() {
		if !done && rt.Unwinding() {
			c.L.Lock()
		}
	}()
	c.L.Lock()
	done = true
}

func (c *cond) signal() {
	c.check()
	if c.waits.Load() == c.wakes.Load() {
		return
	}
	p := waiting.of(unsafe.Pointer(c))
	p.Lock()
	if p.wake(c.place()) {
		c.wakes.Add(1)
	}
	p.Unlock()
}

func (c *cond) broadcast() {
	c.check()
	if c.waits.Load() == c.wakes.Load() {
		return
	}
	p := waiting.of(unsafe.Pointer(c))
	p.Lock()
	p.wakeAll(c.place())
	c.wakes.Store(c.waits.Load())
	p.Unlock()
}
