package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// inOrder gives the values of a list names, and computes them in the order of
// Go's compiler: the specification orders calls and receptions among each
// other, but not whether x is read before or after f in x, f(&x). The compiler
// reads it after.
func (g *fn) inOrder(b *block, list []ast.Expr, typ func(i int) types.Type) []string {
	names := make([]string, len(list))
	for _, calls := range []bool{true, false} {
		for i, e := range list {
			if g.calls(e) == calls {
				names[i] = g.temp("v")
				b.add("var %s %s = %s", names[i], g.typ(typ(i)), g.exprTo(e, typ(i)))
			}
		}
	}
	return names
}

// ordered says whether it matters that inOrder computes a list: a call follows
// something that is computed without one.
func (g *fn) ordered(list []ast.Expr) bool {
	computed := false
	for _, e := range list {
		if g.calls(e) {
			if computed {
				return true
			}
			continue
		}
		switch ast.Unparen(e).(type) {
		case *ast.Ident, *ast.BasicLit, *ast.FuncLit: // read when they are used
		default:
			computed = computed || g.info.Types[e].Value == nil
		}
	}
	return false
}

// calls says whether an expression calls a function or receives from a channel.
func (g *fn) calls(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.CallExpr:
			tv := g.info.Types[ast.Unparen(n.Fun)]
			called := !tv.IsType()
			if tv.IsBuiltin() { // some are computed on the spot
				called = slices.Contains([]string{"append", "copy", "recover"}, nameOf(n.Fun).Name)
			}
			found = found || called && g.info.Types[n].Value == nil
		}
		return !found
	})
	return found
}
