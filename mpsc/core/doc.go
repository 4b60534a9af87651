// Package core is the channel beneath package mpsc: many senders, one receiver,
// with waits that somebody else can end.
//
// Programs import gopost/mpsc, whose handles are these with Rust's errors
// around them. Core is for those who build on the channel, as a notebook engine
// does. It differs from mpsc in two ways:
//
//   - Every operation that can block takes a stop channel, and returns
//     [ErrStopped] when that is closed before there is a result. A nil stop
//     never stops. Stopping loses nothing: a message that has arrived stays in
//     the channel, and a Send that was stopped has not sent.
//   - Sends return bare errors ([ErrDisconnected], [ErrFull]). An error always
//     means that the value was not sent and still belongs to the caller.
//
// # How it works
//
// An unbounded channel is a chain of segments behind a mutex (list.go). A
// sender holds the lock for one store. The receiver takes the whole chain at
// once and reads it without the lock, then gives the empty segments back, so
// that a channel in steady state allocates nothing.
//
// A bounded channel is a ring behind a mutex, with a first-in first-out queue
// of the senders that found it full (ring.go). A rendezvous is the ring of
// bound 0: a waiting receiver lends it room for one message.
//
// A receiver that finds nothing raises a flag under the lock and waits for a
// token; whoever lowers the flag owes it exactly one token (gate.go). A receiver
// that gives up lowers the flag itself, or, if it comes too late, knows that
// there is a message to take. So no wake-up is lost, and none is left over.
//
// Because every send takes the one lock of its channel, messages are ordered
// causally: when A's Send returned before B's began, A's message comes first.
package core
