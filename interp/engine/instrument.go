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
	n := v.node
	gen := *at[generator](n, g.gen)
	if gen == nil || !v.runs {
		return
	}
	loop, calls := v.loop, *at[uint](n, g.kind) == g.callExpr
	run, off := g.run, g.exec
	op := &rt.Op{Pos: *at[token.Pos](n, g.pos), Func: v.in.name}
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
