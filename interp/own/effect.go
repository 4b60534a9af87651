package own

import (
	"go/ast"
	"go/types"
	"slices"
)

// effects does what a called function does to its caller's variables, once its
// operands are evaluated.
func (f *flow) effects(st *state, call *ast.CallExpr) {
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		s := f.litSummary(lit)
		f.apply(st, s, effect{inline: true})
		f.arguments(st, s, call)
		return
	}
	switch callee := f.callee(call).(type) {
	case *types.Func:
		if callee.Pkg() != f.pkg {
			if callsArguments(callee) {
				f.passed(st, call.Args)
			}
			return
		}
		s := f.funcSummary(callee)
		f.apply(st, s, effect{node: call.Fun, fn: callee})
		f.arguments(st, s, call)
	case *types.Var:
		f.noteCall(callee)
		if sel := f.methods[callee]; sel != nil {
			f.channelEffects(st, call, f.info.Selections[sel].Obj().(*types.Func), sel)
		}
		if s := f.binding(callee); s != nil {
			f.apply(st, s, effect{node: call.Fun, closure: callee})
			f.arguments(st, s, call)
		}
	}
}

// effect says how a function's summary is applied.
type effect struct {
	// node is what findings and moves point at.
	node ast.Node
	// inline says that they point into the function: it stands right there.
	inline bool
	// fn and closure are what was called, if it has a name.
	fn      types.Object
	closure types.Object
}

// apply checks what a called function uses, and then does what it does.
func (f *flow) apply(st *state, s *summary, e effect) {
	f.checkUses(st, s, e)
	f.outcome(st, s, e)
}

func (f *flow) checkUses(st *state, s *summary, e effect) {
	for _, u := range s.uses {
		q, m := st.find(u.placed)
		if m == nil {
			f.noteUse(st, u.placed, u.drop)
			continue
		}
		if u.drop && m.drops {
			continue
		}
		use := usage{node: u.node, place: u.place, deferred: f.deferring}
		if !e.inline {
			use.node, use.inner, use.fn = e.node, u.node, e.fn
			if e.closure != nil && m.closure == e.closure {
				use.closure = e.closure
			}
		}
		f.found(q, m, use)
	}
}

// outcome gives variables the values that a function gives them, and moves
// what it moves.
func (f *flow) outcome(st *state, s *summary, e effect) {
	for _, p := range s.sets {
		st.give(p)
		if f.shares(p.root) {
			st.set[p] = true
		}
	}
	for _, m := range s.moves {
		c := *m
		if !e.inline {
			c.node, c.inner, c.closure = e.node, m.node, e.closure
		}
		f.take(st, &c)
	}
}

// noteCall puts the call of a parameter into the summary.
func (f *flow) noteCall(obj types.Object) {
	if i, ok := f.params[obj]; ok && f.report && !slices.Contains(f.sum.calls, i) {
		f.sum.calls = append(f.sum.calls, i)
	}
}

// callsArguments says whether a function of an imported package calls the
// functions that it is passed, before it returns.
func callsArguments(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "slices", "maps", "sort", "strings", "bytes":
		return true
	case "sync":
		return fn.Name() == "Do"
	}
	return false
}

// passed does what function literals do that the called function calls.
func (f *flow) passed(st *state, args []ast.Expr) {
	for _, arg := range args {
		switch arg := ast.Unparen(arg).(type) {
		case *ast.FuncLit:
			f.outcome(st, f.litSummary(arg), effect{node: arg})
		case *ast.Ident:
			obj := f.object(arg)
			f.noteCall(obj)
			if s := f.binding(obj); s != nil {
				f.apply(st, s, effect{node: arg, closure: obj})
			}
		}
	}
}

// arguments moves the arguments that a called function gives away, and calls
// those that it calls.
func (f *flow) arguments(st *state, s *summary, call *ast.CallExpr) {
	for _, i := range s.calls {
		f.passed(st, f.argumentsOf(call, i))
	}
	done := map[placed]bool{}
	for _, pm := range s.params {
		for _, arg := range f.argumentsOf(call, pm.index) {
			for _, at := range f.argumentParts(arg, pm) {
				if done[at] {
					continue
				}
				done[at] = true
				m := &move{how: forwarded, from: at, node: at.node, drops: s.onlyDrops(pm)}
				f.giveAway(st, m)
			}
		}
	}
}

// onlyDrops says whether all that happens to a parameter is its Drop.
func (s *summary) onlyDrops(pm paramMove) bool {
	for _, other := range s.params {
		if other.index == pm.index && other.fields == pm.fields && !other.move.drops {
			return false
		}
	}
	return true
}

// argumentsOf are the arguments that a parameter gets.
func (f *flow) argumentsOf(call *ast.CallExpr, index int) []ast.Expr {
	if index == receiver {
		if _, sel := f.calledMethod(call); sel != nil {
			return []ast.Expr{sel.X}
		}
		return nil
	}
	if index >= len(call.Args) {
		return nil
	}
	sig, ok := f.info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if ok && sig.Variadic() && index == sig.Params().Len()-1 {
		return call.Args[index:]
	}
	return call.Args[index : index+1]
}

func (f *flow) argumentParts(arg ast.Expr, pm paramMove) []placed {
	if pm.fields == "" {
		return f.parts(arg)
	}
	if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
		arg = u.X
	}
	at, ok := f.placeOf(arg)
	if !ok {
		return nil
	}
	at.fields += pm.fields
	at.typ = pm.move.from.typ
	return []placed{at}
}
