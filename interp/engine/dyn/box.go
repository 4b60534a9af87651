package dyn

import (
	"fmt"
	"reflect"
	"unsafe"

	"gopost/interp/engine/forge"
)

// Box gives v, which yaegi keeps in the form of the numbered type, that type.
func (r *Registry) Box(id int, v any) any {
	t := r.typ(id)
	switch forge.WordOf(v) {
	case t.plain:
		return forge.Retype(v, t.word)
	case t.word:
		return v
	case forge.Word{}:
		return reflect.Zero(t.typ).Interface()
	}
	panic(fmt.Sprintf("the interpreter kept a %s as %T, not as %v", t.desc.Name, v, t.form))
}

// Err boxes a value of the numbered type, which has an Error method.
func (r *Registry) Err(id int, v any) error { return r.Box(id, v).(error) }

// To returns an interface of the numbered interface type that holds what v
// holds; nil stays nil.
func (r *Registry) To(id int, v any) Iface {
	if v == nil {
		return nil
	}
	t := r.typ(id)
	v = r.current(v)
	word := forge.WordOf(v)
	tab, ok := t.itabs.Load(word)
	if !ok {
		tab, _ = t.itabs.LoadOrStore(word, forge.ItabFor(t.typ, word.Type()))
	}
	var i Iface
	forge.Interface(unsafe.Pointer(&i), tab.(forge.Itab), v)
	return i
}

// BoxTo is To of Box.
func (r *Registry) BoxTo(iface, id int, v any) Iface { return r.To(iface, r.Box(id, v)) }

// Into sets the variable of a compiled interface type that p points to.
func (r *Registry) Into(p, v any) {
	if v = r.current(v); v != nil {
		reflect.ValueOf(p).Elem().Set(reflect.ValueOf(v))
	}
}

// Any returns v: on the way yaegi gives functions and pointers their compiled
// form.
func Any(v any) any { return v }

// Value returns the value in an interface in the form that yaegi knows.
func (r *Registry) Value(v any) any {
	if t := r.known(v); t != nil {
		return forge.Retype(v, t.plain)
	}
	return v
}

// Equal compares two interface values as == does.
func (r *Registry) Equal(a, b any) bool { return r.current(a) == r.current(b) }

// Is says whether v holds exactly the numbered type.
func (r *Registry) Is(v any, id int) bool {
	t := r.typ(id)
	return v != nil && (forge.WordOf(v) == t.word || r.known(v) == t)
}

// IsPlain says whether v holds the compiled type that p, a nil pointer, points
// to.
func IsPlain(v, p any) bool { return v != nil && reflect.TypeOf(v) == reflect.TypeOf(p).Elem() }
