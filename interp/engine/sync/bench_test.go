package sync_test

import (
	standard "sync"
	"testing"

	"gopost/interp/engine/sync"
)

// The benchmarks compare the locks with the standard library's. Uncontended they
// should cost the same.

func BenchmarkMutex(b *testing.B) {
	b.Run("free/ours", func(b *testing.B) {
		var mu sync.Mutex
		n := 0
		for b.Loop() {
			mu.Lock()
			n++
			mu.Unlock()
		}
	})
	b.Run("free/theirs", func(b *testing.B) {
		var mu standard.Mutex
		n := 0
		for b.Loop() {
			mu.Lock()
			n++
			mu.Unlock()
		}
	})
	b.Run("busy/ours", func(b *testing.B) { busy(b, new(sync.Mutex)) })
	b.Run("busy/theirs", func(b *testing.B) { busy(b, new(standard.Mutex)) })
}

func BenchmarkRWMutex(b *testing.B) {
	b.Run("write/ours", func(b *testing.B) {
		var mu sync.RWMutex
		n := 0
		for b.Loop() {
			mu.Lock()
			n++
			mu.Unlock()
		}
	})
	b.Run("write/theirs", func(b *testing.B) {
		var mu standard.RWMutex
		n := 0
		for b.Loop() {
			mu.Lock()
			n++
			mu.Unlock()
		}
	})
	b.Run("read/ours", func(b *testing.B) {
		var mu sync.RWMutex
		n := 0
		for b.Loop() {
			mu.RLock()
			n++
			mu.RUnlock()
		}
	})
	b.Run("read/theirs", func(b *testing.B) {
		var mu standard.RWMutex
		n := 0
		for b.Loop() {
			mu.RLock()
			n++
			mu.RUnlock()
		}
	})
	b.Run("readers/ours", func(b *testing.B) { busy(b, new(sync.RWMutex).RLocker()) })
	b.Run("readers/theirs", func(b *testing.B) { busy(b, new(standard.RWMutex).RLocker()) })
	b.Run("writers/ours", func(b *testing.B) { busy(b, new(sync.RWMutex)) })
	b.Run("writers/theirs", func(b *testing.B) { busy(b, new(standard.RWMutex)) })
}

func BenchmarkWaitGroup(b *testing.B) {
	b.Run("add/ours", func(b *testing.B) {
		var wg sync.WaitGroup
		for b.Loop() {
			wg.Add(1)
			wg.Done()
		}
	})
	b.Run("add/theirs", func(b *testing.B) {
		var wg standard.WaitGroup
		for b.Loop() {
			wg.Add(1)
			wg.Done()
		}
	})
	b.Run("go/ours", func(b *testing.B) {
		var wg sync.WaitGroup
		for b.Loop() {
			wg.Go(func() {})
			wg.Wait()
		}
	})
	b.Run("go/theirs", func(b *testing.B) {
		var wg standard.WaitGroup
		for b.Loop() {
			wg.Go(func() {})
			wg.Wait()
		}
	})
}

func BenchmarkOnce(b *testing.B) {
	b.Run("ours", func(b *testing.B) {
		var once sync.Once
		for b.Loop() {
			once.Do(func() {})
		}
	})
	b.Run("theirs", func(b *testing.B) {
		var once standard.Once
		for b.Loop() {
			once.Do(func() {})
		}
	})
}

// busy has many goroutines take turns at a lock, as the cells of learners do:
// with a little work inside and outside.
func busy(b *testing.B, lock sync.Locker) {
	var inside int
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		outside := 0
		for pb.Next() {
			lock.Lock()
			for range 100 {
				outside += inside
			}
			lock.Unlock()
			for range 100 {
				outside++
			}
		}
	})
}
