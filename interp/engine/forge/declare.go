package forge

import (
	"hash/maphash"
	"reflect"
	"unsafe"
)

// Decl says what must be known of a type before others can refer to it.
type Decl struct {
	// String is what reflect's String returns, such as main.Point.
	String string
	// PkgPath is the import path of the package that declares the type.
	PkgPath string
	// Named says that the type has a name; a struct or interface need not.
	Named bool
	// Layout is a type whose values lie in memory as those of the new type do,
	// down to the kinds of its parts. Its kind is the kind of the new type.
	Layout reflect.Type
	// Methods is the number of methods of pointers to the type, ValueMethods
	// that of the type itself. An interface type has neither.
	Methods, ValueMethods int
	// Params is the number of parameters and results of a function type.
	Params int
}

// Type is a type in the making, and pointers to it.
type Type struct {
	decl    Decl
	typ     *typ
	ptr     *ptrType
	tail    unsafe.Pointer // parameters and results of a function type
	methods [2][]method    // places for those of the type, and of pointers to it
	un      [2]*uncommon
}

// Type returns the type. Until [Type.Complete] it has a name and a size only.
func (t *Type) Type() reflect.Type { return reflected(t.typ) }

// Pointer returns the type of pointers to the type.
func (t *Type) Pointer() reflect.Type { return reflected(&t.ptr.typ) }

// Declare makes a type that is to be completed.
func Declare(d Decl) *Type {
	t := &Type{decl: d}
	layout := of(d.Layout)

	base, uncommons, tail, methods := block(shape(d.Layout.Kind()), d.Params, d.ValueMethods)
	t.typ, t.tail = (*typ)(base), tail
	// Until Complete the parts are those of the layout, for reflect looks at them
	// when it makes other types of this one.
	kind := shape(d.Layout.Kind())
	reflect.NewAt(kind, base).Elem().Set(reflect.NewAt(kind, unsafe.Pointer(layout)).Elem())
	if d.Layout.Kind() == reflect.Func {
		f := (*funcType)(base)
		f.ins, f.outs = 0, 0 // they stand behind the layout
	}
	t.typ.flags = t.typ.flags&^(flagExtraStar|flagNamed) | flagUncommon
	if d.Named {
		t.typ.flags |= flagNamed
	}
	t.typ.str = stringOffset(d.String)
	t.typ.hash = uint32(maphash.Comparable(hashSeed, [2]uintptr{uintptr(unsafe.Pointer(t.typ)), 0}))
	t.un[0], t.methods[0] = uncommons, methods

	base, uncommons, _, methods = block(shape(reflect.Pointer), 0, d.Methods)
	t.ptr = (*ptrType)(base)
	*t.ptr = *(*ptrType)(unsafe.Pointer(of(reflect.TypeFor[*byte]())))
	t.ptr.flags = t.ptr.flags&^(flagExtraStar|flagNamed) | flagUncommon
	t.ptr.str = stringOffset("*" + d.String)
	t.ptr.hash = t.typ.hash*16777619 ^ '*'
	t.ptr.ptrToThis = 0
	t.ptr.elem = t.typ
	t.un[1], t.methods[1] = uncommons, methods

	t.typ.ptrToThis = addReflectOff(unsafe.Pointer(t.ptr))
	for _, u := range t.un {
		if d.PkgPath != "" {
			u.pkgPath = nameOffset(d.PkgPath)
		}
	}
	return t
}

var hashSeed = maphash.MakeSeed()

// block allocates a description: what its kind has, what types with methods or
// a name have in addition, the parameters of a function type, and the methods.
func block(shape reflect.Type, params, methods int) (base unsafe.Pointer, u *uncommon, tail unsafe.Pointer, list []method) {
	layout := reflect.StructOf([]reflect.StructField{
		{Name: "Kind", Type: shape},
		{Name: "Uncommon", Type: reflect.TypeFor[uncommon]()},
		{Name: "Params", Type: reflect.ArrayOf(params, reflect.TypeFor[*typ]())},
		{Name: "Methods", Type: reflect.ArrayOf(max(methods, 1), reflect.TypeFor[method]())},
	})
	base = reflect.New(layout).UnsafePointer()
	offset := func(i int) uintptr { return layout.Field(i).Offset }
	u = (*uncommon)(unsafe.Add(base, offset(1)))
	u.offset = uint32(offset(3) - offset(1))
	if params > 0 {
		tail = unsafe.Add(base, offset(2))
	}
	return base, u, tail, unsafe.Slice((*method)(unsafe.Add(base, offset(3))), methods)
}
