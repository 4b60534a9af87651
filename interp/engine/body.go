package engine

import (
	"go/token"
	"strings"
	"unsafe"

	"gopost/interp/engine/rt"
)

// body is the body of a function as it runs: a declared one's, or that of a
// function literal.
type body struct {
	function node  // the funcDecl or funcLit
	outer    *body // that the literal is in; nil for none
	shape    shape
	plan     *plan // nil for none
	// vertices holds what each step of the body belongs to, by its code.
	vertices map[unsafe.Pointer]*vertex
}

// generate does what yaegi's setExec does: it generates the code of n and of
// all that follows it. Where control comes back to a node that is still waiting
// for what follows it, a loop closes: there a step is put between that looks for
// an interrupt.
func (g *graph) generate(n node, waiting map[node]*turn) {
	if n == nil || *at[step](n, g.exec) != nil {
		return
	}
	waiting[n] = nil
	for _, off := range [...]uintptr{g.tnext, g.fnext} {
		next := *at[node](n, off)
		if next == nil || *at[step](next, g.exec) != nil {
			continue
		}
		if _, ok := waiting[next]; !ok {
			g.generate(next, waiting)
			continue
		}
		t := &turn{}
		waiting[next] = t
		*at[step](next, g.exec) = g.comeRound(t)
		t.forward = *at[unsafe.Pointer](next, g.exec)
		g.turns[t.forward] = t
		g.note(next)
	}
	(*at[generator](n, g.gen))(n)
	if t := waiting[n]; t != nil {
		if *at[unsafe.Pointer](n, g.exec) == t.forward {
			*at[step](n, g.exec) = nil // a generator that leaves no code ends the function
		}
		t.to = *at[step](n, g.exec)
		if v := g.of[n]; v != nil {
			t.calm = v.calm && t.to != nil
		}
	}
	delete(waiting, n)
	g.note(n)
}

// turn is where a loop comes round.
type turn struct {
	to      step
	forward unsafe.Pointer // the code that leads there
	calm    bool           // to cannot panic
}

// comeRound returns the step that closes a loop.
//
//go:noinline
func (g *graph) comeRound(t *turn) step {
	cancelling := g.run.Cancelling()
	run := g.run
	return func(f frame) step {
		if cancelling.Load() != 0 {
			run.Check()
		}
		if t.to == nil {
			return nil
		}
		return t.to(f)
	}
}

// note remembers whose code the step of n is.
func (g *graph) note(n node) {
	v := g.of[n]
	if v == nil || v.body == nil {
		return
	}
	if code := *at[unsafe.Pointer](n, g.exec); code != nil {
		v.body.vertices[code] = v
	}
}

// enclose makes the first step of b run all of b. What leaves it in a panic is
// noted by its place: there is no other cost to knowing it.
//
//go:noinline
func (g *graph) enclose(b *body) {
	start := *at[node](g.blockOf(b.function), g.start)
	if start == nil {
		return
	}
	g.generate(start, map[node]*turn{})
	first := *at[step](start, g.exec)
	if first == nil {
		return
	}
	trace := &tracer{run: g.run, layout: g.layout, vertices: b.vertices}
	whole := func(f frame) step {
		code := first
		defer func() {
			if code == nil || !trace.left(*(*unsafe.Pointer)(unsafe.Pointer(&code)), f) {
				return
			}
			if v := recover(); v != nil {
				panic(trace.run.Reword(v))
			}
		}()
		for code != nil {
			code = code(f)
		}
		return nil
	}
	*at[step](start, g.exec) = whole
	if b.plan != nil {
		b.plan.body = whole
	}
}

// tracer notes where panics leave one function body.
type tracer struct {
	run      *rt.Runtime
	layout   *layout
	vertices map[unsafe.Pointer]*vertex
}

// left notes that a panic has left the step with the given code, and with it the
// function. It says whether the panic comes from that step itself.
func (t *tracer) left(code unsafe.Pointer, f frame) (innermost bool) {
	innermost = t.run.Innermost()
	v := t.vertices[code]
	if v == nil {
		t.run.Left(&rt.Op{Pos: token.NoPos})
		t.run.LeftFunc()
		return innermost
	}
	switch t.layout.kindOf(v.node) {
	case "indexExpr", "sliceExpr":
		if t.layout.assigned(v) {
			t.run.Explain(rt.Assigned)
			break
		}
		t.run.Explain(t.layout.bounds(v.node, f, v.generator == "slice0"))
	}
	t.run.Left(&v.op)
	t.run.LeftFunc()
	return innermost
}

// assigned says whether v is the element of a map that a statement assigns to,
// which yaegi looks up first.
func (l *layout) assigned(v *vertex) bool {
	parent := *at[node](v.node, l.ancestor)
	if parent == nil || !strings.HasPrefix(v.generator, "getIndexMap") {
		return false
	}
	kind := l.kindOf(parent)
	return (kind == "assignStmt" || kind == "incDecStmt") && l.childrenOf(parent)[0] == v.node
}
