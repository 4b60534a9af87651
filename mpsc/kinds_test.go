package mpsc_test

import (
	"strings"
	"testing"

	"gopost/mpsc"
)

// sender is what both kinds of sending half can do.
type sender[T any] interface {
	Send(T) error
	Drop()
	clone() sender[T]
}

type unbounded[T any] struct{ *mpsc.Sender[T] }

func (s unbounded[T]) clone() sender[T] { return unbounded[T]{s.Clone()} }

type bounded[T any] struct{ *mpsc.SyncSender[T] }

func (s bounded[T]) clone() sender[T] { return bounded[T]{s.Clone()} }

// kind is one way to make a channel.
type kind[T any] struct {
	name string
	room int // what a Send can queue without a receiver
	make func() (sender[T], *mpsc.Receiver[T])
}

// kinds covers both implementations and the bounds where they differ most.
func kinds[T any]() []kind[T] {
	sync := func(name string, bound int) kind[T] {
		return kind[T]{name, bound, func() (sender[T], *mpsc.Receiver[T]) {
			tx, rx := mpsc.SyncChannel[T](bound)
			return bounded[T]{tx}, rx
		}}
	}
	return []kind[T]{
		{"unbounded", 1 << 30, func() (sender[T], *mpsc.Receiver[T]) {
			tx, rx := mpsc.Channel[T]()
			return unbounded[T]{tx}, rx
		}},
		sync("rendezvous", 0), sync("bound 1", 1), sync("bound 7", 7), sync("bound 1000", 1000),
	}
}

// each runs f as a subtest on every kind of channel.
func each[T any](t *testing.T, f func(t *testing.T, k kind[T])) {
	for _, k := range kinds[T]() {
		t.Run(k.name, func(t *testing.T) { f(t, k) })
	}
}

// wantPanic runs f and checks that it panics with a sentence that starts so.
func wantPanic(t *testing.T, start string, f func()) {
	t.Helper()
	defer func() {
		t.Helper()
		got, _ := recover().(string)
		if !strings.HasPrefix(got, start) || !strings.Contains(got, ":") {
			t.Errorf("panic = %q, want it to start with %q and to say what to do", got, start)
		}
	}()
	f()
}
