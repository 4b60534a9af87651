package engine

import (
	"reflect"
	"sync/atomic"
	"unsafe"
)

// invocation is a call of a declared function by its name.
type invocation struct {
	plan    *plan
	results []place // where the caller wants them
	args    []place
	moves   []move
	next    step
	no      step // where a false result branches to; nil for no branch
	slow    step
	run     runtimeOf
}

// runtimeOf is what calls need of package rt.
type runtimeOf struct {
	cancelling *atomic.Int32
	returned   func()
	unwinding  func() bool
}

// invoke improves a call of a declared function whose arguments need no
// conversion. Yaegi allocates each variable of a call by itself, and locks the
// caller's frame; here they are one block, which the caller keeps for its next
// call where nothing can outlive this one.
//
//go:noinline
func invoke(g *graph, v *vertex, slow step) step {
	slow = g.watchCall(v, slow)
	c, ok := g.invocation(v)
	if !ok {
		return slow
	}
	c.slow = slow
	c.run = runtimeOf{g.run.Cancelling(), g.run.Returned, g.run.Unwinding}
	return func(fp frame) step {
		if !c.plan.ready() || c.run.cancelling.Load() != 0 {
			return c.slow(fp)
		}
		f := (*activation)(fp)
		k := c.plan.enter(f)
		data := k.frame.data
		for i := range c.results {
			data[i] = *c.results[i].at(f)
		}
		for i := range c.args {
			if !c.moves[i].copy(&data[c.plan.results+i], c.args[i].at(f)) {
				c.plan.leave(k)
				return c.slow(fp)
			}
		}
		c.plan.body(unsafe.Pointer(&k.frame))
		branch := c.no != nil && !*(*bool)(data[0].ptr)
		c.plan.leave(k)
		if c.run.cancelling.Load() != 0 {
			c.run.returned()
		}
		if branch {
			return c.no
		}
		return c.next
	}
}

// invocation finds out what a call node calls, and with what.
func (g *graph) invocation(v *vertex) (*invocation, bool) {
	n := v.node
	children := g.childrenOf(n)
	parent := *at[node](n, g.ancestor)
	switch kind := g.kindOf(parent); {
	case g.actionOf(n) != "call", kind == "goStmt", kind == "deferStmt":
		return nil, false
	}
	p := g.planOf(children[0])
	if p == nil || len(children)-1 != p.params {
		return nil, false
	}
	c := &invocation{plan: p, args: make([]place, p.params), moves: make([]move, p.params), results: make([]place, p.results)}
	for i, a := range children[1:] {
		var ok bool
		if c.args[i], ok = g.argument(v, a); !ok {
			return nil, false
		}
		t := p.types[p.results+i]
		if !c.args[i].constantAs(t) {
			return nil, false
		}
		if c.moves[i], ok = moveOf(t); !ok {
			return nil, false
		}
	}
	depth := *at[int](n, g.level)
	if g.kindOf(parent) == "returnStmt" {
		depth = 0
	}
	for i := range c.results {
		c.results[i] = place{depth: depth, index: *at[int](n, g.findex) + i}
		if k := g.kindOf(parent); k == "defineXStmt" || k == "assignXStmt" {
			if target := g.childrenOf(parent)[i]; *at[string](target, g.ident) == "_" {
				return nil, false
			}
		}
		if t := g.typeAt(v.body, depth, c.results[i].index); t != p.types[i] {
			return nil, false
		}
	}
	c.next = g.follow(*at[node](n, g.tnext))
	if fnext := *at[node](n, g.fnext); fnext != nil {
		if p.results == 0 || p.types[0].Kind() != reflect.Bool {
			return nil, false
		}
		c.no = g.follow(fnext)
	}
	return c, true
}

// argument finds an argument: the result of a call is where that call leaves it.
func (g *graph) argument(v *vertex, a node) (place, bool) {
	if g.kindOf(a) != "callExpr" {
		return g.placeOf(v, a)
	}
	if p := g.planOf(g.childrenOf(a)[0]); p == nil || p.results != 1 {
		return place{}, false
	}
	p := place{index: *at[int](a, g.findex)}
	if p.index < 0 {
		return p, false
	}
	p.typ = g.typeAt(v.body, 0, p.index)
	return p, true
}
