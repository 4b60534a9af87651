package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// switchStmt writes an expression switch with a condition for each case, so
// that comparisons follow the same rules as everywhere.
func (g *fn) switchStmt(b *block, s *ast.SwitchStmt) {
	b.add("{")
	if s.Init != nil {
		g.stmt(b, s.Init)
	}
	tag := ""
	if s.Tag != nil {
		tag = g.temp("tag")
		t := types.Default(g.typeOf(s.Tag))
		b.add("var %s %s = %s", tag, g.typ(t), g.exprTo(s.Tag, t))
	}
	g.enter(&loop{breakable: true})
	cond := func(e ast.Expr) string {
		if tag == "" {
			return g.expr(e)
		}
		return g.equals(tag, types.Default(g.typeOf(s.Tag)), e)
	}
	var cases block
	if fallsThrough(s) {
		g.chain(&cases, s, cond)
	} else {
		cases.add("switch {")
		for _, cc := range defaultLast(s.Body) {
			g.caseClause(&cases, cc, cond)
			g.clauseBody(&cases, cc.Body)
		}
		cases.add("}")
	}
	b.WriteString(g.leaveLabel())
	b.WriteString(cases.String())
	b.add("}")
}

// defaultLast returns the clauses in an order that yaegi gets right.
func defaultLast(body *ast.BlockStmt) []*ast.CaseClause {
	var list []*ast.CaseClause
	var last *ast.CaseClause
	for _, c := range body.List {
		if cc := c.(*ast.CaseClause); cc.List == nil {
			last = cc
		} else {
			list = append(list, cc)
		}
	}
	if last != nil {
		list = append(list, last)
	}
	return list
}

func (g *fn) caseClause(b *block, cc *ast.CaseClause, cond func(ast.Expr) string) {
	var conds []string
	for _, e := range cc.List {
		conds = append(conds, cond(e))
	}
	g.position(b, cc)
	if cc.List == nil {
		b.add("default:")
		return
	}
	b.add("case %s:", strings.Join(conds, " || "))
}

// clauseBody writes the statements of a clause. yaegi finds labels in blocks only.
func (g *fn) clauseBody(b *block, list []ast.Stmt) {
	for _, s := range list {
		if _, ok := s.(*ast.LabeledStmt); ok {
			g.stmt(b, &ast.BlockStmt{List: list})
			return
		}
	}
	g.stmts(b, list)
}

func fallsThrough(s *ast.SwitchStmt) bool {
	for _, c := range s.Body.List {
		if _, falls := cutFallthrough(c.(*ast.CaseClause).Body); falls {
			return true
		}
	}
	return false
}

// cutFallthrough returns the statements of a clause without a fallthrough at
// the end.
func cutFallthrough(body []ast.Stmt) (rest []ast.Stmt, falls bool) {
	if len(body) == 0 {
		return body, false
	}
	last := len(body) - 1
	branch, ok := body[last].(*ast.BranchStmt)
	if !ok || branch.Tok != token.FALLTHROUGH {
		return body, false
	}
	return body[:last], true
}

// chain writes the clauses of a switch with a fallthrough, which yaegi gets
// wrong around a default: one switch chooses a clause by number, then each
// looks whether it is its turn.
func (g *fn) chain(b *block, s *ast.SwitchStmt, cond func(ast.Expr) string) {
	numbers := map[*ast.CaseClause]int{}
	for i, c := range s.Body.List {
		numbers[c.(*ast.CaseClause)] = i
	}
	chosen := g.temp("chosen")
	// The outer switch is for break.
	b.add("switch {\ndefault:\n%s := -1\nswitch {", chosen)
	for _, cc := range defaultLast(s.Body) {
		g.caseClause(b, cc, cond)
		b.add("%s = %d", chosen, numbers[cc])
	}
	b.add("}")
	for i, c := range s.Body.List {
		body, falls := cutFallthrough(c.(*ast.CaseClause).Body)
		b.add("if %s == %d {", chosen, i)
		g.stmts(b, body)
		if falls {
			b.add("%s = %d", chosen, i+1)
		}
		b.add("}")
	}
	b.add("}")
}

// equals writes the comparison of an emitted value with an expression.
func (g *fn) equals(v string, t types.Type, e ast.Expr) string {
	y := g.typeOf(e)
	if isUntypedNil(y) {
		return "(" + g.unwrap(v, t) + " == nil)"
	}
	if isInterface(t) || isInterface(y) {
		any := types.NewInterfaceType(nil, nil)
		return fmt.Sprintf("%s.Equal(%s, %s)", g.u.pkg(dynPath), g.conv(v, t, any), g.exprTo(e, any))
	}
	return "(" + v + " == " + g.exprTo(e, t) + ")"
}

// typeSwitch asks package dyn what a value in an interface is.
func (g *fn) typeSwitch(b *block, s *ast.TypeSwitchStmt) {
	b.add("{")
	if s.Init != nil {
		g.stmt(b, s.Init)
	}
	var x ast.Expr
	switch a := s.Assign.(type) {
	case *ast.ExprStmt:
		x = a.X.(*ast.TypeAssertExpr).X
	case *ast.AssignStmt:
		x = a.Rhs[0].(*ast.TypeAssertExpr).X
	}
	v := g.temp("x")
	whole := g.temp("whole")
	b.add("var %s %s = %s", whole, g.typ(g.typeOf(x)), g.expr(x))
	b.add("var %s interface{} = %s", v, whole)
	g.enter(&loop{breakable: true})
	var cases block
	for _, cc := range defaultLast(s.Body) {
		g.caseClause(&cases, cc, func(e ast.Expr) string {
			if isUntypedNil(g.typeOf(e)) {
				return "(" + v + " == nil)"
			}
			return g.holds(v, g.typeOf(e))
		})
		if o := g.info.Implicits[cc]; o != nil {
			name := g.local(o)
			t := g.objType(o)
			value := whole // no case chooses a type: the variable has that of the switch
			if len(cc.List) == 1 && !isUntypedNil(g.typeOf(cc.List[0])) {
				value = g.extract(v, t)
			}
			cases.add("var %s %s = %s", name, g.typ(t), value)
			cases.add("_ = %s", name)
		}
		g.clauseBody(&cases, cc.Body)
	}
	b.WriteString(g.leaveLabel())
	b.add("switch {")
	b.WriteString(cases.String())
	b.add("}")
	b.add("}")
}
