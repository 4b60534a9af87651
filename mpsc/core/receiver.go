package core

import (
	"context"
	"runtime"
	"sync/atomic"
	"time"
)

// The states of a receiver. The zero state is that of no channel.
const (
	idle uint32 = iota + 1
	busy        // in a receive
	dropped
)

// status is how an attempt to receive ended.
type status int

const (
	received status = iota
	empty           // nothing there yet
	closed          // nothing there, and no sender is left
	expired         // the time or the context ran out
	stopped
)

// Receiver is the receiving half of a channel of either kind. It belongs to one
// goroutine at a time: a receive panics while another one is going on.
type Receiver[T any] struct {
	state atomic.Uint32
	gate  *gate
	list  *list[T] // nil for a bounded channel
	ring  *ring[T] // nil for an unbounded one
	batch batch[T]
}

// Recv blocks until there is a message. It returns [ErrDisconnected] when none
// is left and the last sender was dropped, or [ErrStopped].
func (r *Receiver[T]) Recv(stop <-chan struct{}) (T, error) {
	return r.recv("Recv", stop)
}

func (r *Receiver[T]) recv(op string, stop <-chan struct{}) (T, error) {
	r.enter(op)
	v, s := r.take(r.list == nil)
	if s == empty {
		v, s = r.await(stop, nil)
	}
	r.leave()
	return v, s.err()
}

// TryRecv returns a message that has arrived, or [ErrEmpty] or
// [ErrDisconnected]. It never blocks.
func (r *Receiver[T]) TryRecv() (T, error) {
	return r.tryRecv("TryRecv")
}

func (r *Receiver[T]) tryRecv(op string) (T, error) {
	r.enter(op)
	v, s := r.take(false)
	r.leave()
	return v, s.err()
}

// RecvTimeout blocks until there is a message, for at most d; with d zero or
// less it looks once. It returns [ErrTimeout], [ErrStopped], or an error that
// is [ErrDisconnected] in Rust's words for this case.
func (r *Receiver[T]) RecvTimeout(d time.Duration, stop <-chan struct{}) (T, error) {
	r.enter("RecvTimeout")
	v, s := r.take(d > 0)
	if s == empty && d > 0 {
		timer := time.NewTimer(d)
		v, s = r.wait(stop, nil, timer.C)
		timer.Stop()
	}
	r.leave()
	switch s {
	case empty, expired:
		return v, ErrTimeout
	case closed:
		return v, errTimeoutDisconnected
	}
	return v, s.err()
}

// RecvContext blocks until there is a message, as long as ctx is not done. It
// returns ctx.Err(), [ErrDisconnected] or [ErrStopped]. A message that has
// arrived is returned even if ctx is done.
func (r *Receiver[T]) RecvContext(ctx context.Context, stop <-chan struct{}) (T, error) {
	r.enter("RecvContext")
	v, s := r.take(r.list == nil)
	if s == empty {
		v, s = r.await(stop, ctx.Done())
	}
	r.leave()
	if s == expired {
		return v, ctx.Err()
	}
	return v, s.err()
}

// Drop gives the receiver up: what is queued is discarded, and sends return
// [ErrDisconnected] from now on, also those that are blocked. A second Drop
// does nothing. It panics while another goroutine receives.
func (r *Receiver[T]) Drop() {
	if !r.state.CompareAndSwap(idle, dropped) {
		if r.state.Load() == busy {
			misuse("Drop", dropInReceive)
		}
		return
	}
	if r.list != nil {
		r.batch = batch[T]{}
		r.list.close()
	} else {
		r.ring.close()
	}
}

// take makes one attempt. With raise, a receiver that gets empty is owed a token.
func (r *Receiver[T]) take(raise bool) (T, status) {
	if r.list == nil {
		return r.ring.take(raise)
	}
	if r.batch.seg != nil {
		return r.batch.next(r.list), received
	}
	return r.list.take(&r.batch, raise)
}

// await waits for a message after a take(r.list == nil) that got empty.
//
// Senders of an unbounded channel run on, so on finding it empty it often pays
// to let them run once, rather than to be woken for every message. A bounded
// channel gains nothing, its senders are woken by the receiver in turn; nor
// does RecvTimeout yield, for it may be long until a busy processor comes back.
func (r *Receiver[T]) await(stop, done <-chan struct{}) (T, status) {
	if r.list != nil {
		runtime.Gosched()
		if v, s := r.take(true); s != empty {
			return v, s
		}
	}
	return r.wait(stop, done, nil)
}

// wait blocks for the token that take(true) has ordered, or until one of the
// channels is ready. It never returns empty.
func (r *Receiver[T]) wait(stop, done <-chan struct{}, timer <-chan time.Time) (v T, s status) {
	if stop == nil && done == nil && timer == nil {
		<-r.gate.token
		return r.take(false)
	}
	select {
	case <-r.gate.token:
		return r.take(false)
	case <-stop:
		s = stopped
	case <-done:
		s = expired
	case <-timer:
		s = expired
	}
	if r.gate.giveUp() {
		return v, s
	}
	return r.take(false)
}

// enter claims the receiver for one receive.
func (r *Receiver[T]) enter(op string) {
	if !r.state.CompareAndSwap(idle, busy) {
		r.refuse(op)
	}
}

// refuse panics with what is wrong about a receive at this time.
func (r *Receiver[T]) refuse(op string) {
	switch r.state.Load() {
	case dropped:
		misuse(op, droppedReceiver)
	case 0:
		misuse(op, unmadeReceiver)
	}
	misuse(op, sharedReceiver)
}

func (r *Receiver[T]) leave() { r.state.Store(idle) }

// err is the error of s for those receives that share Rust's RecvError.
func (s status) err() error {
	switch s {
	case empty:
		return ErrEmpty
	case closed:
		return ErrDisconnected
	case stopped:
		return ErrStopped
	}
	return nil
}
