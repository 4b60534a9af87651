package progen

import (
	"go/token"
	"go/types"
	"strings"
)

// spec is a method that several types have.
type spec struct {
	name    string
	params  []types.Type
	results []types.Type
	mut     bool
}

// declareTypes writes the named types of the program and fills the pool.
func (g *generator) declareTypes() {
	g.loadGeneric()
	for range 2 + g.n(3) {
		g.declareType(g.basic())
	}
	for range 1 + g.n(3) {
		g.declareType(g.structType(1, true))
	}
	if g.percent(60) {
		g.declareType(one[types.Type](g.choices, types.NewSlice(g.newType(1)),
			types.NewMap(g.keyType(1), g.newType(1)), types.NewArray(g.newType(1), int64(1+g.n(3)))))
	}
	g.pool = append(g.pool, types.Typ[types.Int], types.Typ[types.String], types.Typ[types.Bool],
		g.basic(), g.basic(), g.basic(), anyType)
	for _, n := range g.named {
		g.pool = append(g.pool, n)
	}
	for range 3 + g.n(6) {
		g.pool = append(g.pool, g.newType(2))
	}
	for range 1 + g.n(3) {
		g.pool = append(g.pool, types.NewPointer(g.pooled(types.Typ[types.Int], func(t types.Type) bool { return !solid(t) })))
	}
	g.pool = append(g.pool, g.funcType())
}

func (g *generator) funcType() *types.Signature {
	var params []types.Type
	for range g.n(3) {
		params = append(params, one(g.choices, g.pool...))
	}
	return signature(params, []types.Type{one(g.choices, g.pool...)}, false)
}

func (g *generator) declareType(under types.Type) *types.Named {
	name := g.global(one(g.choices, "Point", "Kind", "Box", "state", "Item", "T"))
	n := types.NewNamed(types.NewTypeName(token.NoPos, g.pkg, name, nil), under, nil)
	g.line("type %s %s\n", name, g.ts(under))
	g.named = append(g.named, n)
	return n
}

func signature(params, results []types.Type, variadic bool) *types.Signature {
	return types.NewSignatureType(nil, nil, nil, tuple(params), tuple(results), variadic)
}

func tuple(ts []types.Type) *types.Tuple {
	var vars []*types.Var
	for _, t := range ts {
		vars = append(vars, types.NewParam(token.NoPos, nil, "", t))
	}
	return types.NewTuple(vars...)
}

func list(t *types.Tuple) []types.Type {
	var ts []types.Type
	for v := range t.Variables() {
		ts = append(ts, v.Type())
	}
	return ts
}

// declareMethods gives the named types methods, and makes interfaces of them.
func (g *generator) declareMethods() {
	for _, name := range []string{"Area", "Get", "With", "Bump", "Set"} {
		s := spec{name: name + g.tag, mut: name == "Bump" || name == "Set"}
		for range g.n(3) {
			s.params = append(s.params, one(g.choices, g.pool...))
		}
		if !s.mut || g.percent(40) {
			s.results = []types.Type{one(g.choices, g.pool...)}
		}
		g.specs = append(g.specs, s)
		g.methods[s.name] = &function{name: s.name, cost: methodCost, mut: s.mut}
	}
	for _, name := range []string{"String", "Error", "GoString"} {
		g.methods[name] = &function{name: name, cost: methodCost}
	}
	type body struct {
		n       *types.Named
		s       spec
		pointer bool
	}
	var bodies []body
	for _, n := range g.named {
		specs := append([]spec{}, g.specs...)
		text := []types.Type{types.Typ[types.String]}
		specs = append(specs, spec{name: one(g.choices, "String", "String", "Error", "GoString"), results: text})
		pointers := g.percent(40)
		for _, s := range specs {
			if !g.percent(45) || hasField(n, s.name) {
				continue
			}
			b := body{n, s, s.mut || pointers && s.name != "String" && s.name != "Error" && s.name != "GoString"}
			recv := types.Type(n)
			if b.pointer {
				recv = types.NewPointer(n)
			}
			sig := types.NewSignatureType(types.NewParam(token.NoPos, g.pkg, "r", recv), nil, nil, tuple(s.params), tuple(s.results), false)
			n.AddMethod(types.NewFunc(token.NoPos, g.pkg, s.name, sig))
			bodies = append(bodies, b)
		}
	}
	g.declareInterfaces()
	for _, b := range bodies {
		recv := types.Type(b.n)
		if b.pointer {
			recv = types.NewPointer(b.n)
		}
		g.size = 3
		g.enter(&fn{limit: methodCost, weight: 1, quiet: true, mut: b.s.mut})
		g.declare(&variable{name: "r", typ: recv, used: true, fixed: true, fresh: b.s.mut})
		g.body("func (r "+g.ts(recv)+") "+b.s.name, b.s.params, b.s.results, false)
		g.leave()
	}
}

