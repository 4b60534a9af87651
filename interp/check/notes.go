package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// note is what the session keeps of a declaration's text, for inspection.
type note struct {
	doc    string // the doc comment
	source string // the declaration without it
}

// notesOf are the notes on what a cell declares, methods and fields included.
func notesOf(ch *Checked) map[types.Object]note {
	n := &noter{ch: ch, notes: map[types.Object]note{}}
	if ch.File == nil {
		return n.notes
	}
	for _, d := range ch.File.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			n.function(d)
		case *ast.GenDecl:
			n.declaration(d)
		}
	}
	if ch.Body == nil {
		return n.notes
	}
	for _, stmt := range ch.Body.Body.List {
		switch stmt := unlabel(stmt).(type) {
		case *ast.DeclStmt:
			if d, ok := stmt.Decl.(*ast.GenDecl); ok {
				n.declaration(d)
			}
		case *ast.AssignStmt:
			n.assignment(stmt)
		}
	}
	return n.notes
}

type noter struct {
	ch    *Checked
	notes map[types.Object]note
}

func (n *noter) add(obj types.Object, source string, comments ...*ast.CommentGroup) {
	if obj == nil {
		return
	}
	out := note{source: source}
	for _, g := range comments {
		if out.doc = g.Text(); out.doc != "" {
			break
		}
	}
	n.notes[obj] = out
}

func (n *noter) function(d *ast.FuncDecl) {
	if d == n.ch.Body {
		return
	}
	if m := n.ch.LateMethods[d]; m != nil {
		n.add(m, n.text(d), d.Doc)
		return
	}
	n.add(n.ch.Info.Defs[d.Name], n.text(d), d.Doc)
}

func (n *noter) declaration(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		var whole ast.Node = spec
		if !d.Lparen.IsValid() {
			whole = d
		}
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			n.add(n.ch.Info.Defs[spec.Name], n.text(whole), spec.Doc, d.Doc, spec.Comment)
			n.fields(spec.Type)
		case *ast.ValueSpec:
			doc, behind := spec.Doc, spec.Comment
			if doc == nil && d.Doc == nil && behind == nil {
				doc = n.commentOf(spec) // a := that became a declaration
			}
			for _, id := range spec.Names {
				n.add(n.ch.Info.Defs[id], n.text(whole), doc, d.Doc, behind)
			}
		}
	}
}

// fields notes the comments of fields, and of an interface's methods.
func (n *noter) fields(typ ast.Expr) {
	ast.Inspect(typ, func(node ast.Node) bool {
		field, ok := node.(*ast.Field)
		if !ok || field.Doc == nil && field.Comment == nil {
			return true
		}
		for _, id := range field.Names {
			n.add(n.ch.Info.Defs[id], "", field.Doc, field.Comment)
		}
		return true
	})
}

// assignment notes a := of the cell's own, with the comment before or behind.
func (n *noter) assignment(stmt *ast.AssignStmt) {
	if stmt.Tok != token.DEFINE {
		return
	}
	for _, x := range stmt.Lhs {
		if id, ok := x.(*ast.Ident); ok && n.ch.Info.Defs[id] != nil {
			n.add(n.ch.Info.Defs[id], n.text(stmt), n.commentOf(stmt))
		}
	}
}

// commentOf is the comment that ends in the line before a statement and has
// that line for itself, or the one behind the statement; nil if there is none.
func (n *noter) commentOf(stmt ast.Node) *ast.CommentGroup {
	comments := n.ch.File.Comments
	file := n.ch.Fset.File(stmt.Pos())
	if len(comments) == 0 || file == nil || n.ch.Fset.File(stmt.End()) != file {
		return nil
	}
	next, _ := slices.BinarySearchFunc(comments, stmt.Pos(), func(g *ast.CommentGroup, pos token.Pos) int {
		return int(g.Pos() - pos)
	})
	if next > 0 {
		before := comments[next-1]
		start := file.LineStart(file.Line(before.Pos()))
		from, to := file.Offset(start), file.Offset(before.Pos())
		if file.Line(before.End())+1 == file.Line(stmt.Pos()) && to <= len(n.ch.Source) && isBlank(n.ch.Source[from:to]) {
			return before
		}
	}
	for _, g := range comments[next:] {
		if g.Pos() >= stmt.End() {
			if file.Line(g.Pos()) == file.Line(stmt.End()) {
				return g
			}
			break
		}
	}
	return nil
}

func isBlank(text string) bool {
	for _, c := range []byte(text) {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}

// text is the source of a node, "" for one that we made.
func (n *noter) text(node ast.Node) string {
	file := n.ch.Fset.File(node.Pos())
	if file == nil || n.ch.Fset.File(node.End()-1) != file {
		return ""
	}
	from, to := file.Offset(node.Pos()), file.Offset(node.End())
	if from >= to || to > len(n.ch.Source) {
		return ""
	}
	return n.ch.Source[from:to]
}
