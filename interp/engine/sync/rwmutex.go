package sync

import (
	"sync"

	"gopost/interp/engine/rt"
)

// RWMutex is sync.RWMutex: a waiting writer keeps new readers out.
type RWMutex struct {
	mu      sync.Mutex
	readers int
	writing bool
	// readersWaiting is released at once, writersWaiting one by one.
	readersWaiting, writersWaiting queue
}

// Lock locks rw for writing.
func (rw *RWMutex) Lock() {
	rw.mu.Lock()
	if !rw.writing && rw.readers == 0 {
		rw.writing = true
		rw.mu.Unlock()
		return
	}
	ch := rw.writersWaiting.join()
	rw.mu.Unlock()
	await(ch, func() {
		rw.mu.Lock()
		defer rw.mu.Unlock()
		if rw.writersWaiting.leave(ch) {
			rw.next(false)
			return
		}
		rw.writing = false
		rw.next(true)
	})
}

// TryLock locks rw for writing if nobody holds it, and says whether it did.
func (rw *RWMutex) TryLock() bool {
	rw.mu.Lock()
	defer rw.mu.Unlock()
	if rw.writing || rw.readers > 0 {
		return false
	}
	rw.writing = true
	return true
}

// Unlock undoes Lock. Unlocking what is not locked is a fatal error.
func (rw *RWMutex) Unlock() {
	rw.mu.Lock()
	defer rw.mu.Unlock()
	if !rw.writing {
		rt.Fatal("sync: Unlock of unlocked RWMutex")
	}
	rw.writing = false
	rw.next(true)
}

// RLock locks rw for reading.
func (rw *RWMutex) RLock() {
	rw.mu.Lock()
	if !rw.writing && len(rw.writersWaiting) == 0 {
		rw.readers++
		rw.mu.Unlock()
		return
	}
	ch := rw.readersWaiting.join()
	rw.mu.Unlock()
	await(ch, func() {
		rw.mu.Lock()
		defer rw.mu.Unlock()
		if !rw.readersWaiting.leave(ch) {
			rw.readers--
			rw.next(false)
		}
	})
}

// TryRLock locks rw for reading if no writer holds it or waits for it.
func (rw *RWMutex) TryRLock() bool {
	rw.mu.Lock()
	defer rw.mu.Unlock()
	if rw.writing || len(rw.writersWaiting) > 0 {
		return false
	}
	rw.readers++
	return true
}

// RUnlock undoes one RLock. Unlocking what is not locked is a fatal error.
func (rw *RWMutex) RUnlock() {
	rw.mu.Lock()
	defer rw.mu.Unlock()
	if rw.readers == 0 {
		rt.Fatal("sync: RUnlock of unlocked RWMutex")
	}
	rw.readers--
	rw.next(false)
}

// next hands the lock on: after a writer to the readers that wait, otherwise
// to a writer. rw.mu is held.
func (rw *RWMutex) next(readersFirst bool) {
	if rw.writing {
		return
	}
	if readersFirst || len(rw.writersWaiting) == 0 {
		for rw.readersWaiting.wake() {
			rw.readers++
		}
	}
	if rw.readers == 0 && rw.writersWaiting.wake() {
		rw.writing = true
	}
}

// RLocker returns a Locker whose Lock and Unlock are rw's RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
