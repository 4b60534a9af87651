package engine

import (
	"fmt"
	"go/token"
	"reflect"
	"unsafe"

	"github.com/traefik/yaegi/interp"

	"gopost/interp/engine/rt"
)

// Yaegi tells neither where in a function a panic happened, nor can it stop
// one goroutine's loops while others go on: its own stop ends every goroutine,
// and leaves functions of earlier cells dead. So the engine looks at the graph
// that yaegi has compiled, before it runs, and wraps two kinds of nodes: those
// where a loop comes round, to look for an interrupt, and those that can
// panic, to note the position when they do. Nothing of this is exported by
// yaegi: layout finds the fields by name and fails if they are not as
// expected.

// layout holds the offsets of the fields of yaegi's unexported node.
type layout struct {
	root                                  uintptr // of Program
	child, start, tnext, fnext, gen, exec uintptr
	kind, pos, ident                      uintptr
	// of Interpreter, frame and scope
	global, data, universe, types uintptr
	// kinds of nodes by their names.
	callExpr, funcDecl, funcLit, starExpr uint
}

// node is yaegi's *interp.node, frame its *interp.frame.
type (
	node  = unsafe.Pointer
	frame = unsafe.Pointer
	// step has the layout of yaegi's bltn, generator that of bltnGenerator.
	step      func(frame) step
	generator func(node)
)

func newLayout() (*layout, error) {
	l := &layout{}
	program := reflect.TypeFor[interp.Program]()
	root, ok := program.FieldByName("root")
	if !ok || root.Type.Kind() != reflect.Pointer {
		return nil, fmt.Errorf("this version of yaegi has no interp.Program.root: go.mod must name v0.16.1")
	}
	l.root = root.Offset
	n := root.Type.Elem()
	for _, want := range []struct {
		name string
		kind reflect.Kind
		at   *uintptr
	}{
		{"child", reflect.Slice, &l.child},
		{"start", reflect.Pointer, &l.start},
		{"tnext", reflect.Pointer, &l.tnext},
		{"fnext", reflect.Pointer, &l.fnext},
		{"gen", reflect.Func, &l.gen},
		{"exec", reflect.Func, &l.exec},
		{"kind", reflect.Uint, &l.kind},
		{"pos", reflect.Int, &l.pos},
		{"ident", reflect.String, &l.ident},
	} {
		f, ok := n.FieldByName(want.name)
		if !ok || f.Type.Kind() != want.kind {
			return nil, fmt.Errorf("this version of yaegi has no node field %s of kind %v: go.mod must name v0.16.1", want.name, want.kind)
		}
		*want.at = f.Offset
	}
	if err := l.globals(); err != nil {
		return nil, err
	}
	kind, _ := n.FieldByName("kind")
	for at, name := range map[*uint]string{
		&l.callExpr: "callExpr", &l.funcDecl: "funcDecl", &l.funcLit: "funcLit", &l.starExpr: "starExpr",
	} {
		if *at, ok = number(kind.Type, name); !ok {
			return nil, fmt.Errorf("this version of yaegi has no node kind %s: go.mod must name v0.16.1", name)
		}
	}
	return l, nil
}

// number returns the value of t, a kind of uint, that calls itself name.
func number(t reflect.Type, name string) (uint, bool) {
	const enough = 128 // more than there are
	v := reflect.New(t).Elem()
	for n := range uint(enough) {
		v.SetUint(uint64(n))
		if fmt.Sprint(v.Interface()) == name {
			return n, true
		}
	}
	return 0, false
}

func at[T any](n node, offset uintptr) *T { return (*T)(unsafe.Add(n, offset)) }

// instrument wraps the nodes of p. It must be called between CompileAST and
// Execute.
func (l *layout) instrument(p *interp.Program, run *rt.Runtime) {
	root := *at[node](unsafe.Pointer(p), l.root)
	g := graph{layout: l, run: run, seen: map[node]bool{}, state: map[node]int8{}, loops: map[node]bool{}, funcs: map[node]string{}}
	g.collect(root, &funcName{name: "main"})
	for _, n := range g.nodes {
		g.search(n)
	}
	for _, n := range g.nodes {
		g.wrap(n)
	}
	// CompileAST has generated the code of function literals: do it anew.
	for _, n := range g.nodes {
		*at[step](n, l.exec) = nil
	}
	for _, n := range g.literals {
		l.generate(*at[node](n, l.start), map[node]bool{})
	}
}

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

// graph is the control flow graph of one program.
type graph struct {
	*layout
	run   *rt.Runtime
	nodes []node
	seen  map[node]bool
	state map[node]int8 // 1 on the path of the search, 2 done
	funcs map[node]string
	// literals are the bodies of function literals.
	literals []node
	loops    map[node]bool // targets of edges that lead back
}

// funcName names the function that a node is in, and counts the literals in it.
type funcName struct {
	name     string
	literals int
}

// collect lists the nodes of the syntax tree under n.
func (g *graph) collect(n node, in *funcName) {
	if n == nil || g.seen[n] {
		return
	}
	g.seen[n] = true
	g.nodes = append(g.nodes, n)
	children := *at[[]node](n, g.child)
	switch *at[uint](n, g.kind) {
	case g.funcDecl:
		in = &funcName{name: "main." + g.receiver(children[0]) + *at[string](children[1], g.ident)}
	case g.funcLit:
		if len(children) > 3 {
			g.literals = append(g.literals, children[3])
		}
		in.literals++
		in = &funcName{name: fmt.Sprintf("%s.func%d", in.name, in.literals)}
	}
	g.funcs[n] = in.name
	for _, c := range children {
		g.collect(c, in)
	}
}

// receiver returns "T." or "(*T)." for the receiver list of a method, and ""
// for that of a function.
func (g *graph) receiver(n node) string {
	pointer := false
	for {
		children := *at[[]node](n, g.child)
		if *at[uint](n, g.kind) == g.starExpr {
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
func (g *graph) search(n node) {
	g.state[n] = 1
	for _, off := range [...]uintptr{g.tnext, g.fnext} {
		next := *at[node](n, off)
		if next == nil {
			continue
		}
		switch g.state[next] {
		case 0:
			g.search(next)
		case 1:
			g.loops[next] = true
		}
	}
	g.state[n] = 2
}

// wrap replaces the generator of n by one that wraps the code it generates.
func (g *graph) wrap(n node) {
	gen := *at[generator](n, g.gen)
	if gen == nil {
		return
	}
	loop, calls := g.loops[n], *at[uint](n, g.kind) == g.callExpr
	run, off := g.run, g.exec
	op := &rt.Op{Pos: *at[token.Pos](n, g.pos), Func: g.funcs[n]}
	*at[generator](n, g.gen) = func(n node) {
		before := *at[unsafe.Pointer](n, off)
		gen(n)
		inner := *at[step](n, off)
		// Unchanged code is yaegi's forward to this very node.
		if inner == nil || *at[unsafe.Pointer](n, off) == before {
			return
		}
		code := func(f frame) (next step) {
			returned, deferred := false, calls && run.Unwinding()
			defer func() {
				if !returned {
					run.Left(op)
				}
			}()
			next = inner(f)
			if calls && !deferred {
				run.Returned()
			}
			returned = true
			return next
		}
		if loop {
			body := code
			code = func(f frame) step {
				run.Check()
				return body(f)
			}
		}
		*at[step](n, off) = code
	}
}
