package engine

import (
	"reflect"
	"runtime"
	"strings"
	"unsafe"
)

// wrap replaces the generator of n where the engine has better code than yaegi's,
// or something to add to it. Yaegi's generator runs first: it also converts
// constants, and what it makes takes over whenever an operand is not of the form
// that the better code is for.
func (g *graph) wrap(v *vertex) {
	gen := *at[generator](v.node, g.gen)
	if gen == nil || v.body == nil {
		return
	}
	better := improvements[v.generator]
	switch {
	case g.kindOf(v.node) == "funcLit":
		better = (*graph).ownPlace
	case better == nil && g.kindOf(v.node) == "callExpr":
		better = (*graph).watchCall
	case better == nil:
		return
	}
	*at[generator](v.node, g.gen) = func(n node) {
		before := *at[unsafe.Pointer](n, g.exec)
		gen(n)
		// Unchanged code is the forward to this very node.
		code := *at[step](n, g.exec)
		if code == nil || *at[unsafe.Pointer](n, g.exec) == before {
			return
		}
		if code = better(g, v, code); code != nil {
			*at[step](n, g.exec) = code
		}
	}
}

// improvement returns better code than yaegi's for a node; nil for none.
type improvement func(g *graph, v *vertex, yaegis step) step

// generatorName returns the name of a generator in yaegi.
func (l *layout) generatorName(gen generator) string {
	pc := reflect.ValueOf(gen).Pointer()
	name, ok := l.generators[pc]
	if !ok {
		if f := runtime.FuncForPC(pc); f != nil {
			name = strings.TrimSuffix(f.Name(), ".func1") // of a function that makes generators
			name = name[strings.LastIndex(name, ".")+1:]
		}
		l.generators[pc] = name
	}
	return name
}

// watchCall adds to a call where an interrupt goes on that somebody beneath has
// recovered, and where a panic that compiled code has recovered is forgotten.
//
//go:noinline
func (g *graph) watchCall(_ *vertex, code step) step {
	run, cancelling, tracing := g.run, g.run.Cancelling(), g.run.Tracing()
	return func(f frame) step {
		if cancelling.Load() == 0 {
			next := code(f)
			if tracing.Load() != 0 {
				run.Swallowed()
			}
			if cancelling.Load() != 0 {
				run.Returned()
			}
			return next
		}
		deferred := run.Unwinding()
		next := code(f)
		if !deferred {
			run.Returned()
		}
		return next
	}
}
