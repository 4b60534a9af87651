package own

import (
	"go/ast"
	"go/types"
	"strings"
)

// place is a variable, or a field in a variable: what can be moved by itself.
type place struct {
	root   types.Object
	fields string // ".name.first", "" for the whole variable
}

// String is the place as the learner writes it.
func (p place) String() string { return p.root.Name() + p.fields }

// holds says whether q is p or lies in it.
func (p place) holds(q place) bool {
	return p.root == q.root && strings.HasPrefix(q.fields, p.fields) &&
		(len(q.fields) == len(p.fields) || q.fields[len(p.fields)] == '.')
}

// placed is a place with the node that names it there.
type placed struct {
	place
	node ast.Expr
	typ  types.Type
	// behind says that a pointer lies on the way to the place.
	behind bool
}

// placeOf finds the place that an expression names.
func (p *pass) placeOf(e ast.Expr) (placed, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := p.object(e).(*types.Var)
		if !ok || v.IsField() || !p.tracks(v) {
			return placed{}, false
		}
		return placed{place: place{root: v}, node: e, typ: v.Type()}, true
	case *ast.SelectorExpr:
		sel := p.info.Selections[e]
		if sel == nil || sel.Kind() != types.FieldVal {
			return placed{}, false
		}
		base, ok := p.placeOf(e.X)
		if !ok {
			return placed{}, false
		}
		return base.field(sel.Index(), e), true
	}
	return placed{}, false
}

// field is the place of a field, through the embedded ones on the way.
func (b placed) field(path []int, node ast.Expr) placed {
	b.node = node
	for _, i := range path {
		if ptr, ok := b.typ.Underlying().(*types.Pointer); ok {
			b.behind = true
			b.typ = ptr.Elem()
		}
		s, ok := b.typ.Underlying().(*types.Struct)
		if !ok || i >= s.NumFields() {
			break
		}
		b.fields += "." + s.Field(i).Name()
		b.typ = s.Field(i).Type()
	}
	return b
}

// whole is the place up to the first pointer on the way: what a closure
// captures when it mentions the place.
func (p *pass) whole(e ast.Expr) (placed, bool) {
	at, ok := p.placeOf(e)
	if !ok || !at.behind {
		return at, ok
	}
	if sel, isSel := ast.Unparen(e).(*ast.SelectorExpr); isSel {
		return p.whole(sel.X)
	}
	return at, ok
}

// object is what an identifier means.
func (p *pass) object(id *ast.Ident) types.Object {
	if obj := p.info.Uses[id]; obj != nil {
		return obj
	}
	return p.info.Defs[id]
}

// tracks says whether a variable is one of the program under check: not one of
// an imported package.
func (p *pass) tracks(v *types.Var) bool { return v.Pkg() == p.pkg && v.Name() != "_" }

// isGlobal says whether a variable stands at package level.
func isGlobal(v types.Object) bool {
	return v.Parent() != nil && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}
