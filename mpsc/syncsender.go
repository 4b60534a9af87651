package mpsc

import (
	"errors"

	"gopost/mpsc/core"
)

// SyncSender is the sending half of a bounded channel. One handle may be used
// by several goroutines, but one for each, made by Clone, is the idiom: the
// receiver ends when all of them were dropped.
//
// Rust: "The sending-half of Rust's synchronous channel type."
type SyncSender[T any] core.SyncSender[T]

// SyncChannel makes a channel that queues up to bound messages, and returns its
// two halves. With bound 0 it is a rendezvous. It panics if bound is negative.
//
// Rust: mpsc::sync_channel. "Creates a new synchronous, bounded channel. [...]
// sync_channel(0) is a valid buffer size, in which case this becomes
// 'rendezvous channel' where each send will not return until a recv is paired
// with it."
func SyncChannel[T any](bound int) (*SyncSender[T], *Receiver[T]) {
	tx, rx := core.SyncChannel[T](bound)
	return (*SyncSender[T])(tx), (*Receiver[T])(rx)
}

func (s *SyncSender[T]) core() *core.SyncSender[T] { return (*core.SyncSender[T])(s) }

// Send queues v, and blocks while there is no room; in a rendezvous, until v
// has been received. It returns nil, or a [*SendError] that holds v when the
// receiver was dropped, also while Send was blocked.
//
// Rust: SyncSender::send. "Sends a value on this synchronous channel. This
// function will block until space in the internal buffer becomes available or a
// receiver is available to hand off the message to."
func (s *SyncSender[T]) Send(v T) error {
	if err := s.core().Send(v, nil); err != nil {
		return &SendError[T]{v}
	}
	return nil
}

// TrySend queues v if that is possible at once: when there is room or, in a
// rendezvous, when a receiver waits. It never blocks. Otherwise it returns a
// [*TrySendError] that holds v.
//
// Rust: SyncSender::try_send. "Attempts to send a value on this channel without
// blocking."
func (s *SyncSender[T]) TrySend(v T) error {
	if err := s.core().TrySend(v); err != nil {
		return &TrySendError[T]{v, errors.Is(err, ErrFull)}
	}
	return nil
}

// Clone returns another sender to the same receiver. Each must be dropped.
//
// Rust: SyncSender::clone.
func (s *SyncSender[T]) Clone() *SyncSender[T] { return (*SyncSender[T])(s.core().Clone()) }

// Drop gives this sender up. When it was the last, the receiver gets what is
// queued and then [ErrDisconnected]. A second Drop does nothing; any other use
// of a dropped sender panics.
//
// Rust: drop(tx), or the end of its scope.
func (s *SyncSender[T]) Drop() { s.core().Drop() }
