package lower

import (
	"fmt"
	"go/ast"
	"go/token"
)

// clausesOf returns the clauses of a switch, a default last if the order of the
// clauses has no other meaning than that of the conditions. yaegi exchanges a
// default with the last clause, whose condition comes too early then.
func clausesOf(body *ast.BlockStmt) []ast.Stmt {
	if fallsPastDefault(body) {
		return body.List
	}
	var list, end []ast.Stmt
	for _, c := range body.List {
		if c.(*ast.CaseClause).List == nil {
			end = append(end, c)
		} else {
			list = append(list, c)
		}
	}
	return append(list, end...)
}

// fallsPastDefault says whether a switch has a fallthrough, and a default that
// is not its last clause.
func fallsPastDefault(body *ast.BlockStmt) bool {
	early, falls := false, false
	for i, c := range body.List {
		cc := c.(*ast.CaseClause)
		early = early || cc.List == nil && i < len(body.List)-1
		if n := len(cc.Body); n > 0 {
			s, ok := cc.Body[n-1].(*ast.BranchStmt)
			falls = falls || ok && s.Tok == token.FALLTHROUGH
		}
	}
	return early && falls
}

// choose writes a switch that only finds the clause to begin with, and puts
// conditions in place of those of all clauses, the default too, which compare
// what it found.
func (g *fn) choose(b *block, clauses []ast.Stmt, conds [][]string) {
	chosen := g.temp("case")
	b.add("var %s int", chosen)
	b.add("switch {")
	last := -1
	for i, c := range clauses {
		if conds[i] == nil {
			last = i
			continue
		}
		g.caseClause(b, c.(*ast.CaseClause), conds[i])
		b.add("%s = %d", chosen, i)
	}
	b.add("default:")
	b.add("%s = %d", chosen, last)
	b.add("}")
	for i := range conds {
		conds[i] = []string{fmt.Sprintf("%s == %d", chosen, i)}
	}
}
