package dyn

import (
	"fmt"
	"reflect"
	"unsafe"

	"gopost/interp/engine/forge"
)

// Method returns the method of the value in an interface: a function whose
// first parameter, a *byte, is the receiver, and that receiver. Lowered code
// knows the types of the other parameters. It panics as Go does on a nil
// interface.
func (r *Registry) Method(v any, name string) (method any, recv *byte) {
	if v == nil {
		panic(plainError(NilDereference))
	}
	t := r.known(v)
	if t == nil {
		return r.compiled(v, name)
	}
	pointer := t.desc.Kind == Pointer && !t.desc.Named
	of := t
	if pointer {
		of = r.typ(t.desc.Elem)
	}
	m, ok := of.methods[name]
	if !ok {
		panic(plainError(fmt.Sprintf("interface conversion: %s has no method %s", t.desc.Name, name)))
	}
	data := forge.Data(v)
	if !pointer && forge.WordOf(v).Direct() {
		held := data
		data = unsafe.Pointer(&held)
	}
	return m.call, (*byte)(data)
}

// boundKey is a method of a compiled type.
type boundKey struct {
	typ  forge.Word
	name string
}

// compiled is Method for a value that compiled code has made: its receiver is
// the interface.
func (r *Registry) compiled(v any, name string) (method any, recv *byte) {
	recv = (*byte)(unsafe.Pointer(&v))
	key := boundKey{forge.WordOf(v), name}
	if f, ok := r.bound.Load(key); ok {
		return f, recv
	}
	method = unbound(reflect.TypeOf(v), name)
	r.bound.Store(key, method)
	return method, recv
}

// unbound returns a method of t as a function whose first parameter points to
// an interface with the receiver. Lowered functions take variadic parameters
// as slices.
func unbound(t reflect.Type, name string) any {
	m, ok := t.MethodByName(name)
	if !ok {
		panic(plainError(fmt.Sprintf("interface conversion: %v has no method %s", t, name)))
	}
	in, out := []reflect.Type{reflect.TypeFor[*byte]()}, []reflect.Type{}
	for i := 1; i < m.Type.NumIn(); i++ {
		in = append(in, m.Type.In(i))
	}
	for i := range m.Type.NumOut() {
		out = append(out, m.Type.Out(i))
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, false), func(args []reflect.Value) []reflect.Value {
		recv := *(*any)(args[0].UnsafePointer())
		f := reflect.ValueOf(recv).Method(m.Index)
		if m.Type.IsVariadic() {
			return f.CallSlice(args[1:])
		}
		return f.Call(args[1:])
	}).Interface()
}
