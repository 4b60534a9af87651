package sync

import "gopost/interp/engine/rt"

// waiter is a goroutine that waits in a queue of the table.
type waiter struct {
	strand *rt.Strand    // nil for a goroutine of no cell
	turn   chan struct{} // closed when the wait is over
}

func newWaiter() *waiter {
	return &waiter{strand: rt.Current(), turn: make(chan struct{})}
}

// wait blocks the waiter's goroutine until it gets its turn, and returns true.
// If the cell is interrupted it returns false: then the caller takes the waiter
// out of its queue, gives up what the waiter got in the meantime, and calls
// rt.Stop. An interrupt comes first when both have happened, so that the cell
// does not go on as if nothing were.
func (w *waiter) wait() bool {
	interrupted := w.strand.Done()
	select {
	case <-w.turn:
		select {
		case <-interrupted:
		default:
			return true
		}
	case <-interrupted:
	}
	rt.Unwind()
	return false
}
