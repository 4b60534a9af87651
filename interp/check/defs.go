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
