package core

import (
	"runtime"
	"sync"
)

// lockTries is how often a sender that finds the lock taken yields before it
// queues for it. The lock is held for nanoseconds; a sleeping waiter costs
// microseconds, and thousands of them make the mutex hand itself over in turn.
const lockTries = 4

// gate is what both kinds of channel share: the lock, who is still there, and
// the way the receiver waits. mu guards all but the token channel.
type gate struct {
	mu      sync.Mutex
	senders int  // handles not yet dropped
	closed  bool // the receiver was dropped
	waiting bool // the receiver is owed a token when something happens
	token   chan struct{}
}

// open sets up a gate with one sender.
func (g *gate) open() {
	g.senders = 1
	g.token = make(chan struct{}, 1)
}

// lock is for senders, of which there may be thousands.
func (g *gate) lock() {
	if !g.mu.TryLock() {
		g.contend()
	}
}

// contend is lock for one who has found the lock taken.
func (g *gate) contend() {
	for range lockTries {
		runtime.Gosched()
		if g.mu.TryLock() {
			return
		}
	}
	g.mu.Lock()
}

// lower says whether the receiver waits. If so, the caller owes it a ring, to
// be given when the lock is free again.
func (g *gate) lower() bool {
	w := g.waiting
	g.waiting = false
	return w
}

// ring wakes the receiver. It never blocks: only the one who lowered the flag
// rings, and the receiver takes that token before it raises the flag again.
func (g *gate) ring() { g.token <- struct{}{} }

// giveUp ends the receiver's wait from its own side. If it returns false, a
// sender was faster: the token is taken, and there is something to receive.
func (g *gate) giveUp() bool {
	g.mu.Lock()
	was := g.lower()
	g.mu.Unlock()
	if !was {
		<-g.token
	}
	return was
}

// leave drops a sender's handle, whose mark is dropped.
func (g *gate) leave(dropped *bool) {
	g.lock()
	wake := false
	if !*dropped {
		*dropped = true
		g.senders--
		wake = g.senders == 0 && g.lower()
	}
	g.mu.Unlock()
	if wake {
		g.ring()
	}
}
