package core

// ring is a bounded queue. It holds at most bound messages, and one for a
// waiting receiver: so bound 0 is a rendezvous. Senders that find it full queue
// up; while there are any, the ring stays full.
type ring[T any] struct {
	gate
	bound   int
	buf     []T // grows to bound as needed, for a huge bound is seldom used up
	head    int
	count   int
	blocked queue[T]
}

// offer queues v if there is room or a receiver waits for it. The caller holds
// the lock, and owes the receiver a ring if wake.
func (q *ring[T]) offer(v T) (ok, wake bool) {
	if q.count >= q.bound && !q.waiting {
		return false, false
	}
	q.push(v)
	return true, q.lower()
}

func (q *ring[T]) push(v T) {
	if q.count == len(q.buf) {
		q.grow()
	}
	i := q.head + q.count
	if i >= len(q.buf) {
		i -= len(q.buf)
	}
	q.buf[i] = v
	q.count++
}

func (q *ring[T]) pop() T {
	v := q.buf[q.head]
	var zero T
	q.buf[q.head] = zero // for the collector
	q.head++
	if q.head == len(q.buf) {
		q.head = 0
	}
	q.count--
	return v
}

func (q *ring[T]) grow() {
	n := 2 * len(q.buf)
	if n > q.bound {
		n = q.bound
	}
	buf := make([]T, max(n, min(q.bound, 16), 1))
	copied := copy(buf, q.buf[q.head:])
	copy(buf[copied:], q.buf[:q.head])
	q.buf, q.head = buf, 0
}

// take returns the oldest message, and lets the sender in who has waited
// longest. With raise, a receiver that gets empty is registered as waiting.
func (q *ring[T]) take(raise bool) (v T, s status) {
	q.mu.Lock()
	var next *waiter[T]
	switch {
	case q.count > 0:
		v, s = q.pop(), received
		if q.count < q.bound {
			if next = q.blocked.pop(); next != nil {
				q.push(next.release())
			}
		}
	case q.blocked.first != nil:
		next = q.blocked.pop()
		v, s = next.release(), received
	case q.senders == 0:
		s = closed
	default:
		s = empty
		q.waiting = raise
	}
	q.mu.Unlock()
	if next != nil {
		next.finish(true)
	}
	return v, s
}

// close marks the receiver as dropped, discards what is queued and gives the
// blocked senders their values back.
func (q *ring[T]) close() {
	q.mu.Lock()
	q.closed = true
	q.buf, q.head, q.count = nil, 0, 0
	for w := q.blocked.pop(); w != nil; w = q.blocked.pop() {
		w.release()
		w.finish(false)
	}
	q.mu.Unlock()
}

// giveBack takes w off the queue for a sender that was stopped. It returns
// false if w has left the queue already and an answer is due.
func (q *ring[T]) giveBack(w *waiter[T]) bool {
	q.lock()
	defer q.mu.Unlock()
	if !w.queued {
		return false
	}
	q.blocked.remove(w)
	w.release()
	q.blocked.reuse(w)
	return true
}

// retire keeps an answered waiter for the next sender that must wait.
func (q *ring[T]) retire(w *waiter[T]) {
	q.lock()
	q.blocked.reuse(w)
	q.mu.Unlock()
}
