package lower

import (
	"go/ast"
	"go/token"
	"go/types"
)

func (g *fn) rangeStmt(b *block, s *ast.RangeStmt) {
	t := types.Default(g.typeOf(s.X))
	switch u := core(t).(type) {
	case *types.Signature:
		if sel, receive := g.receiving(s); sel != nil {
			g.rangeMessages(b, s, sel, receive, g.paramType(core(u.Params().At(0).Type()).(*types.Signature), 0))
			return
		}
		g.rangeFunc(b, s, u)
	case *types.Chan:
		g.rangeChan(b, s, u)
	case *types.Basic:
		if u.Info()&types.IsInteger != 0 {
			g.rangeInt(b, s)
			return
		}
		g.rangeString(b, s)
	case *types.Slice:
		g.rangeNative(b, s, g.base(s.X), types.Typ[types.Int], u.Elem())
	case *types.Array:
		g.rangeNative(b, s, g.base(s.X), types.Typ[types.Int], u.Elem())
	case *types.Pointer:
		g.rangePointer(b, s, core(u.Elem()).(*types.Array))
	case *types.Map:
		g.rangeNative(b, s, g.base(s.X), u.Key(), u.Elem())
	default:
		g.refuse(s, "ranging over %s can't be run in a cell yet", t)
	}
}

// iterVar is one of the two variables of a range statement.
type iterVar struct {
	name string // as the loop header defines it; "" when nobody reads it
	// prepare evaluates the operands of what copy assigns to; nil for nothing.
	prepare, copy func(b *block)
}

// iterVar decides how the header's variable reaches the learner's: directly
// when that is a new variable which stays in the iteration, by a copy at the
// top of the body otherwise.
func (g *fn) iterVar(s *ast.RangeStmt, e ast.Expr, from types.Type) iterVar {
	id, isIdent := e.(*ast.Ident)
	if e == nil || isIdent && id.Name == "_" {
		return iterVar{}
	}
	if s.Tok == token.DEFINE {
		v := g.info.Defs[id]
		if !g.escapes(v, s.Body) && !g.assigned(v, s.Body) {
			return iterVar{name: g.local(v)}
		}
		name := g.temp("it")
		return iterVar{name: name, copy: func(b *block) { b.add("%s := %s", g.local(v), name) }}
	}
	name, target := g.temp("it"), ""
	return iterVar{name: name, prepare: func(b *block) {
		if !isIdent {
			target = g.place(b, e)
		}
	}, copy: func(b *block) {
		if isIdent {
			target = g.expr(e)
		}
		b.add("%s = %s", target, g.conv(name, from, g.typeOf(e)))
	}}
}

// loopBody writes the body of a range, after the copies of its variables.
func (g *fn) loopBody(s *ast.RangeStmt, l *loop, vars ...iterVar) (label, body string) {
	var b block
	for _, v := range vars {
		if v.prepare != nil {
			v.prepare(&b)
		}
	}
	for _, v := range vars {
		if v.copy != nil {
			v.copy(&b)
		}
	}
	g.enter(l)
	g.stmts(&b, s.Body.List)
	return g.leaveLabel(), b.String()
}

func (g *fn) rangeNative(b *block, s *ast.RangeStmt, x string, key, value types.Type) {
	k, v := g.iterVar(s, s.Key, key), g.iterVar(s, s.Value, value)
	label, body := g.loopBody(s, &loop{breakable: true, continues: true}, k, v)
	if k.name == "" {
		k.name = "_"
		if v.name == "" {
			k.name = g.temp("it")
		}
	}
	_, channels := core(value).(*types.Chan)
	switch {
	case v.name == "":
		b.WriteString(label)
		b.add("for %s := range %s {", k.name, x)
	case channels:
		// yaegi would range over the channel that it finds for a value.
		if k.name == "_" {
			k.name = g.temp("it")
		}
		container := g.temp("over")
		b.add("%s := %s", container, x)
		b.WriteString(label)
		b.add("for %s := range %s {", k.name, container)
		b.add("%s := %s[%s]", v.name, container, k.name)
	default:
		b.WriteString(label)
		b.add("for %s, %s := range %s {", k.name, v.name, x)
	}
	b.WriteString(body)
	b.add("}")
}

func (g *fn) rangeInt(b *block, s *ast.RangeStmt) {
	t := types.Default(g.typeOf(s.X))
	if s.Key != nil && isUntypedConst(g, s.X) {
		t = g.typeOf(s.Key)
	}
	k := g.iterVar(s, s.Key, t)
	label, body := g.loopBody(s, &loop{breakable: true, continues: true}, k)
	if k.name == "" {
		k.name = g.temp("it")
	}
	n := g.exprTo(s.X, t)
	if g.info.Types[s.X].Value == nil {
		limit := g.temp("n")
		b.add("%s := %s", limit, n)
		n = limit
	}
	b.WriteString(label)
	b.add("for %s := %s(0); %s < %s; %s {", k.name, g.typ(t), k.name, n, g.step(k.name, token.INC, t))
	b.WriteString(body)
	b.add("}")
}

func (g *fn) rangeChan(b *block, s *ast.RangeStmt, t *types.Chan) {
	k := g.iterVar(s, s.Key, t.Elem())
	label, body := g.loopBody(s, &loop{breakable: true, continues: true}, k)
	if k.name == "" {
		k.name = "_"
	}
	ch, ok := g.temp("ch"), g.temp("ok")
	b.add("%s := %s", ch, g.base(s.X))
	b.WriteString(label)
	b.add("for {")
	b.add("%s, %s := %s(%s)", k.name, ok, g.receiver(t.Elem(), true), ch)
	b.add("if !%s { break }", ok)
	b.WriteString(body)
	b.add("}")
}

// rangePointer ranges over the array that a pointer points to: not over a copy
// of it.
func (g *fn) rangePointer(b *block, s *ast.RangeStmt, t *types.Array) {
	p := g.temp("p")
	b.add("%s := %s", p, g.base(s.X))
	k, v := g.iterVar(s, s.Key, types.Typ[types.Int]), g.iterVar(s, s.Value, t.Elem())
	label, body := g.loopBody(s, &loop{breakable: true, continues: true}, k, v)
	if k.name == "" {
		k.name = g.temp("it")
	}
	b.WriteString(label)
	b.add("for %s := 0; %s < %d; %s++ {", k.name, k.name, t.Len(), k.name)
	if v.name != "" {
		b.add("%s := (*%s)[%s]", v.name, p, k.name)
	}
	b.WriteString(body)
	b.add("}")
}

// rangeString ranges over the runes of a string, which package dyn finds: yaegi
// loses count after a byte that is no UTF-8.
func (g *fn) rangeString(b *block, s *ast.RangeStmt) {
	k, v := g.iterVar(s, s.Key, types.Typ[types.Int]), g.iterVar(s, s.Value, types.Typ[types.Int32])
	label, body := g.loopBody(s, &loop{breakable: true, continues: true}, k, v)
	if k.name == "" {
		k.name = "_"
	}
	indices, runes, n := g.temp("indices"), g.temp("runes"), g.temp("it")
	b.add("%s, %s := %s.Runes(%s)", indices, runes, g.u.pkg(dynPath), g.exprTo(s.X, types.Typ[types.String]))
	b.WriteString(label)
	b.add("for %s, %s := range %s {", n, k.name, indices)
	if v.name != "" {
		b.add("%s := %s[%s]", v.name, runes, n)
	} else {
		b.add("_, _ = %s, %s", runes, n)
	}
	b.WriteString(body)
	b.add("}")
}
