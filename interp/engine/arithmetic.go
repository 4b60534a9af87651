package engine

import (
	"reflect"
	"unsafe"
)

// operation is a node that computes one value from two.
type operation struct {
	a, b, d  place
	operand  uintptr // the flag of an operand that is a variable
	result   uintptr // that of the result
	next, no step
	slow     step // yaegi's code, which also panics as it should
}

// fits says whether the operands are as the fast code needs them.
func (o *operation) fits(a, b, d *words) bool {
	return (a.flag|flagAddress)^o.operand|(b.flag|flagAddress)^o.operand|d.flag^o.result == 0
}

// number are the types that yaegi calculates with by reflection.
type number interface{ integer | ~float32 | ~float64 }

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// twoOperands improves an operation on two operands of one basic type.
func twoOperands(op string) improvement {
	return func(g *graph, v *vertex, slow step) step {
		children := g.childrenOf(v.node)
		d, ok := g.resultOf(v)
		if !ok || len(children) != 2 {
			return nil
		}
		return g.operate(op, v, children[0], children[1], d, slow)
	}
}

// assigning improves x op= y, and x++ as x += 1.
func assigning(op string) improvement {
	return func(g *graph, v *vertex, slow step) step {
		children := g.childrenOf(v.node)
		if len(children) == 0 || !g.assignable(children[0]) {
			return nil
		}
		d, ok := g.placeOf(v, children[0])
		if !ok || d.depth == isFixed {
			return nil
		}
		if len(children) == 1 {
			return g.calculate(op, v, operation{a: d, b: one, d: d, slow: slow})
		}
		return g.operate(op, v, children[0], children[1], d, slow)
	}
}

var one = func() place {
	v := reflect.ValueOf(1)
	return place{depth: isFixed, fixed: of(v), typ: v.Type()}
}()

// assignable says whether what stands on the left is a place in memory: an
// element of a map is not.
func (g *graph) assignable(n node) bool {
	switch g.kindOf(n) {
	case "identExpr", "selectorExpr", "starExpr":
		return true
	case "indexExpr":
		v := g.of[n]
		return v != nil && v.generator == "getIndexArray"
	}
	return false
}

func (g *graph) operate(op string, v *vertex, x, y node, d place, slow step) step {
	a, ok0 := g.placeOf(v, x)
	b, ok1 := g.placeOf(v, y)
	if !ok0 || !ok1 {
		return nil
	}
	return g.calculate(op, v, operation{a: a, b: b, d: d, slow: slow})
}

func (g *graph) calculate(op string, v *vertex, o operation) step {
	t, shifts := o.a.typ, op == "<<" || op == ">>"
	switch {
	case o.a.depth != isFixed:
	case shifts:
		t = o.d.typ
	default:
		t = o.b.typ
	}
	if t == nil || o.d.typ == nil || !o.a.constantAs(t) {
		return nil
	}
	if shifts {
		if o.b.depth == isFixed && !o.b.constantAs(reflect.TypeFor[uint]()) || o.b.typ == nil || !isInteger(o.b.typ.Kind()) {
			return nil
		}
	} else if !o.b.constantAs(t) {
		return nil
	}
	o.operand = flagVariable | uintptr(t.Kind())
	o.result = flagVariable | uintptr(o.d.typ.Kind())
	o.next = g.follow(*at[node](v.node, g.tnext))
	o.no = o.next
	switch op {
	case "==", "!=", "<", "<=", ">", ">=":
		if o.d.typ.Kind() != reflect.Bool {
			return nil
		}
		o.next, o.no = g.branches(v, o.d)
		v.calm = true
		if code := ints(op, &o); code != nil {
			return code
		}
		return compareKind(op, t.Kind(), &o)
	}
	if o.d.typ != t || *at[node](v.node, g.fnext) != nil {
		return nil
	}
	if t := g.advances(op, &o); t != nil {
		return advance(&o, t, g.run.Cancelling())
	}
	if code := ints(op, &o); code != nil {
		return code
	}
	return calculateKind(op, t.Kind(), &o)
}

// follow returns the code that comes next, without the nodes that do nothing.
func (g *graph) follow(n node) step {
	for n != nil {
		v := g.of[n]
		next := *at[node](n, g.tnext)
		if v == nil || v.generator != "nop" || next == nil || *at[step](next, g.exec) == nil {
			break
		}
		n = next
	}
	if n == nil {
		return nil
	}
	return *at[step](n, g.exec)
}

