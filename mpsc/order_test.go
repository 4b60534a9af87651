package mpsc_test

import (
	"errors"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"gopost/mpsc"
)

type letter struct{ sender, serial int }

// collect receives everything, checks that each sender's letters come in
// order and returns how many came from each.
func collect(t *testing.T, rx *mpsc.Receiver[letter], senders int) []int {
	next := make([]int, senders)
	for l := range rx.Iter() {
		if l.serial != next[l.sender] {
			t.Fatalf("sender %d: got letter %d, want %d", l.sender, l.serial, next[l.sender])
		}
		next[l.sender]++
	}
	return next
}

func TestThousandSenders(t *testing.T) {
	each(t, func(t *testing.T, k kind[letter]) {
		const senders, letters = 1000, 20
		tx, rx := k.make()
		var wg sync.WaitGroup
		for id := range senders {
			tx := tx.clone()
			wg.Go(func() {
				defer tx.Drop()
				for i := range letters {
					if err := tx.Send(letter{id, i}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		tx.Drop()
		for id, n := range collect(t, rx, senders) {
			if n != letters {
				t.Errorf("sender %d: %d of %d letters arrived", id, n, letters)
			}
		}
		wg.Wait()
	})
}

// Senders come and go: each sends a random number of letters, and may pass on
// through a clone to a successor before it drops its own handle.
func TestRandomDrops(t *testing.T) {
	each(t, func(t *testing.T, k kind[letter]) {
		const lines = 40
		tx, rx := k.make()
		var wg sync.WaitGroup
		var sent [lines]atomic.Int64
		for id := range lines {
			random := rand.New(rand.NewPCG(1, uint64(id)))
			tx := tx.clone()
			wg.Go(func() {
				for serial := 0; ; {
					for range random.IntN(40) {
						if err := tx.Send(letter{id, serial}); err != nil {
							t.Error(err)
						}
						serial++
					}
					if random.IntN(10) == 0 {
						sent[id].Store(int64(serial))
						tx.Drop()
						return
					}
					old := tx
					tx = tx.clone()
					old.Drop()
				}
			})
		}
		tx.Drop()
		got := collect(t, rx, lines)
		wg.Wait()
		for id := range lines {
			if want := sent[id].Load(); int64(got[id]) != want {
				t.Errorf("sender %d: %d of %d letters arrived", id, got[id], want)
			}
		}
	})
}

// The receiver leaves in the middle: every send that fails gives its value
// back, and what was received is what came first.
func TestReceiverLeaves(t *testing.T) {
	each(t, func(t *testing.T, k kind[letter]) {
		for round := range 20 {
			tx, rx := k.make()
			var wg sync.WaitGroup
			for id := range 8 {
				tx := tx.clone()
				wg.Go(func() {
					defer tx.Drop()
					for serial := 0; ; serial++ {
						err := tx.Send(letter{id, serial})
						if err == nil {
							// WebAssembly has no preemption: an endless loop of
							// sends would keep the receiver from leaving.
							runtime.Gosched()
							continue
						}
						var back *mpsc.SendError[letter]
						if !errors.As(err, &back) || back.Value != (letter{id, serial}) {
							t.Errorf("Send = %#v, want the letter back", err)
						}
						return
					}
				})
			}
			var next [8]int
			for range round * 30 {
				l := mpsc.Must(rx.Recv())
				if l.serial != next[l.sender] {
					t.Fatalf("sender %d: got letter %d, want %d", l.sender, l.serial, next[l.sender])
				}
				next[l.sender]++
			}
			rx.Drop()
			wg.Wait()
			tx.Drop()
		}
	})
}

// Goroutines take turns under a lock, so that each Send returns before the next
// begins, while others crowd the channel: the turns arrive in their order.
func TestCausalOrderAcrossSenders(t *testing.T) {
	each(t, func(t *testing.T, k kind[int]) {
		const turns, noise = 4000, -1
		tx, rx := k.make()
		var mu sync.Mutex
		turn := 0
		var wg sync.WaitGroup
		for range 6 {
			tx := tx.clone()
			wg.Go(func() {
				defer tx.Drop()
				for {
					mu.Lock()
					if turn == turns {
						mu.Unlock()
						return
					}
					tx.Send(turn)
					turn++
					mu.Unlock()
					tx.Send(noise)
				}
			})
		}
		tx.Drop()
		next := 0
		for v := range rx.Iter() {
			if v == noise {
				continue
			}
			if v != next {
				t.Fatalf("turn %d arrived, want %d", v, next)
			}
			next++
		}
		wg.Wait()
		if next != turns {
			t.Errorf("%d of %d turns arrived", next, turns)
		}
	})
}
