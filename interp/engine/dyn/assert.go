package dyn

import (
	"fmt"
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
// the interface type that v was in.
func (r *Registry) AssertFailed(v any, from string, id int) {
	want := r.typ(id)
	isInterface := want.typ.Kind() == reflect.Interface
	switch {
	case isInterface && v == nil:
		panic(assertion("interface conversion: interface is nil, not " + want.desc.Name))
	case isInterface:
		panic(assertion(fmt.Sprintf("interface conversion: %T is not %s: missing method %s", v, want.desc.Name, forge.Missing(want.typ, reflect.TypeOf(r.current(v))))))
	case v == nil:
		panic(assertion(fmt.Sprintf("interface conversion: %s is nil, not %s", from, want.desc.Name)))
	}
	text := fmt.Sprintf("interface conversion: %s is %T, not %s", from, v, want.desc.Name)
	if reflect.TypeOf(v).String() == want.desc.Name {
		text += " (types from different scopes)"
	}
	panic(assertion(text))
}

// assertion is the runtime error of a failed type assertion.
type assertion string

func (a assertion) Error() string { return string(a) }

// RuntimeError marks it as one of the runtime's, see [runtime.Error].
func (a assertion) RuntimeError() {}

var _ runtime.Error = assertion("")
