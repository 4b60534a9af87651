package own

import (
	"go/ast"
	"go/types"
)

// expr follows the evaluation of an expression.
func (f *flow) expr(st *state, e ast.Expr) {
	if e == nil || f.info.Types[e].IsType() {
		return
	}
	switch e := e.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		f.operand(st, e)
	case *ast.CallExpr:
		f.call(st, e)
	case *ast.FuncLit:
		f.closure(st, e, false)
	case *ast.ParenExpr:
		f.expr(st, e.X)
	case *ast.StarExpr:
		f.expr(st, e.X)
	case *ast.UnaryExpr:
		f.expr(st, e.X)
	case *ast.BinaryExpr:
		f.expr(st, e.X)
		f.expr(st, e.Y)
	case *ast.IndexExpr:
		f.expr(st, e.X)
		f.expr(st, e.Index)
	case *ast.IndexListExpr:
		f.expr(st, e.X)
	case *ast.SliceExpr:
		for _, x := range []ast.Expr{e.X, e.Low, e.High, e.Max} {
			f.expr(st, x)
		}
	case *ast.TypeAssertExpr:
		f.expr(st, e.X)
	case *ast.KeyValueExpr:
		f.expr(st, e.Key)
		f.expr(st, e.Value)
	case *ast.CompositeLit:
		for _, part := range elements(f.info, e) {
			f.expr(st, part)
		}
	}
}

// elements are the expressions that a composite literal evaluates: all but the
// names of fields.
func elements(info *types.Info, lit *ast.CompositeLit) []ast.Expr {
	var list []ast.Expr
	t := info.TypeOf(lit)
	_, isMap := t.Underlying().(*types.Map)
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		switch {
		case !ok:
			list = append(list, e)
		case isMap:
			list = append(list, kv.Key, kv.Value)
		default:
			list = append(list, kv.Value)
		}
	}
	return list
}

// operand follows the use of a variable, a field or a method value.
func (f *flow) operand(st *state, e ast.Expr) {
	if at, ok := f.placeOf(e); ok {
		f.use(st, at, false)
		return
	}
	if sel, ok := e.(*ast.SelectorExpr); ok {
		f.expr(st, sel.X)
	}
}

// use checks that a place has a value where the program reads it. drop says
// that the reader is Drop, which does nothing to a dropped handle.
func (f *flow) use(st *state, at placed, drop bool) {
	q, m := st.find(at)
	if m == nil {
		f.noteUse(st, at, drop)
		return
	}
	if drop && m.drops {
		return
	}
	f.found(q, m, usage{node: at.node, place: at.place, deferred: f.deferring})
}

// useWhole is use of a place of which a part may be missing, for a part is
// about to be set.
func (f *flow) useWhole(st *state, at placed) {
	q, m := st.holder(at.place)
	if m == nil || m.alias != nil {
		f.noteUse(st, at, false)
		return
	}
	f.found(q, m, usage{node: at.node, place: at.place, deferred: f.deferring})
}

// noteUse puts the use of an outside variable into the summary, unless it was
// given a value before.
func (f *flow) noteUse(st *state, at placed, drop bool) {
	if !f.report || !f.outside(at.root) || !moves(at.typ) {
		return
	}
	for q := range st.set {
		if q.holds(at.place) {
			return
		}
	}
	for i, u := range f.sum.uses {
		if u.place == at.place {
			f.sum.uses[i].drop = u.drop && drop
			return
		}
	}
	f.sum.uses = append(f.sum.uses, outsideUse{at, drop})
}

// take moves a place.
func (f *flow) take(st *state, m *move) {
	p := m.from.place
	if i, ok := f.params[p.root]; ok && f.report && !f.isSet(st, p) {
		f.sum.params = append(f.sum.params, paramMove{i, p.fields, m})
	}
	st.take(p, m)
}

func (f *flow) isSet(st *state, p place) bool {
	for q := range st.set {
		if q.holds(p) {
			return true
		}
	}
	return false
}
