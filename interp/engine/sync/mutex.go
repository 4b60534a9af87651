package sync

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"gopost/interp/engine/rt"
)

// Locker is what [Cond] and callers of Mutex and RWMutex share.
type Locker = sync.Locker

// Mutex is sync.Mutex.
type Mutex sync.Mutex

// Lock locks m, and blocks while somebody else holds it.
func (m *Mutex) Lock() { (*mutex)(unsafe.Pointer(m)).lock(toLock) }

// TryLock locks m if nobody holds it, and says whether it did.
func (m *Mutex) TryLock() bool { return (*mutex)(unsafe.Pointer(m)).tryLock() }

// Unlock unlocks m. Unlocking what is not locked is a fatal error.
func (m *Mutex) Unlock() { (*mutex)(unsafe.Pointer(m)).unlock(toLock) }

// mutex is the twin of Mutex.
type mutex struct {
	state atomic.Int32
	sema  uint32
}

// A mutex's state is free, or locked plus oneWaiter for each waiter. The two
// bits in between are about the ways in which Go wakes waiters, and stay zero.
const (
	free      = 0
	locked    = 1
	oneWaiter = 1 << 3
)

func (m *mutex) tryLock() bool { return m.state.CompareAndSwap(free, locked) }

func (m *mutex) lock(why purpose) {
	if !m.tryLock() {
		m.lockSlow(why)
	}
}

func (m *mutex) lockSlow(why purpose) {
	at := place{unsafe.Pointer(m), why}
	p := waiting.of(at.lock)
	p.Lock()
	if m.enter() {
		p.Unlock()
		return
	}
	w := p.join(at)
	p.Unlock()
	if w.wait() {
		return
	}
	p.Lock()
	left := p.leave(at, w)
	if left {
		m.state.Add(-oneWaiter)
	}
	p.Unlock()
	if !left {
		m.unlock(why)
	}
	rt.Stop()
}

// enter locks m if it is free, and otherwise counts the caller as a waiter; it
// says whether it locked. The part of the table is locked.
func (m *mutex) enter() bool {
	for {
		s := m.state.Load()
		if s&locked == 0 && m.state.CompareAndSwap(s, s|locked) {
			return true
		}
		if s&locked != 0 && m.state.CompareAndSwap(s, s+oneWaiter) {
			return false
		}
	}
}

func (m *mutex) unlock(why purpose) {
	if !m.state.CompareAndSwap(locked, free) {
		m.unlockSlow(why)
	}
}

func (m *mutex) unlockSlow(why purpose) {
	at := place{unsafe.Pointer(m), why}
	p := waiting.of(at.lock)
	p.Lock()
	if m.state.Load()&locked == 0 {
		p.Unlock()
		rt.Fatal("sync: unlock of unlocked mutex")
	}
	if p.wake(at) {
		m.state.Add(-oneWaiter)
	} else {
		// The last waiter has just been interrupted; or m is a copy of a mutex
		// that had waiters, and they wait on the other.
		m.state.Store(free)
	}
	p.Unlock()
}
