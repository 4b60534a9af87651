package cell

import (
	"go/ast"
	goparser "go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"
)

// What the parser needs to see around the text, on lines of its own so that a
// comment in the first line can be a doc comment. gap has room for the longest.
const (
	filePrefix = "package p\n"
	bodyPrefix = "package p;func _(){\n"
	bodySuffix = "\n}"
)

// parse fills the cell from the items.
func (p *parser) parse() {
	for _, it := range p.items {
		if it.kind == packageItem {
			p.packageClause(it)
		}
	}
	for _, d := range p.parseKind(importItem) {
		if g, ok := d.(*ast.GenDecl); ok {
			p.cell.Imports = append(p.cell.Imports, g)
		}
	}
	p.cell.Decls = p.parseKind(declItem)
	// Also without statements, for the comments.
	for _, d := range p.parseKind(stmtItem) {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
			p.cell.Stmts = append(p.cell.Stmts, fn.Body.List...)
		}
	}
	slices.SortFunc(p.cell.Comments, func(a, b *ast.CommentGroup) int { return int(a.Pos() - b.Pos()) })
	p.cell.Comments = slices.CompactFunc(p.cell.Comments, func(a, b *ast.CommentGroup) bool { return a.Pos() == b.Pos() })
}

// parseKind parses the copy of the text that has only the items of one kind.
// The statements come in the bodies of functions. If there are errors, each
// item is parsed by itself, so that one error does not hide or cause others.
func (p *parser) parseKind(k kind) []ast.Decl {
	src := []byte(p.cell.Source)
	wipe := func(from, to int) {
		copy(src[from:to], blank(string(src[from:to])))
	}
	var own []item
	for _, it := range p.items {
		if it.kind != k {
			wipe(it.start, it.end)
		} else if n := len(own); n > 0 && !own[n-1].newline {
			// Perhaps both are parts of the header of one for statement.
			own[n-1].end, own[n-1].newline = it.end, it.newline
		} else {
			own = append(own, it)
		}
	}
	if len(own) == 0 && k != stmtItem {
		return nil
	}
	for _, i := range p.stray {
		wipe(i, i+1)
	}
	f, errs := p.parseText(k, src, 0)
	p.cell.Comments = append(p.cell.Comments, f.Comments...)
	if len(errs) == 0 {
		return f.Decls
	}
	if len(own) == 0 {
		p.addErrors(errs, len(src))
		return f.Decls
	}
	var decls []ast.Decl
	for i, it := range own {
		end := it.end
		if p.openEnd && i == len(own)-1 {
			end = len(src) // the open comment belongs to no item
		}
		f, errs := p.parseText(k, src[it.start:end], it.start)
		p.addErrors(errs, end)
		decls = append(decls, f.Decls...)
	}
	return decls
}

// parseText parses text, which starts at an offset of the cell. The errors'
// offsets are the cell's.
func (p *parser) parseText(k kind, text []byte, offset int) (*ast.File, scanner.ErrorList) {
	prefix, suffix := filePrefix, ""
	if k == stmtItem {
		prefix, suffix = bodyPrefix, bodySuffix
	}
	// The file that the parser adds to this set must start len(prefix) before
	// the text: then the nodes' positions are right in the cell's own set.
	fset := token.NewFileSet()
	if pad := p.cell.File.Base() + offset - len(prefix) - fset.Base() - 1; pad >= 0 {
		fset.AddFile("", -1, pad)
	}
	const mode = goparser.ParseComments | goparser.AllErrors | goparser.SkipObjectResolution
	f, err := goparser.ParseFile(fset, "", prefix+string(text)+suffix, mode)
	errs, _ := err.(scanner.ErrorList)
	for _, e := range errs {
		e.Pos.Offset = max(e.Pos.Offset-len(prefix)+offset, 0)
	}
	return f, errs
}

// addErrors adds the errors of an item, the first on each line, as the Go
// compiler does: those that follow it are mostly caused by it. What the parser
// says about the text after the item's end is said about the end.
func (p *parser) addErrors(list scanner.ErrorList, end int) {
	var atEnd string
	line := 0
	for _, e := range list {
		if e.Pos.Offset >= end {
			// The first one says most, except that a list of statements has no end.
			if atEnd == "" || atEnd == "expected ';', found 'EOF'" {
				atEnd = strings.Replace(e.Msg, "found '}'", "found 'EOF'", 1)
			}
			continue
		}
		pos := p.cell.position(e.Pos.Offset)
		if pos.Line != line {
			p.errs.Add(pos, e.Msg)
			line = pos.Line
		} else if last := p.errs[len(p.errs)-1]; last.Pos == pos && strings.HasPrefix(last.Msg, "expected ") {
			last.Msg = e.Msg // the scanner knows better why the parser sees nothing
		}
	}
	if atEnd == "" || p.openEnd || line > 0 && len(p.open) == 0 {
		return // nothing is open: only the errors before make it look so
	}
	pos := p.cell.position(len(strings.TrimRight(p.cell.Source[:end], " \t\r\n")))
	if pos.Line != line {
		p.errs.Add(pos, atEnd)
	}
}

// nameAt makes the identifier of a token.
func nameAt(c *Cell, t lexeme) *ast.Ident {
	return &ast.Ident{NamePos: c.File.Pos(t.start), Name: t.lit}
}
