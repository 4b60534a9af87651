package mpsc

import (
	"context"
	"iter"
	"time"

	"gopost/mpsc/core"
)

// Receiver is the receiving half of a channel of either kind. It has no Clone,
// for a channel has a single consumer: a receive panics while another goroutine
// receives from the same Receiver.
//
// Rust: "The receiving half of Rust's channel (or sync_channel) type. This half
// can only be owned by one thread."
type Receiver[T any] core.Receiver[T]

func (r *Receiver[T]) core() *core.Receiver[T] { return (*core.Receiver[T])(r) }

// Recv blocks until there is a message. It returns [ErrDisconnected] when none
// is left and the last sender was dropped.
//
// Rust: Receiver::recv. "Attempts to wait for a value on this receiver,
// returning an error if the corresponding channel has hung up."
func (r *Receiver[T]) Recv() (T, error) { return r.core().Recv(nil) }

// TryRecv returns a message that has arrived already, or [ErrEmpty], or
// [ErrDisconnected] when none will come any more. It never blocks.
//
// Rust: Receiver::try_recv. "Attempts to return a pending value on this receiver
// without blocking."
func (r *Receiver[T]) TryRecv() (T, error) { return r.core().TryRecv() }

// RecvTimeout blocks until there is a message, but for at most d. It returns
// [ErrTimeout], or [ErrDisconnected]. With d zero or less it looks once.
//
// Rust: Receiver::recv_timeout. "Attempts to wait for a value on this receiver,
// returning an error if the corresponding channel has hung up, or if it waits
// more than timeout."
func (r *Receiver[T]) RecvTimeout(d time.Duration) (T, error) {
	return r.core().RecvTimeout(d, nil)
}

// RecvContext blocks until there is a message, but only as long as ctx is not
// done. It returns [ErrDisconnected], or ctx.Err(). A message that has arrived
// is never lost: it is returned, or it is there for the next receive.
//
// Rust's std has no counterpart.
func (r *Receiver[T]) RecvContext(ctx context.Context) (T, error) {
	return r.core().RecvContext(ctx, nil)
}

// Iter returns an iterator over the messages, for use in a for range loop. It
// blocks while it waits for the next one, and ends when none is left and the
// last sender was dropped. After a break the rest is still there.
//
// Rust: Receiver::iter. "Returns an iterator that will block waiting for
// messages, but never panic!. It will return None when the channel has hung up."
func (r *Receiver[T]) Iter() iter.Seq[T] { return r.core().Iter(nil) }

// TryIter returns an iterator over the messages that have arrived. It ends when
// there is none at the moment, and never blocks.
//
// Rust: Receiver::try_iter. "Returns an iterator that will attempt to yield all
// pending values. It will return None if there are no more pending values or if
// the channel has hung up."
func (r *Receiver[T]) TryIter() iter.Seq[T] { return r.core().TryIter() }

// Drop gives the receiver up. What is queued is discarded, and every Send
// returns its value from now on, also one that is blocked. A second Drop does
// nothing; any other use of a dropped receiver panics, and so does a Drop while
// another goroutine receives.
//
// Rust: drop(rx), or the end of its scope.
func (r *Receiver[T]) Drop() { r.core().Drop() }
