package link

import (
	"context"
	"errors"
	"time"

	"gopost/interp/engine/rt"
	"gopost/mpsc/core"
)

// Channel makes an unbounded channel.
func Channel() (tx, rx any) { return core.Channel[any]() }

// SyncChannel makes a channel for bound values, 0 for a rendezvous.
func SyncChannel(bound int) (tx, rx any) { return core.SyncChannel[any](bound) }

// stopped ends the goroutine's cell if err says that it was interrupted.
func stopped(err error) error {
	if errors.Is(err, core.ErrStopped) {
		rt.Stop()
	}
	return err
}

// Put sends v through a sender of either kind. It blocks while a bounded
// channel is full, and says whether there was a receiver.
func Put(tx, v any) bool {
	if tx, ok := tx.(*core.SyncSender[any]); ok {
		return stopped(tx.Send(v, rt.Done())) == nil
	}
	return made[core.Sender[any]](tx).Send(v) == nil
}

// TxTrySend sends without blocking.
func TxTrySend(tx, v any) error { return made[core.SyncSender[any]](tx).TrySend(v) }

// TxClone returns another handle to the channel of tx.
func TxClone(tx any) any {
	if tx, ok := tx.(*core.SyncSender[any]); ok {
		return tx.Clone()
	}
	return made[core.Sender[any]](tx).Clone()
}

// made returns the handle in h. That of a learner's zero value is a zero value
// as well, whose methods say that it belongs to no channel.
func made[H any](h any) *H {
	if h == nil {
		return new(H)
	}
	return h.(*H)
}

// Drop gives a handle of any kind up.
func Drop(h any) {
	if h != nil {
		h.(interface{ Drop() }).Drop()
	}
}

// Take receives a message. It blocks until one is there or no sender is left.
func Take(rx any) (any, error) {
	v, err := made[core.Receiver[any]](rx).Recv(rt.Done())
	return v, stopped(err)
}

// Next is Take for loops: ok says that there was a message.
func Next(rx any) (v any, ok bool) {
	v, err := Take(rx)
	return v, err == nil
}

// TryNext is Next that does not block.
func TryNext(rx any) (v any, ok bool) {
	v, err := RxTryRecv(rx)
	return v, err == nil
}

// RxTryRecv receives without blocking.
func RxTryRecv(rx any) (any, error) { return made[core.Receiver[any]](rx).TryRecv() }

// RxRecvFor blocks for at most d.
func RxRecvFor(rx any, d time.Duration) (any, error) {
	v, err := made[core.Receiver[any]](rx).RecvTimeout(d, rt.Done())
	return v, stopped(err)
}

// RxRecvWithin blocks until ctx is done.
func RxRecvWithin(rx any, ctx context.Context) (any, error) { //nolint:revive // the receiver comes first, as in a method
	v, err := made[core.Receiver[any]](rx).RecvContext(ctx, rt.Done())
	return v, stopped(err)
}
