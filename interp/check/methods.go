package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// lateMethod is a method declared on a type of an earlier cell.
type lateMethod struct {
	source *ast.FuncDecl // as the cell has it
	decl   *ast.FuncDecl // the function it becomes
	sig    *ast.FuncDecl // the same without its body, to learn the signature
	named  *types.Named  // a generic type itself, never an instance
	edit   *methodEdit   // nil until the signature is known
}

// isGeneric says whether the method is left a method: go/types knows best what
// a receiver's type parameters are.
func (l *lateMethod) isGeneric() bool { return l.decl == l.source }

// joint stands in names that we make: a letter to Go, so that the names are
// identifiers, and one that nobody writes.
const joint = "ˑ"

// lateMethod takes over a method whose receiver's type is of an earlier cell.
// It reports false for other methods, which go/types handles.
func (b *builder) lateMethod(d *ast.FuncDecl) bool {
	if len(d.Recv.List) != 1 || len(d.Recv.List[0].Names) > 1 {
		return false
	}
	recv := d.Recv.List[0]
	base := ast.Unparen(recv.Type)
	if star, ok := base.(*ast.StarExpr); ok {
		base = ast.Unparen(star.X)
	}
	generic := false
	switch x := base.(type) {
	case *ast.IndexExpr:
		base, generic = x.X, true
	case *ast.IndexListExpr:
		base, generic = x.X, true
	}
	id, ok := base.(*ast.Ident)
	if !ok {
		return false
	}
	id = b.behindAliases(id)
	if b.decls[id.Name] != nil {
		return false
	}
	obj, ok := b.s.names[id.Name].(*types.TypeName)
	if !ok {
		return false
	}
	named, ok := types.Unalias(obj.Type()).(*types.Named)
	if !ok || !isMain(named.Obj()) {
		return false
	}
	generic = generic || named.TypeParams().Len() > 0
	named = named.Origin()
	for _, l := range b.late {
		if l.named == named && l.source.Name.Name == d.Name.Name {
			b.errorf(d.Name.Pos(), "method %s.%s already declared at %s", id.Name, d.Name.Name, b.fset.Position(l.source.Name.Pos()))
			return true
		}
	}
	if generic {
		sig := *d
		sig.Name, sig.Body = &ast.Ident{NamePos: d.Name.NamePos, Name: d.Name.Name}, endless(d.Pos())
		b.late = append(b.late, &lateMethod{source: d, named: named, decl: d, sig: &sig})
		b.funcs = append(b.funcs, d)
		return true
	}
	typ := withReceiver(d.Type, recv)
	name := id.Name + joint + d.Name.Name
	l := &lateMethod{
		source: d,
		named:  named,
		decl:   &ast.FuncDecl{Doc: d.Doc, Name: &ast.Ident{NamePos: d.Name.NamePos, Name: name}, Type: typ, Body: d.Body},
		sig:    &ast.FuncDecl{Name: &ast.Ident{NamePos: d.Name.NamePos, Name: name + joint}, Type: typ, Body: endless(d.Pos())},
	}
	b.late = append(b.late, l)
	b.funcs = append(b.funcs, l.decl)
	return true
}

// behindAliases is what a name stands for that the cell itself declares as an
// alias of another: go/types would not find the other's type.
func (b *builder) behindAliases(id *ast.Ident) *ast.Ident {
	specs := map[*ast.Ident]*ast.TypeSpec{}
	for _, d := range b.types {
		for _, spec := range d.(*ast.GenDecl).Specs {
			if spec, ok := spec.(*ast.TypeSpec); ok && spec.Assign.IsValid() && spec.TypeParams == nil {
				specs[spec.Name] = spec
			}
		}
	}
	for range specs { // aliases may go in a circle
		spec := specs[b.decls[id.Name]]
		if spec == nil {
			break
		}
		base := ast.Unparen(spec.Type)
		if star, ok := base.(*ast.StarExpr); ok {
			base = ast.Unparen(star.X)
		}
		next, ok := base.(*ast.Ident)
		if !ok {
			break
		}
		id = next
	}
	return id
}

// withReceiver is a function type with the receiver as first parameter. Where
// Go wants either all parameters named or none, the others are named _.
func withReceiver(t *ast.FuncType, recv *ast.Field) *ast.FuncType {
	blank := func(f *ast.Field) *ast.Field {
		if len(f.Names) > 0 {
			return f
		}
		g := *f
		g.Names = []*ast.Ident{{NamePos: f.Type.Pos(), Name: "_"}}
		return &g
	}
	params := &ast.FieldList{Opening: t.Params.Opening, List: []*ast.Field{blank(recv)}, Closing: t.Params.Closing}
	for _, f := range t.Params.List {
		params.List = append(params.List, blank(f))
	}
	return &ast.FuncType{Func: t.Func, TypeParams: t.TypeParams, Params: params, Results: t.Results}
}

