package own

import (
	"go/ast"
	"go/token"
	"go/types"
)

// node follows one node of the control-flow graph: a statement without others
// in it, a variable declaration, or a condition.
func (f *flow) node(st *state, n ast.Node) {
	switch n := n.(type) {
	case ast.Expr:
		if !f.targets[n] {
			f.expr(st, n)
		}
	case *ast.ExprStmt:
		f.expr(st, n.X)
	case *ast.AssignStmt:
		f.assign(st, n)
	case *ast.ValueSpec:
		f.values(st, n)
	case *ast.IncDecStmt:
		f.expr(st, n.X)
	case *ast.SendStmt:
		f.expr(st, n.Chan)
		f.expr(st, n.Value)
	case *ast.GoStmt:
		f.spawn(st, n.Call)
	case *ast.DeferStmt:
		f.deferStmt(st, n)
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			f.expr(st, e)
		}
	}
}

func (f *flow) values(st *state, spec *ast.ValueSpec) {
	for i, v := range spec.Values {
		if len(spec.Names) == len(spec.Values) && spec.Names[i].Name == "_" {
			f.discard(st, v)
		} else {
			f.expr(st, v)
			f.copied(v)
		}
	}
	for i, id := range spec.Names {
		if at, ok := f.placeOf(id); ok {
			f.set(st, at)
			if len(spec.Names) == len(spec.Values) {
				f.alias(st, at, spec.Values[i])
			}
		}
	}
}

func (f *flow) assign(st *state, a *ast.AssignStmt) {
	paired := len(a.Lhs) == len(a.Rhs)
	for i, v := range a.Rhs {
		if id, ok := a.Lhs[min(i, len(a.Lhs)-1)].(*ast.Ident); ok && paired && id.Name == "_" {
			f.discard(st, v)
			continue
		}
		f.expr(st, v)
		f.copied(v)
	}
	for _, obj := range f.switched[a] {
		st.give(place{root: obj})
	}
	for _, target := range a.Lhs {
		if a.Tok != token.ASSIGN && a.Tok != token.DEFINE { // s += t
			f.expr(st, target)
		}
		f.assignTo(st, target)
	}
	if paired && (a.Tok == token.DEFINE || a.Tok == token.ASSIGN && len(a.Lhs) == 1) {
		for i, target := range a.Lhs {
			if at, ok := f.placeOf(target); ok {
				f.alias(st, at, a.Rhs[i])
			}
		}
	}
}

// discard follows the right side of _ = x, which is no use of x.
func (f *flow) discard(st *state, e ast.Expr) {
	if _, ok := f.placeOf(e); !ok {
		f.expr(st, e)
	}
}

// assignTo follows the left side of an assignment. A field can only be set in a
// value that is there.
func (f *flow) assignTo(st *state, target ast.Expr) {
	target = ast.Unparen(target)
	if id, ok := target.(*ast.Ident); ok && id.Name == "_" {
		return
	}
	at, ok := f.placeOf(target)
	if !ok {
		f.expr(st, target) // an element, or what a pointer points to
		return
	}
	if sel, ok := target.(*ast.SelectorExpr); ok {
		if base, ok := f.placeOf(sel.X); ok {
			f.useWhole(st, base)
		}
	}
	f.set(st, at)
}

// set gives a place a new value.
func (f *flow) set(st *state, at placed) {
	st.give(at.place)
	if f.shares(at.root) {
		st.set[at.place] = true
	}
}

// shares says whether the function has a variable in common with its caller.
func (f *flow) shares(obj types.Object) bool {
	_, isParam := f.params[obj]
	return isParam || f.outside(obj)
}

// alias notes that two variables share memory after an assignment.
func (f *flow) alias(st *state, to placed, from ast.Expr) {
	switch to.typ.Underlying().(type) {
	case *types.Slice, *types.Map, *types.Pointer:
	default:
		return
	}
	if isShared(to.typ) {
		return
	}
	from = ast.Unparen(from)
	if s, ok := from.(*ast.SliceExpr); ok {
		from = s.X
	}
	if u, ok := from.(*ast.UnaryExpr); ok && u.Op == token.AND {
		from = u.X
	}
	at, ok := f.placeOf(from)
	if ok && moves(at.typ) && !to.holds(at.place) && !at.holds(to.place) {
		st.aliases[[2]place{to.place, at.place}] = true
	}
}
