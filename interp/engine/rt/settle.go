package rt

import "time"

// setPanicking notes whether a panic is on its way through the strand's
// deferred calls. Only its own goroutine calls it.
func (s *strand) setPanicking(yes bool) {
	if s.panicking == yes {
		return
	}
	s.panicking = yes
	c := s.cell
	c.mu.Lock()
	defer c.mu.Unlock()
	if yes {
		c.panics++
		return
	}
	c.panics--
	if c.panics == 0 && c.settled != nil {
		close(c.settled)
		c.settled = nil
	}
}

// settle waits for the panics that are under way in goroutines of the cell,
// until one ends the cell or all were recovered. A deferred wg.Done or tx.Drop
// wakes the cell's own goroutine while the panic has not yet reached the top of
// the other, and without the wait the cell would end as if all were well. A
// deferred call that blocks is not waited for longer than grace.
func (c *Cell) settle() {
	c.mu.Lock()
	if c.panics == 0 {
		c.mu.Unlock()
		return
	}
	settled := make(chan struct{})
	c.settled = settled
	c.mu.Unlock()
	limit := time.NewTimer(grace)
	defer limit.Stop()
	select {
	case <-settled:
	case <-c.done: // a failure cancels the cell
	case <-limit.C:
	}
}
