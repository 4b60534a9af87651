package cell

import (
	"fmt"
	"go/ast"
	"go/scanner"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Cell is the text of one cell, taken apart. Nodes have positions in File.
type Cell struct {
	// Source is the Go text of the cell: the learner's text with magics and a
	// byte order mark replaced by spaces, same length and lines.
	Source string
	// File gives positions their line and column in the learner's text. Its
	// name is the one given to Parse.
	File *token.File
	// Magics stand in source order.
	Magics []Magic
	// Package is the name in the cell's package clause, nil for none.
	Package *ast.Ident
	// Imports are the import declarations, in source order.
	Imports []*ast.GenDecl
	// Decls are the function, method, type and constant declarations, in
	// source order.
	Decls []ast.Decl
	// Stmts are all else, var declarations included, in source order.
	Stmts []ast.Stmt
	// Comments are all comments of the cell, go:directives included, in
	// source order.
	Comments []*ast.CommentGroup
	// Muted says that the last statement ends in a semicolon, by which a
	// learner asks for no result.
	Muted bool

	hasMain bool
}

// ImportPaths are the paths of the cell's imports, in source order.
func (c *Cell) ImportPaths() []string {
	var paths []string
	for _, g := range c.Imports {
		for _, spec := range g.Specs {
			if spec, ok := spec.(*ast.ImportSpec); ok {
				if path, err := strconv.Unquote(spec.Path.Value); err == nil {
					paths = append(paths, path)
				}
			}
		}
	}
	return paths
}

// gap keeps the positions of neighbouring cells apart, so that the text which
// Parse puts around a cell for the parser has positions of its own.
const gap = 64

// Parse takes a cell apart. name is what positions call the cell, such as
// In[7]. All syntax errors are returned at once, sorted, in the words of the
// Go compiler; the Cell then holds what could be understood.
func Parse(fset *token.FileSet, name, src string) (*Cell, scanner.ErrorList) {
	p := read(fset, name, src)
	errs := append(p.own, p.words()...)
	errs.Sort()
	return p.cell, slices.CompactFunc(errs, func(a, b *scanner.Error) bool {
		return a.Pos.Offset == b.Pos.Offset && a.Msg == b.Msg
	})
}

// read takes a cell apart. Its errors are in the parser's words.
func read(fset *token.FileSet, name, src string) *parser {
	// Room before the file, and behind it for the closing brace that parse
	// adds. One by one, as an import elsewhere may add its files between.
	fset.AddFile(name, -1, gap)
	file := fset.AddFile(name, -1, len(src))
	file.SetLinesForContent([]byte(src))
	fset.AddFile(name, -1, gap)
	c := &Cell{Source: src, File: file}
	p := &parser{cell: c}

	if i := invalidUTF8(src); i >= 0 {
		p.own.Add(c.position(i), fmt.Sprintf("the cell is not valid UTF-8 text (byte 0x%02x): save it as UTF-8, or write the byte in a string as \\x%02x", src[i], src[i]))
		c.Source = ""
		return p
	}
	const bom = "\ufeff"
	if strings.HasPrefix(src, bom) {
		c.Source = strings.Repeat(" ", len(bom)) + src[len(bom):]
	}
	c.readMagics(&p.own)
	p.tokenize()
	c.hasMain = p.declaresMain()
	p.split()
	p.parse()
	p.errs.Sort()
	return p
}

// position is the position of a byte offset.
func (c *Cell) position(offset int) token.Position {
	return c.File.PositionFor(c.File.Pos(offset), false)
}

// invalidUTF8 is the offset of the first byte that is no UTF-8, or -1.
func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return -1
}
