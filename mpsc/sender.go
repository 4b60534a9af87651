package mpsc

import "gopost/mpsc/core"

// Sender is the sending half of an unbounded channel. One handle may be used by
// several goroutines, but one for each, made by Clone, is the idiom: the
// receiver ends when all of them were dropped.
//
// Rust: "The sending-half of Rust's asynchronous channel type."
type Sender[T any] core.Sender[T]

// Channel makes an unbounded channel and returns its two halves.
//
// Rust: mpsc::channel. "Creates a new asynchronous channel, returning the
// sender/receiver halves." Large values are best sent as pointers: the queue
// grows by 128 values at a time.
func Channel[T any]() (*Sender[T], *Receiver[T]) {
	tx, rx := core.Channel[T]()
	return (*Sender[T])(tx), (*Receiver[T])(rx)
}

func (s *Sender[T]) core() *core.Sender[T] { return (*core.Sender[T])(s) }

// Send queues v and never blocks. It returns nil, or a [*SendError] that holds
// v when the receiver was dropped. That nil does not mean that v will be
// received: the receiver may be dropped before it gets to it.
//
// Rust: Sender::send. "Attempts to send a value on this channel, returning it
// back if it could not be sent."
func (s *Sender[T]) Send(v T) error {
	if err := s.core().Send(v); err != nil {
		return &SendError[T]{v}
	}
	return nil
}

// Clone returns another sender to the same receiver. Each must be dropped.
//
// Rust: Sender::clone. "Clone a sender to send to other threads."
func (s *Sender[T]) Clone() *Sender[T] { return (*Sender[T])(s.core().Clone()) }

// Drop gives this sender up. When it was the last, the receiver gets what is
// queued and then [ErrDisconnected]. A second Drop does nothing; any other use
// of a dropped sender panics.
//
// Rust: drop(tx), or the end of its scope.
func (s *Sender[T]) Drop() { s.core().Drop() }
