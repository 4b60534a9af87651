package progen

import (
	"fmt"
	"go/types"
)

var intType, stringType, boolType = types.Typ[types.Int], types.Typ[types.String], types.Typ[types.Bool]

// shared makes an expression in a way that works for any type, or "".
func (g *generator) shared(t types.Type, d int) string {
	switch g.n(14) {
	case 0, 1:
		return g.callExpr(t, d)
	case 2, 3:
		return g.methodExpr(t, d)
	case 4:
		if !solid(t) {
			return g.element(t, d)
		}
	case 5:
		if g.loud {
			return fmt.Sprintf("%s(%d, %s)", g.help("trace"), g.n(100), g.typed(t, d))
		}
	case 6:
		return fmt.Sprintf("%s(%s, %s, %s)", g.help("pick"), g.expr(boolType, d), g.typed(t, d), g.typed(t, d))
	case 7:
		if _, param := t.(*types.TypeParam); param || types.IsInterface(t) {
			return ""
		}
		return fmt.Sprintf("any(%s).(%s)", g.typed(t, d), g.ts(t))
	case 8:
		if g.percent(30) && !solid(t) && g.take() {
			return "(*" + g.help("id") + "((*" + g.ts(t) + ")(nil)))"
		}
		return g.badAssertion(t)
	case 9:
		return g.closureCall(t, d)
	case 10:
		if !solid(t) {
			return g.field(t)
		}
	case 11:
		if p := types.NewPointer(t); !solid(t) && g.percent(50) {
			return "(*" + g.help("ref") + "(" + g.typed(p.Elem(), d) + "))"
		}
		return fmt.Sprintf("(<-%s(%s))", g.help("sent"), g.typed(t, d))
	case 12:
		return g.literalPart(t, d)
	case 13:
		return g.throughGeneric(t, d)
	}
	return ""
}

// callExpr calls a function or a variable with a function in it.
func (g *generator) callExpr(t types.Type, d int) string {
	fs := g.callable(func(s *types.Signature) bool {
		return s.Results().Len() == 1 && types.Identical(s.Results().At(0).Type(), t)
	})
	if len(fs) > 0 && g.percent(70) {
		f := one(g.choices, fs...)
		if !g.inExpr(f) || !g.affords(f.cost) {
			return ""
		}
		g.note(f)
		return f.name + "(" + g.args(f.sig, d) + ")"
	}
	if g.percent(30) && len(g.generic) > 0 {
		return g.genericCall(t, d)
	}
	vs := g.visible(func(v *variable) bool {
		s, ok := v.typ.Underlying().(*types.Signature)
		return ok && s.Results().Len() == 1 && types.Identical(s.Results().At(0).Type(), t)
	})
	if len(vs) == 0 || !g.affords(methodCost) {
		return ""
	}
	v := one(g.choices, vs...)
	return g.read(v) + "(" + g.args(v.typ.Underlying().(*types.Signature), d) + ")"
}

// methodExpr calls a method that changes nothing: x.M(), T.M(x), (x.M)().
func (g *generator) methodExpr(t types.Type, d int) string {
	type method struct {
		v   *variable
		sel *types.Selection
	}
	var ms []method
	for _, v := range g.visible(func(v *variable) bool { return !v.konst }) {
		recv := v.typ
		if _, ok := recv.(*types.Named); ok && !types.IsInterface(recv) {
			recv = types.NewPointer(recv) // variables are addressable
		}
		set := types.NewMethodSet(recv)
		for sel := range set.Methods() {
			sig := sel.Obj().(*types.Func).Signature()
			if f := g.methods[sel.Obj().Name()]; f != nil && !f.mut && sig.Results().Len() == 1 && types.Identical(sig.Results().At(0).Type(), t) {
				ms = append(ms, method{v, sel})
			}
		}
	}
	if len(ms) == 0 || !g.affords(methodCost) {
		return ""
	}
	m := one(g.choices, ms...)
	sig, name := m.sel.Obj().(*types.Func).Signature(), m.sel.Obj().Name()
	args := g.args(sig, d)
	switch {
	case g.percent(15):
		return fmt.Sprintf("(%s.%s)(%s)", g.read(m.v), name, args)
	case g.percent(15) && types.NewMethodSet(m.v.typ).Lookup(g.pkg, name) != nil:
		recv := g.ts(m.v.typ)
		if args != "" {
			args = ", " + args
		}
		return fmt.Sprintf("(%s).%s(%s%s)", recv, name, g.read(m.v), args)
	}
	return fmt.Sprintf("%s.%s(%s)", g.read(m.v), name, args)
}

