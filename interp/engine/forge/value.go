package forge

import (
	"reflect"
	"unsafe"
)

// Word identifies the type of a value in an interface: equal words mean
// identical types. It is the zero Word for a nil interface.
type Word struct{ t *typ }

// WordOf returns the type word of an interface value.
func WordOf(v any) Word { return Word{(*eface)(unsafe.Pointer(&v)).typ} }

// WordFor returns the type word of values of type t.
func WordFor(t reflect.Type) Word { return Word{of(t)} }

// Type returns the type that a word identifies; nil for the zero Word.
func (w Word) Type() reflect.Type {
	if w.t == nil {
		return nil
	}
	return reflected(w.t)
}

// Retype returns v as a value of the type w. The two types must have the same
// layout: see the package documentation.
func Retype(v any, w Word) any {
	(*eface)(unsafe.Pointer(&v)).typ = w.t
	return v
}

// Direct says whether an interface holds values of the type themselves, which
// are pointers, in the place of pointers to them.
func (w Word) Direct() bool { return w.t.flags&flagDirect != 0 }

// Data returns the data word of an interface value: a pointer to the value,
// which must not be written to, or the value itself if its type is Direct.
func Data(v any) unsafe.Pointer { return (*eface)(unsafe.Pointer(&v)).data }

// Itab is the first word of an interface that has methods: which type the
// value has, and where its methods are.
type Itab struct{ p unsafe.Pointer }

// ItabFor returns the Itab for values of type t in interfaces of type inter.
// It panics if t lacks a method.
func ItabFor(inter, t reflect.Type) Itab {
	p := reflect.New(inter)
	p.Elem().Set(reflect.Zero(t))
	return Itab{(*iface)(p.UnsafePointer()).tab}
}

// Interface makes the interface value at p, a pointer to a variable of any
// interface type that has methods, of an Itab and the data word of v.
func Interface(p unsafe.Pointer, tab Itab, v any) {
	*(*iface)(p) = iface{tab.p, Data(v)}
}
