package engine

import (
	"fmt"
	"go/token"
	"reflect"
	"unsafe"

	"github.com/traefik/yaegi/interp"

	"gopost/interp/engine/rt"
)

// graph is the control flow graph of one program.
type graph struct {
	*layout
	run         *rt.Runtime
	vertices    []*vertex
	spare       []vertex
	of          map[node]*vertex
	bodies      []*body
	turns       map[unsafe.Pointer]*turn // by the code that leads there
	plans       map[node]*plan           // of declared functions
	globalTypes []reflect.Type
	marks       map[token.Pos]string // of function literals, see rt.WrittenLiteral
}

// vertex is what is found out about one node.
type vertex struct {
	node node
	body *body // nil outside functions
	op   rt.Op
	// generator is the name of yaegi's generator.
	generator string
	calm      bool // its code cannot panic
}

// function is the function that a node is in, as the learner sees it.
type function struct {
	name     string // "" for an adapter
	literal  bool
	literals int // how many function literals in it have a name
}

// instrument replaces the code of p's nodes where the engine has better. It must
// be called between CompileAST and Execute. marks are those of function
// literals: one without a mark counts as part of the function around it.
func (l *layout) instrument(i *interp.Interpreter, p *interp.Program, run *rt.Runtime, marks map[token.Pos]string) {
	root := *at[node](unsafe.Pointer(p), l.root)
	g := graph{layout: l, run: run, of: make(map[node]*vertex, 128), plans: l.plans, turns: map[unsafe.Pointer]*turn{}, marks: marks}
	g.globalTypes = *at[[]reflect.Type](*at[unsafe.Pointer](unsafe.Pointer(i), l.universe), l.types)
	g.collect(root, &function{name: "main"}, nil, false)
	g.survey()
	g.planBodies()
	for _, v := range g.vertices {
		g.wrap(v)
	}
	// CompileAST has generated the code of function literals: do it anew.
	for _, v := range g.vertices {
		*at[step](v.node, l.exec) = nil
	}
	for _, b := range g.bodies {
		g.enclose(b)
	}
}

// collect lists the nodes of the syntax tree under n.
func (g *graph) collect(n node, in *function, b *body, part bool) {
	if n == nil || g.of[n] != nil {
		return
	}
	v := g.newVertex()
	*v = vertex{node: n, body: b, op: rt.Op{Pos: *at[token.Pos](n, g.pos), Func: in.name, Part: part}}
	if in.name == "" {
		v.op.Pos = token.NoPos
	}
	if gen := *at[generator](n, g.gen); gen != nil && b != nil {
		v.generator = g.generatorName(gen)
	}
	g.of[n] = v
	g.vertices = append(g.vertices, v)
	children := g.childrenOf(n)
	switch g.kindOf(n) {
	case "funcDecl":
		in = &function{name: "main." + g.receiver(children[0]) + *at[string](children[1], g.ident)}
		b = g.newBody(n, nil)
	case "funcLit":
		b = g.newBody(n, b)
		switch part = false; g.marks[*at[token.Pos](n, g.pos)] {
		case rt.WrittenLiteral:
			in = in.newLiteral()
		case rt.Adapter:
			in = &function{}
		default:
			part = true
		}
	}
	for _, c := range children {
		g.collect(c, in, b, part)
	}
}

// newVertex allocates many vertices at a time.
func (g *graph) newVertex() *vertex {
	if len(g.spare) == 0 {
		g.spare = make([]vertex, 64)
	}
	v := &g.spare[0]
	g.spare = g.spare[1:]
	return v
}

// newBody adds the body of a function; nil if it has none.
func (g *graph) newBody(fn node, outer *body) *body {
	if g.blockOf(fn) == nil {
		return nil
	}
	b := &body{function: fn, outer: outer, vertices: map[unsafe.Pointer]*vertex{}}
	g.bodies = append(g.bodies, b)
	return b
}

// blockOf returns the block of a function.
func (g *graph) blockOf(fn node) node {
	if children := g.childrenOf(fn); len(children) > 3 {
		return children[3]
	}
	return nil
}

// newLiteral names a function literal in f as Go does: f.func1, and func1.1
// in that.
func (f *function) newLiteral() *function {
	f.literals++
	prefix := "func"
	if f.literal {
		prefix = ""
	}
	return &function{name: fmt.Sprintf("%s.%s%d", f.name, prefix, f.literals), literal: true}
}

// receiver returns "T." or "(*T)." for the receiver list of a method, and ""
// for that of a function.
func (g *graph) receiver(n node) string {
	pointer := false
	for {
		children := g.childrenOf(n)
		if g.kindOf(n) == "starExpr" {
			pointer = true
		}
		if len(children) == 0 {
			break
		}
		n = children[len(children)-1]
	}
	switch name := *at[string](n, g.ident); {
	case name == "":
		return ""
	case pointer:
		return "(*" + name + ")."
	default:
		return name + "."
	}
}
