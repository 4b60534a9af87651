package engine

import (
	"reflect"
	"sync/atomic"
	"unsafe"
)

// plan is how a function is called: what its frame is made of.
type plan struct {
	function        node
	types           []reflect.Type // of the results, the parameters, and all else
	results, params int
	reusable        bool // nothing outlives a call
	body            step

	calls  atomic.Int32
	layout atomic.Pointer[blockLayout]
}

// blockLayout is the memory of a call as one block: a callee, the words of the
// variables twice, and the variables.
type blockLayout struct {
	block, variables       unsafe.Pointer // types, as in a reflect.Value
	words, fresh, variable uintptr
	offsets                []uintptr
	templates              []words
}

// callee is the head of a block.
type callee struct {
	frame activation
	plan  *plan
	next  *callee // among those that the caller keeps
	fresh []words // what the frame's data is before a call
	vars  unsafe.Pointer
	kept  bool // the caller keeps it
	busy  bool
	depth int32
}

const (
	// warm is how often a function is called before a layout is made for it.
	warm = 8
	// maxVariables is how many variables a planned function has at most.
	maxVariables = 256
	// maxKept is how many callees a frame keeps, and how deep.
	maxKept, maxDepth = 8, 256
)

// planOf returns the plan for calls of the function that n names; nil if it is
// none that can be planned.
func (g *graph) planOf(n node) *plan {
	if g.kindOf(n) != "identExpr" {
		return nil
	}
	sym := *at[unsafe.Pointer](n, g.sym)
	if sym == nil || *at[int](sym, g.symIndex) >= 0 {
		return nil
	}
	def := *at[node](sym, g.symNode)
	if def == nil || g.kindOf(def) != "funcDecl" || g.blockOf(def) == nil {
		return nil
	}
	return g.plans[def]
}

// planBodies makes the plans for the declared functions of a program.
func (g *graph) planBodies() {
	for _, b := range g.bodies {
		if g.kindOf(b.function) != "funcDecl" || len(g.childrenOf(g.childrenOf(b.function)[0])) > 0 {
			continue
		}
		if r := *at[reflect.Value](b.function, g.rval); r.IsValid() {
			continue
		}
		p := &plan{function: b.function, types: *at[[]reflect.Type](b.function, g.frameTypes), reusable: !b.shape.leaks}
		lists := g.childrenOf(g.childrenOf(b.function)[2])
		if len(lists) < 2 || len(lists) > 3 {
			continue
		}
		var variadic bool
		p.params, variadic = g.countFields(lists[1])
		if len(lists) == 3 {
			p.results, _ = g.countFields(lists[2])
		}
		if variadic || p.params+p.results > len(p.types) || len(p.types) > maxVariables {
			continue
		}
		for _, t := range p.types {
			if t.PkgPath() == "github.com/traefik/yaegi/interp" || t.Kind() == reflect.Array {
				p.reusable = false
			}
		}
		g.plans[b.function] = p
		b.plan = p
	}
}

// countFields counts the parameters or results in a list.
func (g *graph) countFields(list node) (n int, variadic bool) {
	for _, field := range g.childrenOf(list) {
		parts := g.childrenOf(field)
		n += max(1, len(parts)-1)
		if len(parts) > 0 && g.kindOf(parts[len(parts)-1]) == "ellipsisExpr" {
			variadic = true
		}
	}
	return n, variadic
}

// ready says whether calls can be made by plan. The first calls are not: making
// the layout pays later.
func (p *plan) ready() bool {
	if p.layout.Load() != nil {
		return true
	}
	if p.body == nil || p.calls.Add(1) < warm {
		return false
	}
	p.layout.Store(newBlockLayout(p.types))
	return true
}

func newBlockLayout(types []reflect.Type) *blockLayout {
	l := &blockLayout{}
	fields := make([]reflect.StructField, len(types))
	for i, t := range types {
		fields[i] = reflect.StructField{Name: "V" + string(rune('A'+i/26)) + string(rune('A'+i%26)), Type: t}
	}
	variables := reflect.StructOf(fields)
	list := reflect.ArrayOf(len(types), reflect.TypeFor[words]())
	block := reflect.StructOf([]reflect.StructField{
		{Name: "Callee", Type: reflect.TypeFor[callee]()},
		{Name: "Words", Type: list},
		{Name: "Fresh", Type: list},
		{Name: "Variables", Type: variables},
	})
	l.block, l.variables = typeWord(block), typeWord(variables)
	l.words, l.fresh, l.variable = block.Field(1).Offset, block.Field(2).Offset, block.Field(3).Offset
	for i, t := range types {
		l.offsets = append(l.offsets, variables.Field(i).Offset)
		l.templates = append(l.templates, words{typ: typeWord(t), flag: flagVariable | uintptr(t.Kind())})
	}
	return l
}

// enter returns a frame for a call from the caller.
func (p *plan) enter(caller *activation) *callee {
	kept := 0
	for k := caller.callees; k != nil; k = k.next {
		if k.plan == p && !k.busy {
			k.busy = true
			return k
		}
		kept++
	}
	k := p.newCallee(caller)
	if p.reusable && kept < maxKept && caller != caller.root {
		if k.depth = calleeDepth(caller); k.depth < maxDepth {
			k.kept, k.next = true, caller.callees
			caller.callees = k
		}
	}
	return k
}

// calleeDepth returns how many callers of f keep their callees.
func calleeDepth(f *activation) int32 {
	if f.anc == nil {
		return 0
	}
	for c := f.anc.callees; c != nil; c = c.next {
		if &c.frame == f {
			return c.depth + 1
		}
	}
	return 0
}

func (p *plan) newCallee(caller *activation) *callee {
	l, n := p.layout.Load(), len(p.types)
	memory := newObject(l.block)
	k := (*callee)(memory)
	k.plan, k.busy = p, true
	k.vars = unsafe.Add(memory, l.variable)
	k.fresh = unsafe.Slice((*words)(unsafe.Add(memory, l.fresh)), n)
	for i, t := range l.templates {
		t.ptr = unsafe.Add(k.vars, l.offsets[i])
		k.fresh[i] = t
	}
	k.frame.data = unsafe.Slice((*words)(unsafe.Add(memory, l.words)), n)
	copy(k.frame.data, k.fresh)
	k.frame.id, k.frame.root, k.frame.anc, k.frame.done = caller.id, caller.root, caller, caller.done
	return k
}

// leave gives the frame back. What was in it is forgotten, so that the collector
// can have it.
func (p *plan) leave(k *callee) {
	if !k.kept {
		return
	}
	copy(k.frame.data, k.fresh)
	all := words{p.layout.Load().variables, k.vars, flagVariable | uintptr(reflect.Struct)}
	all.value().SetZero()
	k.busy = false
}

// newObject allocates a value of a type. The reflect package promises to keep
// the name: reflect.New looks the pointer type up first, which takes longer
// than a call.
//
//go:linkname newObject reflect.unsafe_New
func newObject(typ unsafe.Pointer) unsafe.Pointer
