package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"gopost/interp/std"
)

// Inspection is what is known of the name at the cursor.
type Inspection struct {
	// Plain and Markdown say the same; both are empty if nothing is known.
	Plain, Markdown string
}

// Inspect describes the name at a byte offset of a text that may be
// unfinished: its declaration, its doc comment, and for values and types what
// methods they have. Between the brackets of a call it is the function that is
// described. With a detail over 0 the source of what a cell declares is shown
// too. It may be called while a cell runs.
func (s *Session) Inspect(src string, offset, detail int) Inspection {
	cur := newCursor(src, offset)
	if cur.text != token.ILLEGAL {
		return Inspection{}
	}
	s.mu.Lock()
	if cur.start == cur.end || !token.IsIdentifier(src[cur.start:cur.end]) && !token.IsKeyword(src[cur.start:cur.end]) {
		at := calledAt(src[:cur.start])
		if at < 0 {
			s.mu.Unlock()
			return Inspection{}
		}
		cur = newCursor(src, at)
	}
	name := src[cur.start:cur.end]
	b := s.tolerantCheck(src)
	d, ok := b.describe(name, cur)
	s.mu.Unlock()
	if !ok {
		return Inspection{}
	}
	if detail <= 0 {
		d.source = ""
	}
	// Reading Go's source takes a while: cells need not wait for it.
	if d.doc == "" && d.path != "" {
		d.doc, d.link = s.comment(d.path, d.name), std.Link(d.path, d.name)
	}
	return Inspection{Plain: d.plain(), Markdown: d.markdown()}
}

// comment is the doc comment of a name in a package: the importer's, if it has
// the source, or else that of the standard library.
func (s *Session) comment(path, name string) string {
	if im, ok := s.importer.(interface {
		Doc(path, name string) (string, bool)
	}); ok {
		if text, known := im.Doc(path, name); known {
			return text
		}
	}
	return s.comments.Doc(path, name)
}

// calledAt is the offset in the name of the function whose argument brackets
// are open at the end of the text, -1 if there is none.
func calledAt(before string) int {
	depth := 0
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i] {
		case ')', ']', '}':
			depth++
		case '[', '{':
			if depth--; depth < 0 {
				return -1
			}
		case '(':
			if depth--; depth < 0 {
				end := len(strings.TrimRight(before[:i], " \t"))
				if end > 0 && isIdentRune(rune(before[end-1])) {
					return end
				}
				return -1
			}
		}
	}
	return -1
}

// describe finds out what a name at a cursor means.
func (b *builder) describe(name string, cur *cursor) (description, bool) {
	if token.IsKeyword(name) {
		return description{head: "keyword " + name, path: "", link: "https://go.dev/ref/spec#Keywords"}, true
	}
	pos := b.cell.File.Pos(cur.start)
	path := pathTo(b.sources(), func(id *ast.Ident) bool { return id.Pos() == pos && id.Name == name })
	if len(path) == 0 {
		path = b.importPath(pos, name)
	}
	var obj types.Object
	var recv types.Type
	if len(path) > 0 {
		id := path[len(path)-1].(*ast.Ident)
		if obj = b.ch.Info.ObjectOf(id); obj == nil {
			obj = b.ch.Info.Implicits[path[max(len(path)-2, 0)]]
		}
		if sel, ok := parentOf(path).(*ast.SelectorExpr); ok && sel.Sel == id {
			if s := b.ch.Info.Selections[sel]; s != nil {
				recv = s.Recv()
			}
		} else if obj == nil {
			obj = b.anywhere(name)
		}
	} else if cur.start == 0 || cur.src[cur.start-1] != '.' {
		obj = b.anywhere(name)
	}
	if obj == nil {
		return description{}, false
	}
	return b.describeObject(obj, recv), true
}

func parentOf(path []ast.Node) ast.Node {
	if len(path) < 2 {
		return nil
	}
	return path[len(path)-2]
}

// importPath finds a name in the cell's import declarations.
func (b *builder) importPath(pos token.Pos, name string) []ast.Node {
	for _, g := range b.cell.Imports {
		path := pathTo([]ast.Node{g}, func(id *ast.Ident) bool { return id.Pos() == pos && id.Name == name })
		if path != nil {
			return path
		}
	}
	return nil
}

// anywhere is what a name means outside of any scope: in the session, among
// the packages, in Go itself.
func (b *builder) anywhere(name string) types.Object {
	if obj := b.s.names[name]; obj != nil {
		return obj
	}
	if path := b.s.packageNamed(name); path != "" {
		if p, err := b.s.importer.Import(path); err == nil {
			return types.NewPkgName(token.NoPos, b.pkg, name, p)
		}
	}
	return types.Universe.Lookup(name)
}
