package own

import (
	"go/ast"
	"go/types"
)

// call follows a call that runs now.
func (f *flow) call(st *state, call *ast.CallExpr) {
	if f.info.Types[call.Fun].IsType() {
		f.exprs(st, call.Args)
		return
	}
	if fn, sel := f.calledMethod(call); fn != nil {
		switch {
		case isChannelMethod(fn):
			f.channelCall(st, call, fn, sel)
			return
		case isNamed(receiverType(fn), "sync", "WaitGroup") && fn.Name() == "Go" && len(call.Args) == 1:
			f.expr(st, sel.X)
			f.spawn(st, &ast.CallExpr{Fun: call.Args[0], Lparen: call.Lparen, Rparen: call.Rparen}, call)
			return
		}
	}
	fun := ast.Unparen(call.Fun)
	lit, _ := fun.(*ast.FuncLit)
	if lit == nil {
		f.expr(st, call.Fun)
	}
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			f.closure(st, lit, true)
		} else {
			f.expr(st, arg)
		}
	}
	f.effects(st, call)
	for _, arg := range call.Args {
		// A function that is passed on is most likely called.
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			f.outcome(st, f.litSummary(lit), effect{node: lit})
		}
	}
}

func (f *flow) exprs(st *state, list []ast.Expr) {
	for _, e := range list {
		f.expr(st, e)
	}
}

func isChannelMethod(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == channelPath && handleName(receiverType(fn)) != ""
}

// receiverType is the type that a method belongs to, without a pointer.
func receiverType(fn *types.Func) types.Type {
	recv := fn.Signature().Recv()
	if recv == nil {
		return types.Typ[types.Invalid]
	}
	if ptr, ok := recv.Type().(*types.Pointer); ok {
		return ptr.Elem()
	}
	return recv.Type()
}

// channelCall follows a call of one of mpsc's own methods.
func (f *flow) channelCall(st *state, call *ast.CallExpr, fn *types.Func, sel *ast.SelectorExpr) {
	if fn.Name() != "Drop" {
		f.expr(st, sel.X)
		f.exprs(st, call.Args)
		f.channelEffects(st, call, fn, sel)
		return
	}
	at, ok := f.placeOf(sel.X)
	if !ok {
		f.expr(st, sel.X)
		return
	}
	f.use(st, at, true)
	f.channelEffects(st, call, fn, sel)
}

// channelEffects moves what a call of one of mpsc's methods moves.
func (f *flow) channelEffects(st *state, call *ast.CallExpr, fn *types.Func, sel *ast.SelectorExpr) {
	switch fn.Name() {
	case "Send", "TrySend":
		h := sent
		if fn.Name() == "TrySend" {
			h = trySent
		}
		for _, at := range f.parts(call.Args[0]) {
			f.giveAway(st, &move{how: h, from: at, node: at.node, call: call})
		}
	case "Drop":
		if at, ok := f.placeOf(sel.X); ok {
			f.take(st, &move{how: dropped, from: at, node: at.node, call: call, drops: true})
		}
	}
}

// giveAway moves a place that the same call may have moved already, as in
// tx.Send(pair{s, s}).
func (f *flow) giveAway(st *state, m *move) {
	if q, old := st.find(m.from); old != nil && old.alias == nil {
		f.found(q, old, usage{node: m.node, place: m.from.place, deferred: f.deferring})
	}
	f.take(st, m)
}

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
			return
		}
		s := f.funcSummary(callee)
		f.apply(st, s, effect{node: call.Fun, fn: callee})
		f.arguments(st, s, call)
	case *types.Var:
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
		if u.drop && m.drops && f.deferring {
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

// arguments moves the arguments that a called function gives away.
func (f *flow) arguments(st *state, s *summary, call *ast.CallExpr) {
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
