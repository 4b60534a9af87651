package dyn

import "reflect"

// StandIn is implemented by pointers to types that take the place of compiled
// ones, as interp/engine/sync's do: fields that only ours have are not to be
// printed.
type StandIn interface {
	// Genuine returns a pointer to a value of the compiled type in the same
	// state.
	Genuine() any
}

// genuine returns the compiled value that v stands in for, or v.
func genuine(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Struct || !v.CanInterface() || !reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[StandIn]()) {
		return v
	}
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	return reflect.ValueOf(p.Interface().(StandIn).Genuine()).Elem()
}
