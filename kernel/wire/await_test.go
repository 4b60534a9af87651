package wire_test

import (
	"context"
	"errors"
	"testing"

	"gopost/kernel/wire"
)

func TestAwait(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	awaited := make(chan error, 1)
	go func() { awaited <- s.Await(deadline(t), []byte("late")) }()
	dial(t, s.Endpoint(), "DEALER", "other")
	if err := s.Await(deadline(t), []byte("other")); err != nil {
		t.Error(err)
	}
	dial(t, s.Endpoint(), "DEALER", "late")
	if err := <-awaited; err != nil {
		t.Error(err)
	}
	cancel()
	if err := s.Await(ctx, []byte("never")); !errors.Is(err, context.Canceled) {
		t.Errorf("Await with a cancelled context returned %v", err)
	}
	if err := s.Close(deadline(t)); err != nil {
		t.Error(err)
	}
	if err := s.Await(deadline(t), []byte("never")); !errors.Is(err, wire.ErrClosed) {
		t.Errorf("Await on a closed socket returned %v", err)
	}
}
