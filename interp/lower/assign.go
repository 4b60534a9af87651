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
		g.assignTuple(b, s.Rhs[0], len(s.Lhs), func(b *block, i int, v string, from types.Type) {
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
	targets := make([]string, len(s.Lhs))
	for i, lhs := range s.Lhs {
		if _, ok := lhs.(*ast.Ident); !ok {
			targets[i] = g.place(b, lhs)
		}
	}
	values := g.inOrder(b, s.Rhs, func(i int) types.Type { return g.targetType(s, i, types.Default(g.typeOf(s.Rhs[i]))) })
	for i := range s.Lhs {
		if targets[i] != "" {
			b.add("%s = %s", targets[i], values[i])
			continue
		}
		g.store(b, s, i, values[i], g.targetType(s, i, types.Default(g.typeOf(s.Rhs[i]))))
	}
}

// place writes an assignable expression whose operands have been evaluated.
func (g *fn) place(b *block, e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		index := g.temp("i")
		container := g.unwrap(g.place(b, e.X), g.typeOf(e.X))
		if m, ok := core(g.typeOf(e.X)).(*types.Map); ok {
			b.add("var %s %s = %s", index, g.typ(m.Key()), g.exprTo(e.Index, m.Key()))
			return container + "[" + index + "]"
		}
		if elem, ok := deref(g.typeOf(e.X)); ok {
			if _, ok := core(elem).(*types.Array); ok {
				container = "(*" + container + ")"
			}
		}
		b.add("%s := %s", index, g.expr(e.Index))
		return container + "[" + index + "]"
	case *ast.StarExpr:
		p := g.temp("p")
		b.add("%s := %s", p, g.base(e.X))
		return "*" + p
	case *ast.Ident:
		if _, ok := core(g.typeOf(e)).(*types.Slice); ok {
			s := g.temp("s")
			b.add("%s := %s", s, g.expr(e))
			return s
		}
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
