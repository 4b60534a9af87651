package core_test

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"weak"

	"gopost/mpsc/core"
)

// waits are the receives that take a stop channel.
var waits = map[string]func(*core.Receiver[any], <-chan struct{}) (any, error){
	"Recv": (*core.Receiver[any]).Recv,
	"RecvTimeout": func(rx *core.Receiver[any], stop <-chan struct{}) (any, error) {
		return rx.RecvTimeout(time.Hour, stop)
	},
	"RecvContext": func(rx *core.Receiver[any], stop <-chan struct{}) (any, error) {
		return rx.RecvContext(context.Background(), stop)
	},
}

// kinds are the channels to receive from, each with its send and last drop.
var kinds = map[string]func() (rx *core.Receiver[any], send func(any) error, drop func()){
	"unbounded": func() (*core.Receiver[any], func(any) error, func()) {
		tx, rx := core.Channel[any]()
		return rx, tx.Send, tx.Drop
	},
	"bounded":    func() (*core.Receiver[any], func(any) error, func()) { return ofBound(1) },
	"rendezvous": func() (*core.Receiver[any], func(any) error, func()) { return ofBound(0) },
}

func ofBound(n int) (*core.Receiver[any], func(any) error, func()) {
	tx, rx := core.SyncChannel[any](n)
	return rx, func(v any) error { return tx.Send(v, nil) }, tx.Drop
}

// each runs f in a bubble for every kind of channel and way to wait.
func each(t *testing.T, f func(t *testing.T, rx *core.Receiver[any], send func(any) error, drop func(),
	recv func(*core.Receiver[any], <-chan struct{}) (any, error))) {
	for kind, open := range kinds {
		for name, recv := range waits {
			t.Run(kind+"/"+name, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					rx, send, drop := open()
					f(t, rx, send, drop, recv)
				})
			})
		}
	}
}

func TestStopEndsAReceive(t *testing.T) {
	each(t, func(t *testing.T, rx *core.Receiver[any], send func(any) error, drop func(),
		recv func(*core.Receiver[any], <-chan struct{}) (any, error)) {
		defer drop()
		stop := make(chan struct{})
		start := time.Now()
		time.AfterFunc(time.Minute, func() { close(stop) })
		if v, err := recv(rx, stop); err != core.ErrStopped || v != nil || time.Since(start) != time.Minute {
			t.Errorf("got %v, %v after %v, want ErrStopped after 1m", v, err, time.Since(start))
		}
		if _, err := recv(rx, stop); err != core.ErrStopped {
			t.Errorf("got %v with stop closed before, want ErrStopped", err)
		}
		// The stopped waits leave no trace.
		sent := make(chan error, 1)
		go func() { sent <- send("late") }()
		if v, err := recv(rx, nil); v != "late" || err != nil {
			t.Errorf("got %v, %v, want the message sent afterwards", v, err)
		}
		if err := <-sent; err != nil {
			t.Errorf("Send = %v", err)
		}
	})
}

func TestAMessageComesBeforeAStop(t *testing.T) {
	each(t, func(t *testing.T, rx *core.Receiver[any], send func(any) error, drop func(),
		recv func(*core.Receiver[any], <-chan struct{}) (any, error)) {
		stop := make(chan struct{})
		close(stop)
		go send(1)
		synctest.Wait()
		if v, err := recv(rx, stop); v != 1 || err != nil {
			t.Errorf("got %v, %v, want the message that has arrived", v, err)
		}
		drop()
		if _, err := recv(rx, stop); !errors.Is(err, core.ErrDisconnected) {
			t.Errorf("got %v, want ErrDisconnected: a closed channel needs no wait", err)
		}
	})
}

