package cell

import (
	"go/scanner"
	"go/token"
	"slices"

	"gopost/interp/syntax"
)

// words are the syntax errors as the compiler would have them. Where it finds
// nothing wrong the parser's own words must do.
func (p *parser) words() scanner.ErrorList {
	if len(p.errs) == 0 && !p.cell.IsWholeProgram() {
		return nil
	}
	list := p.cell.syntaxErrors(p.cell.IsWholeProgram() || p.cell.Package != nil && !p.hasStatements())
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
func (c *Cell) SyntaxErrors() scanner.ErrorList { return c.syntaxErrors(c.IsWholeProgram()) }

func (c *Cell) syntaxErrors(asFile bool) scanner.ErrorList {
	grammar := syntax.Cell
	if asFile {
		grammar = syntax.File
	}
	var list scanner.ErrorList
	for _, e := range syntax.Check(c.Source, grammar) {
		list.Add(c.position(e.Offset), e.Msg)
	}
	return list
}

// IsWholeProgram says whether the cell is a whole program, for which a file's
// rules hold: with its package clause and its func main.
func (c *Cell) IsWholeProgram() bool { return c.Package != nil && c.hasMain }

// hasStatements says whether the cell has what may not stand in a file.
func (p *parser) hasStatements() bool {
	for _, it := range p.items {
		if it.kind != stmtItem {
			continue
		}
		i, ok := slices.BinarySearchFunc(p.tokens, it.start, func(t lexeme, start int) int { return t.start - start })
		if ok && p.tokens[i].tok != token.VAR {
			return true
		}
	}
	return false
}

// declaresMain says whether there is a func main, also in a text with errors.
func (p *parser) declaresMain() bool {
	for i, t := range p.tokens {
		if t.tok == token.FUNC && p.at(i+1) == token.IDENT && p.tokens[i+1].lit == "main" {
			return true
		}
	}
	return false
}
