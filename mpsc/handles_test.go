package mpsc_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"gopost/mpsc"
)

func TestQueuedMessagesOutliveTheSenders(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		tx, rx := k.make()
		n := min(k.room, 300) // more than one segment
		for i := range n {
			tx.Send(i)
		}
		tx.Drop()
		for i := range n {
			if v, err := rx.Recv(); v != i || err != nil {
				t.Fatalf("Recv = %d, %v, want %d", v, err, i)
			}
		}
		for range 2 {
			if v, err := rx.Recv(); v != 0 || !errors.Is(err, mpsc.ErrDisconnected) {
				t.Errorf("Recv = %d, %v after the last message", v, err)
			}
		}
	})
}

func TestOnlyTheLastDropDisconnects(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		tx, rx := k.make()
		clones := []sender[int]{tx, tx.clone(), tx.clone()}
		for _, tx := range clones {
			if _, err := rx.TryRecv(); !errors.Is(err, mpsc.ErrEmpty) {
				t.Errorf("TryRecv = %v while a sender lives", err)
			}
			tx.Drop()
			tx.Drop() // counts once
		}
		if _, err := rx.TryRecv(); !errors.Is(err, mpsc.ErrDisconnected) {
			t.Errorf("TryRecv = %v after the last Drop", err)
		}
	})
}

func TestIterators(t *testing.T) {
	tx, rx := mpsc.Channel[int]()
	for i := range 6 {
		tx.Send(i)
	}
	for v := range rx.Iter() {
		if v == 1 {
			break
		}
	}
	if v := mpsc.Must(rx.Recv()); v != 2 {
		t.Errorf("after a break Recv = %d, want the message after it", v)
	}
	if got := slices.Collect(rx.TryIter()); !slices.Equal(got, []int{3, 4, 5}) {
		t.Errorf("TryIter yielded %v", got)
	}
	tx.Send(6)
	tx.Drop()
	if got := slices.Collect(rx.Iter()); !slices.Equal(got, []int{6}) {
		t.Errorf("Iter yielded %v", got)
	}
	if got := slices.Collect(rx.TryIter()); got != nil {
		t.Errorf("TryIter yielded %v on a closed channel", got)
	}
}

func TestReceivingInsideAnIteration(t *testing.T) {
	tx, rx := mpsc.Channel[int]()
	for i := range 4 {
		tx.Send(i)
	}
	tx.Drop()
	var pairs [][2]int
	for v := range rx.Iter() {
		pairs = append(pairs, [2]int{v, mpsc.Must(rx.Recv())})
	}
	if want := [][2]int{{0, 1}, {2, 3}}; !slices.Equal(pairs, want) {
		t.Errorf("pairs = %v, want %v", pairs, want)
	}
}

func TestDroppedHandlesPanic(t *testing.T) {
	tx, rx := mpsc.Channel[int]()
	tx.Drop()
	wantPanic(t, "mpsc: Send on a Sender that was dropped", func() { tx.Send(1) })
	wantPanic(t, "mpsc: Clone on a Sender that was dropped", func() { tx.Clone() })
	stx, _ := mpsc.SyncChannel[int](1)
	stx.Drop()
	wantPanic(t, "mpsc: Send on a SyncSender that was dropped", func() { stx.Send(1) })
	wantPanic(t, "mpsc: TrySend on a SyncSender that was dropped", func() { stx.TrySend(1) })
	wantPanic(t, "mpsc: Clone on a SyncSender that was dropped", func() { stx.Clone() })
	rx.Drop()
	receives(rx, func(op string, receive func()) {
		wantPanic(t, "mpsc: "+op+" on a Receiver that was dropped", receive)
	})
	tx.Drop()
	stx.Drop()
	rx.Drop() // again: nothing happens
}

// receives calls f for every way to receive from rx.
func receives(rx *mpsc.Receiver[int], f func(op string, receive func())) {
	f("Recv", func() { rx.Recv() })
	f("TryRecv", func() { rx.TryRecv() })
	f("RecvTimeout", func() { rx.RecvTimeout(time.Hour) })
	f("RecvContext", func() { rx.RecvContext(context.Background()) })
	f("Iter", func() {
		for range rx.Iter() {
		}
	})
	f("TryIter", func() {
		for range rx.TryIter() {
		}
	})
}

func TestHandlesOfNoChannelPanic(t *testing.T) {
	var tx mpsc.Sender[int]
	var stx mpsc.SyncSender[int]
	var rx mpsc.Receiver[int]
	wantPanic(t, "mpsc: Send on a Sender that belongs to no channel", func() { tx.Send(1) })
	wantPanic(t, "mpsc: Send on a SyncSender that belongs to no channel", func() { stx.Send(1) })
	wantPanic(t, "mpsc: Recv on a Receiver that belongs to no channel", func() { rx.Recv() })
	tx.Drop()
	stx.Drop()
	rx.Drop()
}

func TestNegativeBoundPanics(t *testing.T) {
	wantPanic(t, "mpsc: SyncChannel with bound -1", func() { mpsc.SyncChannel[int](-1) })
}

func TestTwoReceivesAtOncePanic(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := k.make()
			done := make(chan int)
			go func() { done <- mpsc.Must(rx.Recv()) }()
			synctest.Wait()
			receives(rx, func(op string, receive func()) {
				wantPanic(t, "mpsc: "+op+" while another goroutine receives", receive)
			})
			wantPanic(t, "mpsc: Drop of a Receiver while another goroutine receives", rx.Drop)
			tx.Send(7)
			if v := <-done; v != 7 {
				t.Errorf("the first Recv = %d, want 7", v)
			}
			rx.Drop() // the first receive is over
		})
	})
}

// Two goroutines that receive without ever blocking must also be told, and
// whatever the others get is still received once.
func TestTwoReceivesRacing(t *testing.T) {
	const n = 20000
	tx, rx := mpsc.Channel[int]()
	for i := range n {
		tx.Send(i)
	}
	tx.Drop()
	var got [n]atomic.Int32
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				v, err, refused := guardedRecv(rx)
				switch {
				case refused:
					runtime.Gosched()
				case err != nil:
					return
				default:
					got[v].Add(1)
				}
			}
		})
	}
	wg.Wait()
	for i := range got {
		if c := got[i].Load(); c != 1 {
			t.Fatalf("message %d was received %d times", i, c)
		}
	}
}

func guardedRecv(rx *mpsc.Receiver[int]) (v int, err error, refused bool) {
	defer func() { refused = recover() != nil }()
	v, err = rx.TryRecv()
	return
}

func TestOneHandleInManyGoroutines(t *testing.T) {
	each(t, func(t *testing.T, k kind[string]) {
		tx, rx := k.make()
		var wg sync.WaitGroup
		for g := range 8 {
			wg.Go(func() {
				for i := range 50 {
					if err := tx.Send(fmt.Sprint(g, i)); err != nil {
						t.Error(err)
					}
				}
			})
		}
		seen := make(map[string]bool)
		for range 8 * 50 {
			seen[mpsc.Must(rx.Recv())] = true
		}
		wg.Wait()
		if len(seen) != 8*50 {
			t.Errorf("%d different messages, want %d", len(seen), 8*50)
		}
	})
}
