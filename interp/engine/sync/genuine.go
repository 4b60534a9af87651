package sync

import "sync"

// Genuine returns the standard library's mutex in the same state, for fmt to
// print. It looks at a copy that nobody else uses.
func (m *Mutex) Genuine() any {
	g := new(sync.Mutex)
	if m.locked {
		g.Lock()
	}
	return g
}

// Genuine returns the standard library's RWMutex in the same state.
func (rw *RWMutex) Genuine() any {
	g := new(sync.RWMutex)
	for range rw.readers {
		g.RLock()
	}
	if rw.writing {
		g.Lock()
	}
	return g
}

// Genuine returns the standard library's WaitGroup with the same counter.
func (wg *WaitGroup) Genuine() any {
	g := new(sync.WaitGroup)
	g.Add(wg.n)
	return g
}

// Genuine returns the standard library's Once in the same state.
func (o *Once) Genuine() any {
	g := new(sync.Once)
	if o.done {
		g.Do(func() {})
	}
	return g
}

// Genuine returns a Cond of the standard library with the same lock.
func (c *Cond) Genuine() any { return sync.NewCond(c.L) }
