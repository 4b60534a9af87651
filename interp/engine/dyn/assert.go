package dyn

import (
	"reflect"
	"runtime"

	"gopost/interp/engine/forge"
)

// Implements says whether the value in an interface has the methods of the
// numbered interface type.
func (r *Registry) Implements(v any, id int) bool {
	if v == nil {
		return false
	}
	t := r.typ(id)
	v = r.current(v)
	if _, ok := t.itabs.Load(forge.WordOf(v)); ok {
		return true
	}
	return reflect.TypeOf(v).Implements(t.typ)
}

// AssertFailed panics as a type assertion to the numbered type does. from is
// the name of the interface type that v was in.
func (r *Registry) AssertFailed(v any, from string, id int) {
	want := r.typ(id)
	missing := ""
	if want.typ.Kind() == reflect.Interface {
		from = "interface"
		if v != nil {
			v = r.current(v)
			missing = forge.Missing(want.typ, reflect.TypeOf(v))
		}
	}
	panic(forge.AssertionError(from, reflect.TypeOf(v), want.typ, missing))
}

// plainError is an error of the runtime's.
type plainError string

func (e plainError) Error() string { return string(e) }

// RuntimeError marks it as one of the runtime's, see [runtime.Error].
func (e plainError) RuntimeError() {}

var _ runtime.Error = plainError("")
