package check

import (
	"go/ast"
	"go/types"
)

// A hoisted variable is visible in the whole file, also before its statement:
//
//	x := x + 1             // the new x is the sum of the session's x and 1
//	func f() int { return x }
//
// Go's scope for x starts after its statement. So where a statement mentions a
// hoisted variable before that, the identifier gets another name and the cell
// is checked again: under that name stands the session's object, or, if there
// is none, nothing, which is the error that Go gives for a use before the
// definition.

// findAliases finds such identifiers, renames them and makes the stand-ins. It
// reports whether there are any.
func (b *builder) findAliases() bool {
	if len(b.ch.Hoisted) == 0 || b.isProgram() {
		return false
	}
	starts := map[types.Object]ast.Node{} // where the scope of a variable starts
	for _, spec := range b.ch.Hoisted {
		for _, id := range spec.Names {
			if obj := b.ch.Info.Defs[id]; obj != nil && !b.temps[id] {
				starts[obj] = spec
			}
		}
	}
	b.aliases, b.aliasPackages = map[*ast.Ident]types.Object{}, map[string]string{}
	visit := func(n ast.Node) {
		mentions(n, func(id *ast.Ident) {
			spec := starts[b.ch.Info.Uses[id]]
			if spec == nil || id.Pos() >= spec.End() {
				return
			}
			old := b.s.names[id.Name]
			path := b.packagePath(id.Name, old)
			id.Name += joint
			if path != "" {
				b.aliasPackages[id.Name] = path
			}
			b.aliases[id] = b.standIn(old, id.Name)
		})
	}
	for _, stmt := range b.body {
		visit(stmt)
	}
	for _, spec := range b.ch.Hoisted {
		for _, v := range spec.Values {
			visit(v)
		}
		if spec.Type != nil {
			visit(spec.Type)
		}
	}
	return len(b.aliases) > 0
}

// packagePath is the import path of the package that a name means where no
// variable hides it, "" for none; obj is the session's object of the name.
func (b *builder) packagePath(name string, obj types.Object) string {
	switch obj := obj.(type) {
	case nil:
		return b.s.packageNamed(name)
	case *types.PkgName:
		return obj.Imported().Path()
	}
	return ""
}

// standIn is a copy of a session object under another name.
func (b *builder) standIn(obj types.Object, name string) types.Object {
	switch obj := obj.(type) {
	case *types.Var:
		return types.NewVar(obj.Pos(), obj.Pkg(), name, obj.Type())
	case *types.Const:
		return types.NewConst(obj.Pos(), obj.Pkg(), name, obj.Type(), obj.Val())
	case *types.Func:
		return types.NewFunc(obj.Pos(), obj.Pkg(), name, obj.Signature())
	case *types.TypeName:
		return types.NewTypeName(obj.Pos(), obj.Pkg(), name, obj.Type())
	}
	return nil
}

// restoreAliases gives the identifiers their names and the session's objects
// back. A package stays imported under the other name, for a file can't have
// both.
func (b *builder) restoreAliases() {
	for id := range b.aliases {
		if _, ok := b.ch.Info.Uses[id].(*types.PkgName); ok {
			continue
		}
		id.Name = id.Name[:len(id.Name)-len(joint)]
		if old := b.s.names[id.Name]; old != nil && b.ch.Info.Uses[id] != nil {
			b.ch.Info.Uses[id] = old
		}
	}
}
