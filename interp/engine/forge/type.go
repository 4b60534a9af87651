package forge

import (
	"reflect"
	"unsafe"
)

// The types of this file have the shape of those of the same name in
// internal/abi, which the runtime and reflect work with; Check compares them.

type typ struct {
	size, ptrBytes    uintptr
	hash              uint32
	flags             uint8
	align, fieldAlign uint8
	kind              uint8
	equal             func(unsafe.Pointer, unsafe.Pointer) bool
	gcData            *byte
	str               int32
	ptrToThis         int32
}

const (
	flagUncommon  = 1 << 0
	flagExtraStar = 1 << 1
	flagNamed     = 1 << 2
	// flagDirect says that an interface holds the value itself, which is a
	// pointer, in the place of a pointer to it.
	flagDirect = 1 << 5
)

type method struct{ name, typ, ifn, tfn int32 }

type uncommon struct {
	pkgPath          int32
	methods, exports uint16
	offset           uint32 // from here to the methods
	_                uint32
}

type imethod struct{ name, typ int32 }

type field struct {
	name   *byte
	typ    *typ
	offset uintptr
}

type (
	arrayType struct {
		typ
		elem, slice *typ
		len         uintptr
	}
	chanType struct {
		typ
		elem *typ
		dir  int
	}
	funcType struct {
		typ
		ins, outs uint16
	}
	interfaceType struct {
		typ
		pkgPath *byte
		methods []imethod
	}
	mapType struct {
		typ
		key, elem, group            *typ
		hasher                      func(unsafe.Pointer, uintptr) uintptr
		groupSize, slotSize, offset uintptr
		flags                       uint32
	}
	ptrType struct {
		typ
		elem *typ
	}
	sliceType struct {
		typ
		elem *typ
	}
	structType struct {
		typ
		pkgPath *byte
		fields  []field
	}
)

// eface is the runtime's form of an any.
type eface struct {
	typ  *typ
	data unsafe.Pointer
}

// iface is the runtime's form of an interface that has methods.
type iface struct {
	tab  unsafe.Pointer
	data unsafe.Pointer
}

// of returns the description behind a reflect.Type.
func of(t reflect.Type) *typ {
	return (*typ)((*iface)(unsafe.Pointer(&t)).data)
}

// reflected returns the reflect.Type of a description.
func reflected(t *typ) reflect.Type {
	var v any
	(*eface)(unsafe.Pointer(&v)).typ = t
	return reflect.TypeOf(v)
}

// shapes are the types above, by the kinds that have more than a typ.
func shapes() map[reflect.Kind]reflect.Type {
	return map[reflect.Kind]reflect.Type{
		reflect.Array:     reflect.TypeFor[arrayType](),
		reflect.Chan:      reflect.TypeFor[chanType](),
		reflect.Func:      reflect.TypeFor[funcType](),
		reflect.Interface: reflect.TypeFor[interfaceType](),
		reflect.Map:       reflect.TypeFor[mapType](),
		reflect.Pointer:   reflect.TypeFor[ptrType](),
		reflect.Slice:     reflect.TypeFor[sliceType](),
		reflect.Struct:    reflect.TypeFor[structType](),
	}
}

func shape(k reflect.Kind) reflect.Type {
	if t, ok := shapes()[k]; ok {
		return t
	}
	return reflect.TypeFor[typ]()
}
