package core

import "errors"

// The errors of a channel. Their texts are those of Rust's std::sync::mpsc.
var (
	// ErrDisconnected says that the other half of the channel is gone: for a
	// receive, that the last sender was dropped and nothing is left to
	// receive; for a send, that the receiver was dropped.
	ErrDisconnected = errors.New("receiving on a closed channel")
	// ErrEmpty says that no message has arrived yet.
	ErrEmpty = errors.New("receiving on an empty channel")
	// ErrTimeout says that no message arrived within the time given.
	ErrTimeout = errors.New("timed out waiting on channel")
	// ErrFull says that a bounded channel has no room for another message.
	ErrFull = errors.New("sending on a full channel")
	// ErrStopped says that the stop channel was closed while the operation
	// waited. Nothing was sent or received.
	ErrStopped = errors.New("stopped while waiting on a channel")
)

// errTimeoutDisconnected is what RecvTimeout returns for ErrDisconnected: Rust
// words it differently there.
var errTimeoutDisconnected error = timeoutDisconnected{}

type timeoutDisconnected struct{}

func (timeoutDisconnected) Error() string { return "channel is empty and sending half is closed" }
func (timeoutDisconnected) Unwrap() error { return ErrDisconnected }