func TestStopEndsAnIteration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tx, rx := core.Channel[any]()
		defer tx.Drop()
		tx.Send(1)
		stop := make(chan struct{})
		time.AfterFunc(time.Minute, func() { close(stop) })
		n := 0
		for range rx.Iter(stop) {
			n++
		}
		for range rx.TryIter() {
			n++
		}
		if n != 1 {
			t.Errorf("iterated %d times, want 1", n)
		}
	})
}

func TestStopEndsASend(t *testing.T) {
	for _, bound := range []int{0, 1} {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := core.SyncChannel[any](bound)
			for i := range bound {
				tx.Send(i, nil)
			}
			stop := make(chan struct{})
			results := make(chan error, 3)
			// Three senders wait; the one in the middle is stopped.
			for i, stop := range []chan struct{}{nil, stop, nil} {
				go func() { results <- tx.Send(bound+i, stop) }()
				synctest.Wait()
			}
			close(stop)
			if err := <-results; err != core.ErrStopped {
				t.Errorf("bound %d: Send = %v, want ErrStopped", bound, err)
			}
			var got []any
			for v := range rx.TryIter() {
				got = append(got, v)
			}
			if len(got) != bound+2 || got[bound] != bound || got[bound+1] != bound+2 {
				t.Errorf("bound %d: received %v: the stopped value, or another's, went wrong", bound, got)
			}
			for range 2 {
				if err := <-results; err != nil {
					t.Errorf("bound %d: Send = %v", bound, err)
				}
			}
		})
	}
}

func TestValueOfAStoppedSendIsFreed(t *testing.T) {
	tx, rx := core.SyncChannel[*[64]byte](0)
	stop := make(chan struct{})
	close(stop)
	v := new([64]byte)
	w := weak.Make(v)
	if err := tx.Send(v, stop); err != core.ErrStopped {
		t.Fatal(err)
	}
	runtime.GC()
	if w.Value() != nil {
		t.Error("the channel still holds the value")
	}
	runtime.KeepAlive(tx)
	runtime.KeepAlive(rx)
}

// Stops, sends and receives race: a value counts as sent exactly if it is
// received.
func TestStopRaces(t *testing.T) {
	const senders, letters = 8, 300
	for _, bound := range []int{0, 1, 4} {
		tx, rx := core.SyncChannel[any](bound)
		var wg sync.WaitGroup
		sent := make([]map[int]bool, senders)
		for id := range senders {
			sent[id] = make(map[int]bool)
			tx := tx.Clone()
			wg.Go(func() {
				defer tx.Drop()
				for i := range letters {
					stop := make(chan struct{})
					var closer sync.WaitGroup
					closer.Go(func() { close(stop) })
					switch err := tx.Send([2]int{id, i}, stop); err {
					case nil:
						sent[id][i] = true
					case core.ErrStopped:
					default:
						t.Errorf("Send = %v", err)
					}
					closer.Wait()
				}
			})
		}
		tx.Drop()
		got := make(map[[2]int]bool)
		for {
			stop := make(chan struct{})
			var closer sync.WaitGroup
			closer.Go(func() { close(stop) })
			v, err := rx.Recv(stop)
			closer.Wait()
			if err == nil {
				got[v.([2]int)] = true
			} else if err != core.ErrStopped {
				break
			}
		}
		wg.Wait()
		n := 0
		for id := range sent {
			for i := range sent[id] {
				n++
				if !got[[2]int{id, i}] {
					t.Fatalf("bound %d: letter %d of sender %d was sent and lost", bound, i, id)
				}
			}
		}
		if n != len(got) {
			t.Errorf("bound %d: %d sent, %d received", bound, n, len(got))
		}
	}
}

func TestStoppedSendAllocatesNoMoreThanTheFirst(t *testing.T) {
	tx, rx := core.SyncChannel[any](0)
	defer rx.Drop()
	stop := make(chan struct{})
	close(stop)
	if n := testing.AllocsPerRun(100, func() {
		if err := tx.Send(nil, stop); err != core.ErrStopped {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations a stopped Send", n)
	}
}
