package check

import (
	"go/ast"
	"go/constant"
	"go/types"
	"math"
	"slices"
)

// lastExpr is the expression that the cell's statements end with, nil for
// none.
func (b *builder) lastExpr() ast.Expr {
	if len(b.body) == 0 {
		return nil
	}
	if last, ok := b.body[len(b.body)-1].(*ast.ExprStmt); ok {
		return last.X
	}
	return nil
}

// result is the last expression if its value is the cell's result.
func (b *builder) result() ast.Expr {
	x := b.lastExpr()
	if x == nil || b.cell.Muted {
		return nil
	}
	tv := b.ch.Info.Types[x]
	if !tv.IsValue() && !isTuple(tv.Type) || b.prints(x) || isHandle(tv.Type) {
		return nil
	}
	basic, ok := tv.Type.(*types.Basic)
	if !ok || basic.Info()&types.IsUntyped == 0 {
		return x
	}
	switch def := types.Default(basic); {
	case basic.Kind() == types.UntypedNil:
		b.errorf(x.Pos(), "use of untyped nil: it has no value to show")
	case tv.Value != nil && overflows(tv.Value, def):
		b.errorf(x.Pos(), "cannot use %s (%s constant %s) as %s value in result (overflows)", types.ExprString(x), basic, tv.Value, def)
	}
	return x
}

func isTuple(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && tuple.Len() > 0
}

// isHandle recognises what display.Show returns: it has shown something, and
// is itself nothing to see.
func isHandle(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	named, ok := types.Unalias(p.Elem()).(*types.Named)
	return ok && named.Obj().Name() == "Handle" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "gopost/display"
}

// overflows says whether a constant does not fit the default type it gets.
func overflows(v constant.Value, t types.Type) bool {
	switch t.(*types.Basic).Kind() {
	case types.Int:
		_, exact := constant.Int64Val(v)
		return !exact
	case types.Rune:
		n, exact := constant.Int64Val(v)
		return !exact || int64(rune(n)) != n
	case types.Float64:
		return isInf(v)
	case types.Complex128:
		return isInf(constant.Real(v)) || isInf(constant.Imag(v))
	}
	return false
}

// isInf says whether a constant is beyond float64's range.
func isInf(v constant.Value) bool {
	f, _ := constant.Float64Val(constant.ToFloat(v))
	return math.IsInf(f, 0)
}

// prints says whether an expression is a call of one of fmt's printing
// functions, whose results nobody wants to see.
func (b *builder) prints(x ast.Expr) bool {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return false
	}
	name := ast.Unparen(call.Fun)
	if sel, ok := name.(*ast.SelectorExpr); ok {
		name = sel.Sel
	}
	id, ok := name.(*ast.Ident)
	if !ok {
		return false
	}
	fn, ok := b.ch.Info.Uses[id].(*types.Func)
	printing := []string{"Print", "Println", "Printf", "Fprint", "Fprintln", "Fprintf"}
	return ok && fn.Pkg() != nil && fn.Pkg().Path() == "fmt" && fn.Signature().Recv() == nil && slices.Contains(printing, fn.Name())
}
