package rt

import "time"

// Sleep is time.Sleep that obeys interrupts.
func Sleep(d time.Duration) {
	if d <= 0 {
		return
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-Done():
		Stop()
	}
}

// Bind returns a func that runs f as a goroutine of the cell that called Bind.
// It is for callbacks that compiled code starts in goroutines of its own.
func (r *Runtime) Bind(f func()) func() {
	c := r.cell()
	return func() {
		c.enter()
		c.guard(f)
	}
}
