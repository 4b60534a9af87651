package check

import (
	"go/types"
	"strings"
)

// description is what is said about an object.
type description struct {
	head       string   // the declaration
	shape      string   // the declaration of a value's type
	members    []string // of a type, or of a value's type; the names of a package
	doc        string   // the doc comment, as in the source
	path, name string   // for std.Comments, if doc is empty
	link       string
	source     string // the declaration's text, of what a cell declares
}

// describeObject describes an object; recv is the type of the value that a
// method or field was selected from, nil for none.
func (b *builder) describeObject(obj types.Object, recv types.Type) description {
	d := description{head: signature(obj, b.pkg)}
	note := b.noteOf(obj)
	d.doc, d.source = note.doc, note.source
	switch obj := obj.(type) {
	case *types.PkgName:
		d.path = obj.Imported().Path()
		for _, name := range exported(obj.Imported().Scope()) {
			d.members = append(d.members, signature(obj.Imported().Scope().Lookup(name), b.pkg))
		}
		return d
	case *types.Label:
		return b.describeLabel(obj)
	case *types.Const:
		if obj.Pkg() != nil {
			d.head += valueOf(obj, b.pkg)
		}
	case *types.TypeName:
		b.describeType(obj, &d)
	case *types.Var:
		if obj.IsField() {
			b.describeField(obj, recv, &d)
			return d
		}
		b.describeVar(obj, &d)
	}
	d.place(obj, b.pkg)
	return d
}

// place says where the comment of an object that no cell declares can be
// found.
func (d *description) place(obj types.Object, from *types.Package) {
	switch name := pathName(obj); {
	case d.doc != "" || d.path != "":
	case obj.Pkg() == nil:
		t, _ := builtinTerm(name)
		d.doc, d.link = t.doc, t.link
	case obj.Pkg().Path() != from.Path():
		d.path, d.name = obj.Pkg().Path(), name
	}
}

// pathName is what std.Comments calls an object: Type.Method for a method.
func pathName(obj types.Object) string {
	fn, ok := obj.(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return obj.Name()
	}
	if named := namedOf(fn.Signature().Recv().Type()); named != nil {
		return named.Obj().Name() + "." + fn.Name()
	}
	return fn.Name()
}

func (b *builder) describeType(obj *types.TypeName, d *description) {
	if obj.Pkg() == nil {
		t, _ := builtinTerm(obj.Name())
		d.head = t.head
		return
	}
	d.head = b.typeHead(obj)
	if _, param := obj.Type().(*types.TypeParam); param || !types.IsInterface(obj.Type()) {
		d.members = b.methodLines(obj.Type())
	}
}

// describeVar adds what the variable's type is, and the type's comment where
// the variable has none.
func (b *builder) describeVar(obj *types.Var, d *description) {
	d.members = b.methodLines(obj.Type())
	named := namedOf(obj.Type())
	if named == nil || named.Obj().Pkg() == nil {
		return
	}
	if kindOfType(named) == "struct" {
		if shape := b.typeHead(named.Origin().Obj()); strings.Contains(shape, "\n") && !strings.HasPrefix(shape[strings.Index(shape, "\n"):], "\n\t//") {
			d.shape = shape
		}
	}
	if d.doc == "" && (obj.Pkg() == nil || obj.Pkg().Path() == b.pkg.Path()) {
		d.doc = b.noteOf(named.Origin().Obj()).doc
		d.place(named.Obj(), b.pkg)
	}
}

// describeField says what a field belongs to.
func (b *builder) describeField(obj *types.Var, recv types.Type, d *description) {
	if recv == nil {
		return
	}
	owner := fieldOwner(recv, obj, b.pkg)
	if ptr, ok := types.Unalias(recv).(*types.Pointer); ok {
		recv = ptr.Elem()
	}
	d.head += " // field of " + types.TypeString(recv, short(b.pkg))
	if owner == nil || owner.Obj().Pkg() == nil {
		return
	}
	if owner != namedOf(recv) {
		d.head += ", from " + types.TypeString(owner, short(b.pkg))
	}
	if d.doc == "" && owner.Obj().Pkg().Path() != b.pkg.Path() {
		d.path, d.name = owner.Obj().Pkg().Path(), owner.Obj().Name()+"."+obj.Name()
	}
}

// fieldOwner is the named type that declares a field which was selected from a
// value of type t, nil for none.
func fieldOwner(t types.Type, field *types.Var, from *types.Package) *types.Named {
	_, index, _ := types.LookupFieldOrMethod(t, true, from, field.Name())
	for ; len(index) > 1; index = index[1:] {
		str, ok := literalType(t).(*types.Struct)
		if !ok || index[0] >= str.NumFields() {
			return nil
		}
		t = str.Field(index[0]).Type()
	}
	return namedOf(t)
}

// noteOf is what the cells say of an object, the one that is written included.
func (b *builder) noteOf(obj types.Object) note {
	switch o := obj.(type) {
	case *types.Func:
		obj = o.Origin()
	case *types.Var:
		obj = o.Origin()
	}
	if n, ok := b.s.notes[obj]; ok {
		return n
	}
	for _, l := range b.late {
		if fn, ok := obj.(*types.Func); ok && fn.Pos() == l.source.Name.Pos() {
			n := &noter{ch: b.ch}
			return note{l.source.Doc.Text(), n.text(l.source)}
		}
	}
	if b.written == nil {
		b.written = notesOf(b.ch)
	}
	return b.written[obj]
}
