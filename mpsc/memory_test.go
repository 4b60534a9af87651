package mpsc_test

import (
	"runtime"
	"testing"
	"testing/synctest"
	"time"
	"weak"

	"gopost/mpsc"
)

// parcel is too big for the allocator to put several into one block.
type parcel [64]byte

// deliver sends n new parcels and returns what the collector knows of them.
func deliver(tx sender[*parcel], n int) []weak.Pointer[parcel] {
	all := make([]weak.Pointer[parcel], n)
	for i := range all {
		p := new(parcel)
		all[i] = weak.Make(p)
		tx.Send(p)
	}
	return all
}

func alive(all []weak.Pointer[parcel]) (n int) {
	runtime.GC()
	for _, w := range all {
		if w.Value() != nil {
			n++
		}
	}
	return n
}

func TestReceivedValuesAreFreed(t *testing.T) {
	each(t, func(t *testing.T, k kind[*parcel]) {
		if k.room == 0 {
			t.Skip("a rendezvous queues nothing")
		}
		tx, rx := k.make()
		n := min(k.room, 300)
		all := deliver(tx, n)
		for received := range n {
			if received%37 == 0 {
				if got := alive(all); got != n-received {
					t.Fatalf("%d parcels are alive, want the %d that are queued", got, n-received)
				}
			}
			rx.Recv()
		}
		if got := alive(all); got != 0 {
			t.Errorf("%d parcels are alive after they were received", got)
		}
		runtime.KeepAlive(tx)
		runtime.KeepAlive(rx)
	})
}

func TestDiscardedValuesAreFreed(t *testing.T) {
	each(t, func(t *testing.T, k kind[*parcel]) {
		tx, rx := k.make()
		all := deliver(tx, min(k.room, 300))
		if len(all) > 1 {
			rx.Recv() // the rest is with the receiver, or still in the queue
			more := deliver(tx, 1)
			all = append(all, more...)
		}
		rx.Drop()
		all = append(all, deliver(tx, 3)...)
		if got := alive(all); got != 0 {
			t.Errorf("%d parcels are alive after the receiver was dropped", got)
		}
		runtime.KeepAlive(tx)
		runtime.KeepAlive(rx)
	})
}

// What a blocked Send held is free when it has been received or handed back.
func TestValuesOfBlockedSendsAreFreed(t *testing.T) {
	for _, bound := range []int{0, 2} {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := mpsc.SyncChannel[*parcel](bound)
			var all []weak.Pointer[parcel]
			for range 10 {
				p := new(parcel)
				all = append(all, weak.Make(p))
				go tx.Send(p)
			}
			synctest.Wait()
			for range 5 {
				rx.Recv()
			}
			synctest.Wait()
			if got := alive(all); got != 5 {
				t.Errorf("bound %d: %d parcels are alive, want the 5 not yet received", bound, got)
			}
			rx.Drop()
			synctest.Wait()
			if got := alive(all); got != 0 {
				t.Errorf("bound %d: %d parcels are alive after the receiver was dropped", bound, got)
			}
			runtime.KeepAlive(tx)
			runtime.KeepAlive(rx)
		})
	}
}

func TestNoAllocationsInSteadyState(t *testing.T) {
	each(t, func(t *testing.T, k kind[string]) {
		tx, rx := k.make()
		answers, answered := mpsc.Channel[string]()
		done := make(chan struct{})
		go func() {
			defer close(done)
			for v := range rx.Iter() {
				answers.Send(v)
			}
		}()
		if n := testing.AllocsPerRun(2000, func() {
			tx.Send("ping")
			answered.Recv()
		}); n != 0 {
			t.Errorf("%v allocations a round trip", n)
		}
		tx.Drop()
		<-done
	})
}

func TestReadyMessageTouchesNoTimer(t *testing.T) {
	each(t, func(t *testing.T, k kind[string]) {
		if k.room == 0 {
			t.Skip("a rendezvous has no message ready without a wait")
		}
		tx, rx := k.make()
		if n := testing.AllocsPerRun(1000, func() {
			tx.Send("ready")
			rx.RecvTimeout(time.Hour)
		}); n != 0 {
			t.Errorf("%v allocations: a timer was made", n)
		}
	})
}

func TestQueueShrinksAfterABurst(t *testing.T) {
	tx, rx := mpsc.Channel[uint64]()
	before := heap()
	const n = 1 << 20
	for i := range uint64(n) {
		tx.Send(i)
	}
	if per := float64(heap()-before) / n; per > 10 {
		t.Errorf("%.1f bytes a queued uint64", per)
	}
	for range n {
		rx.Recv()
	}
	if after := heap(); after > before+1<<20 {
		t.Errorf("%d bytes are kept after the burst", after-before)
	}
	runtime.KeepAlive(tx)
	runtime.KeepAlive(rx)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
