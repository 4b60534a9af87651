package kerneltest

import (
	"sync"
	"time"
)

// patience is how long a test waits for what must come.
const patience = time.Minute

// mailbox sorts what comes on one channel by the request that it belongs to.
type mailbox struct {
	mu      sync.Mutex
	changed sync.Cond
	letters map[string][]*Message // by ParentID
	closed  error                 // why nothing more will come
}

func newMailbox() *mailbox {
	b := &mailbox{letters: make(map[string][]*Message)}
	b.changed.L = &b.mu
	return b
}

func (b *mailbox) put(m *Message) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.letters[m.ParentID] = append(b.letters[m.ParentID], m)
	b.changed.Broadcast()
}

func (b *mailbox) close(why error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = why
	b.changed.Broadcast()
}

// take blocks until there is a message for parent, nothing more will come or
// patience is at its end; then the message is nil.
func (b *mailbox) take(parent string) (m *Message, closed error) {
	late := false
	timer := time.AfterFunc(patience, func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		late = true
		b.changed.Broadcast()
	})
	defer timer.Stop()
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.letters[parent]) == 0 {
		if late || b.closed != nil {
			return nil, b.closed
		}
		b.changed.Wait()
	}
	m = b.letters[parent][0]
	b.letters[parent] = b.letters[parent][1:]
	return m, nil
}

// waiting returns how many messages are there for parent.
func (b *mailbox) waiting(parent string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.letters[parent])
}
