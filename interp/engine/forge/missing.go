package forge

import (
	"encoding/binary"
	"reflect"
	"unsafe"
)

// These two tell what a number in a description stands for. base is the
// description.

//go:linkname resolveNameOff reflect.resolveNameOff
//go:noescape
func resolveNameOff(base unsafe.Pointer, off int32) unsafe.Pointer

//go:linkname resolveTypeOff reflect.resolveTypeOff
//go:noescape
func resolveTypeOff(base unsafe.Pointer, off int32) unsafe.Pointer

// Missing returns the name of the first method of the interface type inter
// that t lacks or has with other parameters; "" if it has them all. Unlike
// reflect it sees unexported methods as well.
func Missing(inter, t reflect.Type) string {
	it, ct := (*interfaceType)(unsafe.Pointer(of(inter))), of(t)
	has := map[string]unsafe.Pointer{}
	if ct.flags&flagUncommon != 0 {
		u := (*uncommon)(unsafe.Add(unsafe.Pointer(ct), shape(t.Kind()).Size()))
		for _, m := range unsafe.Slice((*method)(unsafe.Add(unsafe.Pointer(u), u.offset)), u.methods) {
			has[text(resolveNameOff(unsafe.Pointer(ct), m.name))] = resolveTypeOff(unsafe.Pointer(ct), m.typ)
		}
	}
	for _, m := range it.methods {
		name := text(resolveNameOff(unsafe.Pointer(it), m.name))
		if has[name] != resolveTypeOff(unsafe.Pointer(it), m.typ) {
			return name
		}
	}
	return ""
}

// text reads a name that the compiler or func name wrote.
func text(p unsafe.Pointer) string {
	n, size := binary.Uvarint(unsafe.Slice((*byte)(unsafe.Add(p, 1)), binary.MaxVarintLen32))
	return unsafe.String((*byte)(unsafe.Add(p, 1+size)), n)
}
