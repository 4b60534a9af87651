package progen

import (
	"go/token"
	"go/types"
	"slices"
)

var anyType = types.Universe.Lookup("any").Type()

func basics() []types.Type {
	var ts []types.Type
	for k := types.Bool; k <= types.String; k++ {
		ts = append(ts, types.Typ[k])
	}
	return append(ts, types.Universe.Lookup("byte").Type(), types.Universe.Lookup("rune").Type())
}

func (g *generator) basic() types.Type { return one(g.choices, basics()...) }

// newType makes a type whose values can be printed.
func (g *generator) newType(d int) types.Type {
	if d == 0 || g.percent(25) {
		if len(g.named) > 0 && g.percent(40) {
			return one(g.choices, g.named...)
		}
		return g.basic()
	}
	switch g.n(7) {
	case 0, 1:
		return types.NewSlice(g.newType(d - 1))
	case 2:
		return types.NewArray(g.newType(d-1), int64(1+g.n(4)))
	case 3:
		return types.NewMap(g.keyType(d-1), g.newType(d-1))
	case 4:
		return g.structType(d-1, g.percent(30))
	case 5:
		return anyType
	}
	return g.instance(d - 1)
}

// keyType makes a type that is comparable for certain.
func (g *generator) keyType(d int) types.Type {
	for range 4 {
		if t := g.newType(d); strictlyComparable(t) && !holdsFloat(t) {
			return t
		}
	}
	return one(g.choices, types.Typ[types.String], types.Typ[types.Int], types.Typ[types.Int8])
}

// structType makes a struct type. With embeds, named types may be embedded.
func (g *generator) structType(d int, embeds bool) *types.Struct {
	var fields []*types.Var
	have := map[string]bool{}
	for i := range 1 + g.n(4) {
		name := one(g.choices, "A", "B", "C", "X", "y", "z", "n") + string(rune('0'+i))
		if embeds && len(g.named) > 0 && g.percent(40) {
			n := one(g.choices, g.named...)
			if name := n.Obj().Name(); !have[name] {
				have[name] = true
				fields = append(fields, types.NewField(token.NoPos, g.pkg, name, n, true))
				continue
			}
		}
		fields = append(fields, types.NewField(token.NoPos, g.pkg, name, g.newType(d), false))
	}
	var tags []string
	if g.percent(15) {
		tags = []string{`json:"first,omitempty"`}
	}
	return types.NewStruct(fields, tags)
}

// someType is a type of the pool, or a new one.
func (g *generator) someType() types.Type {
	if g.percent(85) {
		return one(g.choices, g.pool...)
	}
	return g.newType(2)
}

// pooled returns a type of the pool for which ok holds, or other.
func (g *generator) pooled(other types.Type, ok func(types.Type) bool) types.Type {
	at := g.n(len(g.pool))
	for i := range g.pool {
		if t := g.pool[(at+i)%len(g.pool)]; ok(t) {
			return t
		}
	}
	return other
}

// strictlyComparable says that values of t can be compared and never panic.
func strictlyComparable(t types.Type) bool {
	return types.Comparable(t) && !holds(t, func(t types.Type) bool {
		return types.IsInterface(t)
	})
}

func holdsFloat(t types.Type) bool {
	return holds(t, func(t types.Type) bool {
		b, ok := t.Underlying().(*types.Basic)
		return ok && b.Info()&(types.IsFloat|types.IsComplex) != 0
	})
}

// holds says whether t or a part of its values satisfies ok.
func holds(t types.Type, ok func(types.Type) bool) bool {
	if ok(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return holds(u.Elem(), ok)
	case *types.Array:
		return holds(u.Elem(), ok)
	case *types.Pointer:
		return holds(u.Elem(), ok)
	case *types.Map:
		return holds(u.Key(), ok) || holds(u.Elem(), ok)
	case *types.Struct:
		for f := range u.Fields() {
			if holds(f.Type(), ok) {
				return true
			}
		}
	}
	return false
}

// printable says that fmt prints values of t without addresses.
func (g *generator) printable(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
		if _, ok := t.Underlying().(*types.Basic); ok || types.IsInterface(t) {
			return false
		}
		if _, ok := t.Underlying().(*types.Pointer); ok {
			return false
		}
	}
	if _, ok := t.(*types.TypeParam); ok {
		return true
	}
	if isIface(t) {
		return !slices.ContainsFunc(g.implementers(t), func(t types.Type) bool { return !g.printable(t) })
	}
	return !holds(t, func(t types.Type) bool {
		switch t.Underlying().(type) {
		case *types.Pointer, *types.Signature, *types.Chan:
			return true
		}
		return isIface(t)
	})
}

// isIface says that t is an interface with methods, whose values are never
// nil and may be pointers.
func isIface(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() > 0
}

// solid says that values of t must come from where none are nil.
func solid(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Signature, *types.Chan:
		return true
	}
	return isIface(t)
}

// info is the kind of a basic type, 0 for others.
func info(t types.Type) types.BasicInfo {
	if b, ok := t.Underlying().(*types.Basic); ok {
		return b.Info()
	}
	return 0
}

func ordered(t types.Type) bool { return info(t)&types.IsOrdered != 0 }

// zeroable says that a zero value of t holds no nil that would be used.
func zeroable(t types.Type) bool {
	_, param := t.(*types.TypeParam)
	return param || !solid(t)
}

func contains(ts []types.Type, t types.Type) bool {
	return slices.ContainsFunc(ts, func(u types.Type) bool { return types.Identical(t, u) })
}