// hasField guards against a method that hides an embedded field's name.
func hasField(n *types.Named, name string) bool {
	s, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Name() == name {
			return true
		}
	}
	return false
}

// declareInterfaces makes interfaces that some type implements.
func (g *generator) declareInterfaces() {
	for _, n := range g.named {
		var have []*types.Func
		set := types.NewMethodSet(types.NewPointer(n))
		for sel := range set.Methods() {
			if f := sel.Obj().(*types.Func); g.methods[f.Name()] != nil && g.percent(70) {
				sig := f.Signature()
				have = append(have, types.NewFunc(token.NoPos, g.pkg, f.Name(),
					types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), false)))
			}
		}
		if len(have) == 0 || len(g.ifaces) > 2 {
			continue
		}
		name := g.global(one(g.choices, "Shape", "Getter", "Namer"))
		under := types.NewInterfaceType(have, nil).Complete()
		i := types.NewNamed(types.NewTypeName(token.NoPos, g.pkg, name, nil), under, nil)
		g.line("type %s %s\n", name, g.ts(under))
		g.ifaces = append(g.ifaces, i)
		g.pool = append(g.pool, i)
	}
}

// implementers are the types that can be stored in an interface type.
func (g *generator) implementers(t types.Type) []types.Type {
	i := t.Underlying().(*types.Interface)
	var ts []types.Type
	if i.NumMethods() == 0 {
		for _, t := range g.pool {
			if _, pointer := t.Underlying().(*types.Pointer); !pointer && !isIface(t) && g.printable(t) && !types.IsInterface(t) {
				ts = append(ts, t)
			}
		}
		return ts
	}
	for _, n := range g.named {
		if types.Implements(n, i) {
			ts = append(ts, n)
		}
		if p := types.NewPointer(n); types.Implements(p, i) {
			ts = append(ts, p)
		}
	}
	return ts
}

// declareGlobals writes package variables and constants, in an order that
// differs from that of their initialisation.
func (g *generator) declareGlobals() {
	g.constants(g.global)
	for range 1 + g.n(4) {
		t := g.someType()
		g.size = 2
		g.enter(&fn{limit: 20, weight: 1, quiet: true})
		v := &variable{name: g.global("g"), typ: t, used: true}
		if zeroable(t) && g.percent(30) {
			g.line("var %s %s", v.name, g.ts(t))
		} else {
			g.line("var %s %s = %s", v.name, g.ts(t), g.expr(t, 2))
		}
		g.leave()
		g.globals = append(g.globals, v)
	}
	g.line("")
}

// constants writes a block of constants with iota.
func (g *generator) constants(name func(string) string) {
	t := g.pooled(types.Typ[types.Uint8], func(t types.Type) bool { return info(t)&types.IsInteger != 0 })
	first := g.n(3)
	expr := one(g.choices, "iota", "iota + 1", "1 << iota", "iota * iota", "(iota + 3) % 4", "'a' + iota")
	var names []string
	g.line("const (")
	for i := range 2 + g.n(4) {
		n := name("c")
		switch {
		case i == 0 && first == 0:
			g.line("%s = %s", n, expr)
		case i == 0:
			g.line("%s %s = %s", n, g.ts(t), expr)
		default:
			g.line("%s", n)
		}
		names = append(names, n)
	}
	g.line(")\n")
	typ := t
	if first == 0 {
		typ = types.Typ[types.Int]
		if strings.Contains(expr, "'a'") {
			typ = types.Typ[types.Rune]
		}
	}
	for _, n := range names {
		v := &variable{name: n, typ: typ, used: true, fixed: true, konst: true}
		if g.fn != nil {
			g.declare(v)
		} else {
			g.globals = append(g.globals, v)
		}
	}
}
