package engine

import (
	"fmt"
	"reflect"
	"slices"
	"unsafe"

	"github.com/traefik/yaegi/interp"
)

// Yaegi tells neither where in a function a panic happened, nor can it stop
// one goroutine's loops while others go on: its own stop ends every goroutine,
// and leaves functions of earlier cells dead. So the engine looks at the graph
// that yaegi has compiled, before it runs, and generates its code itself: with a
// look for an interrupt where a loop comes round, in bodies that know where a
// panic left them, and with better steps for what runs most. Nothing of this is
// exported by yaegi: layout finds the fields by name and fails if they are not as
// expected.

// layout holds the offsets of the fields of yaegi's unexported node.
type layout struct {
	root                                  uintptr // of Program
	child, start, tnext, fnext, gen, exec uintptr
	kind, action, pos, ident              uintptr
	// of Interpreter, frame and scope
	global, data, universe, types uintptr
	frameTypes                    uintptr // of a function's node
	generators                    map[uintptr]string
	plans                         map[node]*plan
	ancestor, redeclared, val     uintptr
	// kinds and actions are the names of yaegi's node kinds and actions, by
	// number.
	kinds, actions []string
	places
	frameFields
	typeFields
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
	l := &layout{generators: map[uintptr]string{}, plans: map[node]*plan{}}
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
		{"action", reflect.Uint, &l.action},
		{"pos", reflect.Int, &l.pos},
		{"anc", reflect.Pointer, &l.ancestor},
		{"val", reflect.Interface, &l.val},
		{"redeclared", reflect.Bool, &l.redeclared},
		{"types", reflect.Slice, &l.frameTypes},
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
	if err := l.places.find(n); err != nil {
		return nil, err
	}
	if err := l.frameFields.find(); err != nil {
		return nil, err
	}
	if err := l.typeFields.find(); err != nil {
		return nil, err
	}
	kind, _ := n.FieldByName("kind")
	action, _ := n.FieldByName("action")
	l.kinds, l.actions = names(kind.Type), names(action.Type)
	for _, name := range []string{"callExpr", "funcDecl", "funcLit", "starExpr", "indexExpr", "sliceExpr"} {
		if !slices.Contains(l.kinds, name) {
			return nil, fmt.Errorf("this version of yaegi has no node kind %s: go.mod must name v0.16.1", name)
		}
	}
	return l, nil
}

// names lists what the String method of t, a kind of uint, says.
func names(t reflect.Type) []string {
	const enough = 128 // more than there are
	list := make([]string, enough)
	v := reflect.New(t).Elem()
	for n := range list {
		v.SetUint(uint64(n))
		list[n] = fmt.Sprint(v.Interface())
	}
	return list
}

func at[T any](n node, offset uintptr) *T { return (*T)(unsafe.Add(n, offset)) }

func (l *layout) kindOf(n node) string     { return l.kinds[*at[uint](n, l.kind)] }
func (l *layout) actionOf(n node) string   { return l.actions[*at[uint](n, l.action)] }
func (l *layout) childrenOf(n node) []node { return *at[[]node](n, l.child) }
