package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

func (g *fn) assign(b *block, s *ast.AssignStmt) {
	switch {
	case s.Tok != token.ASSIGN && s.Tok != token.DEFINE:
		g.assignOp(b, s)
	case len(s.Lhs) > 1 && len(s.Rhs) == 1:
		targets := g.places(b, s.Lhs)
		g.assignTuple(b, s.Rhs[0], len(s.Lhs), func(b *block, i int, v string, from types.Type) {
			if targets[i] != "" {
				b.add("%s = %s", targets[i], g.conv(v, from, g.typeOf(s.Lhs[i])))
				return
			}
			g.store(b, s, i, v, from)
		})
	case len(s.Lhs) == 1:
		g.assignOne(b, s)
	default:
		g.assignParallel(b, s)
	}
}

// assignOp writes x op= y. For shifts y keeps its own type.
func (g *fn) assignOp(b *block, s *ast.AssignStmt) {
	t := g.typeOf(s.Lhs[0])
	if s.Tok == token.SHL_ASSIGN || s.Tok == token.SHR_ASSIGN {
		b.add("%s %s %s", g.expr(s.Lhs[0]), s.Tok, g.shiftCount(s.Rhs[0]))
		return
	}
	b.add("%s %s %s", g.expr(s.Lhs[0]), s.Tok, g.exprTo(s.Rhs[0], t))
}

func (g *fn) assignOne(b *block, s *ast.AssignStmt) {
	lhs, rhs := s.Lhs[0], s.Rhs[0]
	if id, ok := lhs.(*ast.Ident); ok {
		if id.Name == "_" {
			b.add("_ = %s", g.exprTo(rhs, types.Default(g.typeOf(rhs))))
			return
		}
		if s.Tok == token.DEFINE && g.info.Defs[id] != nil {
			g.declare(b, id, g.exprTo(rhs, g.objType(g.info.Defs[id])))
			return
		}
	}
	value := g.exprTo(rhs, g.typeOf(lhs))
	g.set(b, g.expr(lhs), g.typeOf(lhs), value)
}

// set writes an assignment. yaegi puts a literal in the place of the variable,
// not into it, where pointers and closures would still see the old value.
func (g *fn) set(b *block, variable string, t types.Type, value string) {
	if strings.HasSuffix(strings.Trim(value, "()"), "}") {
		v := g.temp("v")
		b.add("var %s %s = %s", v, g.typ(t), value)
		value = v
	}
	b.add("%s = %s", variable, value)
}

// assignParallel writes a, b = x, y. Operands of index expressions and
// pointers on the left are evaluated first, then the right sides, then the
// assignments are made, as the specification orders it.
func (g *fn) assignParallel(b *block, s *ast.AssignStmt) {
	targets := g.places(b, s.Lhs)
	values := make([]string, len(s.Rhs))
	for i, rhs := range s.Rhs {
		t := g.targetType(s, i, types.Default(g.typeOf(rhs)))
		values[i] = g.temp("v")
		b.add("var %s %s = %s", values[i], g.typ(t), g.exprTo(rhs, t))
	}
	for i := range s.Lhs {
		if targets[i] != "" {
			b.add("%s = %s", targets[i], values[i])
			continue
		}
		g.store(b, s, i, values[i], g.targetType(s, i, types.Default(g.typeOf(s.Rhs[i]))))
	}
}

// places evaluates the operands of what is assigned to; a variable has none,
// and gets no place.
func (g *fn) places(b *block, list []ast.Expr) []string {
	targets := make([]string, len(list))
	for i, e := range list {
		if _, ok := e.(*ast.Ident); !ok {
			targets[i] = g.place(b, e)
		}
	}
	return targets
}

