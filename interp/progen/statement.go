package progen

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// statements writes about n statements.
func (g *generator) statements(n int) {
	for range n {
		g.statement()
	}
}

func (g *generator) statement() {
	if g.size <= 0 || !g.affords(1) {
		return
	}
	g.size--
	g.begin()
	kinds := []func(){
		g.declaration, g.declaration, g.declaration, g.assignment, g.assignment, g.assignment,
		g.print, g.print, g.print, g.call, g.call, g.collection, g.swap, g.closure, g.update,
		g.conditional, g.loop, g.loop, g.switchStatement, g.typeSwitch, g.deferStatement,
		g.tryBlock, g.throw, g.goroutines, g.selectStatement, g.copies, g.localType,
		g.jump, g.jump, g.gotoLoop, g.generics, g.commaOk, g.mutMethod, g.iterate,
	}
	if g.fn.depth > 3 {
		kinds = kinds[:15]
	}
	one(g.choices, kinds...)()
}

// declaration declares one or two variables.
func (g *generator) declaration() {
	t := g.someType()
	name := g.name("v")
	v := &variable{name: name, typ: t}
	switch g.n(6) {
	case 0:
		if zeroable(t) {
			g.line("var %s %s", name, g.ts(t))
			break
		}
		fallthrough
	case 1:
		g.line("var %s %s = %s", name, g.ts(t), g.expr(t, 3))
	case 2:
		t2, name2 := g.someType(), g.name("v")
		if types.IsInterface(t) || types.IsInterface(t2) {
			g.line("var %s, %s = %s, %s", name, name2, g.own(t, g.grow(t, 2)), g.typed(t2, 2))
		} else {
			g.line("%s, %s := %s, %s", name, name2, g.typed(t, 2), g.typed(t2, 2))
		}
		g.declare(&variable{name: name2, typ: t2})
	case 3:
		if fs := g.callable(func(s *types.Signature) bool { return s.Results().Len() > 1 }); len(fs) > 0 {
			f := one(g.choices, fs...)
			if g.alone(f) && g.affords(f.cost) {
				g.declareResults(f)
				return
			}
		}
		fallthrough
	default:
		g.line("%s := %s", name, g.typed(t, 3))
	}
	g.declare(v)
}

// declareResults declares a variable for each result of f.
func (g *generator) declareResults(f *function) {
	g.standalone(f)
	args := g.args(f.sig, 1)
	var names []string
	var vs []*variable
	for _, t := range list(f.sig.Results()) {
		v := &variable{name: g.name("v"), typ: t}
		names, vs = append(names, v.name), append(vs, v)
	}
	g.line("%s := %s(%s)", strings.Join(names, ", "), f.name, args)
	for _, v := range vs {
		g.declare(v)
	}
}

// standalone prepares a statement that is a call of f: its arguments must not
// panic, and print nothing if f does not.
func (g *generator) standalone(f *function) {
	g.loud, g.risk = false, false
	if f.risky {
		g.risked()
	}
}

// call calls any function for what it does.
func (g *generator) call() {
	fs := g.callable(func(*types.Signature) bool { return true })
	if len(fs) == 0 {
		g.print()
		return
	}
	f := one(g.choices, fs...)
	if !g.alone(f) || !g.affords(f.cost) {
		return
	}
	if f.sig.Results().Len() > 0 {
		g.declareResults(f)
		return
	}
	g.standalone(f)
	g.line("%s(%s)", f.name, g.args(f.sig, 2))
}

// assignable lists variables that may be set here.
func (g *generator) assignable(ok func(*variable) bool) []*variable {
	var vs []*variable
	for i, v := range g.fn.vars {
		if !v.fixed && !v.konst && (i >= g.fn.base || g.fn.mut) && ok(v) {
			vs = append(vs, v)
		}
	}
	if g.fn.mut && g.percent(40) {
		for _, v := range g.globals {
			if !v.fixed && ok(v) {
				vs = append(vs, v)
			}
		}
	}
	return vs
}

func anyVariable(*variable) bool { return true }

// assignment sets a variable, a field or an array element.
func (g *generator) assignment() {
	vs := g.assignable(anyVariable)
	if len(vs) == 0 {
		g.declaration()
		return
	}
	v := one(g.choices, vs...)
	place, t := v.name, v.typ
	for range g.n(3) {
		place, t = g.part(place, t)
	}
	i := info(t)
	_, param := t.(*types.TypeParam)
	switch {
	case param || i == 0 || g.percent(40):
		g.line("%s = %s", place, g.expr(t, 3))
	case i&types.IsInteger != 0 && g.percent(25):
		g.line("%s%s", place, one(g.choices, "++", "--"))
	case i&types.IsInteger != 0 && g.percent(25):
		g.line("%s %s %s %% 20", place, one(g.choices, "<<=", ">>="), g.value(types.Typ[types.Uint], 1))
	case i&types.IsInteger != 0:
		op := one(g.choices, "+=", "-=", "*=", "&=", "|=", "^=", "&^=", "/=", "%=")
		if op == "/=" || op == "%=" {
			g.line("%s %s %s | 1", place, op, g.value(t, 2))
			return
		}
		g.line("%s %s %s", place, op, g.expr(t, 2))
	case i&types.IsString != 0:
		g.line("%s += %s", place, g.basicLiteral(t).s)
	case i&types.IsNumeric != 0:
		g.line("%s %s %s", place, one(g.choices, "+=", "-="), g.expr(t, 2))
	default:
		g.line("%s = %s", place, g.expr(t, 2))
	}
}

