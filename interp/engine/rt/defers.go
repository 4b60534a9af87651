package rt

import (
	"reflect"
	"runtime"
	"strings"

	"gopost/interp/engine/dyn"
)

// Defers are the deferred calls of one function call. yaegi's own defer loses
// the calls that are left when one of them panics, and holds a lock of the
// frame meanwhile. So the body of a lowered function that defers is a closure,
// and no yaegi frame is in the middle of a panic when the calls are made:
//
//	d := rt.Defers()
//	d.Run(func() { ...; d.Add(f); ... })
type Defers struct {
	run   *Runtime
	calls []deferred
	// panicking and value are the panic that the calls run under.
	panicking bool
	value     any
	trace     trace   // of that panic
	outer     *Defers // whose calls led to this one
}

// deferred is one deferred call; mayRecover says that it may be one of a
// function that calls recover.
type deferred struct {
	f          func()
	mayRecover bool
}

// Defers starts an empty list.
func (r *Runtime) Defers() *Defers { return &Defers{run: r} }

// Add defers a call of a function that has no recover of its own.
func (d *Defers) Add(f func()) { d.calls = append(d.calls, deferred{f, false}) }

// AddRecovering defers a call of a function that has a recover of its own, or
// might have one.
func (d *Defers) AddRecovering(f func()) { d.calls = append(d.calls, deferred{f, true}) }

// Run runs body and then the calls that it deferred, last in first out, each
// also when another has panicked. At the end it panics with the panic that is
// left.
func (d *Defers) Run(body func()) {
	finished := false
	defer func() {
		if !finished {
			d.unwind() // runtime.Goexit: no panic to recover, but calls to make
		}
	}()
	d.call(deferred{f: body})
	d.unwind()
	finished = true
	if d.panicking {
		if s := current(); s != nil {
			s.trace = d.trace
			s.trace.passing = true
		}
		panic(d.value)
	}
}

func (d *Defers) unwind() {
	if s := current(); s != nil {
		d.outer, s.defers = s.defers, d
		defer func() { s.defers = d.outer }()
	}
	for len(d.calls) > 0 {
		f := d.calls[len(d.calls)-1]
		d.calls = d.calls[:len(d.calls)-1]
		d.call(f)
	}
}

func (d *Defers) call(c deferred) {
	if s := current(); s != nil && c.mayRecover {
		s.entering = true
		defer func() { s.entering = false }()
	}
	defer func() {
		if v := recover(); v != nil {
			before, again := d.value, d.panicking
			d.panicking, d.value = true, v
			if s := current(); s != nil {
				d.trace, s.trace = s.trace, trace{}
				s.setPanicking(!isStop(v))
				if again && !isStop(before) && !isStop(v) {
					s.superseded = append(s.superseded, panicText(plain(before)))
				}
			}
		}
	}()
	c.f()
}

// Entered says whether the function that calls it, first of all, is a deferred
// function that was called because it was deferred: only there recover does
// anything.
func (r *Runtime) Entered() bool {
	s := current()
	if s == nil || !s.entering {
		return false
	}
	s.entering = false
	return true
}

// Recover is the builtin recover: it ends the panic whose deferred calls run,
// and returns its value. Interrupts and fatal errors cannot be recovered.
// entered is what [Runtime.Entered] said at the top of the function.
func (r *Runtime) Recover(entered bool) any {
	s := current()
	if !entered || s == nil || s.defers == nil || !s.defers.panicking {
		return nil
	}
	d := s.defers
	v := plain(d.value)
	switch v.(type) {
	case stopped, fatal:
		return nil
	}
	s.setPanicking(false)
	d.panicking, d.value, d.trace = false, nil, trace{}
	s.superseded = nil
	return v
}

// runtimeError is a panic of the Go runtime that reached us in yaegi's or
// reflect's words.
type runtimeError struct{ text string }

func (e runtimeError) Error() string { return e.text }

// RuntimeError marks it, see [runtime.Error].
func (runtimeError) RuntimeError() {}

// asRuntimeError returns the error of the Go runtime that a panic value of
// yaegi's stands for; ok is false for other values.
func (t *trace) asRuntimeError(v any) (err any, ok bool) {
	said := ""
	switch v := v.(type) {
	case nil:
		return new(runtime.PanicNilError), true
	case *reflect.ValueError:
		if v.Kind == reflect.Invalid {
			return runtimeError{dyn.NilDereference}, true
		}
	case runtime.Error:
		said = v.Error()
	case string:
		said = v
	}
	// Go's map says it with a colon when it looks a key up, and its hash function
	// without when one is stored.
	if typ, ok := strings.CutPrefix(said, "hash of unhashable type: "); ok && t.detail == Assigned {
		return runtimeError{"runtime error: hash of unhashable type " + typ}, true
	}
	if text := dyn.RuntimeText(said); text != said {
		return runtimeError{t.complete(text)}, true
	}
	return nil, false
}
