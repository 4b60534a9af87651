package sync

import (
	"sync"

	"gopost/interp/engine/rt"
)

// WaitGroup is sync.WaitGroup.
type WaitGroup struct {
	mu      sync.Mutex
	n       int
	waiting queue
}

// Add adds delta, which may be negative, to the counter. It panics when the
// counter becomes negative.
func (wg *WaitGroup) Add(delta int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.n += delta
	if wg.n < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if wg.n == 0 {
		for wg.waiting.wake() {
		}
	}
}

// Done takes one off the counter.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait blocks until the counter is zero.
func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if wg.n == 0 {
		wg.mu.Unlock()
		return
	}
	ch := wg.waiting.join()
	wg.mu.Unlock()
	await(ch, func() {
		wg.mu.Lock()
		defer wg.mu.Unlock()
		wg.waiting.leave(ch)
	})
}

// Go calls f in a new goroutine of the calling goroutine's cell, and counts it
// until f has returned. As in Go, a panic in f is not counted down.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	rt.Go(func() {
		f()
		wg.Done()
	})
}
