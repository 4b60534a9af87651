package sync

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"gopost/interp/engine/rt"
)

// WaitGroup is sync.WaitGroup.
type WaitGroup sync.WaitGroup

// Add adds delta, which may be negative, to the counter. It panics when the
// counter becomes negative.
func (wg *WaitGroup) Add(delta int) { (*waitGroup)(unsafe.Pointer(wg)).add(delta) }

// Done takes one off the counter.
func (wg *WaitGroup) Done() { (*waitGroup)(unsafe.Pointer(wg)).add(-1) }

// Wait blocks until the counter is zero.
func (wg *WaitGroup) Wait() { (*waitGroup)(unsafe.Pointer(wg)).wait() }

// Go calls f in a new goroutine of the calling goroutine's cell, and counts it
// until f has returned. As in Go, a panic in f is not counted down: nobody who
// waits shall go on while it ends the cell. An interrupt is, so that the next
// cell can use wg.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	rt.Go(func() {
		defer func() {
			if v := recover(); v != nil {
				if rt.Unwinding() {
					wg.Done()
				}
				panic(v)
			}
			wg.Done() // also when f has called runtime.Goexit
		}()
		f()
	})
}

// waitGroup is the twin of WaitGroup.
type waitGroup struct {
	state atomic.Uint64 // the counter in the upper half, the waiters in the lower
	sema  uint32
}

func counter(state uint64) int32  { return int32(state >> 32) }
func waiters(state uint64) uint32 { return uint32(state) }

func (g *waitGroup) place() place { return place{unsafe.Pointer(g), toFinish} }

const misuse = "sync: WaitGroup misuse: Add called concurrently with Wait"

func (g *waitGroup) add(delta int) {
	s := g.state.Add(uint64(delta) << 32)
	if counter(s) < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters(s) == 0 {
		return
	}
	if delta > 0 && counter(s) == int32(delta) {
		panic(misuse) // the counter was zero, so the waiters are on their way out
	}
	if counter(s) == 0 {
		g.release()
	}
}

// release wakes those who wait, after the counter fell to zero.
func (g *waitGroup) release() {
	p := waiting.of(unsafe.Pointer(g))
	p.Lock()
	defer p.Unlock()
	for {
		s := g.state.Load()
		if waiters(s) == 0 {
			return // they were interrupted
		}
		if counter(s) != 0 {
			panic(misuse)
		}
		if g.state.CompareAndSwap(s, 0) {
			break
		}
	}
	p.wakeAll(g.place())
}

func (g *waitGroup) wait() {
	if counter(g.state.Load()) != 0 {
		g.waitSlow()
	}
}

func (g *waitGroup) waitSlow() {
	p := waiting.of(unsafe.Pointer(g))
	p.Lock()
	for {
		s := g.state.Load()
		if counter(s) == 0 {
			p.Unlock()
			return
		}
		if g.state.CompareAndSwap(s, s+1) {
			break
		}
	}
	w := p.join(g.place())
	p.Unlock()
	if w.wait() {
		if g.state.Load() != 0 {
			panic("sync: WaitGroup is reused before previous Wait has returned")
		}
		return
	}
	p.Lock()
	if p.leave(g.place(), w) {
		g.state.Add(^uint64(0))
	}
	p.Unlock()
	rt.Stop()
}
