// Package sync is the standard library's package sync for interpreted code:
// the same types, methods and messages, but a goroutine that waits in one of
// them can be interrupted with its cell.
//
// As in Go, the zero values are ready to use and must not be copied after
// first use.
package sync

import (
	"sync"

	"gopost/interp/engine/rt"
)

// queue is a list of waiting goroutines, first come, first served.
type queue []chan struct{}

// join adds a waiter. The lock that guards the queue must be held.
func (q *queue) join() chan struct{} {
	ch := make(chan struct{})
	*q = append(*q, ch)
	return ch
}

// wake releases the first waiter and says whether there was one.
func (q *queue) wake() bool {
	if len(*q) == 0 {
		return false
	}
	close((*q)[0])
	*q = (*q)[1:]
	return true
}

// leave removes a waiter, and returns false if it was released before.
func (q *queue) leave(ch chan struct{}) bool {
	for i, c := range *q {
		if c == ch {
			*q = append((*q)[:i:i], (*q)[i+1:]...)
			return true
		}
	}
	return false
}

// await blocks until ch is closed or the goroutine's cell is interrupted. Then
// it calls abandon and unwinds.
func await(ch chan struct{}, abandon func()) {
	select {
	case <-ch:
	case <-rt.Done():
		rt.Unwind()
		abandon()
		rt.Stop()
	}
}

// Locker is what [Cond] and callers of Mutex and RWMutex share.
type Locker = sync.Locker

// Mutex is sync.Mutex.
type Mutex struct {
	mu      sync.Mutex
	locked  bool
	waiting queue
}

// Lock locks m, and blocks while somebody else holds it.
func (m *Mutex) Lock() {
	m.mu.Lock()
	if !m.locked {
		m.locked = true
		m.mu.Unlock()
		return
	}
	ch := m.waiting.join()
	m.mu.Unlock()
	await(ch, func() {
		m.mu.Lock()
		left := m.waiting.leave(ch)
		m.mu.Unlock()
		if !left {
			m.Unlock() // the lock came at the same moment: pass it on
		}
	})
}

// TryLock locks m if nobody holds it, and says whether it did.
func (m *Mutex) TryLock() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.locked {
		return false
	}
	m.locked = true
	return true
}

// Unlock unlocks m. Unlocking what is not locked is a fatal error.
func (m *Mutex) Unlock() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.locked {
		rt.Fatal("sync: unlock of unlocked mutex")
	}
	m.locked = m.waiting.wake()
}
