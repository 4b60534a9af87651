package core

// waiter is a sender that found its channel full. Whoever takes it off the
// queue owes it exactly one answer.
type waiter[T any] struct {
	value      T
	next, prev *waiter[T]
	queued     bool
	answer     chan bool // capacity 1: was the value accepted?
}

// release takes the value out of w.
func (w *waiter[T]) release() T {
	v := w.value
	var zero T
	w.value = zero
	return v
}

// wait blocks until w is answered or stop is closed.
func (w *waiter[T]) wait(stop <-chan struct{}) (answered, accepted bool) {
	if stop == nil {
		return true, <-w.answer
	}
	select {
	case accepted = <-w.answer:
		return true, accepted
	case <-stop:
		return false, false
	}
}

// finish wakes the sender, which may use w for its next wait at once.
func (w *waiter[T]) finish(accepted bool) { w.answer <- accepted }

// queue is a first-in first-out queue of waiters, from whose middle one can be
// removed. The lock of its channel guards it.
type queue[T any] struct {
	first, last *waiter[T]
	idle        *waiter[T] // used ones, linked by next; at most as many as were blocked at once
}

// join appends a waiter for v.
func (q *queue[T]) join(v T) *waiter[T] {
	w := q.idle
	if w == nil {
		w = &waiter[T]{answer: make(chan bool, 1)}
	} else {
		q.idle = w.next
	}
	w.value, w.queued = v, true
	w.next, w.prev = nil, q.last
	if q.last == nil {
		q.first = w
	} else {
		q.last.next = w
	}
	q.last = w
	return w
}

// pop removes the first waiter, nil if there is none.
func (q *queue[T]) pop() *waiter[T] {
	w := q.first
	if w != nil {
		q.remove(w)
	}
	return w
}

func (q *queue[T]) remove(w *waiter[T]) {
	if w.prev == nil {
		q.first = w.next
	} else {
		w.prev.next = w.next
	}
	if w.next == nil {
		q.last = w.prev
	} else {
		w.next.prev = w.prev
	}
	w.next, w.prev, w.queued = nil, nil, false
}

// reuse keeps a waiter that is off the queue and answered.
func (q *queue[T]) reuse(w *waiter[T]) {
	w.next = q.idle
	q.idle = w
}
