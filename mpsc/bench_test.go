package mpsc_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"gopost/mpsc"
)

// flood sends b.N values from several producers and times until the last has
// been received. producer returns the send and the end of one producer.
func flood(b *testing.B, producers int, producer func() (send func(uint64), end func()), recv func()) {
	b.ReportAllocs()
	var wg sync.WaitGroup
	defer wg.Wait()
	for p := range producers {
		n := b.N / producers
		if p < b.N%producers {
			n++
		}
		send, end := producer()
		wg.Go(func() {
			defer end()
			for i := range n {
				send(uint64(i))
			}
		})
	}
	for range b.N {
		recv()
	}
}

func BenchmarkUnbounded(b *testing.B) {
	for _, producers := range []int{1, 2, 4, 16, 1000} {
		b.Run(fmt.Sprintf("mpsc/producers=%d", producers), func(b *testing.B) {
			tx, rx := mpsc.Channel[uint64]()
			flood(b, producers, func() (func(uint64), func()) {
				tx := tx.Clone()
				return func(v uint64) { tx.Send(v) }, tx.Drop
			}, func() { rx.Recv() })
		})
		b.Run(fmt.Sprintf("chan1024/producers=%d", producers), func(b *testing.B) {
			benchChan(b, producers, 1024)
		})
	}
}

func BenchmarkBounded(b *testing.B) {
	for _, bound := range []int{1024, 0} {
		for _, producers := range []int{1, 2, 4, 16, 1000} {
			b.Run(fmt.Sprintf("mpsc/bound=%d/producers=%d", bound, producers), func(b *testing.B) {
				tx, rx := mpsc.SyncChannel[uint64](bound)
				flood(b, producers, func() (func(uint64), func()) {
					tx := tx.Clone()
					return func(v uint64) { tx.Send(v) }, tx.Drop
				}, func() { rx.Recv() })
			})
			b.Run(fmt.Sprintf("chan/bound=%d/producers=%d", bound, producers), func(b *testing.B) {
				benchChan(b, producers, bound)
			})
		}
	}
}

func benchChan(b *testing.B, producers, bound int) {
	c := make(chan uint64, bound)
	flood(b, producers, func() (func(uint64), func()) {
		return func(v uint64) { c <- v }, func() {}
	}, func() { <-c })
}

func BenchmarkPingPong(b *testing.B) {
	b.Run("mpsc", func(b *testing.B) {
		b.ReportAllocs()
		ping, pinged := mpsc.Channel[int]()
		pong, ponged := mpsc.Channel[int]()
		go func() {
			defer pong.Drop()
			for v := range pinged.Iter() {
				pong.Send(v)
			}
		}()
		for i := range b.N {
			ping.Send(i)
			ponged.Recv()
		}
		ping.Drop()
		ponged.Recv()
	})
	b.Run("chan", func(b *testing.B) {
		b.ReportAllocs()
		ping, pong := make(chan int, 1), make(chan int, 1)
		go func() {
			defer close(pong)
			for v := range ping {
				pong <- v
			}
		}()
		for i := range b.N {
			ping <- i
			<-pong
		}
		close(ping)
		<-pong
	})
}

func BenchmarkSendRecv(b *testing.B) {
	b.Run("mpsc", func(b *testing.B) {
		b.ReportAllocs()
		tx, rx := mpsc.Channel[uint64]()
		for i := range b.N {
			tx.Send(uint64(i))
			rx.Recv()
		}
	})
	b.Run("chan", func(b *testing.B) {
		b.ReportAllocs()
		c := make(chan uint64, 1)
		for i := range b.N {
			c <- uint64(i)
			<-c
		}
	})
}

func BenchmarkRecvTimeoutReady(b *testing.B) {
	b.ReportAllocs()
	tx, rx := mpsc.Channel[uint64]()
	for i := range b.N {
		tx.Send(uint64(i))
		rx.RecvTimeout(time.Second)
	}
}

func BenchmarkCloneDrop(b *testing.B) {
	b.ReportAllocs()
	tx, _ := mpsc.Channel[int]()
	for b.Loop() {
		tx.Clone().Drop()
	}
}
