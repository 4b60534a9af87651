package mpsc_test

import (
	"errors"
	"math"
	"testing"
	"testing/synctest"
	"time"

	"gopost/mpsc"
)

func TestSendBlocksWhileFull(t *testing.T) {
	for _, bound := range []int{0, 1, 5, 40} {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := mpsc.SyncChannel[int](bound)
			sent := 0
			go func() {
				defer tx.Drop()
				for i := range bound + 3 {
					tx.Send(i)
					sent++
				}
			}()
			synctest.Wait()
			if sent != bound {
				t.Errorf("bound %d: %d sends returned with nobody receiving", bound, sent)
			}
			for i := range 3 {
				if v := mpsc.Must(rx.Recv()); v != i {
					t.Errorf("bound %d: received %d, want %d", bound, v, i)
				}
				synctest.Wait()
				if sent != bound+i+1 {
					t.Errorf("bound %d: %d sends returned after %d receives", bound, sent, i+1)
				}
			}
		})
	}
}

func TestBlockedSendsGetTheirValuesBack(t *testing.T) {
	for _, bound := range []int{0, 2} {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := mpsc.SyncChannel[int](bound)
			for i := range bound {
				tx.Send(-i)
			}
			back := make(chan int, 10)
			for i := range 10 {
				go func() {
					var e *mpsc.SendError[int]
					if err := tx.Send(i); !errors.As(err, &e) {
						t.Errorf("Send = %v, want a SendError", err)
					} else {
						back <- e.Value
					}
				}()
			}
			synctest.Wait()
			rx.Drop()
			sum := 0
			for range 10 {
				sum += <-back
			}
			if sum != 45 {
				t.Errorf("bound %d: the values that came back sum up to %d, want 45", bound, sum)
			}
		})
	}
}

func TestBlockedSendSurvivesTheLastDrop(t *testing.T) {
	for _, bound := range []int{0, 1} {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := mpsc.SyncChannel[int](bound)
			go func() {
				for i := range bound + 1 {
					tx.Send(i)
				}
			}()
			synctest.Wait()
			tx.Drop() // while the last Send is blocked
			for i := range bound + 1 {
				if v, err := rx.Recv(); v != i || err != nil {
					t.Errorf("bound %d: Recv = %d, %v, want %d", bound, v, err, i)
				}
			}
			if _, err := rx.Recv(); !errors.Is(err, mpsc.ErrDisconnected) {
				t.Errorf("bound %d: Recv = %v at the end", bound, err)
			}
		})
	}
}

func TestBlockedSendersAreServedInTurn(t *testing.T) {
	for _, bound := range []int{0, 3} {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := mpsc.SyncChannel[int](bound)
			for i := range bound + 20 {
				go tx.Send(i)
				synctest.Wait()
			}
			for i := range bound + 20 {
				if v := mpsc.Must(rx.TryRecv()); v != i {
					t.Fatalf("bound %d: received %d, want %d", bound, v, i)
				}
			}
		})
	}
}

func TestRendezvousSendReturnsWhenReceived(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tx, rx := mpsc.SyncChannel[int](0)
		start := time.Now()
		var took time.Duration
		go func() {
			defer tx.Drop()
			tx.Send(1)
			took = time.Since(start)
		}()
		time.Sleep(time.Minute)
		rx.Recv()
		rx.Recv() // until the sender is done
		if took != time.Minute {
			t.Errorf("Send returned after %v, its value was received after 1m", took)
		}
	})
}

func TestRendezvousTrySend(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tx, rx := mpsc.SyncChannel[int](0)
		if err := tx.TrySend(1); !errors.Is(err, mpsc.ErrFull) {
			t.Errorf("TrySend = %v with nobody waiting", err)
		}
		for _, w := range waits {
			got := make(chan int)
			go func() {
				v, err := w.recv(rx)
				if err != nil {
					t.Errorf("%s: %v", w.name, err)
				}
				got <- v
			}()
			synctest.Wait()
			if err := tx.TrySend(2); err != nil {
				t.Errorf("TrySend = %v with %s waiting", err, w.name)
			}
			if err := tx.TrySend(3); !errors.Is(err, mpsc.ErrFull) {
				t.Errorf("TrySend = %v: the one receiver is served already", err)
			}
			if v := <-got; v != 2 {
				t.Errorf("%s = %d, want 2", w.name, v)
			}
		}
		if _, err := rx.RecvTimeout(time.Second); !errors.Is(err, mpsc.ErrTimeout) {
			t.Errorf("RecvTimeout = %v", err)
		}
		if err := tx.TrySend(4); !errors.Is(err, mpsc.ErrFull) {
			t.Errorf("TrySend = %v after the receiver gave up", err)
		}
	})
}

func TestPollingTakesFromABlockedRendezvous(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tx, rx := mpsc.SyncChannel[int](0)
		for i := range 3 {
			go tx.Send(i)
			synctest.Wait()
		}
		n := 0
		for v := range rx.TryIter() {
			if v != n {
				t.Errorf("TryIter yielded %d, want %d", v, n)
			}
			n++
		}
		if n != 3 {
			t.Errorf("TryIter yielded %d of 3 messages whose senders wait", n)
		}
	})
}

func TestHugeBoundCostsNothingUntilUsed(t *testing.T) {
	tx, rx := mpsc.SyncChannel[[64]byte](math.MaxInt)
	for i := range 100 {
		if err := tx.TrySend([64]byte{byte(i)}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 100 {
		if v := mpsc.Must(rx.TryRecv()); v[0] != byte(i) {
			t.Fatalf("received %d, want %d", v[0], i)
		}
	}
}
