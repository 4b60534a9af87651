package engine

import (
	"fmt"
	"strings"
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
	literals []node        // the bodies of function literals
	bodies   map[node]bool // literals that are the body of the function around them
}

// vertex is what is found out about one node.
type vertex struct {
	node  node
	in    *function
	runs  bool // control passes through it
	loop  bool // an edge leads back to it
	state int8 // of the search: 1 on the path, 2 done
}

// function is the function that a node is in.
type function struct {
	name     string
	literals int // how many function literals in it have a name
}

// instrument wraps the nodes of p. It must be called between CompileAST and
// Execute.
func (l *layout) instrument(p *interp.Program, run *rt.Runtime) {
	root := *at[node](unsafe.Pointer(p), l.root)
	g := graph{layout: l, run: run, of: map[node]*vertex{}, bodies: map[node]bool{}}
	g.collect(root, &function{name: "main"})
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
func (g *graph) collect(n node, in *function) {
	if n == nil || g.of[n] != nil {
		return
	}
	v := &vertex{node: n, in: in}
	g.of[n] = v
	if b := g.body(n); b != nil {
		g.bodies[b] = true
	}
	g.vertices = append(g.vertices, v)
	children := g.childrenOf(n)
	switch g.kindOf(n) {
	case "funcDecl":
		in = &function{name: "main." + g.receiver(children[0]) + *at[string](children[1], g.ident)}
	case "funcLit":
		if len(children) > 3 {
			g.literals = append(g.literals, children[3])
		}
		if g.bodies[n] {
			break
		}
		in.literals++
		in = &function{name: fmt.Sprintf("%s.func%d", in.name, in.literals)}
	}
	for _, c := range children {
		g.collect(c, in)
	}
}

// body returns the function literal that is the body of a function with
// deferred calls, if n is the call that runs it: defers.Run(func() { ... }).
// To the learner it is the function itself.
func (g *graph) body(n node) node {
	call := g.childrenOf(n)
	if g.kindOf(n) != "callExpr" || len(call) != 2 || g.kindOf(call[1]) != "funcLit" {
		return nil
	}
	method := g.childrenOf(call[0])
	if len(method) == 2 && *at[string](method[1], g.ident) == "Run" &&
		strings.Contains(*at[string](method[0], g.ident), "defers") {
		return call[1]
	}
	return nil
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
