package core

import "strconv"

// SyncSender is the sending half of a bounded channel. All methods may be
// called from several goroutines.
type SyncSender[T any] struct {
	_       noCopy
	ring    *ring[T]
	dropped bool // guarded by ring.mu
}

// SyncChannel makes a channel that queues up to bound messages. With bound 0
// it is a rendezvous: a Send returns when its value has been received. It
// panics if bound is negative.
func SyncChannel[T any](bound int) (*SyncSender[T], *Receiver[T]) {
	if bound < 0 {
		misuse("SyncChannel", "with bound "+strconv.Itoa(bound)+
			": give the number of messages that may queue, or 0 for a rendezvous")
	}
	q := &ring[T]{bound: bound}
	q.open()
	r := &Receiver[T]{gate: &q.gate, ring: q}
	r.state.Store(idle)
	return &SyncSender[T]{ring: q}, r
}

// Send queues v, and blocks while there is no room: in a rendezvous until a
// receiver takes v. It returns nil, [ErrDisconnected] or [ErrStopped]. A handle
// dropped by another goroutine meanwhile does not end the wait: the Send began
// before.
func (s *SyncSender[T]) Send(v T, stop <-chan struct{}) error {
	q := s.enter("Send")
	if q.closed {
		q.mu.Unlock()
		return ErrDisconnected
	}
	if ok, wake := q.offer(v); ok {
		q.mu.Unlock()
		if wake {
			q.ring()
		}
		return nil
	}
	w := q.blocked.join(v)
	q.mu.Unlock()
	answered, accepted := w.wait(stop)
	if !answered && q.giveBack(w) {
		return ErrStopped
	}
	if !answered {
		// Stopped too late: the answer has been or is just being given.
		accepted = <-w.answer
	}
	q.retire(w)
	if !accepted {
		return ErrDisconnected
	}
	return nil
}

// TrySend queues v if that is possible at once: there is room, or a receiver
// waits for it. It never blocks, and returns nil, [ErrFull] or [ErrDisconnected].
func (s *SyncSender[T]) TrySend(v T) error {
	q := s.enter("TrySend")
	if q.closed {
		q.mu.Unlock()
		return ErrDisconnected
	}
	ok, wake := q.offer(v)
	q.mu.Unlock()
	if wake {
		q.ring()
	}
	if !ok {
		return ErrFull
	}
	return nil
}

// Clone returns another handle to the same channel.
func (s *SyncSender[T]) Clone() *SyncSender[T] {
	q := s.enter("Clone")
	q.senders++
	q.mu.Unlock()
	return &SyncSender[T]{ring: q}
}

// Drop gives the handle up. After the last one a receiver gets what is queued
// and what blocked Sends hold, then [ErrDisconnected]. A second Drop does nothing.
func (s *SyncSender[T]) Drop() {
	if s.ring != nil {
		s.ring.leave(&s.dropped)
	}
}

// enter locks and returns the ring that s sends to.
func (s *SyncSender[T]) enter(op string) *ring[T] {
	q := s.ring
	if q == nil {
		misuse(op, unmadeSync)
	}
	q.lock()
	if s.dropped {
		q.mu.Unlock()
		misuse(op, droppedSync)
	}
	return q
}
