package mpsc_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"gopost/mpsc"
)

func TestErrorTexts(t *testing.T) {
	_, rx := open[string](t)
	closedTx, closedRx := mpsc.Channel[string]()
	closedTx.Drop()
	orphan, gone := mpsc.Channel[string]()
	gone.Drop()
	full, fullRx := mpsc.SyncChannel[string](0)
	defer fullRx.Drop()
	syncOrphan, syncGone := mpsc.SyncChannel[string](1)
	syncGone.Drop()

	second := func(_ string, err error) error { return err }
	for _, c := range []struct {
		what string
		err  error
		text string
		is   error
	}{
		{"Recv, closed", second(closedRx.Recv()), "receiving on a closed channel", mpsc.ErrDisconnected},
		{"TryRecv, empty", second(rx.TryRecv()), "receiving on an empty channel", mpsc.ErrEmpty},
		{"TryRecv, closed", second(closedRx.TryRecv()), "receiving on a closed channel", mpsc.ErrDisconnected},
		{"RecvTimeout, empty", second(rx.RecvTimeout(time.Nanosecond)), "timed out waiting on channel", mpsc.ErrTimeout},
		{"RecvTimeout(0), empty", second(rx.RecvTimeout(0)), "timed out waiting on channel", mpsc.ErrTimeout},
		{"RecvTimeout, closed", second(closedRx.RecvTimeout(time.Hour)), "channel is empty and sending half is closed", mpsc.ErrDisconnected},
		{"RecvContext, closed", second(closedRx.RecvContext(t.Context())), "receiving on a closed channel", mpsc.ErrDisconnected},
		{"Send, closed", orphan.Send("x"), "sending on a closed channel", mpsc.ErrDisconnected},
		{"sync Send, closed", syncOrphan.Send("x"), "sending on a closed channel", mpsc.ErrDisconnected},
		{"TrySend, full", full.TrySend("x"), "sending on a full channel", mpsc.ErrFull},
		{"TrySend, closed", syncOrphan.TrySend("x"), "sending on a closed channel", mpsc.ErrDisconnected},
	} {
		if c.err == nil {
			t.Errorf("%s: no error", c.what)
			continue
		}
		if c.err.Error() != c.text {
			t.Errorf("%s: %q, want %q", c.what, c.err, c.text)
		}
		for _, kind := range []error{mpsc.ErrDisconnected, mpsc.ErrEmpty, mpsc.ErrTimeout, mpsc.ErrFull} {
			if got, want := errors.Is(c.err, kind), kind == c.is; got != want {
				t.Errorf("%s: errors.Is(%q) = %v, want %v", c.what, kind, got, want)
			}
		}
	}
}

// open returns a channel whose sender stays alive until the test ends.
func open[T any](t *testing.T) (*mpsc.Sender[T], *mpsc.Receiver[T]) {
	tx, rx := mpsc.Channel[T]()
	t.Cleanup(tx.Drop)
	return tx, rx
}

func TestSendErrorsReturnTheValue(t *testing.T) {
	each(t, func(t *testing.T, k kind[[]int]) {
		tx, rx := k.make()
		rx.Drop()
		var back *mpsc.SendError[[]int]
		if err := tx.Send([]int{4, 2}); !errors.As(err, &back) || len(back.Value) != 2 {
			t.Errorf("Send = %v, want a SendError with the slice", err)
		}
		var try *mpsc.TrySendError[[]int]
		if errors.As(tx.Send(nil), &try) {
			t.Error("Send returned a TrySendError")
		}
	})
}

func TestTrySendErrorsReturnTheValue(t *testing.T) {
	tx, rx := mpsc.SyncChannel[string](1)
	if err := tx.TrySend("first"); err != nil {
		t.Fatal(err)
	}
	var back *mpsc.TrySendError[string]
	if err := tx.TrySend("second"); !errors.As(err, &back) || !back.Full || back.Value != "second" {
		t.Errorf("TrySend on a full channel = %#v", err)
	}
	rx.Drop()
	if err := tx.TrySend("third"); !errors.As(err, &back) || back.Full || back.Value != "third" {
		t.Errorf("TrySend on a closed channel = %#v", err)
	}
}

func TestRecvContextReturnsTheContextsError(t *testing.T) {
	_, rx := open[int](t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := rx.RecvContext(ctx); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
	ctx, cancel = context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	if _, err := rx.RecvContext(ctx); err != context.DeadlineExceeded {
		t.Errorf("past the deadline: %v", err)
	}
}

func TestMust(t *testing.T) {
	tx, rx := mpsc.Channel[string]()
	tx.Send("here")
	tx.Drop()
	if got := mpsc.Must(rx.Recv()); got != "here" {
		t.Errorf("Must = %q", got)
	}
	defer func() {
		if err, _ := recover().(error); !errors.Is(err, mpsc.ErrDisconnected) {
			t.Errorf("Must panicked with %v, want the error itself", err)
		}
	}()
	mpsc.Must(rx.Recv())
}
