package lower

import (
	"fmt"
	"go/ast"
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
	clauses := clausesOf(s.Body)
	conds := make([][]string, len(clauses))
	for i, c := range clauses {
		for _, e := range c.(*ast.CaseClause).List {
			if tag == "" {
				conds[i] = append(conds[i], g.expr(e))
			} else {
				conds[i] = append(conds[i], g.equals(tag, types.Default(g.typeOf(s.Tag)), e))
			}
		}
	}
	if fallsPastDefault(s.Body) {
		g.choose(b, clauses, conds)
	}
	g.enter(&loop{breakable: true})
	var cases block
	for i, c := range clauses {
		cc := c.(*ast.CaseClause)
		g.caseClause(&cases, cc, conds[i])
		g.clauseBody(&cases, cc.Body)
	}
	b.WriteString(g.leaveLabel())
	b.add("switch {")
	b.WriteString(cases.String())
	b.add("}")
	b.add("}")
}

func (g *fn) caseClause(b *block, cc *ast.CaseClause, conds []string) {
	g.position(b, cc)
	if len(conds) == 0 {
		b.add("default:")
		return
	}
	for i := range conds[1:] {
		conds[i] = firstOf(conds[i])
	}
	b.add("case %s:", strings.Join(conds, " || "))
}

// equals writes the comparison of an emitted value with an expression.
func (g *fn) equals(v string, t types.Type, e ast.Expr) string {
	y := g.typeOf(e)
	if isUntypedNil(y) {
		return "(" + v + " == nil)"
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
	b.add("var %s interface{} = %s", v, g.expr(x))
	g.enter(&loop{breakable: true})
	var cases block
	for _, c := range clausesOf(s.Body) {
		cc := c.(*ast.CaseClause)
		var conds []string
		for _, e := range cc.List {
			if isUntypedNil(g.typeOf(e)) {
				conds = append(conds, "("+v+" == nil)")
			} else {
				conds = append(conds, g.holds(v, g.typeOf(e)))
			}
		}
		g.caseClause(&cases, cc, conds)
		if o := g.info.Implicits[cc]; o != nil {
			name := g.local(o)
			t := g.objType(o)
			value := v
			switch {
			case len(cc.List) == 1 && !isUntypedNil(g.typeOf(cc.List[0])):
				value = g.extract(v, t)
			case g.u.l.compiledInterface(t):
				// No case chose a type: the variable has that of the switch.
				value = g.expr(x)
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
