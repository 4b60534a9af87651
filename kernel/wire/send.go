package wire

import (
	"bytes"
	"fmt"
	"time"

	"gopost/kernel/wire/internal/zmtp"
)

// Send encodes a message and queues it for those whom it is meant for: on a
// Router the peer whose identity is the first frame, on an XPub all peers with
// a subscription that the first frame starts with. A Router's peer that has
// left, and an XPub without subscribers, are no error: the message is dropped.
//
// Send does not wait for the network, save where a [Bulk] message meets a full
// queue. The frames may be used again when it returns. Messages of one
// goroutine keep their order.
func (s *Socket) Send(frames [][]byte, class Class) error {
	if err := s.sendable(frames); err != nil {
		return err
	}
	to, body := frames[0], frames
	if s.kind == Router {
		body = frames[1:]
	}
	// A large encoding is made before anybody has to wait for the lock, and
	// stays in the queues; a small one is copied out of the scratch space.
	var msg []byte
	size := zmtp.MessageSize(body)
	if size >= sharedBytes {
		msg = zmtp.AppendMessage(make([]byte, 0, size), body)
	}

	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return ErrClosed
	}
	if msg == nil {
		s.scratch = zmtp.AppendMessage(s.scratch[:0], body)
		msg = s.scratch
	}
	slow, lost := s.distribute(to, msg, class)
	if len(slow) > 0 && size < sharedBytes {
		msg = bytes.Clone(msg)
	}
	s.mu.Unlock()

	deadline := time.Now().Add(s.opts.Patience)
	for _, p := range slow {
		if p.out.offerUntil(msg, deadline) == full {
			lost = append(lost, p)
		}
	}
	for _, p := range lost {
		s.opts.Log.Warn("cut a client that does not read what it is sent", "endpoint", s.endpoint, "peer", p.conn.RemoteAddr(), "queue", s.opts.QueueBytes)
		p.end()
	}
	return nil
}

func (s *Socket) sendable(frames [][]byte) error {
	least := 1
	if s.kind == Router {
		least = 2
	}
	if s.kind == Reply {
		return fmt.Errorf("a socket of kind %v sends by itself: send through a Router or an XPub", s.kind)
	}
	if len(frames) < least {
		return fmt.Errorf("a message of %d frames cannot be sent: a %v needs at least %d", len(frames), s.kind, least)
	}
	return nil
}

// distribute offers an encoded message to its addressees. It returns those
// whose queue has no room now, and those that are to be cut. The caller holds
// mu.
func (s *Socket) distribute(to, msg []byte, class Class) (slow, lost []*peer) {
	offer := func(p *peer) {
		switch p.out.offer(msg, class) {
		case full:
			slow = append(slow, p)
		case overflow:
			lost = append(lost, p)
		}
	}
	if s.kind == Router {
		if p := s.routes[string(to)]; p != nil {
			offer(p)
		}
		return slow, lost
	}
	for p := range s.peers {
		if p.topics.match(to) {
			offer(p)
		}
	}
	return slow, lost
}
