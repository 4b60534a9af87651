package engine

import (
	"go/constant"
	"reflect"
	"unsafe"
)

// place says where an operand is when its node runs.
type place struct {
	depth int // frames outwards from the function's own
	index int
	fixed words // of a constant
	typ   reflect.Type
}

const (
	inRoot  = -1
	isFixed = -2
)

// at returns the place's value in the frame f.
func (p *place) at(f *activation) *words {
	if p.depth == 0 {
		return &f.data[p.index]
	}
	return p.far(f)
}

func (p *place) far(f *activation) *words {
	switch p.depth {
	case isFixed:
		return &p.fixed
	case inRoot:
		return &f.root.data[p.index]
	}
	for range p.depth {
		f = f.anc
	}
	return &f.data[p.index]
}

// own says whether the place is a variable of the function that uses it.
func (p *place) own() bool { return p.depth == 0 }

// placeOf finds an operand, as yaegi's genValue does. Its type is nil when that
// is not known before it runs.
func (g *graph) placeOf(v *vertex, n node) (place, bool) {
	if r := *at[reflect.Value](n, g.rval); r.IsValid() {
		return place{depth: isFixed, fixed: of(r), typ: r.Type()}, true
	}
	switch g.kindOf(n) {
	case "basicLit", "funcDecl":
		return place{}, false
	}
	p := place{index: *at[int](n, g.findex), depth: *at[int](n, g.level)}
	if sym := *at[unsafe.Pointer](n, g.sym); sym != nil {
		p.index = *at[int](sym, g.symIndex)
		if *at[bool](sym, g.symGlobal) {
			p.depth = inRoot
		}
	}
	if p.index < 0 || p.depth < inRoot {
		return place{}, false
	}
	p.typ = g.typeAt(v.body, p.depth, p.index)
	return p, true
}

// resultOf finds the place where a node leaves its result.
func (g *graph) resultOf(v *vertex) (place, bool) {
	p := place{index: *at[int](v.node, g.findex), depth: *at[int](v.node, g.level)}
	if sym := *at[unsafe.Pointer](v.node, g.sym); sym != nil || p.index < 0 || p.depth < inRoot {
		return place{}, false
	}
	p.typ = g.typeAt(v.body, p.depth, p.index)
	return p, true
}

// typeAt returns the type that yaegi has reserved a place for.
func (g *graph) typeAt(b *body, depth, index int) reflect.Type {
	types := g.globalTypes
	if depth != inRoot {
		for ; depth > 0 && b != nil; depth-- {
			b = b.outer
		}
		if b == nil {
			return nil
		}
		types = *at[[]reflect.Type](b.function, g.frameTypes)
	}
	if index >= len(types) {
		return nil
	}
	return types[index]
}

// constantAs gives a constant operand the type t, that of the operation: untyped
// ones are constant.Values. It changes nothing for variables.
func (p *place) constantAs(t reflect.Type) bool {
	if p.depth != isFixed {
		return p.typ == t
	}
	v := p.fixed.value()
	if p.typ == t && p.fixed.flag&flagIndirect != 0 {
		p.fixed.flag = flagVariable | uintptr(t.Kind())
		return true
	}
	if c, ok := v.Interface().(constant.Value); ok {
		if v = plainConstant(c); !v.IsValid() {
			return false
		}
	}
	if !v.CanConvert(t) || !sameClass(v.Kind(), t.Kind()) {
		return false
	}
	fixed := reflect.New(t).Elem()
	fixed.Set(v.Convert(t))
	p.fixed, p.typ = of(fixed), t
	return true
}

func plainConstant(c constant.Value) reflect.Value {
	switch c.Kind() {
	case constant.Int:
		if i, exact := constant.Int64Val(c); exact {
			return reflect.ValueOf(i)
		}
	case constant.Float:
		f, _ := constant.Float64Val(c)
		return reflect.ValueOf(f)
	case constant.String:
		return reflect.ValueOf(constant.StringVal(c))
	case constant.Bool:
		return reflect.ValueOf(constant.BoolVal(c))
	}
	return reflect.Value{}
}

// sameClass says whether a conversion from a to b changes the representation at
// most.
func sameClass(a, b reflect.Kind) bool {
	float := func(k reflect.Kind) bool { return k == reflect.Float32 || k == reflect.Float64 }
	return a == b || isInteger(a) && (isInteger(b) || float(b)) || float(a) && float(b)
}

func isInteger(k reflect.Kind) bool { return reflect.Int <= k && k <= reflect.Uintptr }
