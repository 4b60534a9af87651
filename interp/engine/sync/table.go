package sync

import (
	"slices"
	"sync"
	"unsafe"
)

// waiting knows who waits on which lock. It is global because the zero value of
// a lock has to work: a lock is nothing but its few words, so its address is
// all by which two goroutines that meet at it can find each other. It is empty
// while nobody waits. The runtime keeps its semaphores in the same way.
var waiting table

// table holds the queues of all locks that somebody waits on. It is in parts,
// so that two busy locks seldom get in each other's way; all that concerns one
// lock is in one part.
type table [64]part

// part is a part of the table. Its mutex also guards the words of the locks in
// it: what they say of waiters changes only while it is held.
type part struct {
	sync.Mutex
	queues map[place]*queue
	_      [48]byte // the next part begins on another cache line
}

// place is where a goroutine waits: on which lock, and for what.
type place struct {
	lock    unsafe.Pointer
	purpose purpose
}

// purpose is what a goroutine waits for.
type purpose uint8

const (
	toLock   purpose = iota // in Mutex.Lock
	toDo                    // in Once.Do, while another goroutine does it
	toWrite                 // in RWMutex.Lock, behind another writer
	toDrain                 // in RWMutex.Lock, until the readers have left
	toRead                  // in RWMutex.RLock
	toFinish                // in WaitGroup.Wait
	toHear                  // in Cond.Wait
)

// of returns the part of the table that a lock belongs to.
func (t *table) of(lock unsafe.Pointer) *part {
	// Fibonacci hashing: the upper bits of the product depend on all below.
	return &t[uint64(uintptr(lock))*0x9E3779B97F4A7C15>>58]
}

// queue is who waits in a place, first come, first served; never empty in the
// table.
type queue []*waiter

// join puts the calling goroutine at the end of a queue. As for all methods of
// part, the part must be locked.
func (p *part) join(at place) *waiter {
	w := newWaiter()
	p.append(at, w)
	return w
}

func (p *part) append(at place, w *waiter) {
	q := p.queues[at]
	if q == nil {
		if p.queues == nil {
			p.queues = map[place]*queue{}
		}
		q = new(queue)
		p.queues[at] = q
	}
	*q = append(*q, w)
}

// pop takes the first out of a queue: nil if nobody is in it.
func (p *part) pop(at place) *waiter {
	q := p.queues[at]
	if q == nil {
		return nil
	}
	w := (*q)[0]
	p.remove(at, q, 0)
	return w
}

// wake gives the first in a queue its turn, and says whether there was one.
func (p *part) wake(at place) bool {
	w := p.pop(at)
	if w != nil {
		close(w.turn)
	}
	return w != nil
}

// wakeAll gives all in a queue their turn.
func (p *part) wakeAll(at place) {
	for p.wake(at) {
	}
}

// leave takes w out of a queue, and says whether it was there.
func (p *part) leave(at place, w *waiter) bool {
	q := p.queues[at]
	if q == nil {
		return false
	}
	i := slices.Index(*q, w)
	if i < 0 {
		return false
	}
	p.remove(at, q, i)
	return true
}

func (p *part) remove(at place, q *queue, i int) {
	switch {
	case len(*q) == 1:
		delete(p.queues, at)
	case i == 0:
		(*q)[0] = nil // the array may live on
		*q = (*q)[1:]
	default:
		*q = slices.Delete(*q, i, i+1)
	}
}
