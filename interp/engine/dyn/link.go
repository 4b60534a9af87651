package dyn

import (
	"errors"
	"go/token"
	"reflect"

	"gopost/interp/engine/forge"
)

// linker makes types that may refer to each other.
type linker struct {
	all []*Type       // by number
	old map[int]*Type // versions that are replaced
}

func (l *linker) add(t *Type) {
	id := t.desc.ID
	for len(l.all) <= id {
		l.all = append(l.all, nil)
	}
	if before := l.all[id]; before != nil {
		if l.old == nil {
			l.old = map[int]*Type{}
		}
		l.old[id] = before
	}
	l.all[id] = t
}

// forged says whether a type is beyond reflection: one that has a name or
// methods, and interfaces.
func (d *Desc) forged() bool {
	if d.Kind == Plain {
		return false
	}
	return d.Named || len(d.Methods) > 0 || d.Kind == Interface || d.embeds()
}

func (d *Desc) embeds() bool {
	for _, f := range d.Fields {
		if f.Embedded {
			return true
		}
	}
	return false
}

func (l *linker) declare(t *Type) {
	t.plain = forge.WordFor(t.form)
	d := &t.desc
	if !d.forged() {
		return
	}
	layout := t.form
	if d.Wrapped {
		layout = t.form.Field(0).Type
	}
	decl := forge.Decl{String: d.Name, PkgPath: d.PkgPath, Named: d.Named, Layout: layout, Methods: len(d.Methods)}
	for _, m := range d.Methods {
		if m.Value {
			decl.ValueMethods++
		}
	}
	if d.Sig != nil {
		decl.Params = len(d.Sig.In) + len(d.Sig.Out)
	}
	t.made = forge.Declare(decl)
	t.typ = t.made.Type()
	t.word = forge.WordFor(t.typ)
}

// resolve returns the type of a number.
func (l *linker) resolve(id int) reflect.Type {
	t := l.all[id]
	if t.typ == nil {
		t.typ = t.form
		if t.desc.Kind != Plain {
			t.typ = l.under(&t.desc)
		}
		t.word = forge.WordFor(t.typ)
	}
	return t.typ
}

// under has reflection make the type without a name that d describes.
func (l *linker) under(d *Desc) reflect.Type {
	switch d.Kind {
	case Pointer:
		return reflect.PointerTo(l.resolve(d.Elem))
	case Slice:
		return reflect.SliceOf(l.resolve(d.Elem))
	case Array:
		return reflect.ArrayOf(d.Len, l.resolve(d.Elem))
	case Map:
		return reflect.MapOf(l.resolve(d.Key), l.resolve(d.Elem))
	case Chan:
		return reflect.ChanOf(reflect.ChanDir(d.Dir), l.resolve(d.Elem))
	case Func:
		return l.signature(*d.Sig)
	case Struct:
		var fields []reflect.StructField
		for _, f := range l.fields(d) {
			field := reflect.StructField{Name: f.Name, Type: f.Type, Tag: reflect.StructTag(f.Tag)}
			if !token.IsExported(f.Name) {
				field.PkgPath = d.PkgPath
			}
			fields = append(fields, field)
		}
		return reflect.StructOf(fields)
	}
	return nil
}

func (l *linker) signature(s Sig) reflect.Type {
	list := func(ids []int) []reflect.Type {
		types := make([]reflect.Type, len(ids))
		for i, id := range ids {
			types[i] = l.resolve(id)
		}
		return types
	}
	return reflect.FuncOf(list(s.In), list(s.Out), s.Variadic)
}

func (l *linker) fields(d *Desc) []forge.Field {
	fields := make([]forge.Field, len(d.Fields))
	for i, f := range d.Fields {
		fields[i] = forge.Field{Name: f.Name, Type: l.resolve(f.Type), Tag: f.Tag, Embedded: f.Embedded}
	}
	return fields
}

func (l *linker) complete(t *Type) error {
	l.resolve(t.desc.ID)
	if t.made == nil {
		return nil
	}
	p := forge.Parts{}
	switch t.desc.Kind {
	case Struct:
		p.Fields = l.fields(&t.desc)
	case Interface:
		for _, m := range t.desc.Wants {
			p.Wants = append(p.Wants, forge.Want{Name: m.Name, Type: l.signature(m.Sig)})
		}
	default:
		p.Under = l.under(&t.desc)
	}
	t.methods = map[string]entry{}
	for i, m := range t.desc.Methods {
		sig := l.signature(m.Sig)
		p.Methods = append(p.Methods, forge.Method{Name: m.Name, Type: sig, Func: t.funcs[i], Value: m.Value})
		t.methods[m.Name] = entry{call: anyReceiver(t.funcs[i]), sig: sig, value: m.Value}
	}
	if !forge.Supported && len(p.Methods) > 0 {
		return errors.New("this processor can't run cells whose types have methods; use a 64-bit x86 or ARM machine")
	}
	return t.made.Complete(p)
}

// anyReceiver returns a method's function with the type of its first
// parameter, a pointer, replaced by *byte: calls don't tell pointers apart.
func anyReceiver(f reflect.Value) any {
	in, out := []reflect.Type{reflect.TypeFor[*byte]()}, []reflect.Type{}
	for i := 1; i < f.Type().NumIn(); i++ {
		in = append(in, f.Type().In(i))
	}
	for i := range f.Type().NumOut() {
		out = append(out, f.Type().Out(i))
	}
	held := reflect.New(f.Type())
	held.Elem().Set(f)
	return reflect.NewAt(reflect.FuncOf(in, out, false), held.UnsafePointer()).Elem().Interface()
}
