package rt

import "sync/atomic"

// stopped is the panic value that unwinds an interrupted goroutine.
type stopped struct{}

func isStop(v any) bool {
	_, ok := plain(v).(stopped)
	return ok
}

// Done returns a channel that is closed when the calling goroutine's cell is
// interrupted. Blocking operations select on it beside what they wait for, and
// call [Stop] when it is closed. It is nil in a goroutine of no cell.
func Done() <-chan struct{} { return current().Done() }

// Done is the function Done for the goroutine s, which calls it.
func (s *strand) Done() <-chan struct{} {
	if s == nil {
		return nil
	}
	if s.unwinding {
		return s.cell.late
	}
	return s.cell.done
}

// Stop unwinds the calling goroutine, running its deferred calls, because its
// cell was interrupted. It does not return.
func Stop() {
	Unwind()
	panic(stopped{})
}

// Unwind says that the calling goroutine is about to Stop: what it still has
// to block on gets a moment, as its deferred calls do.
func Unwind() {
	if s := current(); s != nil && !s.unwinding {
		s.unwinding = true
		s.trace = trace{}
	}
}

// Cancelling is not 0 while a cancelled cell has goroutines left: only then is
// there something to [Runtime.Check].
func (r *Runtime) Cancelling() *atomic.Int32 { return &r.cancelling }

// Unwinding says whether the calling goroutine unwinds because its cell was
// interrupted.
func Unwinding() bool {
	s := current()
	return s != nil && s.unwinding
}

// Check unwinds the calling goroutine if its cell was interrupted. Interpreted
// loops pass here each time they come round.
func (r *Runtime) Check() {
	if r.cancelling.Load() == 0 {
		return
	}
	if s := current(); s != nil && !s.unwinding && s.cell.cancelled.Load() {
		Stop()
	}
}

// Unwinding says whether the calling goroutine unwinds: what it calls now is
// part of a deferred call.
func (r *Runtime) Unwinding() bool {
	return r.cancelling.Load() != 0 && Unwinding()
}

// Returned unwinds the calling goroutine if its cell was interrupted, also when
// it unwound already and compiled code recovered, as fmt does around String
// methods: a call that was no part of a deferred call has returned.
func (r *Runtime) Returned() {
	if r.cancelling.Load() == 0 {
		return
	}
	if s := current(); s != nil && s.cell.cancelled.Load() {
		Stop()
	}
}

// fatal is the panic value of an error that recover does not see.
type fatal struct{ text string }

// Fatal ends the calling goroutine's cell as Go's fatal errors end a program:
// no recover stops it. It does not return.
func Fatal(text string) {
	if Unwinding() {
		Stop() // what an interrupt left half done is no mistake of the learner's
	}
	panic(fatal{text})
}
