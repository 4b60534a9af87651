package engine

import (
	"fmt"
	"go/token"
	"unsafe"

	"github.com/traefik/yaegi/interp"

	"gopost/interp/engine/rt"
)

// graph is the control flow graph of one program.
type graph struct {
	*layout
	run      *rt.Runtime
	vertices []*vertex
	of       map[node]*vertex
	literals []node               // the bodies of function literals
	marks    map[token.Pos]string // of function literals, see rt.WrittenLiteral
}

// vertex is what is found out about one node.
type vertex struct {
	node  node
	in    *function
	part  bool // it is in a function literal that the lowering made up
	runs  bool // control passes through it
	loop  bool // an edge leads back to it
	state int8 // of the search: 1 on the path, 2 done
}

// function is the function that a node is in, as the learner sees it.
type function struct {
	name     string // "" for an adapter
	literal  bool
	literals int // how many function literals in it have a name
}

// instrument wraps the nodes of p. It must be called between CompileAST and
// Execute. marks are those of function literals: one without a mark counts as part of the
// function around it.
func (l *layout) instrument(p *interp.Program, run *rt.Runtime, marks map[token.Pos]string) {
	root := *at[node](unsafe.Pointer(p), l.root)
	g := graph{layout: l, run: run, of: map[node]*vertex{}, marks: marks}
	g.collect(root, &function{name: "main"}, false)
	for _, v := range g.vertices {
		if start := g.of[*at[node](v.node, g.start)]; start != nil {
			start.runs = true
		}
		if v.state == 0 {
			g.search(v)
		}
	}
	for _, v := range g.vertices {
		g.wrap(v)
	}
	// CompileAST has generated the code of function literals: do it anew.
	for _, v := range g.vertices {
		*at[step](v.node, l.exec) = nil
	}
	for _, body := range g.literals {
		l.generate(*at[node](body, l.start), map[node]bool{})
	}
}

// collect lists the nodes of the syntax tree under n.
func (g *graph) collect(n node, in *function, part bool) {
	if n == nil || g.of[n] != nil {
		return
	}
	v := &vertex{node: n, in: in, part: part}
	g.of[n] = v
	g.vertices = append(g.vertices, v)
	children := g.childrenOf(n)
	switch g.kindOf(n) {
	case "funcDecl":
		in = &function{name: "main." + g.receiver(children[0]) + *at[string](children[1], g.ident)}
	case "funcLit":
		if len(children) > 3 {
			g.literals = append(g.literals, children[3])
		}
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
		g.collect(c, in, part)
	}
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

// search walks depth first along the control flow: an edge to a node on the
// path that led here closes a loop.
func (g *graph) search(v *vertex) {
	v.state = 1
	for _, off := range [...]uintptr{g.tnext, g.fnext} {
		next := g.of[*at[node](v.node, off)]
		if next == nil {
			continue
		}
		v.runs, next.runs = true, true
		switch next.state {
		case 0:
			g.search(next)
		case 1:
			next.loop = true
		}
	}
	v.state = 2
}
