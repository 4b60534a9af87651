package forge

import (
	"fmt"
	"go/token"
	"reflect"
	"slices"
	"strings"
	"unsafe"
)

// Parts says what a type consists of.
type Parts struct {
	// Under is a type with the elements, parameters and results that the new
	// type has; not for structs and interfaces, and not needed for basic kinds.
	Under reflect.Type
	// Fields are the fields of a struct.
	Fields []Field
	// Wants are the methods of an interface, sorted by name.
	Wants []Want
	// Methods are those of pointers to the type, sorted by name. Those with a
	// Value are methods of the type itself, too.
	Methods []Method
}

// Field is a field of a struct type.
type Field struct {
	Name     string
	Type     reflect.Type
	Tag      string
	Embedded bool
}

// Want is a method that an interface asks for, with its type.
type Want struct {
	Name string
	Type reflect.Type
}

// Method is a method of a type.
type Method struct {
	Name string
	// Type is the method's type, without a receiver.
	Type reflect.Type
	// Func is a function whose first parameter is a pointer to the receiver.
	// The types of the others, and of the results, lie in memory as those in
	// Type do.
	Func reflect.Value
	// Value says that the method has a value receiver.
	Value bool
}

// Complete says what the type consists of. It fails, with a reason, if the
// parts do not lie in memory as the layout says, or if there is no room for
// more methods.
func (t *Type) Complete(p Parts) error {
	if err := t.parts(p); err != nil {
		return fmt.Errorf("the type %s can't be made: %w", t.decl.String, err)
	}
	return t.addMethods(p.Methods)
}

func (t *Type) parts(p Parts) error {
	switch base := unsafe.Pointer(t.typ); t.decl.Layout.Kind() {
	case reflect.Struct:
		return t.fields(p.Fields)
	case reflect.Interface:
		return t.wants(p.Wants)
	case reflect.Array:
		from := (*arrayType)(unsafe.Pointer(of(p.Under)))
		to := (*arrayType)(base)
		to.elem, to.slice, to.len = from.elem, from.slice, from.len
	case reflect.Chan:
		from := (*chanType)(unsafe.Pointer(of(p.Under)))
		to := (*chanType)(base)
		to.elem, to.dir = from.elem, from.dir
	case reflect.Map:
		from := *(*mapType)(unsafe.Pointer(of(p.Under)))
		to := (*mapType)(base)
		from.typ = to.typ
		*to = from
	case reflect.Pointer:
		(*ptrType)(base).elem = (*ptrType)(unsafe.Pointer(of(p.Under))).elem
	case reflect.Slice:
		(*sliceType)(base).elem = (*sliceType)(unsafe.Pointer(of(p.Under))).elem
	case reflect.Func:
		t.params(p.Under)
	}
	return nil
}

func (t *Type) params(under reflect.Type) {
	from, to := (*funcType)(unsafe.Pointer(of(under))), (*funcType)(unsafe.Pointer(t.typ))
	to.ins, to.outs = from.ins, from.outs
	list := unsafe.Slice((**typ)(t.tail), t.decl.Params)
	for i := range list {
		if i < under.NumIn() {
			list[i] = of(under.In(i))
		} else {
			list[i] = of(under.Out(i - under.NumIn()))
		}
	}
}

func (t *Type) fields(fields []Field) error {
	s := (*structType)(unsafe.Pointer(t.typ))
	if t.decl.PkgPath != "" {
		s.pkgPath = name(t.decl.PkgPath, "", false)
	}
	layout := t.decl.Layout
	if layout.NumField() != len(fields) {
		return fmt.Errorf("it has %d fields, its layout %d", len(fields), layout.NumField())
	}
	s.fields = make([]field, len(fields))
	for i, f := range fields {
		place := layout.Field(i)
		if f.Type.Size() != place.Type.Size() || f.Type.Align() != place.Type.Align() {
			return fmt.Errorf("its field %s, a %v, lies in memory as a %v", f.Name, f.Type, place.Type)
		}
		s.fields[i] = field{name: name(f.Name, f.Tag, f.Embedded), typ: of(f.Type), offset: place.Offset}
	}
	return nil
}

func (t *Type) wants(wants []Want) error {
	s := (*interfaceType)(unsafe.Pointer(t.typ))
	if t.decl.PkgPath != "" {
		s.pkgPath = name(t.decl.PkgPath, "", false)
	}
	s.methods = make([]imethod, len(wants))
	for i, w := range wants {
		s.methods[i] = imethod{name: nameOffset(w.Name), typ: typeOffset(w.Type)}
	}
	return nil
}

func (t *Type) addMethods(methods []Method) error {
	methods = slices.SortedFunc(slices.Values(methods), func(a, b Method) int { return strings.Compare(a.Name, b.Name) })
	var n [2]int
	for _, m := range methods {
		entry, err := takeSlot(m.Func)
		if err != nil {
			return err
		}
		off := addReflectOff(entry)
		// A pointer's method is called with the pointer in both ways.
		t.add(1, &n, m, off, off)
		if !m.Value {
			continue
		}
		byValue, err := takeSlot(t.byValue(m))
		if err != nil {
			return err
		}
		direct := addReflectOff(byValue)
		if t.typ.flags&flagDirect != 0 {
			off = direct
		}
		t.add(0, &n, m, off, direct)
	}
	return nil
}

func (t *Type) add(which int, n *[2]int, m Method, ifn, tfn int32) {
	u := t.un[which]
	t.methods[which][n[which]] = method{name: nameOffset(m.Name), typ: typeOffset(m.Type), ifn: ifn, tfn: tfn}
	n[which]++
	u.methods++
	if token.IsExported(m.Name) {
		u.exports++
	}
}

// byValue returns m.Func with the receiver itself as first parameter.
func (t *Type) byValue(m Method) reflect.Value {
	ft := m.Func.Type()
	in, out := []reflect.Type{t.decl.Layout}, []reflect.Type{}
	for i := 1; i < ft.NumIn(); i++ {
		in = append(in, ft.In(i))
	}
	for i := range ft.NumOut() {
		out = append(out, ft.Out(i))
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, false), func(args []reflect.Value) []reflect.Value {
		p := reflect.New(t.decl.Layout)
		p.Elem().Set(args[0])
		args[0] = p
		if p.Type() != ft.In(0) {
			args[0] = reflect.NewAt(ft.In(0).Elem(), p.UnsafePointer())
		}
		return m.Func.Call(args)
	})
}
