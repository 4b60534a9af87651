package engine

import (
	"reflect"
	"unsafe"
)

// compiledCall improves a call of a compiled function of one of a few types:
// those of package link's operations on channels and on mpsc, in loops the most
// frequent of all, and of what finds a method. Yaegi calls every compiled function by reflection, which
// takes longer than the operation.
func compiledCall(g *graph, v *vertex, slow step) step {
	slow = g.watchCall(v, slow)
	children := g.childrenOf(v.node)
	fn := *at[reflect.Value](children[0], g.rval)
	if !fn.IsValid() || fn.Kind() != reflect.Func || g.actionOf(v.node) != "call" || !fn.CanInterface() {
		return slow
	}
	adapt := adapters[fn.Type()]
	if adapt == nil {
		return slow
	}
	c := &compiled{slow: slow, f: fn.Interface()}
	if !g.connect(v, c, fn.Type()) {
		return slow
	}
	return adapt(c)
}

// compiled is a call of a compiled function.
type compiled struct {
	f       any
	args    []operand
	results []operand
	next    step
	no      step // where a false result branches to
	slow    step
}

// operand is an argument or a result of a compiled function.
type operand struct {
	place
	word    unsafe.Pointer
	kind    uintptr
	ignored bool // nobody wants the result
	fresh   bool // the result makes a new variable
}

// connect finds the places of arguments and results.
func (g *graph) connect(v *vertex, c *compiled, t reflect.Type) bool {
	children := g.childrenOf(v.node)
	if t.IsVariadic() || len(children)-1 != t.NumIn() {
		return false
	}
	for i, a := range children[1:] {
		p, ok := g.argument(v, a)
		if !ok {
			return false
		}
		in := t.In(i)
		if p.typ != nil && in.Kind() == reflect.Chan && p.typ.Kind() == reflect.Chan && p.typ.Elem() == in.Elem() {
			in = p.typ // another direction
		}
		if !p.constantAs(in) {
			return false
		}
		c.args = append(c.args, operand{place: p, word: typeWord(in), kind: uintptr(in.Kind())})
	}
	for i := range t.NumOut() {
		r, ok := g.outcome(v, i)
		if out := t.Out(i); !r.ignored {
			if !ok || r.typ != out {
				return false
			}
			r.word, r.kind = typeWord(out), uintptr(out.Kind())
		}
		c.results = append(c.results, r)
	}
	c.next = g.follow(*at[node](v.node, g.tnext))
	c.no = c.next
	if fnext := *at[node](v.node, g.fnext); fnext != nil {
		if len(c.results) != 1 || c.results[0].kind != uintptr(reflect.Bool) {
			return false
		}
		c.next, c.no = g.branches(v, c.results[0].place)
	}
	return true
}

// outcome finds where the i-th result of the call v goes.
func (g *graph) outcome(v *vertex, i int) (r operand, ok bool) {
	n := v.node
	parent := *at[node](n, g.ancestor)
	switch kind := g.kindOf(parent); {
	case kind == "goStmt" || kind == "deferStmt":
		return r, false
	case *at[node](n, g.fnext) == nil && (kind == "defineXStmt" || kind == "assignXStmt"):
		target := g.childrenOf(parent)[i]
		if *at[string](target, g.ident) == "_" {
			r.ignored = true
			return r, true
		}
		if !g.assignable(target) {
			return r, false
		}
		r.place, ok = g.placeOf(v, target)
		r.fresh = kind == "defineXStmt" && !*at[bool](target, g.redeclared) && v.body.shape.keeps(r.place)
		return r, ok && r.depth != isFixed
	case *at[node](n, g.fnext) == nil && kind == "returnStmt":
		for pos, c := range g.childrenOf(parent) {
			if c == n {
				r.place = place{index: pos + i, typ: g.typeAt(v.body, 0, pos+i)}
				return r, true
			}
		}
		return r, false
	}
	r.place = place{depth: *at[int](n, g.level), index: *at[int](n, g.findex) + i}
	if *at[int](n, g.findex) < 0 || r.depth < inRoot {
		r.ignored = true
		return r, true
	}
	r.typ = g.typeAt(v.body, r.depth, r.index)
	return r, true
}

// get returns where an argument is in memory; nil if it is not of its type.
func (o *operand) get(f *activation) unsafe.Pointer {
	w := o.at(f)
	switch {
	case w.typ != o.word:
		return nil
	case w.flag|flagAddress == flagVariable|o.kind:
		return w.ptr
	case w.flag == o.kind:
		return unsafe.Pointer(&w.ptr) // a pointer, held directly
	}
	return nil
}

