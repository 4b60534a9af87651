package core

import "unsafe"

const (
	// segmentLen makes the cost of allocating, linking and recycling a segment
	// vanish beside the sends into it, and wastes little on a short queue.
	segmentLen = 128
	// spareBytes bounds the empty segments that a channel keeps for reuse, so
	// that it shrinks again after a burst.
	spareBytes = 256 << 10
)

// segment is one link of a list: slots[:n] have been written.
type segment[T any] struct {
	next  *segment[T]
	n     int
	slots [segmentLen]T
}

// list is an unbounded queue. Senders append under the lock; the receiver
// detaches the whole chain under the lock and then owns it.
type list[T any] struct {
	gate
	first, last *segment[T]
	spare       *segment[T] // empty ones, linked by next
	spares      int
}

// batch is the chain that a receiver has taken off a list.
type batch[T any] struct {
	seg *segment[T] // nil, or has an unread message at pos
	pos int
	// spent is read empty, waiting for the lock to be given back under.
	spent *segment[T]
}

// grow appends a segment for the next message. The caller holds the lock.
func (l *list[T]) grow() *segment[T] {
	s := l.spare
	if s != nil {
		l.spare, s.next = s.next, nil
		l.spares--
	} else {
		s = new(segment[T])
	}
	if l.last == nil {
		l.first = s
	} else {
		l.last.next = s
	}
	l.last = s
	return s
}

// recycle takes back a segment whose slots are all zero. The caller holds the lock.
func (l *list[T]) recycle(s *segment[T]) {
	if uintptr(l.spares) > spareBytes/unsafe.Sizeof(*s) {
		return
	}
	s.n = 0
	s.next = l.spare
	l.spare = s
	l.spares++
}

// take fills an empty b and returns its first message. With raise, a receiver
// that gets empty is registered as waiting.
func (l *list[T]) take(b *batch[T], raise bool) (v T, s status) {
	l.mu.Lock()
	if b.spent != nil {
		l.recycle(b.spent)
		b.spent = nil
	}
	b.seg, b.pos = l.first, 0
	l.first, l.last = nil, nil
	gone := l.senders == 0
	if b.seg == nil && !gone && raise {
		l.waiting = true
	}
	l.mu.Unlock()
	switch {
	case b.seg != nil:
		return b.next(l), received
	case gone:
		return v, closed
	}
	return v, empty
}

// next returns the message at pos, of which there must be one, and lets go of it.
func (b *batch[T]) next(l *list[T]) T {
	s := b.seg
	slot := &s.slots[b.pos]
	v := *slot
	var zero T
	*slot = zero // for the collector
	b.pos++
	if b.pos == s.n {
		b.advance(l)
	}
	return v
}

func (b *batch[T]) advance(l *list[T]) {
	s := b.seg
	b.seg, b.pos = s.next, 0
	if b.seg == nil {
		// The next receive takes the lock anyhow.
		b.spent = s
		return
	}
	l.mu.Lock()
	l.recycle(s)
	l.mu.Unlock()
}

// close marks the receiver as dropped and discards what is queued.
func (l *list[T]) close() {
	l.mu.Lock()
	l.closed = true
	l.first, l.last, l.spare, l.spares = nil, nil, nil, 0
	l.mu.Unlock()
}
