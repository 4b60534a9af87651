package sync_test

import (
	"reflect"
	standard "sync"
	"testing"

	"gopost/interp/engine/sync"
)

// copied returns a copy of what lock points to, as an assignment that go vet
// would not let pass makes it.
func copied[T any](lock *T) *T {
	c := new(T)
	reflect.ValueOf(c).Elem().Set(reflect.ValueOf(lock).Elem())
	return c
}

// A copy of a lock has its state, and goes its own way from there.
func TestCopies(t *testing.T) {
	var mu sync.Mutex
	mu.Lock()
	waiter := start(mu.Lock, mu.Unlock)
	until(func() bool { return sync.Waiting() == 1 })
	other := copied(&mu)
	if other.TryLock() {
		t.Error("the copy of a locked mutex is not locked")
	}
	other.Unlock()
	other.Lock()
	second := start(other.Lock, other.Unlock)
	until(func() bool { return sync.Waiting() == 2 })
	other.Unlock()
	second()
	mu.Unlock()
	waiter()

	var rw sync.RWMutex
	rw.RLock()
	half := copied(&rw)
	half.RUnlock()
	half.Lock()
	if !rw.TryRLock() || rw.TryLock() {
		t.Error("the original is not as it was")
	}

	var wg sync.WaitGroup
	wg.Add(1)
	lost := copied(&wg)
	lost.Done()
	lost.Wait()
	if got := load64(&wg); got != 1<<32 {
		t.Errorf("the counter of the original is %#x", got)
	}

	var once sync.Once
	once.Do(func() {})
	copied(&once).Do(func() { t.Error("the copy has forgotten that it was done") })
}

func TestCopiedCond(t *testing.T) {
	ours, theirs := sync.NewCond(noLock{}), standard.NewCond(noLock{})
	copied(ours).Signal()
	copied(theirs).Signal()
	ours.Signal()
	theirs.Signal()
	got, want := caught(copied(ours).Broadcast), caught(copied(theirs).Broadcast)
	if got == nil || got != want {
		t.Errorf("the copy panics with %v, want %v", got, want)
	}
}
