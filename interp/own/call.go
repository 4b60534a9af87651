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
	if fn, sel := f.calledMethod(call); fn != nil && isChannelMethod(fn) {
		f.channelCall(st, call, fn, sel)
		return
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
	at, ok := f.handle(sel)
	if !ok {
		f.expr(st, sel.X)
		return
	}
	f.use(st, at, true)
	f.channelEffects(st, call, fn, sel)
}

// handle is the place of the handle whose method a selector names, through
// embedded fields.
func (f *flow) handle(sel *ast.SelectorExpr) (placed, bool) {
	at, ok := f.placeOf(sel.X)
	if ok {
		path := f.info.Selections[sel].Index()
		at = at.field(path[:len(path)-1], sel.X)
	}
	return at, ok
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
		if at, ok := f.handle(sel); ok {
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
