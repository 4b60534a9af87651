package dyn

import (
	"fmt"
	"reflect"
)

// Method returns the method of the value in an interface as a function whose
// first parameter is the receiver. It panics as Go does on a nil interface.
func Method(v any, name string) any {
	if v == nil {
		panic(assertion(NilDereference))
	}
	if b, ok := unbox(v); ok {
		m, ok := b.T.method(name)
		if !ok {
			panic(assertion(fmt.Sprintf("interface conversion: %s has no method %s", b.T, name)))
		}
		return m.Interface()
	}
	return unbound(reflect.ValueOf(v).MethodByName(name)).Interface()
}

// unbound puts an ignored receiver in front of a bound method's parameters.
// Lowered functions take variadic parameters as slices.
func unbound(m reflect.Value) reflect.Value {
	t := m.Type()
	in := []reflect.Type{reflect.TypeFor[any]()}
	for i := range t.NumIn() {
		in = append(in, t.In(i))
	}
	var out []reflect.Type
	for i := range t.NumOut() {
		out = append(out, t.Out(i))
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, false), func(args []reflect.Value) []reflect.Value {
		if t.IsVariadic() {
			return m.CallSlice(args[1:])
		}
		return m.Call(args[1:])
	})
}

// As is errors.As over the learner's types: try takes the first error in err's
// tree that it can use. target is the pointer that it fills.
func As(err error, target any, try func(error) bool) bool {
	for err != nil {
		if try(err) || as(err, target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() []error }:
			for _, e := range x.Unwrap() {
				if As(e, target, try) {
					return true
				}
			}
			return false
		case interface{ Unwrap() error }:
			err = x.Unwrap()
		default:
			return false
		}
	}
	return false
}

// as asks the error's own As method, if it has one.
func as(err error, target any) bool {
	if b, ok := unbox(err); ok {
		found, _ := call[bool](b, "As", target)
		return found
	}
	x, ok := err.(interface{ As(any) bool })
	return ok && x.As(Value(target))
}

// call calls a method that takes no or plain arguments; ok is false when the
// type has no method of that name and shape.
func call[R any](b Boxed, name string, args ...any) (r R, ok bool) {
	m, ok := b.T.method(name)
	if !ok || m.Type().NumIn() != len(args)+1 || m.Type().NumOut() != 1 || m.Type().Out(0) != reflect.TypeFor[R]() {
		return r, false
	}
	in := []reflect.Value{reflect.ValueOf(&b.V).Elem()}
	for i, a := range args {
		v := reflect.New(m.Type().In(i + 1)).Elem()
		if a != nil {
			if !reflect.TypeOf(a).AssignableTo(v.Type()) {
				return r, false
			}
			v.Set(reflect.ValueOf(a))
		}
		in = append(in, v)
	}
	out := m.Call(in)[0]
	reflect.ValueOf(&r).Elem().Set(out)
	return r, true
}

// Error calls the value's own Error method.
func (e ErrBoxed) Error() string {
	s, _ := call[string](e.Boxed, "Error")
	return s
}

// Unwrap calls the value's own Unwrap method, if it has one.
func (e ErrBoxed) Unwrap() error {
	err, _ := call[error](e.Boxed, "Unwrap")
	return err
}

// Is calls the value's own Is method, if it has one, see [errors.Is].
func (e ErrBoxed) Is(target error) bool {
	if b, ok := unbox(target); ok && Equal(e.Boxed, b) {
		return true
	}
	is, _ := call[bool](e.Boxed, "Is", target)
	return is
}

// Unwrap calls the value's own Unwrap method.
func (e multiErr) Unwrap() []error {
	list, _ := call[[]error](e.Boxed, "Unwrap")
	return list
}
