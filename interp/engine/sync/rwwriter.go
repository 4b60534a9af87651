package sync

import "gopost/interp/engine/rt"

func (rw *rwmutex) tryLock() bool {
	if !rw.w.tryLock() {
		return false
	}
	if rw.readers.CompareAndSwap(0, -announced) {
		return true
	}
	rw.passSlow()
	return false
}

func (rw *rwmutex) lock() {
	first := rw.w.tryLock()
	if !first || !rw.readers.CompareAndSwap(0, -announced) {
		rw.lockSlow(first)
	}
}

// lockSlow is the rest of lock; first says that the caller holds rw.w.
func (rw *rwmutex) lockSlow(first bool) {
	p := rw.part()
	p.Lock()
	why := toWrite
	if first || rw.w.enter() {
		if rw.announce() {
			p.Unlock()
			return
		}
		why = toDrain
	}
	w := p.join(rw.at(why))
	p.Unlock()
	if w.wait() {
		return
	}
	p.Lock()
	if p.leave(rw.at(toWrite), w) {
		rw.w.state.Add(-oneWaiter)
	} else {
		p.leave(rw.at(toDrain), w)
		rw.retire(p)
	}
	p.Unlock()
	rt.Stop()
}

func (rw *rwmutex) unlock() {
	if !rw.readers.CompareAndSwap(-announced, 0) {
		rw.unlockSlow()
		return
	}
	if !rw.w.state.CompareAndSwap(locked, free) {
		rw.passSlow()
	}
}

func (rw *rwmutex) unlockSlow() {
	p := rw.part()
	p.Lock()
	if rw.readers.Load() >= 0 || rw.leaving.Load() > 0 {
		p.Unlock()
		rt.Fatal("sync: Unlock of unlocked RWMutex")
	}
	rw.retire(p)
	p.Unlock()
}

func (rw *rwmutex) passSlow() {
	p := rw.part()
	p.Lock()
	rw.pass(p)
	p.Unlock()
}

// announce keeps new readers out for the holder of rw.w, and says whether none
// are left.
func (rw *rwmutex) announce() bool {
	n := rw.readers.Add(-announced) + announced
	rw.leaving.Store(n)
	return n == 0
}

// retire takes back what announce did, lets the waiting readers in, and passes
// rw.w on.
func (rw *rwmutex) retire(p *part) {
	rw.leaving.Store(0)
	rw.readers.Add(announced)
	p.wakeAll(rw.at(toRead))
	rw.pass(p)
}

// pass hands rw.w to the next writer, and announces it: so it is woken once,
// when the lock is its own.
func (rw *rwmutex) pass(p *part) {
	w := p.pop(rw.at(toWrite))
	if w == nil {
		rw.w.state.Store(free)
		return
	}
	rw.w.state.Add(-oneWaiter)
	if rw.announce() {
		close(w.turn)
	} else {
		p.append(rw.at(toDrain), w)
	}
}
