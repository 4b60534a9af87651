package cell

import (
	"go/ast"
	goparser "go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"
)

// What the parser needs to see around the text, all on the text's first and
// last line. gap has room for the longest.
const (
	filePrefix = "package p;"
	bodyPrefix = "package p;func _(){"
	bodySuffix = "\n}"
)

// parse fills the cell from the items.
func (p *parser) parse() {
	has := map[kind]bool{}
	for _, it := range p.items {
		has[it.kind] = true
		if it.kind == packageItem {
			p.packageClause(it)
		}
	}
	if has[importItem] {
		for _, d := range p.parseCopy(importItem, filePrefix, "").Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				p.cell.Imports = append(p.cell.Imports, g)
			}
		}
	}
	if has[declItem] {
		p.cell.Decls = p.parseCopy(declItem, filePrefix, "").Decls
	}
	// Also without statements, for the comments.
	if f := p.parseCopy(stmtItem, bodyPrefix, bodySuffix); len(f.Decls) > 0 {
		if fn, ok := f.Decls[0].(*ast.FuncDecl); ok && fn.Body != nil {
			p.cell.Stmts = fn.Body.List
		}
	}
	slices.SortFunc(p.cell.Comments, func(a, b *ast.CommentGroup) int { return int(a.Pos() - b.Pos()) })
	p.cell.Comments = slices.CompactFunc(p.cell.Comments, func(a, b *ast.CommentGroup) bool { return a.Pos() == b.Pos() })
}

// parseCopy parses the copy of the text that has only the items of one kind.
func (p *parser) parseCopy(k kind, prefix, suffix string) *ast.File {
	src := []byte(p.cell.Source)
	wipe := func(from, to int) {
		copy(src[from:to], blank(string(src[from:to])))
	}
	for _, it := range p.items {
		if it.kind != k {
			wipe(it.start, it.end)
		}
	}
	for _, i := range p.stray {
		wipe(i, i+1)
	}

	// The file that the parser adds to this set must start len(prefix) before
	// the cell's: then the nodes' positions are right in the cell's own set.
	fset := token.NewFileSet()
	if pad := p.cell.File.Base() - len(prefix) - fset.Base() - 1; pad >= 0 {
		fset.AddFile("", -1, pad)
	}
	const mode = goparser.ParseComments | goparser.AllErrors | goparser.SkipObjectResolution
	f, err := goparser.ParseFile(fset, "", prefix+string(src)+suffix, mode)
	if list, ok := err.(scanner.ErrorList); ok {
		p.addErrors(list, len(prefix))
	}
	p.cell.Comments = append(p.cell.Comments, f.Comments...)
	return f
}

// addErrors adds the errors of a copy. What the parser says about the text
// after the cell's end is said about the end, once.
func (p *parser) addErrors(list scanner.ErrorList, prefix int) {
	end := len(p.cell.Source)
	var atEnd string
	for _, e := range list {
		if offset := e.Pos.Offset - prefix; offset < end {
			p.errs.Add(p.cell.position(max(offset, 0)), e.Msg)
		} else if atEnd == "" || e.Msg == "expected '}', found 'EOF'" {
			atEnd = strings.Replace(e.Msg, "found '}'", "found 'EOF'", 1)
		}
	}
	if atEnd != "" && !p.openEnd {
		p.errs.Add(p.cell.position(len(strings.TrimRight(p.cell.Source, " \t\r\n"))), atEnd)
	}
}

// nameAt makes the identifier of a token.
func nameAt(c *Cell, t lexeme) *ast.Ident {
	return &ast.Ident{NamePos: c.File.Pos(t.start), Name: t.lit}
}
