package cell

import (
	"go/ast"
	"go/scanner"
	"slices"

	"gopost/interp/syntax"
)

// words are the syntax errors as the compiler would have them. Where it finds
// nothing wrong the parser's own words must do.
func (p *parser) words() scanner.ErrorList {
	if len(p.errs) == 0 && !p.cell.IsWholeProgram() {
		return nil
	}
	list := p.cell.SyntaxErrors()
	if len(list) > 0 {
		return list
	}
	for _, e := range p.errs {
		list.Add(e.Pos, "syntax error: "+e.Msg)
	}
	return list
}

// SyntaxErrors reads the cell as the compiler's parser does. It finds a few
// things that Go's parser leaves to package types.
func (c *Cell) SyntaxErrors() scanner.ErrorList {
	grammar := syntax.Cell
	if c.IsWholeProgram() {
		grammar = syntax.File
	}
	var list scanner.ErrorList
	for _, e := range syntax.Check(c.Source, grammar) {
		list.Add(c.position(e.Offset), e.Msg)
	}
	return list
}

// IsWholeProgram says whether the cell is a whole program, for which a file's rules
// hold: with its package clause and its func main.
func (c *Cell) IsWholeProgram() bool {
	return c.Package != nil && slices.ContainsFunc(c.Decls, func(d ast.Decl) bool {
		f, ok := d.(*ast.FuncDecl)
		return ok && f.Recv == nil && f.Name.Name == "main"
	})
}