// place writes an assignable expression whose operands have been evaluated.
func (g *fn) place(b *block, e ast.Expr) string {
	held := func(base, value string) string {
		name := g.temp(base)
		b.add("%s := %s", name, value)
		return name
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		t := g.typeOf(e.X)
		switch u := core(t).(type) {
		case *types.Map:
			container, key := held("m", g.base(e.X)), g.temp("k")
			b.add("var %s %s = %s", key, g.typ(u.Key()), g.exprTo(e.Index, u.Key()))
			return container + "[" + key + "]"
		case *types.Pointer:
			container := held("p", g.base(e.X))
			return "(*" + container + ")[" + held("i", g.expr(e.Index)) + "]"
		case *types.Slice:
			container := held("s", g.base(e.X))
			return container + "[" + held("i", g.expr(e.Index)) + "]"
		}
		container := g.unwrap(g.place(b, e.X), t)
		return container + "[" + held("i", g.expr(e.Index)) + "]"
	case *ast.StarExpr:
		return "*" + held("p", g.base(e.X))
	case *ast.SelectorExpr:
		sel, ok := g.info.Selections[e]
		if !ok {
			break // a variable of a package
		}
		t := g.typeOf(e.X)
		x := ""
		if _, ok := deref(t); ok {
			x = held("p", g.expr(e.X))
		} else {
			x = g.place(b, e.X)
		}
		x, _ = g.path(x, t, sel.Index())
		return x
	}
	return g.expr(e)
}

// targetType is the type of the i-th variable assigned to, or otherwise if it
// is blank.
func (g *fn) targetType(s *ast.AssignStmt, i int, otherwise types.Type) types.Type {
	id, ok := s.Lhs[i].(*ast.Ident)
	if ok && id.Name == "_" {
		return otherwise
	}
	if ok && g.info.Defs[id] != nil {
		return g.objType(g.info.Defs[id])
	}
	return g.typeOf(s.Lhs[i])
}

// store writes the assignment of an emitted value to the i-th left side.
func (g *fn) store(b *block, s *ast.AssignStmt, i int, v string, from types.Type) {
	id, ok := s.Lhs[i].(*ast.Ident)
	if ok && id.Name == "_" {
		b.add("_ = %s", v)
		return
	}
	v = g.conv(v, from, g.targetType(s, i, from))
	if ok && s.Tok == token.DEFINE && g.info.Defs[id] != nil {
		g.declare(b, id, v)
		return
	}
	b.add("%s = %s", g.expr(s.Lhs[i]), v)
}

// assignFrom stores several emitted values.
func (g *fn) assignFrom(b *block, s *ast.AssignStmt, values []string, from []types.Type) {
	for i, v := range values {
		g.store(b, s, i, v, from[i])
	}
}

// assignTuple evaluates an expression with n values and hands each to store.
func (g *fn) assignTuple(b *block, e ast.Expr, n int, store func(b *block, i int, v string, from types.Type)) {
	names := make([]string, n)
	for i := range names {
		names[i] = g.temp("v")
	}
	s, from := g.tuple(e)
	b.add("%s := %s", strings.Join(names, ", "), s)
	for i, name := range names {
		store(b, i, name, from[i])
	}
}

// tuple writes an expression with several values: a call, or one of the forms
// with a second value, ok.
func (g *fn) tuple(e ast.Expr) (string, []types.Type) {
	ok := types.Typ[types.Bool]
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		if m, isMap := core(g.typeOf(e.X)).(*types.Map); isMap {
			return g.base(e.X) + "[" + g.exprTo(e.Index, m.Key()) + "]", []types.Type{m.Elem(), ok}
		}
	case *ast.TypeAssertExpr:
		return g.assertOK(e), []types.Type{g.typeOf(e.Type), ok}
	case *ast.UnaryExpr:
		return g.receiveOK(e), []types.Type{core(g.typeOf(e.X)).(*types.Chan).Elem(), ok}
	}
	t := g.typeOf(e).(*types.Tuple)
	from := make([]types.Type, t.Len())
	for i := range from {
		from[i] = t.At(i).Type()
	}
	return g.expr(e), from
}
