package dyn

import (
	"fmt"
	"reflect"
	"runtime"
)

// Boxed is a value in an interface, with its type. Two are equal by == just
// when type and value are.
type Boxed struct {
	T *Type
	V any
}

// ErrBoxed is a [Boxed] in an interface that compiled code knows as error.
type ErrBoxed struct{ Boxed }

// multiErr is an ErrBoxed whose value has an Unwrap() []error.
type multiErr struct{ ErrBoxed }

// asErr returns the error that a boxed value with an Error method is.
func asErr(b Boxed) error {
	if m, ok := b.T.method("Unwrap"); ok && m.Type().NumOut() == 1 && m.Type().Out(0) == reflect.TypeFor[[]error]() {
		return multiErr{ErrBoxed{b}}
	}
	return ErrBoxed{b}
}

// Box puts a value of the numbered type into an interface.
func (r *Registry) Box(id int, v any) any { return Boxed{r.typ(id), v} }

// Err puts a value of the numbered type, which has an Error method, into an
// error.
func (r *Registry) Err(id int, v any) error { return asErr(Boxed{r.typ(id), v}) }

// Any returns v: on the way yaegi gives functions and pointers their compiled
// form.
func Any(v any) any { return v }

// unbox finds the Boxed in an interface value, also behind an adapter.
func unbox(v any) (Boxed, bool) {
	switch b := v.(type) {
	case nil:
		return Boxed{}, false
	case Boxed:
		return b, true
	case ErrBoxed:
		return b.Boxed, true
	case multiErr:
		return b.Boxed, true
	}
	if inner, ok := adapted(v); ok {
		return unbox(inner)
	}
	return Boxed{}, false
}

// adapted looks through the two layers around a value that was passed as a
// compiled interface: yaegi's wrapper, whose first field is IValue, around the
// pointer to the adapter that package lower wrote.
func adapted(v any) (any, bool) {
	rv := reflect.ValueOf(v)
	if rv.Kind() == reflect.Struct {
		if f, ok := rv.Type().FieldByName("IValue"); ok {
			rv = rv.FieldByIndex(f.Index)
			if rv.Kind() == reflect.Interface {
				rv = rv.Elem()
			}
		}
	}
	if rv.Kind() == reflect.Pointer && !rv.IsNil() && rv.Elem().Kind() == reflect.Struct &&
		rv.Elem().NumField() == 1 && rv.Type().Elem().Field(0).Name == "DynBoxed" {
		return rv.Elem().Field(0).Interface(), true
	}
	return nil, false
}

// IsBoxed says whether the value in an interface is one of the learner's types.
func IsBoxed(v any) bool { _, ok := unbox(v); return ok }

// Unwrap takes adapters away.
func Unwrap(v any) any {
	if b, ok := unbox(v); ok {
		return b
	}
	return v
}

// Value returns the value alone.
func Value(v any) any {
	if b, ok := unbox(v); ok {
		return b.V
	}
	return v
}

// AsError returns v as an error. v must have an Error method, or be nil.
func AsError(v any) error {
	if b, ok := unbox(v); ok {
		return asErr(b)
	}
	err, _ := v.(error)
	return err
}

// Is says whether v holds exactly the numbered type.
func (r *Registry) Is(v any, id int) bool {
	b, ok := unbox(v)
	return ok && b.T == r.typ(id)
}

// IsPlain says whether v holds the compiled type that p, a nil pointer, points
// to.
func IsPlain(v, p any) bool {
	switch v.(type) {
	case nil, Boxed, ErrBoxed, multiErr:
		return false
	}
	return reflect.TypeOf(v) == reflect.TypeOf(p).Elem()
}

// AssertFailed panics as a type assertion to the numbered type does. from is
// the interface type that v was in.
func (r *Registry) AssertFailed(v any, from string, id int) {
	want := r.typ(id)
	switch {
	case want.desc.Kind == Interface && v == nil:
		panic(assertion("interface conversion: interface is nil, not " + want.String()))
	case want.desc.Kind == Interface:
		panic(assertion(fmt.Sprintf("interface conversion: %s is not %s: missing method %s", TypeName(v), want, want.missing(v))))
	case v == nil:
		panic(assertion(fmt.Sprintf("interface conversion: %s is nil, not %s", from, want)))
	}
	panic(assertion(fmt.Sprintf("interface conversion: %s is %s, not %s", from, TypeName(v), want)))
}

// assertion is the runtime error of a failed type assertion.
type assertion string

func (a assertion) Error() string { return string(a) }

// RuntimeError marks it as one of the runtime's, see [runtime.Error].
func (a assertion) RuntimeError() {}

var _ runtime.Error = assertion("")

// TypeName returns what %T prints for v.
func TypeName(v any) string {
	if b, ok := unbox(v); ok {
		return b.T.String()
	}
	return fmt.Sprintf("%T", v)
}

// Equal compares two interface values as == does.
func Equal(a, b any) bool {
	x, okX := unbox(a)
	y, okY := unbox(b)
	switch {
	case okX != okY:
		return false
	case okX:
		if x.T != y.T {
			return false
		}
		a, b = x.V, y.V
	}
	if a != nil && b != nil && reflect.TypeOf(a) == reflect.TypeOf(b) && !reflect.ValueOf(a).Comparable() {
		panic(assertion("runtime error: comparing uncomparable type " + TypeName(a)))
	}
	return a == b
}

// ClearMap and ClearSlice are the builtin clear.
func ClearMap(m any) { reflect.ValueOf(m).Clear() }

// ClearSlice sets all elements to their zero value.
func ClearSlice(s any) { reflect.ValueOf(s).Clear() }

// Runes returns the runes of a string and where they start, as a range over it
// gives them.
func Runes(s string) (indices []int, runes []rune) {
	for i, r := range s {
		indices, runes = append(indices, i), append(runes, r)
	}
	return indices, runes
}