// part goes to a field or an element of an array, if there is one.
func (g *generator) part(place string, t types.Type) (string, types.Type) {
	switch u := t.Underlying().(type) {
	case *types.Struct:
		if u.NumFields() > 0 {
			f := u.Field(g.n(u.NumFields()))
			return place + "." + f.Name(), f.Type()
		}
	case *types.Array:
		return fmt.Sprintf("%s[%d]", place, g.n(int(u.Len()))), u.Elem()
	}
	return place, t
}

// refer says whether what v refers to may be changed here.
func (g *generator) refer(v *variable) bool {
	return g.fn.mut || v.fresh && slices.Contains(g.fn.vars[g.fn.base:], v)
}

// collection changes a map or a slice.
func (g *generator) collection() {
	vs := g.visible(func(v *variable) bool {
		switch v.typ.Underlying().(type) {
		case *types.Map, *types.Slice:
			return !v.konst && g.refer(v)
		}
		return false
	})
	if len(vs) == 0 || g.percent(15) {
		g.freshCollection()
		return
	}
	v := one(g.choices, vs...)
	switch u := v.typ.Underlying().(type) {
	case *types.Map:
		switch g.n(5) {
		case 0:
			g.line("delete(%s, %s)", v.name, g.expr(u.Key(), 2))
		case 1:
			if g.percent(30) {
				g.line("clear(%s)", v.name)
			}
		default:
			if g.take() {
				g.line("%s[%s] = %s", v.name, g.expr(u.Key(), 1), g.expr(u.Elem(), 2))
				return
			}
			g.line("if %s != nil {\n%s[%s] = %s\n}", v.name, v.name, g.expr(u.Key(), 2), g.expr(u.Elem(), 2))
		}
	case *types.Slice:
		own := v.fresh || slices.Contains(g.assignable(anyVariable), v)
		switch g.n(6) {
		case 0, 1:
			if own {
				g.line("%s = append(%s, %s, %s)", v.name, v.name, g.expr(u.Elem(), 2), g.expr(u.Elem(), 1))
			}
		case 2:
			if g.take() {
				g.line("%s[%s] = %s", v.name, g.value(intType, 1), g.expr(u.Elem(), 2))
				return
			}
			g.line("if len(%s) > 1 {\n%s[1] = %s\n}", v.name, v.name, g.expr(u.Elem(), 2))
		case 3:
			g.line("copy(%s, %s)", v.name, g.typed(v.typ, 2))
		case 4:
			g.line("if len(%s) > 1 {\n%s[0], %s[1] = %s[1], %s[0]\n}", v.name, v.name, v.name, v.name, v.name)
		case 5:
			if own && g.percent(50) {
				g.line("%s = %s[:len(%s)/2]", v.name, v.name, v.name)
			}
		}
	}
}

// freshCollection declares a map or slice that only this function refers to.
func (g *generator) freshCollection() {
	t := g.pooled(types.NewSlice(intType), func(t types.Type) bool {
		switch t.Underlying().(type) {
		case *types.Map, *types.Slice:
			return true
		}
		return false
	})
	v := &variable{name: g.name("v"), typ: t, fixed: true, fresh: true}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		if solid(u.Elem()) || g.percent(50) {
			g.line("%s := %s{%s}", v.name, g.ts(t), g.expr(u.Elem(), 2))
		} else {
			g.line("%s := make(%s, %d)", v.name, g.ts(t), 1+g.n(3))
		}
	default:
		g.line("%s := make(%s)", v.name, g.ts(t))
	}
	g.declare(v)
}

// swap assigns to two places at once.
func (g *generator) swap() {
	vs := g.assignable(anyVariable)
	if len(vs) == 0 {
		return
	}
	a := one(g.choices, vs...)
	same := g.assignable(func(v *variable) bool { return v != a && types.Identical(v.typ, a.typ) })
	if len(same) == 0 {
		g.line("%s, _ = %s, %s", a.name, g.expr(a.typ, 2), g.typed(intType, 2))
		return
	}
	b := one(g.choices, same...)
	if g.percent(60) {
		g.line("%s, %s = %s, %s", a.name, b.name, g.read(b), g.read(a))
	} else {
		g.line("%s, %s = %s, %s", a.name, b.name, g.expr(a.typ, 2), g.expr(a.typ, 2))
	}
}

// update changes a variable through a pointer to it, or a pointer's target.
func (g *generator) update() {
	ps := g.visible(func(v *variable) bool {
		_, ok := v.typ.Underlying().(*types.Pointer)
		return ok && g.refer(v)
	})
	if len(ps) > 0 && g.percent(60) {
		p := one(g.choices, ps...)
		elem := p.typ.Underlying().(*types.Pointer).Elem()
		place, t := g.part("(*"+g.read(p)+")", elem)
		g.line("%s = %s", place, g.expr(t, 2))
		return
	}
	vs := g.assignable(func(v *variable) bool { return !solid(v.typ) })
	if len(vs) == 0 {
		return
	}
	v := one(g.choices, vs...)
	v.used = true
	p, value := g.name("p"), g.expr(v.typ, 2)
	g.line("%s := &%s\n*%s = %s", p, v.name, p, value)
	g.declare(&variable{name: p, typ: types.NewPointer(v.typ), fixed: true})
}
