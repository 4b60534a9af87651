package kernel

import (
	"context"
	"time"
)

const (
	// overtakeAfter is how long a cell must have run for questions to overtake
	// it. Most cells are done sooner and are spared the second goroutine.
	overtakeAfter = 50 * time.Millisecond
	// maxQueued is how many requests wait in memory behind a cell; more wait
	// with the front ends.
	maxQueued = 1000
)

// overtakes are the requests on shell that don't wait for a running cell: a
// learner goes on writing while it runs, and completion that comes with the
// cell's end comes too late.
func overtakes(msgType string) bool {
	switch msgType {
	case "complete_request", "inspect_request", "is_complete_request", "interrupt_request", "shutdown_request":
		return true
	}
	return false
}

// overtake lets another goroutine listen to shell while this one runs the cell
// of r. The function that it returns must be called when the cell has ended: it
// takes shell back, and leaves in k.queued what came for later.
func (k *kernel) overtake(r *request) (takeBack func()) {
	ctx, cancel := context.WithCancel(k.ctx)
	done := make(chan struct{})
	timer := time.AfterFunc(overtakeAfter, func() {
		defer close(done)
		k.answerMeanwhile(ctx, r)
	})
	return func() {
		cancel()
		if !timer.Stop() {
			<-done
		}
	}
}

// answerMeanwhile answers what overtakes and queues the rest, until ctx is done.
func (k *kernel) answerMeanwhile(ctx context.Context, running *request) {
	c := k.shell
	c.status = func(parent []byte, state string) {
		k.pub.statusNow(parent, state)
		if state == idle {
			// Front ends show the state that came last, and the cell still runs.
			k.pub.statusNow(running.Header, busy)
		}
	}
	for len(k.queued) < maxQueued {
		r, err := k.receive(ctx, c.socket, c.name)
		if err != nil {
			return
		}
		if overtakes(r.header.MsgType) {
			k.handle(&c, r)
		} else {
			k.queued = append(k.queued, r)
		}
	}
}