// element indexes a variable that holds elements of type t.
func (g *generator) element(t types.Type, d int) string {
	elem := func(v *variable) types.Type {
		switch u := v.typ.Underlying().(type) {
		case *types.Slice:
			return u.Elem()
		case *types.Array:
			return u.Elem()
		case *types.Map:
			return u.Elem()
		case *types.Pointer:
			if a, ok := u.Elem().Underlying().(*types.Array); ok {
				return a.Elem()
			}
		}
		return nil
	}
	vs := g.visible(func(v *variable) bool { e := elem(v); return e != nil && types.Identical(e, t) })
	if len(vs) == 0 {
		return ""
	}
	v := one(g.choices, vs...)
	switch u := v.typ.Underlying().(type) {
	case *types.Map:
		return fmt.Sprintf("%s[%s]", g.read(v), g.expr(u.Key(), d))
	case *types.Slice:
		if g.take() {
			return fmt.Sprintf("%s[%s]", g.read(v), g.value(intType, d))
		}
		return fmt.Sprintf("%s(%s, %s)", g.help("at"), g.read(v), g.expr(intType, d))
	case *types.Array:
		return fmt.Sprintf("%s[%s]", g.read(v), g.index(int(u.Len()), d))
	case *types.Pointer:
		return fmt.Sprintf("%s[%s]", g.read(v), g.index(int(u.Elem().Underlying().(*types.Array).Len()), d))
	}
	return ""
}

// index is an index into n elements, which is out of range where the
// statement may panic.
func (g *generator) index(n, d int) string {
	if g.percent(40) {
		return fmt.Sprint(g.n(n))
	}
	if g.take() {
		return g.value(intType, d)
	}
	return fmt.Sprintf("%s%%%d", g.value(types.Typ[types.Uint], d), n)
}

// take takes the statement's one panic, if it still has it and likes to.
func (g *generator) take() bool {
	if !g.risk || !g.percent(60) {
		return false
	}
	g.risk = false
	g.risked()
	return true
}

// badAssertion is x.(T) for an x that often holds another type.
func (g *generator) badAssertion(t types.Type) string {
	if _, param := t.(*types.TypeParam); param || solid(t) || types.IsInterface(t) {
		return ""
	}
	vs := g.visible(func(v *variable) bool { return types.Identical(v.typ, anyType) })
	if len(vs) == 0 || !g.take() {
		return ""
	}
	return fmt.Sprintf("%s.(%s)", g.read(one(g.choices, vs...)), g.ts(t))
}

// closureCall calls a function literal at once.
func (g *generator) closureCall(t types.Type, d int) string {
	var params []types.Type
	for range g.n(2) {
		params = append(params, g.someType())
	}
	if _, ok := t.(*types.TypeParam); ok || g.fn == nil || g.fn.depth > 3 || !g.affords(15) {
		return ""
	}
	sig := signature(params, []types.Type{t}, false)
	return g.literal(sig) + "(" + g.args(sig, d) + ")"
}

// literalPart takes t out of a composite literal.
func (g *generator) literalPart(t types.Type, d int) string {
	switch g.n(4) {
	case 0:
		return fmt.Sprintf("[]%s{%s, %s}[%d]", g.ts(t), g.expr(t, d), g.expr(t, d), g.n(2))
	case 1:
		return fmt.Sprintf("struct{ V %s }{%s}.V", g.ts(t), g.expr(t, d))
	case 2:
		if !solid(t) {
			return fmt.Sprintf("map[string]%s{%q: %s}[%s]", g.ts(t), one(g.choices, "", "a", "é"), g.expr(t, d), g.expr(stringType, d))
		}
	case 3:
		return fmt.Sprintf("[...]%s{%s, %s}[%s%%2]", g.ts(t), g.expr(t, d), g.expr(t, d), g.value(types.Typ[types.Uint], d))
	}
	return ""
}
