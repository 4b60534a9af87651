package own

import (
	"go/ast"
	"go/types"
	"slices"
)

// closure follows the evaluation of a function literal that is not called here:
// it needs what it reads. passed says that it is an argument of a call; a
// stored one may be called after its variables were given new values.
func (f *flow) closure(st *state, lit *ast.FuncLit, passed bool) {
	s := f.litSummary(lit)
	for _, u := range s.uses {
		q, m := st.find(u.placed)
		if m == nil {
			f.noteUse(st, u.placed, u.drop)
			continue
		}
		if m.alias == nil && (passed || f.assigned[u.root] == 0) {
			f.found(q, m, usage{node: lit, inner: u.node, place: u.place, deferred: f.deferring})
		}
	}
}

// spawn follows a call that runs in a new goroutine. When it touches a channel
// handle, what it captures and what it is passed moves.
func (f *flow) spawn(st *state, call *ast.CallExpr) {
	caps, s, node := f.spawned(call)
	touches := touchesHandle(caps)
	_, sel := f.calledMethod(call)
	if sel != nil {
		f.expr(st, sel.X)
		touches = touches || f.exprTouchesHandle(sel.X)
	} else if node == call.Fun {
		f.expr(st, call.Fun)
	}
	for _, arg := range call.Args {
		f.expr(st, arg)
		touches = touches || f.exprTouchesHandle(arg)
	}
	f.checkUses(st, s, effect{node: node})
	for _, m := range s.moves {
		if touches && slices.ContainsFunc(caps, func(c placed) bool { return c.holds(m.from.place) }) {
			continue // it moves with what holds it, below
		}
		c := *m
		c.how, c.node, c.inner, c.drops = spawned, node, m.node, false
		f.take(st, &c)
	}
	if !touches {
		f.arguments(st, s, call)
		return
	}
	guarded := capturesLock(caps)
	for _, c := range f.owned(caps) {
		if guarded && !holdsHandle(c.typ) && !s.gives(c.place) {
			continue // used by several goroutines, in turn
		}
		f.take(st, &move{how: spawned, from: c, node: node, inner: c.node})
	}
	operands := call.Args
	if sel != nil {
		operands = append([]ast.Expr{sel.X}, operands...)
	}
	for _, arg := range operands {
		for _, p := range f.owned(f.parts(arg)) {
			f.giveAway(st, &move{how: spawned, from: p, node: p.node})
		}
	}
}

// spawned says what a goroutine's function captures and does, and what a
// finding about it points at.
func (f *flow) spawned(call *ast.CallExpr) (caps []placed, s *summary, node ast.Node) {
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		return f.captures(lit), f.litSummary(lit), lit
	}
	switch callee := f.callee(call).(type) {
	case *types.Func:
		if callee.Pkg() == f.pkg {
			return nil, f.funcSummary(callee), call.Fun
		}
	case *types.Var:
		if lit := f.closures[callee]; lit != nil {
			return f.captures(lit), f.litSummary(lit), call.Fun
		}
		if s := f.binding(callee); s != nil {
			for _, u := range s.uses {
				caps = append(caps, u.placed)
			}
			return caps, s, call.Fun
		}
	}
	return nil, &summary{}, call.Fun
}

// deferStmt follows a defer statement: its operands are read now.
func (f *flow) deferStmt(st *state, d *ast.DeferStmt) {
	fun := ast.Unparen(d.Call.Fun)
	if fn, sel := f.calledMethod(d.Call); fn != nil && isChannelMethod(fn) && fn.Name() == "Drop" {
		if at, ok := f.handle(sel); ok {
			f.deferring = true
			f.use(st, at, true)
			f.deferring = false
		} else {
			f.expr(st, sel.X)
		}
	} else if _, ok := fun.(*ast.FuncLit); !ok {
		f.expr(st, d.Call.Fun)
	}
	f.exprs(st, d.Call.Args)
	st.deferred(d)
}

// runDefers runs what was deferred, last in first out.
func (f *flow) runDefers(st *state) {
	f.deferring = true
	defer func() { f.deferring = false }()
	for i := len(st.defers) - 1; i >= 0; i-- {
		call := st.defers[i].Call
		fn, sel := f.calledMethod(call)
		if fn == nil || !isChannelMethod(fn) {
			f.effects(st, call)
			continue
		}
		if at, ok := f.handle(sel); ok && fn.Name() == "Drop" {
			f.use(st, at, true)
		}
		f.channelEffects(st, call, fn, sel)
	}
}
