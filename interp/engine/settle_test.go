package engine_test

import "testing"

// wakes is a goroutine that panics; its first deferred call wakes the cell, and
// then deferred runs, before the panic reaches the top of the goroutine.
func wakes(deferred string) string {
	return `woken := make(chan int)
rt.Go(func() {
	defers := rt.Defers()
	defers.Run(func() {
		defers.AddRecovering(func() { ` + deferred + ` })
		defers.Add(func() { close(woken) })
		panic("no stamp")
	})
})
<-woken
`
}

// A cell that a deferred call of a panicking goroutine wakes does not end
// before the panic has.
func TestPanicUnderWayEndsTheCell(t *testing.T) {
	b := start(t)
	o := b.run(t, "time", wakes("time.Sleep(20 * time.Millisecond)"))
	if o.Panic == nil || o.Panic.Text != "no stamp" {
		t.Errorf("ended with %s", tell(o))
	}
}

func TestRecoveredPanicUnderWay(t *testing.T) {
	b := start(t)
	o := b.run(t, "time", wakes("time.Sleep(20 * time.Millisecond); rt.Recover(true)")+`rt.Result("int", 1)`)
	if got := tell(o); got != "value: 1" {
		t.Errorf("ended with %s", got)
	}
}

// A deferred call that never returns does not hold the cell up.
func TestPanicUnderWayThatBlocks(t *testing.T) {
	b := start(t)
	o := b.run(t, "", wakes("select { case <-rt.Done(): rt.Stop() }")+`rt.Result("int", 1)`)
	if got := tell(o); got != "value: 1" {
		t.Errorf("ended with %s", got)
	}
}