// endless is a body that is right for every signature.
func endless(pos token.Pos) *ast.BlockStmt {
	return &ast.BlockStmt{Lbrace: pos, Rbrace: pos, List: []ast.Stmt{
		&ast.ForStmt{For: pos, Body: &ast.BlockStmt{Lbrace: pos, Rbrace: pos}},
	}}
}

// checkLate checks a cell with late methods in two steps: first the types and
// the methods' signatures, then, with the methods added, what may call them.
func (b *builder) checkLate(checker *types.Checker) {
	whole := b.ch.File
	first, second := *whole, *whole
	first.Decls, second.Decls = nil, nil
	for _, d := range whole.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			first.Decls = append(first.Decls, d)
			second.Decls = append(second.Decls, d)
		} else if slices.Contains(b.types, d) {
			first.Decls = append(first.Decls, d)
		} else {
			second.Decls = append(second.Decls, d)
		}
	}
	for _, l := range b.late {
		first.Decls = append(first.Decls, l.sig)
	}
	_ = checker.Files([]*ast.File{&first}) // errors come through Config.Error
	if !b.tolerant {
		b.s.instances.record(b.ch.Info)
	}
	for _, l := range b.late {
		b.addMethod(l)
	}
	if !b.tolerant {
		b.s.instances.after(b.s.pending)
	}
	_ = checker.Files([]*ast.File{&second})
}

// addMethod adds a late method to its type, once its signature is known.
func (b *builder) addMethod(l *lateMethod) {
	fn, ok := b.ch.Info.Defs[l.sig.Name].(*types.Func)
	if !ok || b.tolerant {
		return
	}
	name, pos := l.source.Name.Name, l.source.Name.Pos()
	if l.isGeneric() && (!l.isOn(fn.Signature().Recv().Type()) || fn.Signature().RecvTypeParams().Len() != l.named.TypeParams().Len()) {
		return // go/types has said what is wrong with the receiver
	}
	switch u := l.named.Underlying().(type) {
	case *types.Pointer, *types.Interface:
		if l.isGeneric() {
			return
		}
		b.errorf(l.source.Recv.List[0].Type.Pos(), "invalid receiver type %s (pointer or interface type)", l.named.Obj().Name())
		return
	case *types.Struct:
		for f := range u.Fields() {
			if f.Name() == name {
				b.errorf(pos, "field and method with the same name %s\n\t%s: other declaration of %s", name, b.fset.Position(f.Pos()), name)
				return
			}
		}
	}
	if l.edit == nil {
		l.edit = newMethodEdit(l.named, name)
		b.s.pending = append(b.s.pending, l.edit)
	}
	l.edit.new = *types.NewFunc(pos, b.pkg, name, asMethod(fn.Signature(), b.pkg))
	l.edit.apply()
}

// methodEdit is a method that a cell adds to a type of the session, or
// replaces there. go/types can't remove a method; so one that is taken back
// gets a name that no program can mention, and is used again when the learner
// has mended the cell.
type methodEdit struct {
	named    *types.Named
	method   *types.Func // nil until first applied, if the type has none to use
	old, new types.Func
}

// takenBack ends the names of methods that were taken back. It is no letter.
const takenBack = "·"

func newMethodEdit(named *types.Named, name string) *methodEdit {
	e := &methodEdit{named: named}
	for m := range named.Methods() {
		if m.Name() == name {
			e.method, e.old = m, *m
			return e
		}
	}
	for m := range named.Methods() {
		if m.Name() == name+takenBack {
			e.method, e.old = m, *m
		}
	}
	return e
}

// apply puts the new method in place.
func (e *methodEdit) apply() {
	if e.method != nil {
		*e.method = e.new
		return
	}
	m := e.new
	e.method = &m
	e.named.AddMethod(e.method)
	e.old = *types.NewFunc(m.Pos(), m.Pkg(), m.Name()+takenBack, m.Signature())
}

// undo puts the old method, or none, in place.
func (e *methodEdit) undo() {
	if e.method != nil {
		*e.method = e.old
	}
}

// isGeneric says whether the edited type has instances.
func (e *methodEdit) isGeneric() bool { return e.named.TypeParams().Len() > 0 }
