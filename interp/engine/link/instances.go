package link

import (
	"crypto/hkdf"
	"crypto/pbkdf2"
	"hash"
	"hash/maphash"
	"reflect"
	"unsafe"
	"weak"
)

// instances are generic functions of the standard library at the one type that
// serves every use: the library's sources convert to it.
func instances() map[string]reflect.Value {
	return map[string]reflect.Value{
		"HKDFExtract":         reflect.ValueOf(hkdf.Extract[hash.Hash]),
		"HKDFExpand":          reflect.ValueOf(hkdf.Expand[hash.Hash]),
		"HKDFKey":             reflect.ValueOf(hkdf.Key[hash.Hash]),
		"PBKDF2Key":           reflect.ValueOf(pbkdf2.Key[hash.Hash]),
		"HashComparable":      reflect.ValueOf(maphash.Comparable[any]),
		"HashWriteComparable": reflect.ValueOf(maphash.WriteComparable[any]),
		"WeakMake":            reflect.ValueOf(WeakMake),
		"WeakValue":           reflect.ValueOf(WeakValue),
	}
}

// weakPointer is a weak pointer to a value of a type that only reflection
// knows. Two made of equal pointers are equal.
type weakPointer struct {
	typ reflect.Type
	to  weak.Pointer[byte]
}

// WeakMake returns a weak form of the pointer p.
func WeakMake(p any) any {
	v := reflect.ValueOf(p)
	return weakPointer{v.Type(), weak.Make((*byte)(v.UnsafePointer()))}
}

// WeakValue returns the pointer that WeakMake was given, nil if what it points
// to is gone or w is nil.
func WeakValue(w any) any {
	if w == nil {
		return nil
	}
	p := w.(weakPointer)
	to := p.to.Value()
	if to == nil {
		return nil
	}
	return pointerTo(p.typ, to)
}

// pointerTo returns p as a pointer of type t.
func pointerTo(t reflect.Type, p *byte) any {
	return reflect.NewAt(t.Elem(), unsafe.Pointer(p)).Interface()
}
