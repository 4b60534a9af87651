package engine

import (
	"go/token"
	"unsafe"

	"gopost/interp/engine/rt"
)

// generate does what yaegi's setExec does: it generates the code of n and of
// all that follows it. A node that is waiting for what follows it gets a
// forward, which its own code replaces.
func (l *layout) generate(n node, waiting map[node]bool) {
	if n == nil || *at[step](n, l.exec) != nil {
		return
	}
	waiting[n] = true
	for _, off := range [...]uintptr{l.tnext, l.fnext} {
		next := *at[node](n, off)
		switch {
		case next == nil || *at[step](next, l.exec) != nil:
		case waiting[next]:
			*at[step](next, l.exec) = func(f frame) step { return (*at[step](next, l.exec))(f) }
		default:
			l.generate(next, waiting)
		}
	}
	(*at[generator](n, l.gen))(n)
}

// wrap replaces the generator of n by one that wraps the code it generates.
func (g *graph) wrap(v *vertex) {
	n, run, off := v.node, g.run, g.exec
	gen := *at[generator](n, g.gen)
	calls := g.kindOf(n) == "callExpr"
	if gen == nil || !v.runs || !v.loop && !calls && g.harmless(n) {
		return
	}
	op := &rt.Op{Pos: *at[token.Pos](n, g.pos), Func: v.in.name, Part: v.part}
	if op.Func == "" {
		op.Pos = token.NoPos
	}
	*at[generator](n, g.gen) = func(n node) {
		before := *at[unsafe.Pointer](n, off)
		gen(n)
		code := *at[step](n, off)
		// Unchanged code is yaegi's forward to this very node.
		if code == nil || *at[unsafe.Pointer](n, off) == before {
			return
		}
		switch kind := g.kindOf(n); {
		case calls:
			code = watchCall(run, op, code)
		case kind == "funcLit":
			code = g.ownPlace(n, code)
		case kind == "indexExpr", kind == "sliceExpr":
			code = g.watchIndex(n, run, op, code, slicesFromZero(gen))
		default:
			code = watch(run, op, code)
		}
		if v.loop {
			code = checkFirst(run, op, code)
		}
		*at[step](n, off) = code
	}
}

// watch returns code that notes op when a panic leaves it.
func watch(run *rt.Runtime, op *rt.Op, code step) step {
	return func(f frame) (next step) {
		returned := false
		defer func() {
			if !returned {
				run.Left(op)
			}
		}()
		next = code(f)
		returned = true
		return next
	}
}

// watchIndex is watch for an operation whose panic yaegi describes too
// briefly.
func (l *layout) watchIndex(n node, run *rt.Runtime, op *rt.Op, code step, fromZero bool) step {
	return func(f frame) (next step) {
		returned := false
		defer func() {
			if !returned {
				run.Explain(l.bounds(n, f, fromZero))
				run.Left(op)
			}
		}()
		next = code(f)
		returned = true
		return next
	}
}

// watchCall is watch for a call, which is also where an interrupt goes on that
// somebody beneath has recovered.
func watchCall(run *rt.Runtime, op *rt.Op, code step) step {
	return func(f frame) (next step) {
		returned, deferred := false, run.Unwinding()
		defer func() {
			if !returned {
				run.Left(op)
			}
		}()
		next = code(f)
		if !deferred {
			run.Returned()
		}
		returned = true
		return next
	}
}

// checkFirst returns code that looks for an interrupt before it runs.
func checkFirst(run *rt.Runtime, op *rt.Op, code step) step {
	return func(f frame) step {
		run.CheckAt(op)
		return code(f)
	}
}

// harmless says of the most common nodes of a loop that they cannot panic:
// arithmetic and assignments whose operands are variables, literals or the
// results of other nodes. Yaegi evaluates some operands, such as *p and p.x,
// in the node that uses them.
func (g *graph) harmless(n node) bool {
	children := g.childrenOf(n)
	switch g.kindOf(n) {
	case "binaryExpr", "incDecStmt", "assignStmt", "defineStmt":
		switch g.actionOf(n) {
		case "+", "-", "*", "<", "<=", ">", ">=", "&", "|", "^", "++", "--", "=", "+=", "-=", "*=":
		case "/", "%", "<<", ">>", "==", "!=":
			// Dividing and shifting by a literal, and comparing with one.
			if len(children) != 2 || g.kindOf(children[1]) != "basicLit" {
				return false
			}
		default:
			return false
		}
	case "blockStmt", "exprStmt", "parenExpr", "labeledStmt", "gotoStmt", "breakStmt", "continueStmt",
		"forStmt0", "forStmt1", "forStmt2", "forStmt3", "forStmt4", "forStmt5", "forStmt6", "forStmt7",
		"ifStmt0", "ifStmt1", "ifStmt2", "ifStmt3", "landExpr", "lorExpr":
	default:
		return false
	}
	for i, c := range children {
		switch g.kindOf(c) {
		case "starExpr", "selectorExpr", "typeAssertExpr", "compositeLitExpr":
			return false
		case "indexExpr":
			if i == 0 && g.kindOf(n) != "binaryExpr" {
				return false // an element that is assigned to
			}
		case "parenExpr":
			if !g.harmless(c) {
				return false
			}
		}
	}
	return true
}
