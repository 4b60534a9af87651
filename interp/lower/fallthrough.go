package lower

import (
	"fmt"
	"go/ast"
	"go/token"
)

// fallsPastDefault says whether a switch has a fallthrough, and a default that
// is not its last clause. yaegi moves such a default to the end, and falls
// from and into the wrong clauses then.
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
func (g *fn) choose(b *block, body *ast.BlockStmt, conds [][]string) {
	chosen := g.temp("case")
	b.add("var %s int", chosen)
	b.add("switch {")
	last := -1
	for i, c := range body.List {
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
