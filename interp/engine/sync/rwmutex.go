package sync

import (
	"sync"
	"sync/atomic"
	"unsafe"

	"gopost/interp/engine/rt"
)

// RWMutex is sync.RWMutex: a waiting writer keeps new readers out.
type RWMutex sync.RWMutex

// Lock locks rw for writing.
func (rw *RWMutex) Lock() { (*rwmutex)(unsafe.Pointer(rw)).lock() }

// TryLock locks rw for writing if nobody holds it, and says whether it did.
func (rw *RWMutex) TryLock() bool { return (*rwmutex)(unsafe.Pointer(rw)).tryLock() }

// Unlock undoes Lock. Unlocking what is not locked is a fatal error.
func (rw *RWMutex) Unlock() { (*rwmutex)(unsafe.Pointer(rw)).unlock() }

// RLock locks rw for reading.
func (rw *RWMutex) RLock() { (*rwmutex)(unsafe.Pointer(rw)).rLock() }

// TryRLock locks rw for reading if no writer holds it or waits for it.
func (rw *RWMutex) TryRLock() bool { return (*rwmutex)(unsafe.Pointer(rw)).tryRLock() }

// RUnlock undoes one RLock. Unlocking what is not locked is a fatal error.
func (rw *RWMutex) RUnlock() { (*rwmutex)(unsafe.Pointer(rw)).rUnlock() }

// RLocker returns a Locker whose Lock and Unlock are rw's RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// rwmutex is the twin of RWMutex.
//
// A writer first takes w, then announces itself: it subtracts announced from
// readers, which keeps new readers out, and waits until those that hold the
// lock have left.
type rwmutex struct {
	w                    mutex
	writerSem, readerSem uint32
	// readers counts those who hold the lock for reading, and while a writer is
	// announced also those who wait to; then it changes only while the part of
	// the table is locked, except that the writer leaves when nobody waits.
	readers atomic.Int32
	// leaving counts the readers for which the announced writer still waits.
	leaving atomic.Int32
}

// announced is more than there can be readers.
const announced = 1 << 30

func (rw *rwmutex) at(why purpose) place { return place{unsafe.Pointer(rw), why} }

func (rw *rwmutex) part() *part { return waiting.of(unsafe.Pointer(rw)) }

func (rw *rwmutex) tryRLock() bool {
	for {
		n := rw.readers.Load()
		if n < 0 {
			return false
		}
		if rw.readers.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func (rw *rwmutex) rLock() {
	if n := rw.readers.Load(); n < 0 || !rw.readers.CompareAndSwap(n, n+1) {
		rw.rLockSlow()
	}
}

func (rw *rwmutex) rLockSlow() {
	p := rw.part()
	p.Lock()
	n := rw.readers.Load()
	for !rw.readers.CompareAndSwap(n, n+1) {
		n = rw.readers.Load()
	}
	if n >= 0 {
		p.Unlock()
		return
	}
	w := p.join(rw.at(toRead))
	p.Unlock()
	if w.wait() {
		return
	}
	p.Lock()
	left := p.leave(rw.at(toRead), w)
	if left {
		rw.readers.Add(-1)
	}
	p.Unlock()
	if !left {
		rw.rUnlock()
	}
	rt.Stop()
}

func (rw *rwmutex) rUnlock() {
	if n := rw.readers.Load(); n <= 0 || !rw.readers.CompareAndSwap(n, n-1) {
		rw.rUnlockSlow()
	}
}

func (rw *rwmutex) rUnlockSlow() {
	p := rw.part()
	p.Lock()
	for {
		n := rw.readers.Load()
		if n == 0 || n < 0 && rw.leaving.Load() == 0 {
			p.Unlock()
			rt.Fatal("sync: RUnlock of unlocked RWMutex")
		}
		if !rw.readers.CompareAndSwap(n, n-1) {
			continue
		}
		if n < 0 && rw.leaving.Add(-1) == 0 {
			p.wake(rw.at(toDrain))
		}
		p.Unlock()
		return
	}
}