// branches returns the code that follows when the result at d is true, and when
// it is false. A node that only looks at the result again is left out.
func (g *graph) branches(v *vertex, d place) (yes, no step) {
	tnext, fnext := *at[node](v.node, g.tnext), *at[node](v.node, g.fnext)
	t, f := tnext, fnext
	if b := g.of[tnext]; tnext != nil && b != nil && b.generator == "branch" && *at[unsafe.Pointer](tnext, g.sym) == nil &&
		*at[int](tnext, g.findex) == d.index && *at[int](tnext, g.level) == d.depth {
		yesNode, noNode := *at[node](tnext, g.tnext), *at[node](tnext, g.fnext)
		if g.generated(yesNode) && g.generated(noNode) {
			t = yesNode
			if fnext == nil {
				f = noNode
			}
		}
	}
	yes = g.follow(t)
	if f == nil {
		return yes, yes
	}
	return yes, g.follow(f)
}

// generated says whether a node has its code.
func (g *graph) generated(n node) bool { return n != nil && *at[step](n, g.exec) != nil }

func calculateKind(op string, k reflect.Kind, o *operation) step {
	switch k {
	case reflect.Int:
		return calculateInteger[int](op, o)
	case reflect.Int8:
		return calculateInteger[int8](op, o)
	case reflect.Int16:
		return calculateInteger[int16](op, o)
	case reflect.Int32:
		return calculateInteger[int32](op, o)
	case reflect.Int64:
		return calculateInteger[int64](op, o)
	case reflect.Uint:
		return calculateInteger[uint](op, o)
	case reflect.Uint8:
		return calculateInteger[uint8](op, o)
	case reflect.Uint16:
		return calculateInteger[uint16](op, o)
	case reflect.Uint32:
		return calculateInteger[uint32](op, o)
	case reflect.Uint64:
		return calculateInteger[uint64](op, o)
	case reflect.Uintptr:
		return calculateInteger[uintptr](op, o)
	case reflect.Float32:
		return calculateNumber[float32](op, o)
	case reflect.Float64:
		return calculateNumber[float64](op, o)
	case reflect.String:
		if op == "+" {
			return add[string](o)
		}
	}
	return nil
}

func calculateNumber[T number](op string, o *operation) step {
	switch op {
	case "+":
		return add[T](o)
	case "-":
		return subtract[T](o)
	case "*":
		return multiply[T](o)
	}
	return nil
}

//go:noinline
func add[T number | string](o *operation) step {
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		*(*T)(d.ptr) = *(*T)(a.ptr) + *(*T)(b.ptr)
		return o.next
	}
}

//go:noinline
func subtract[T number](o *operation) step {
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		*(*T)(d.ptr) = *(*T)(a.ptr) - *(*T)(b.ptr)
		return o.next
	}
}

//go:noinline
func multiply[T number](o *operation) step {
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		*(*T)(d.ptr) = *(*T)(a.ptr) * *(*T)(b.ptr)
		return o.next
	}
}

//go:noinline
func calculateInteger[T integer](op string, o *operation) step {
	var f func(a, b T) T
	switch op {
	case "/", "%":
		return divide[T](op, o)
	case "<<", ">>":
		return shift[T](op, o)
	case "&":
		f = func(a, b T) T { return a & b }
	case "|":
		f = func(a, b T) T { return a | b }
	case "^":
		f = func(a, b T) T { return a ^ b }
	case "&^":
		f = func(a, b T) T { return a &^ b }
	default:
		return calculateNumber[T](op, o)
	}
	return func(fp frame) step {
		fr := (*activation)(fp)
		a, b, d := o.a.at(fr), o.b.at(fr), o.d.at(fr)
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		*(*T)(d.ptr) = f(*(*T)(a.ptr), *(*T)(b.ptr))
		return o.next
	}
}

// divide leaves a division by zero to yaegi, which panics.
//
//go:noinline
func divide[T integer](op string, o *operation) step {
	remainder := op == "%"
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if !o.fits(a, b, d) || *(*T)(b.ptr) == 0 {
			return o.slow(fp)
		}
		if remainder {
			*(*T)(d.ptr) = *(*T)(a.ptr) % *(*T)(b.ptr)
		} else {
			*(*T)(d.ptr) = *(*T)(a.ptr) / *(*T)(b.ptr)
		}
		return o.next
	}
}

// shift shifts as Go does: yaegi takes a negative count for a large one.
//
//go:noinline
func shift[T integer](op string, o *operation) step {
	left, signed := op == "<<", reflect.Int <= o.b.typ.Kind() && o.b.typ.Kind() <= reflect.Int64
	counter := flagVariable | uintptr(o.b.typ.Kind())
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if (a.flag|flagAddress)^o.operand|(b.flag|flagAddress)^counter|d.flag^o.result != 0 {
			return o.slow(fp)
		}
		var count uint64
		if signed {
			n := b.value().Int()
			if n < 0 {
				*(*T)(d.ptr) = T(1) << n // panics
			}
			count = uint64(n)
		} else {
			count = b.value().Uint()
		}
		if left {
			*(*T)(d.ptr) = *(*T)(a.ptr) << count
		} else {
			*(*T)(d.ptr) = *(*T)(a.ptr) >> count
		}
		return o.next
	}
}