// settable says whether set will work.
func (o *operand) settable(f *activation) bool {
	if o.ignored || o.fresh {
		return true
	}
	w := o.at(f)
	return w.typ == o.word && w.flag == flagVariable|o.kind
}

func set[T any](o *operand, f *activation, v T) {
	if o.ignored {
		return
	}
	w := o.at(f)
	if o.fresh {
		*w = words{o.word, unsafe.Pointer(new(T)), flagVariable | o.kind}
	}
	*(*T)(w.ptr) = v
}

// adapters are the types of functions that compiledCall knows how to call.
var adapters = func() map[reflect.Type]func(c *compiled) step {
	table := map[reflect.Type]func(c *compiled) step{}
	adaptChannel[bool](table)
	adaptChannel[int](table)
	adaptChannel[int64](table)
	adaptChannel[float64](table)
	adaptChannel[string](table)
	adaptChannel[error](table)
	adaptChannel[any](table)
	table[reflect.TypeFor[func(any) (any, bool)]()] = oneToTwo[any, any, bool]
	table[reflect.TypeFor[func(any) (any, error)]()] = oneToTwo[any, any, error]
	table[reflect.TypeFor[func(any, any) bool]()] = twoToOne[any, any, bool]
	table[reflect.TypeFor[func(any, any) error]()] = twoToOne[any, any, error]
	table[reflect.TypeFor[func()]()] = noneToNone
	table[reflect.TypeFor[func(any, string) (any, *byte)]()] = twoToTwo[any, string, any, *byte]
	return table
}()

func adaptChannel[T any](table map[reflect.Type]func(c *compiled) step) {
	table[reflect.TypeFor[func(chan<- T, T)]()] = twoToNone[chan<- T, T]
	table[reflect.TypeFor[func(<-chan T) T]()] = oneToOne[<-chan T, T]
	table[reflect.TypeFor[func(<-chan T) (T, bool)]()] = oneToTwo[<-chan T, T, bool]
	table[reflect.TypeFor[func(any, T) bool]()] = twoToOne[any, T, bool]
	table[reflect.TypeFor[func(any) (T, bool)]()] = oneToTwo[any, T, bool]
	table[reflect.TypeFor[func(any) (T, error)]()] = oneToTwo[any, T, error]
}

//go:noinline
func noneToNone(c *compiled) step {
	call := c.f.(func())
	return func(frame) step {
		call()
		return c.next
	}
}

//go:noinline
func twoToNone[A, B any](c *compiled) step {
	call := c.f.(func(A, B))
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b := c.args[0].get(f), c.args[1].get(f)
		if a == nil || b == nil {
			return c.slow(fp)
		}
		call(*(*A)(a), *(*B)(b))
		return c.next
	}
}

//go:noinline
func twoToOne[A, B, R any](c *compiled) step {
	call := c.f.(func(A, B) R)
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b := c.args[0].get(f), c.args[1].get(f)
		if a == nil || b == nil || !c.results[0].settable(f) {
			return c.slow(fp)
		}
		r := call(*(*A)(a), *(*B)(b))
		set(&c.results[0], f, r)
		return c.after(unsafe.Pointer(&r))
	}
}

//go:noinline
func oneToOne[A, R any](c *compiled) step {
	call := c.f.(func(A) R)
	return func(fp frame) step {
		f := (*activation)(fp)
		a := c.args[0].get(f)
		if a == nil || !c.results[0].settable(f) {
			return c.slow(fp)
		}
		r := call(*(*A)(a))
		set(&c.results[0], f, r)
		return c.after(unsafe.Pointer(&r))
	}
}

//go:noinline
func oneToTwo[A, R, S any](c *compiled) step {
	call := c.f.(func(A) (R, S))
	return func(fp frame) step {
		f := (*activation)(fp)
		a := c.args[0].get(f)
		if a == nil || !c.results[0].settable(f) || !c.results[1].settable(f) {
			return c.slow(fp)
		}
		r, s := call(*(*A)(a))
		set(&c.results[0], f, r)
		set(&c.results[1], f, s)
		return c.next
	}
}

//go:noinline
func twoToTwo[A, B, R, S any](c *compiled) step {
	call := c.f.(func(A, B) (R, S))
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b := c.args[0].get(f), c.args[1].get(f)
		if a == nil || b == nil || !c.results[0].settable(f) || !c.results[1].settable(f) {
			return c.slow(fp)
		}
		r, s := call(*(*A)(a), *(*B)(b))
		set(&c.results[0], f, r)
		set(&c.results[1], f, s)
		return c.next
	}
}

// after returns what comes after a call with the result at r. Only bools branch.
func (c *compiled) after(r unsafe.Pointer) step {
	if c.results[0].kind == uintptr(reflect.Bool) && !*(*bool)(r) {
		return c.no
	}
	return c.next
}
