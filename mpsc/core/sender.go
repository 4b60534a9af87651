package core

import "runtime"

// Sender is the sending half of an unbounded channel. All methods may be called
// from several goroutines.
type Sender[T any] struct {
	_       noCopy
	list    *list[T]
	dropped bool // guarded by list.mu
}

// Channel makes an unbounded channel.
func Channel[T any]() (*Sender[T], *Receiver[T]) {
	l := new(list[T])
	l.open()
	r := &Receiver[T]{gate: &l.gate, list: l}
	r.state.Store(idle)
	return &Sender[T]{list: l}, r
}

// Send queues v and never blocks. It returns nil or [ErrDisconnected].
//
// It is written out instead of calling enter and lock, which the compiler does
// not inline: that is a quarter of its time.
func (s *Sender[T]) Send(v T) error {
	l := s.list
	if l == nil {
		misuse("Send", unmadeSender)
	}
	if !l.mu.TryLock() {
		l.contend()
	}
	if s.dropped || l.closed {
		return s.refuse()
	}
	seg := l.last
	if seg == nil || seg.n == segmentLen {
		seg = l.grow()
	}
	seg.slots[seg.n] = v
	seg.n++
	waiting := l.lower()
	l.mu.Unlock()
	if waiting {
		l.ring()
		// The woken receiver is next in line on this processor, but a sender
		// that goes on computing would keep it waiting until another
		// processor comes by to steal it.
		runtime.Gosched()
	}
	return nil
}

// refuse unlocks and ends a Send that cannot be.
func (s *Sender[T]) refuse() error {
	dropped := s.dropped
	s.list.mu.Unlock()
	if dropped {
		misuse("Send", droppedSender)
	}
	return ErrDisconnected
}

// Clone returns another handle to the same channel.
func (s *Sender[T]) Clone() *Sender[T] {
	l := s.enter("Clone")
	l.senders++
	l.mu.Unlock()
	return &Sender[T]{list: l}
}

// Drop gives the handle up. After the last one a receiver gets what is queued,
// then [ErrDisconnected]. A second Drop does nothing.
func (s *Sender[T]) Drop() {
	if s.list != nil {
		s.list.leave(&s.dropped)
	}
}

// enter locks and returns the list that s sends to.
func (s *Sender[T]) enter(op string) *list[T] {
	l := s.list
	if l == nil {
		misuse(op, unmadeSender)
	}
	l.lock()
	if s.dropped {
		l.mu.Unlock()
		misuse(op, droppedSender)
	}
	return l
}
