package wire

import (
	"io"
	"net"
	"sync"
	"time"
)

const (
	// chunkBytes is how many small messages travel in one write.
	chunkBytes = 64 << 10
	// firstChunkBytes is for a peer that has nothing waiting: most have one
	// message now and then.
	firstChunkBytes = 4 << 10
	// sharedBytes is the size from which a message is not copied into chunks:
	// all its subscribers' queues refer to the one encoding.
	sharedBytes = 16 << 10
	// answerBytes is how much may wait for a peer whose own requests (PING,
	// subscriptions, heartbeats) make the socket send: beyond it, no further
	// request is read.
	answerBytes = 1 << 20
)

// queue holds encoded messages until the writer of one connection takes them.
type queue struct {
	limit int

	mu     sync.Mutex
	filled sync.Cond // something came, or the queue has ended
	chunks []chunk
	bytes  int           // waiting, and being written
	full   bool          // bytes reached limit, and has not fallen well below
	room   chan struct{} // closed when bytes has fallen; nil when nobody waits
	spare  []byte        // a chunk to use again
	ending bool          // end when empty
	dead   bool          // the connection is gone
}

// chunk is a piece of the byte stream. Only an own chunk may be appended to
// and used again; others are shared between queues.
type chunk struct {
	bytes []byte
	own   bool
}

func newQueue(limit int) *queue {
	q := &queue{limit: limit}
	q.filled.L = &q.mu
	return q
}

// outcome says what became of a message that was offered to a queue.
type outcome int

const (
	queued   outcome = iota
	full             // a Bulk message: there may be room later
	overflow         // a Must message: the peer is beyond help
	gone             // the connection has ended
)

// offer queues a message that has been encoded. It does not block.
func (q *queue) offer(msg []byte, class Class) outcome {
	q.mu.Lock()
	defer q.mu.Unlock()
	switch {
	case q.dead:
		return gone
	case class == Bulk && q.full:
		return full
	case class == Must && q.bytes >= 2*q.limit:
		return overflow
	}
	q.push(msg)
	return queued
}

// offerUntil queues a Bulk message when there is room for it, and blocks until
// then, but not past the deadline.
func (q *queue) offerUntil(msg []byte, deadline time.Time) outcome {
	var timer *time.Timer
	for {
		q.mu.Lock()
		if q.dead {
			q.mu.Unlock()
			return gone
		}
		if !q.full {
			q.push(msg)
			q.mu.Unlock()
			return queued
		}
		room := q.awaitRoom()
		q.mu.Unlock()
		if timer == nil {
			timer = time.NewTimer(time.Until(deadline))
			defer timer.Stop()
		}
		select {
		case <-room:
		case <-timer.C:
			return full
		}
	}
}

// settle blocks until little enough waits for the peer that it may be answered,
// and reports whether it did: false when stop was closed first.
func (q *queue) settle(stop <-chan struct{}) bool {
	for {
		q.mu.Lock()
		if q.dead || q.bytes <= min(answerBytes, q.limit) {
			q.mu.Unlock()
			return true
		}
		room := q.awaitRoom()
		q.mu.Unlock()
		select {
		case <-room:
		case <-stop:
			return false
		}
	}
}

// awaitRoom returns a channel that is closed when the queue has become shorter.
// The caller holds mu.
func (q *queue) awaitRoom() <-chan struct{} {
	if q.room == nil {
		q.room = make(chan struct{})
	}
	return q.room
}

// push appends msg. The caller holds mu.
func (q *queue) push(msg []byte) {
	if len(msg) >= sharedBytes {
		q.chunks = append(q.chunks, chunk{bytes: msg})
	} else {
		q.copyIn(msg)
	}
	if q.bytes += len(msg); q.bytes >= q.limit {
		q.full = true
	}
	q.filled.Signal()
}

func (q *queue) copyIn(msg []byte) {
	if n := len(q.chunks); n > 0 {
		if last := &q.chunks[n-1]; last.own && cap(last.bytes)-len(last.bytes) >= len(msg) {
			last.bytes = append(last.bytes, msg...)
			return
		}
	}
	var b []byte
	switch {
	case cap(q.spare) >= len(msg):
		b, q.spare = q.spare[:0], nil
	case q.bytes == 0:
		b = make([]byte, 0, max(firstChunkBytes, len(msg)))
	default:
		b = make([]byte, 0, chunkBytes)
	}
	q.chunks = append(q.chunks, chunk{bytes: append(b, msg...), own: true})
}

// next takes the first chunk, and blocks until there is one. Its error is
// io.EOF when the queue has come to its end in order, and net.ErrClosed when it
// was killed.
func (q *queue) next() (chunk, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.chunks) == 0 && !q.ending && !q.dead {
		q.filled.Wait()
	}
	switch {
	case q.dead:
		return chunk{}, net.ErrClosed
	case len(q.chunks) == 0:
		return chunk{}, io.EOF
	}
	c := q.chunks[0]
	q.chunks[0] = chunk{}
	q.chunks = q.chunks[1:]
	return c, nil
}

// written says that n bytes of what next returned are with the network.
func (q *queue) written(n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.bytes -= n
	// A sender that waits is worth waking when there is room for more than its
	// one message.
	if q.full && q.bytes <= q.limit-q.limit/64 {
		q.full = false
	}
	q.wake()
}

// reuse takes back the memory of a chunk that was written.
func (q *queue) reuse(c chunk) {
	if !c.own {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if cap(c.bytes) > cap(q.spare) {
		q.spare = c.bytes[:0]
	}
}

// end lets the writer finish when all that waits is written.
func (q *queue) end() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.ending = true
	q.filled.Signal()
}

// kill drops what waits and turns all later messages away.
func (q *queue) kill() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.dead = true
	q.chunks, q.spare = nil, nil
	q.filled.Signal()
	q.wake()
}

// waiting reports whether something is queued that can still be written.
func (q *queue) waiting() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return !q.dead && q.bytes > 0
}

// wake lets those go on who wait for room. The caller holds mu.
func (q *queue) wake() {
	if q.room != nil {
		close(q.room)
		q.room = nil
	}
}
