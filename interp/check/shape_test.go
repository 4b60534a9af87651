package check_test

import (
	"go/ast"
	"go/token"
	"testing"

	"gopost/interp/check"
)

// checkShape checks what holds for every accepted cell.
func checkShape(t *testing.T, ch *check.Checked, at string) {
	t.Helper()
	marks := 0
	if ch.Body != nil {
		ast.Inspect(ch.Body, func(n ast.Node) bool {
			if mark, ok := n.(*ast.EmptyStmt); ok {
				if spec := ch.Hoisted[mark]; spec != nil {
					marks++
				}
			}
			return true
		})
	}
	if marks != len(ch.Hoisted) {
		t.Errorf("%s: %d placeholders in Body for %d hoisted declarations", at, marks, len(ch.Hoisted))
	}
	if ch.Result != nil {
		list := ch.Body.Body.List
		last, ok := list[len(list)-1].(*ast.ExprStmt)
		if !ok || last.X != ch.Result {
			t.Errorf("%s: the result is not the last statement of Body", at)
		}
	}
	if ch.Body != nil {
		for _, stmt := range ch.Body.Body.List {
			if x, ok := stmt.(*ast.ExprStmt); ok && x.X != ch.Result && !isStatement(ch, x.X) {
				t.Errorf("%s: the expression at %s can't stand as a statement", at, ch.Fset.Position(x.Pos()))
			}
		}
	}
	for _, d := range ch.File.Decls {
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && id.Name != "_" && ch.Info.Defs[id] == nil && ch.Info.Uses[id] == nil {
				if _, known := ch.Info.Defs[id]; !known && !isKey(ch, id) {
					t.Errorf("%s: %s at %s has no object", at, id.Name, ch.Fset.Position(id.Pos()))
				}
			}
			return true
		})
	}
	for fn, m := range ch.LateMethods {
		if generic := m.Signature().RecvTypeParams().Len() > 0; generic != (fn.Recv != nil) || m.Signature().Recv() == nil {
			t.Errorf("%s: late method %s is not a function with a receiver parameter, nor a method of a generic type", at, fn.Name.Name)
		}
		if ch.Info.Defs[fn.Name] == nil {
			t.Errorf("%s: late method %s has no object", at, fn.Name.Name)
		}
	}
}

// isKey says whether an identifier is one that go/types gives no object: the
// name of a type switch's variable.
func isKey(ch *check.Checked, id *ast.Ident) bool {
	_, known := ch.Info.Defs[id]
	return known
}

// isStatement says whether an expression is a call or a receive.
func isStatement(ch *check.Checked, x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.CallExpr:
		return !ch.Info.Types[x.Fun].IsType()
	case *ast.UnaryExpr:
		return x.Op == token.ARROW
	}
	return false
}
