// Package mpsc sends messages from many goroutines to one: it is Rust's
// std::sync::mpsc (multiple producers, single consumer) for Go.
//
// A channel has two halves. A [Sender] puts messages in; it can be cloned, so
// that several goroutines have one each. The one [Receiver] takes them out, in
// the order in which they were sent. Each half notices when the other is gone,
// which is what native channels leave to convention: a send to nobody is an
// error that hands the message back instead of blocking for ever, and a
// receiver ends by itself when the last sender has been dropped.
//
//	tx, rx := mpsc.Channel[string]()
//	for id := range 3 {
//		tx := tx.Clone() // one handle for each goroutine
//		go func() {
//			defer tx.Drop() // Go has no scope that drops it
//			tx.Send(fmt.Sprintf("From thread %d", id))
//		}()
//	}
//	tx.Drop() // the original too, or the loop below never ends
//	for msg := range rx.Iter() {
//		fmt.Println("Got:", msg)
//	}
//
// # What Rust calls it
//
//	Rust                                   Go
//	mpsc::channel::<T>()                   Channel[T]()
//	mpsc::sync_channel::<T>(n)             SyncChannel[T](n)
//	tx.clone()                             tx.Clone()
//	drop(tx)                               tx.Drop()
//	tx.send(v)                             tx.Send(v)
//	tx.try_send(v)                         tx.TrySend(v), on a SyncSender
//	rx.recv()                              rx.Recv()
//	rx.try_recv()                          rx.TryRecv()
//	rx.recv_timeout(d)                     rx.RecvTimeout(d)
//	(none)                                 rx.RecvContext(ctx)
//	rx.iter(), for v in rx                 rx.Iter()
//	rx.try_iter()                          rx.TryIter()
//	result.unwrap()                        Must(v, err)
//	SendError(v)                           *SendError[T], with Value
//	TrySendError::Full(v)                  *TrySendError[T], which is ErrFull
//	TrySendError::Disconnected(v)          *TrySendError[T], which is ErrDisconnected
//	RecvError                              ErrDisconnected
//	TryRecvError::Empty                    ErrEmpty
//	TryRecvError::Disconnected             ErrDisconnected
//	RecvTimeoutError::Timeout              ErrTimeout
//	RecvTimeoutError::Disconnected         ErrDisconnected
//
// # Three kinds of channel
//
// [Channel] never blocks a sender: its queue grows as long as there is memory.
// [SyncChannel] with a bound blocks the sender while that many messages are
// queued, so that a fast producer waits for a slow consumer. SyncChannel(0) is
// a rendezvous: a Send returns only when its message has been received.
//
// # Order
//
// Messages of one sender arrive in the order in which they were sent. Across
// senders the order is causal: when one Send returned before another began, its
// message comes first. What happened before a Send is visible after the receive.
//
// # What the compiler does not do for you
//
// In Rust a value that was sent has moved, and a sender is dropped when it goes
// out of scope. Go has neither, so:
//
//   - Do not use a slice, map or pointer after sending it, or send a copy.
//   - Drop every sender, best with defer. A receiver waits for as long as there
//     is one that could send. No finalizer does it for you: a forgotten Drop is
//     a mistake to be found, not one to be hidden until the next collection.
//
// Drop may be called again. Every other use of a dropped handle panics, and so
// does a receive while another goroutine receives from the same Receiver: both
// are what Rust's compiler would have refused. Handles must not be copied; go
// vet reports it.
package mpsc
