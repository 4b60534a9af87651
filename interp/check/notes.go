package check

import (
	"go/ast"
	"go/types"
)

// note is what the session keeps of a declaration's text, for inspection.
type note struct {
	doc    string // the doc comment
	source string // the declaration without it
}

// notesOf are the notes on what a cell declares, methods included.
func notesOf(ch *Checked) map[types.Object]note {
	n := &noter{ch: ch, notes: map[types.Object]note{}}
	for _, d := range ch.File.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			n.function(d)
		case *ast.GenDecl:
			n.declaration(d)
		}
	}
	if ch.Body != nil {
		for _, stmt := range ch.Body.Body.List {
			if d, ok := stmt.(*ast.DeclStmt); ok {
				n.declaration(d.Decl.(*ast.GenDecl))
			}
		}
	}
	return n.notes
}

type noter struct {
	ch    *Checked
	notes map[types.Object]note
}

func (n *noter) add(obj types.Object, node ast.Node, comments ...*ast.CommentGroup) {
	if obj == nil {
		return
	}
	out := note{source: n.text(node)}
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
		n.add(m, d, d.Doc)
		return
	}
	n.add(n.ch.Info.Defs[d.Name], d, d.Doc)
}

func (n *noter) declaration(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		var whole ast.Node = spec
		if !d.Lparen.IsValid() {
			whole = d
		}
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			n.add(n.ch.Info.Defs[spec.Name], whole, spec.Doc, d.Doc, spec.Comment)
		case *ast.ValueSpec:
			for _, id := range spec.Names {
				n.add(n.ch.Info.Defs[id], whole, spec.Doc, d.Doc, spec.Comment)
			}
		}
	}
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
