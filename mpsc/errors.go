package mpsc

import "gopost/mpsc/core"

// What can go wrong. Compare with [errors.Is]: some operations return an error
// that says more.
var (
	// ErrDisconnected says that the other half is gone: all senders were
	// dropped and nothing is left to receive, or the receiver was dropped.
	//
	// Rust: RecvError, SendError, and Disconnected of TryRecvError,
	// TrySendError and RecvTimeoutError.
	ErrDisconnected = core.ErrDisconnected
	// ErrEmpty says that no message has arrived yet.
	//
	// Rust: TryRecvError::Empty.
	ErrEmpty = core.ErrEmpty
	// ErrTimeout says that no message arrived in time.
	//
	// Rust: RecvTimeoutError::Timeout.
	ErrTimeout = core.ErrTimeout
	// ErrFull says that a bounded channel has no room at the moment.
	//
	// Rust: TrySendError::Full.
	ErrFull = core.ErrFull
)

// SendError is what Send returns when the receiver was dropped. It is an
// [ErrDisconnected], and gives the value back to its owner.
//
// Rust: "An error returned from the Sender::send or SyncSender::send function
// on channels."
type SendError[T any] struct {
	Value T
}

// Error returns Rust's text.
func (e *SendError[T]) Error() string { return "sending on a closed channel" }

// Unwrap returns [ErrDisconnected].
func (e *SendError[T]) Unwrap() error { return ErrDisconnected }

// TrySendError is what TrySend returns when it could not send. It is an
// [ErrFull] or an [ErrDisconnected], and gives the value back to its owner.
//
// Rust: "This enumeration is the list of the possible error outcomes for the
// try_send method."
type TrySendError[T any] struct {
	Value T
	// Full is true when a later attempt may succeed, false when the receiver
	// was dropped.
	Full bool
}

// Error returns Rust's text.
func (e *TrySendError[T]) Error() string {
	if e.Full {
		return "sending on a full channel"
	}
	return "sending on a closed channel"
}

// Unwrap returns [ErrFull] or [ErrDisconnected].
func (e *TrySendError[T]) Unwrap() error {
	if e.Full {
		return ErrFull
	}
	return ErrDisconnected
}

// Must returns v, or panics with err if there is one.
//
// Rust: result.unwrap(). "Returns the contained Ok value, consuming the self
// value."
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
