package check

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"
)

// defs are the objects that the cell adds to the session, in source order.
func (b *builder) defs(info *types.Info) []types.Object {
	var objs []types.Object
	add := func(id *ast.Ident) {
		if obj := info.Defs[id]; obj != nil && id.Name != "_" {
			objs = append(objs, obj)
		}
	}
	for _, id := range b.decls {
		add(id)
	}
	for _, id := range b.outer {
		if id != b.decls[id.Name] {
			add(id)
		}
	}
	slices.SortFunc(objs, func(a, b types.Object) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return objs
}

// orderProgram puts the placeholders of a program into the order in which Go
// initialises the variables of a package: those without an initial value
// first, the others by their dependencies.
func (b *builder) orderProgram() {
	if !b.isProgram() || len(b.body) == 0 {
		return
	}
	rank := map[types.Object]int{}
	for i, init := range b.ch.Info.InitOrder {
		for _, v := range init.Lhs {
			rank[v] = i + 1
		}
	}
	at := func(stmt ast.Stmt) int {
		mark, ok := stmt.(*ast.EmptyStmt)
		if !ok {
			return 0
		}
		spec := b.ch.Hoisted[mark]
		if spec == nil || len(spec.Values) == 0 {
			return 0
		}
		return rank[b.ch.Info.Defs[spec.Names[0]]]
	}
	slices.SortStableFunc(b.ch.Body.Body.List, func(x, y ast.Stmt) int { return cmp.Compare(at(x), at(y)) })
}

// docComments are the comments of the functions, types, constants and
// variables that a cell declares.
func docComments(ch *Checked) map[types.Object]string {
	docs := map[types.Object]string{}
	add := func(id *ast.Ident, groups ...*ast.CommentGroup) {
		obj := ch.Info.Defs[id]
		for _, g := range groups {
			if text := g.Text(); obj != nil && text != "" {
				docs[obj] = text
				return
			}
		}
	}
	genDecl := func(d *ast.GenDecl) {
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				add(spec.Name, spec.Doc, d.Doc, spec.Comment)
			case *ast.ValueSpec:
				for _, id := range spec.Names {
					add(id, spec.Doc, d.Doc, spec.Comment)
				}
			}
		}
	}
	for _, d := range ch.File.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if m := ch.LateMethods[d]; m != nil {
				if text := d.Doc.Text(); text != "" {
					docs[m] = text
				}
				continue
			}
			add(d.Name, d.Doc)
		case *ast.GenDecl:
			genDecl(d)
		}
	}
	if ch.Body != nil {
		for _, stmt := range ch.Body.Body.List {
			if d, ok := stmt.(*ast.DeclStmt); ok {
				genDecl(d.Decl.(*ast.GenDecl))
			}
		}
	}
	return docs
}
