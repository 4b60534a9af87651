package sync

import (
	"unsafe"

	"gopost/interp/engine/rt"
)

// Waiting returns how many goroutines wait on any lock.
func Waiting() int {
	n := 0
	for i := range waiting {
		p := &waiting[i]
		p.Lock()
		for _, q := range p.queues {
			n += len(*q)
		}
		p.Unlock()
	}
	return n
}

// Strands returns who waits on the lock at an address, by what they wait for.
func Strands(lock unsafe.Pointer) map[string][]*rt.Strand {
	names := []string{"lock", "do", "write", "drain", "read", "finish", "hear"}
	p := waiting.of(lock)
	p.Lock()
	defer p.Unlock()
	found := map[string][]*rt.Strand{}
	for at, q := range p.queues {
		if at.lock != lock {
			continue
		}
		for _, w := range *q {
			found[names[at.purpose]] = append(found[names[at.purpose]], w.strand)
		}
	}
	return found
}

// Twins are the twins of the types, by name.
var Twins = map[string]any{
	"Mutex": mutex{}, "RWMutex": rwmutex{}, "WaitGroup": waitGroup{}, "Cond": cond{}, "Once": once{},
}
