package wire

import (
	"bytes"
	"fmt"

	"gopost/kernel/wire/internal/zmtp"
)

const (
	// maxTopics is more than any front end subscribes to: they take all, or
	// one topic a kind of message.
	maxTopics = 64
	// maxTopicBytes is for topics that hold a session's and a kernel's id.
	maxTopicBytes = 1 << 10
)

// topics is what one peer has subscribed to. As in ZeroMQ's XPUB it is a set:
// one CANCEL undoes any number of SUBSCRIBEs.
type topics [][]byte

// find returns the index of topic, or -1.
func (t topics) find(topic []byte) int {
	for i := range t {
		if bytes.Equal(t[i], topic) {
			return i
		}
	}
	return -1
}

// match reports whether a message whose first frame is given is wanted.
func (t topics) match(first []byte) bool {
	for i := range t {
		if bytes.HasPrefix(first, t[i]) {
			return true
		}
	}
	return false
}

// subscribe adds a topic to what the peer gets, and queues the welcome that
// belongs to it in the same moment: no message can slip in between.
func (p *peer) subscribe(topic []byte) error {
	s := p.socket
	if s.kind != XPub {
		return nil
	}
	if len(topic) > maxTopicBytes {
		return fmt.Errorf("a topic has %d bytes, and at most %d are taken", len(topic), maxTopicBytes)
	}
	// Only this goroutine changes the topics, so that what it reads here holds.
	if p.topics.find(topic) >= 0 {
		return nil
	}
	if len(p.topics) == maxTopics {
		return fmt.Errorf("the peer subscribes to more than %d topics", maxTopics)
	}
	var welcome []byte
	if s.opts.Welcome != nil {
		if frames := s.opts.Welcome(topic); len(frames) > 0 {
			welcome = zmtp.AppendMessage(nil, frames)
		}
	}
	if !p.out.settle(s.closing) {
		return errClosing
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	p.topics = append(p.topics, bytes.Clone(topic))
	if welcome != nil {
		p.out.offer(welcome, Must)
	}
	return nil
}

// cancel ends the subscription to a topic, if there is one.
func (p *peer) cancel(topic []byte) {
	p.socket.mu.Lock()
	defer p.socket.mu.Unlock()
	if i := p.topics.find(topic); i >= 0 {
		last := len(p.topics) - 1
		p.topics[i] = p.topics[last]
		p.topics = p.topics[:last]
	}
}
