package sync

import (
	"sync"
)

// Cond is sync.Cond.
type Cond struct {
	// L is held when the condition is looked at or changed.
	L Locker

	mu      sync.Mutex
	waiting queue
}

// NewCond returns a Cond with locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, blocks until Signal or Broadcast wakes it, and locks c.L
// again.
func (c *Cond) Wait() {
	c.mu.Lock()
	ch := c.waiting.join()
	c.mu.Unlock()
	c.L.Unlock()
	await(ch, func() {
		c.mu.Lock()
		left := c.waiting.leave(ch)
		c.mu.Unlock()
		if !left {
			c.Signal() // the signal was meant for one of the others
		}
		c.L.Lock() // deferred calls up the stack will unlock it
	})
	c.L.Lock()
}

// Signal wakes one waiting goroutine, if there is one.
func (c *Cond) Signal() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting.wake()
}

// Broadcast wakes all waiting goroutines.
func (c *Cond) Broadcast() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for c.waiting.wake() {
	}
}

// Once is sync.Once.
type Once struct {
	m    Mutex
	done bool
}

// Do calls f if it is the first call of Do for o, and otherwise blocks until
// that first call has returned. A panic in f counts as a return.
func (o *Once) Do(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done {
		defer func() { o.done = true }()
		f()
	}
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
				p = recover()
				if !valid {
					panic(p)
				}
			}()
			f()
			f = nil
			valid = true
		})
		if !valid {
			panic(p)
		}
	}
}
