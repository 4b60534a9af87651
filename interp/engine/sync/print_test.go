package sync_test

import (
	"fmt"
	"reflect"
	"runtime"
	standard "sync"
	"sync/atomic"
	"testing"
	"time"
	"unsafe"

	"gopost/interp/engine/sync"
)

// What a program prints of a lock is what it would print of Go's own, in every
// state that it can bring about.
func TestPrinted(t *testing.T) {
	type locker interface {
		Lock()
		Unlock()
		TryLock() bool
	}
	type rwLocker interface {
		locker
		RLock()
		RUnlock()
		TryRLock() bool
	}
	type group interface {
		Add(int)
		Done()
		Wait()
		Go(func())
	}
	type doer interface{ Do(func()) }
	type signaller interface {
		Wait()
		Signal()
		Broadcast()
	}

	// Each script makes a lock go through its states and calls look in each.
	tests := []struct {
		name         string
		ours, theirs any
		script       func(lock any, look func())
	}{
		{"mutex", new(sync.Mutex), new(standard.Mutex), func(lock any, look func()) {
			mu := lock.(locker)
			look()
			mu.Lock()
			look()
			mu.TryLock()
			look()
			for n := range 2 {
				release := start(mu.Lock, mu.Unlock)
				defer release()
				until(func() bool { return load32(lock, 0)>>3 == int32(n+1) })
				look()
			}
			mu.Unlock()
		}},
		{"rwmutex", new(sync.RWMutex), new(standard.RWMutex), func(lock any, look func()) {
			mu := lock.(rwLocker)
			look()
			mu.RLock()
			look()
			mu.TryRLock()
			look()
			mu.TryLock()
			look()
			mu.RUnlock()
			look()
			mu.RUnlock()
			look()
			mu.Lock()
			look()
			mu.TryRLock()
			look()
			mu.Unlock()
			look()
			mu.TryLock()
			look()
			mu.Unlock()
			look()
		}},
		{"rwmutex, writers wait", new(sync.RWMutex), new(standard.RWMutex), func(lock any, look func()) {
			mu := lock.(rwLocker)
			mu.RLock()
			mu.RLock()
			finish := start(mu.Lock, mu.Unlock)
			until(func() bool { return load32(lock, 20) == 2 })
			look()
			reader := start(mu.RLock, mu.RUnlock)
			until(func() bool { return load32(lock, 16) == 3-1<<30 })
			look()
			second := start(mu.Lock, mu.Unlock)
			until(func() bool { return load32(lock, 0)>>3 == 1 })
			look()
			mu.TryRLock()
			mu.TryLock()
			look()
			mu.RUnlock()
			look()
			mu.RUnlock()
			finish()
			reader()
			second()
			look()
		}},
		{"rwmutex, readers wait", new(sync.RWMutex), new(standard.RWMutex), func(lock any, look func()) {
			mu := lock.(rwLocker)
			mu.Lock()
			for n := range 3 {
				defer start(mu.RLock, mu.RUnlock)()
				until(func() bool { return load32(lock, 16) == int32(n+1)-1<<30 })
				look()
			}
			mu.Unlock()
		}},
		{"waitgroup", new(sync.WaitGroup), new(standard.WaitGroup), func(lock any, look func()) {
			wg := lock.(group)
			look()
			wg.Add(3)
			look()
			wg.Done()
			look()
			first := start(wg.Wait, func() {})
			until(func() bool { return load64(lock) == 2<<32+1 })
			look()
			second := start(wg.Wait, func() {})
			until(func() bool { return load64(lock) == 2<<32+2 })
			look()
			wg.Add(-2)
			first()
			second()
			look()
			func() {
				defer func() { recover() }()
				wg.Done()
			}()
			look()
			wg.Add(1)
			look()
			wg.Go(func() {})
			wg.Wait()
			look()
		}},
		{"once", new(sync.Once), new(standard.Once), func(lock any, look func()) {
			look()
			lock.(doer).Do(look)
			look()
			lock.(doer).Do(look)
			look()
		}},
		{"once, panic", new(sync.Once), new(standard.Once), func(lock any, look func()) {
			defer look()
			defer func() { recover() }()
			lock.(doer).Do(func() { panic("a") })
		}},
		{"cond", new(sync.Cond), new(standard.Cond), func(_ any, look func()) { look() }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, want := states(test.ours, test.script), states(test.theirs, test.script)
			for i := range max(len(got), len(want)) {
				if i >= len(got) || i >= len(want) || got[i] != want[i] {
					t.Fatalf("state %d:\ngot:  %q\nwant: %q", i, got[i:], want[i:])
				}
			}
		})
	}

	// A Cond that was used holds its address; what else it holds is compared.
	counts := func(lock any, look func()) {
		c := lock.(signaller)
		c.Signal()
		c.Broadcast()
		for n := range 3 {
			woken := start(c.Wait, func() {})
			until(func() bool { return load32(lock, 16) == int32(n+1) })
			if n == 1 {
				c.Broadcast()
			} else {
				c.Signal()
			}
			woken()
			look()
		}
	}
	var got, want []string
	ours, theirs := sync.NewCond(noLock{}), standard.NewCond(noLock{})
	counts(ours, func() { got = append(got, notify(ours)) })
	counts(theirs, func() { want = append(want, notify(theirs)) })
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Cond:\ngot:  %q\nwant: %q", got, want)
	}
}

func notify(c any) string {
	return fmt.Sprintf("%+v", reflect.ValueOf(c).Elem().FieldByName("notify"))
}

type noLock struct{}

func (noLock) Lock()   {}
func (noLock) Unlock() {}

func states(lock any, script func(any, func())) (all []string) {
	script(lock, func() {
		lock := snapshot(lock)
		all = append(all, fmt.Sprintf("%v %+v %#v", lock, lock, lock))
	})
	return all
}

// snapshot copies what lock points to. Other goroutines may wait in it: to look
// at their lock is a race by the book, Go's own as well, hence no instrumentation.
//
//go:norace
func snapshot(lock any) any {
	v := reflect.ValueOf(lock)
	c := reflect.New(v.Type().Elem())
	for i := uintptr(0); i < v.Type().Elem().Size(); i += 4 {
		*(*uint32)(unsafe.Add(c.UnsafePointer(), i)) = *(*uint32)(unsafe.Add(v.UnsafePointer(), i))
	}
	return c.Interface()
}

// start calls lock and unlock in a goroutine; what it returns waits for that.
func start(lock, unlock func()) (join func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		lock()
		unlock()
	}()
	return func() { <-done }
}

// until waits for another goroutine to have begun its wait, which only the words
// of the lock tell.
func until(reached func() bool) {
	for limit := time.Now().Add(10 * time.Second); !reached(); runtime.Gosched() {
		if time.Now().After(limit) {
			panic("the state was not reached")
		}
	}
}

func load32(lock any, offset uintptr) int32 {
	return atomic.LoadInt32((*int32)(unsafe.Add(reflect.ValueOf(lock).UnsafePointer(), offset)))
}

func load64(lock any) uint64 {
	return atomic.LoadUint64((*uint64)(reflect.ValueOf(lock).UnsafePointer()))
}
