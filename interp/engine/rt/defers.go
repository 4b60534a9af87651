package rt

import (
	"reflect"
	"runtime"
)

// Defers are the deferred calls of one function call. yaegi runs deferred
// calls itself, but loses those that are left when one of them panics, and
// deferred closures in loops share what they capture. So a lowered function
// that defers keeps its own list and leaves yaegi one call to defer:
//
//	d := rt.Defers()
//	defer func() { d.Run(recover()) }()
type Defers struct {
	run   *Runtime
	calls []func()
	// panicking and value are the panic that runs the calls.
	panicking bool
	value     any
	outer     *Defers // whose calls led to this one
}

// Defers starts an empty list.
func (r *Runtime) Defers() *Defers { return &Defers{run: r} }

// Add defers a call.
func (d *Defers) Add(f func()) { d.calls = append(d.calls, f) }

// Run makes the deferred calls, last in first out, each also when another has
// panicked, and panics at the end with the panic that is left. v is what yaegi
// recovered.
func (d *Defers) Run(v any) {
	d.panicking, d.value = v != nil, v
	s := current()
	if s != nil {
		d.outer, s.defers = s.defers, d
		defer func() { s.defers = d.outer }()
	}
	for len(d.calls) > 0 {
		f := d.calls[len(d.calls)-1]
		d.calls = d.calls[:len(d.calls)-1]
		d.call(f)
	}
	if d.panicking {
		panic(d.value)
	}
}

func (d *Defers) call(f func()) {
	returned := false
	defer func() {
		if v := recover(); v != nil {
			d.panicking, d.value = true, v
		} else if !returned {
			// runtime.Goexit: the goroutine ends once its calls are made.
			for len(d.calls) > 0 {
				next := d.calls[len(d.calls)-1]
				d.calls = d.calls[:len(d.calls)-1]
				d.call(next)
			}
		}
	}()
	f()
	returned = true
}

// Recover is the builtin recover: it ends the panic whose deferred calls run,
// and returns its value.
func (r *Runtime) Recover() any {
	s := current()
	if s == nil || s.defers == nil || !s.defers.panicking {
		return nil
	}
	d := s.defers
	if isStop(d.value) {
		return nil
	}
	v := r.Recovered(d.value)
	d.panicking, d.value = false, nil
	return asRuntimeError(v)
}

// runtimeError is a panic of the Go runtime that reached us in yaegi's or
// reflect's words.
type runtimeError struct{ text string }

func (e runtimeError) Error() string { return e.text }

// RuntimeError marks it, see [runtime.Error].
func (runtimeError) RuntimeError() {}

// asRuntimeError gives a recovered value the type and text that it has in a
// compiled program.
func asRuntimeError(v any) any {
	switch v := v.(type) {
	case *reflect.ValueError:
		return runtimeError{panicText(v)}
	case runtime.Error:
		if text := runtimeText(v.Error()); text != v.Error() {
			return runtimeError{text}
		}
	case string:
		if text := runtimeText(v); text != v {
			return runtimeError{text}
		}
	}
	return v
}
