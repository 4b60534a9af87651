package mpsc_test

import (
	"context"
	"errors"
	"math"
	"testing"
	"testing/synctest"
	"time"

	"gopost/mpsc"
)

// A bubble of synctest fails a test whose goroutines do not all end, so these
// tests also show that no wait leaks.

// waits are the receives that block.
var waits = []struct {
	name string
	recv func(*mpsc.Receiver[int]) (int, error)
}{
	{"Recv", (*mpsc.Receiver[int]).Recv},
	{"RecvTimeout", func(rx *mpsc.Receiver[int]) (int, error) { return rx.RecvTimeout(math.MaxInt64) }},
	{"RecvContext", func(rx *mpsc.Receiver[int]) (int, error) { return rx.RecvContext(context.Background()) }},
	{"RecvContext, cancellable", func(rx *mpsc.Receiver[int]) (int, error) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		return rx.RecvContext(ctx)
	}},
	{"Iter", func(rx *mpsc.Receiver[int]) (int, error) {
		for v := range rx.Iter() {
			return v, nil
		}
		return 0, mpsc.ErrDisconnected
	}},
}

func TestBlockedReceiveWakes(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		for _, w := range waits {
			t.Run(w.name+"/by a message", func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					tx, rx := k.make()
					defer tx.Drop()
					start := time.Now()
					go func() {
						time.Sleep(time.Hour)
						tx.Send(5)
					}()
					v, err := w.recv(rx)
					if v != 5 || err != nil || time.Since(start) != time.Hour {
						t.Errorf("got %d, %v after %v, want 5 after 1h", v, err, time.Since(start))
					}
				})
			})
			t.Run(w.name+"/by the last drop", func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					tx, rx := k.make()
					start := time.Now()
					go func() {
						last := tx.clone()
						tx.Drop()
						time.Sleep(time.Hour)
						last.Drop()
					}()
					_, err := w.recv(rx)
					if !errors.Is(err, mpsc.ErrDisconnected) || time.Since(start) != time.Hour {
						t.Errorf("got %v after %v, want ErrDisconnected after 1h", err, time.Since(start))
					}
				})
			})
		}
	})
}

func TestRecvTimeoutExpires(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := k.make()
			defer tx.Drop()
			for _, d := range []time.Duration{time.Nanosecond, time.Second, 24 * time.Hour} {
				start := time.Now()
				_, err := rx.RecvTimeout(d)
				if !errors.Is(err, mpsc.ErrTimeout) || time.Since(start) != d {
					t.Errorf("RecvTimeout(%v) = %v after %v", d, err, time.Since(start))
				}
			}
			// The waits that were given up leave nothing behind.
			go tx.Send(1)
			if v, err := rx.RecvTimeout(time.Second); v != 1 || err != nil {
				t.Errorf("RecvTimeout = %d, %v with a message", v, err)
			}
		})
	})
}

func TestRecvTimeoutPolls(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := k.make()
			start := time.Now()
			for _, d := range []time.Duration{0, -1, math.MinInt64} {
				if _, err := rx.RecvTimeout(d); !errors.Is(err, mpsc.ErrTimeout) {
					t.Errorf("RecvTimeout(%d) = %v on an empty channel", d, err)
				}
				go tx.Send(3)
				synctest.Wait()
				if v, err := rx.RecvTimeout(d); v != 3 || err != nil {
					t.Errorf("RecvTimeout(%d) = %d, %v with a message", d, v, err)
				}
			}
			tx.Drop()
			if _, err := rx.RecvTimeout(0); !errors.Is(err, mpsc.ErrDisconnected) {
				t.Errorf("RecvTimeout(0) = %v on a closed channel", err)
			}
			if time.Since(start) != 0 {
				t.Errorf("polling took %v", time.Since(start))
			}
		})
	})
}

func TestRecvContextEnds(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		synctest.Test(t, func(t *testing.T) {
			tx, rx := k.make()
			defer tx.Drop()
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			start := time.Now()
			_, err := rx.RecvContext(ctx)
			if err != context.DeadlineExceeded || time.Since(start) != time.Minute {
				t.Errorf("RecvContext = %v after %v", err, time.Since(start))
			}
			go tx.Send(1)
			synctest.Wait()
			if v, err := rx.RecvContext(ctx); v != 1 || err != nil {
				t.Errorf("RecvContext = %d, %v: a message that has arrived comes before a context that is done", v, err)
			}
		})
	})
}

// A message and the end of the wait fall on the same instant: whichever the
// receive reports, the message is received exactly once.
func TestNothingIsLostWhenAWaitEnds(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		for range 200 {
			synctest.Test(t, func(t *testing.T) {
				tx, rx := k.make()
				sent := make(chan error, 1)
				go func() {
					time.Sleep(time.Second)
					sent <- tx.Send(9)
					tx.Drop()
				}()
				v, err := rx.RecvTimeout(time.Second)
				if errors.Is(err, mpsc.ErrTimeout) {
					ctx, cancel := context.WithTimeout(t.Context(), 0)
					defer cancel()
					if v, err = rx.RecvContext(ctx); err == context.DeadlineExceeded {
						v, err = rx.Recv()
					}
				}
				if v != 9 || err != nil {
					t.Errorf("the message was lost: %d, %v", v, err)
				}
				if err := <-sent; err != nil {
					t.Errorf("Send = %v", err)
				}
				if v, err := rx.Recv(); !errors.Is(err, mpsc.ErrDisconnected) {
					t.Errorf("received again: %d, %v", v, err)
				}
			})
		}
	})
}
