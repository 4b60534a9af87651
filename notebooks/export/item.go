package export

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// item is a declaration, a statement or a spec of one, together with the
// comments before and behind it.
type item struct {
	pos, end token.Pos
	decl     ast.Decl       // nil for others
	stmt     ast.Stmt       // nil for others, labels included
	spec     *ast.ValueSpec // of a var declaration whose specs go separate ways
	labels   string         // before a spec

	leading  []note
	trailing string // the comment behind it in the same line
	apart    bool   // a blank line stands before it
}

// note is a comment that stands by itself.
type note struct {
	text  string
	apart bool // a blank line stands before it
}

// items takes a cell apart. rest are the comments after the last item.
func (p *program) items(c *piece) (items []*item, rest []note) {
	for _, d := range c.cell.Imports {
		items = append(items, &item{pos: d.Pos(), end: d.End()})
	}
	for _, d := range c.cell.Decls {
		items = append(items, &item{pos: d.Pos(), end: d.End(), decl: d})
	}
	for _, stmt := range c.cell.Stmts {
		items = append(items, p.statements(c, stmt)...)
	}
	slices.SortStableFunc(items, func(x, y *item) int { return cmp.Compare(x.pos, y.pos) })
	rest = c.attach(items)
	return items, rest
}

// statements are the items of a statement: several where variables of one
// declaration go separate ways.
func (p *program) statements(c *piece, stmt ast.Stmt) []*item {
	whole := []*item{{pos: stmt.Pos(), end: stmt.End(), stmt: stmt}}
	inner := unlabel(stmt)
	decl, ok := inner.(*ast.DeclStmt)
	if !ok || !slices.ContainsFunc(varSpecs(decl), func(s *ast.ValueSpec) bool { return p.promoted(c, s) }) {
		return whole
	}
	var items []*item
	specs := varSpecs(decl)
	for _, spec := range specs {
		items = append(items, &item{pos: spec.Pos(), end: spec.End(), spec: spec})
	}
	if len(specs) == 1 {
		items[0].pos, items[0].end = decl.Pos(), decl.End()
	}
	for s := stmt; s != inner; s = s.(*ast.LabeledStmt).Stmt {
		items[0].labels += s.(*ast.LabeledStmt).Label.Name + ":\n"
		items[0].pos = stmt.Pos()
	}
	return items
}

// promoted says whether a spec's variables stand at package level.
func (p *program) promoted(c *piece, spec *ast.ValueSpec) bool {
	return slices.ContainsFunc(spec.Names, func(id *ast.Ident) bool { return p.global[c.checked.Info.Defs[id]] })
}

// attach gives each comment that stands between items to the item that it is
// about: the one before it in its line, or else the next.
func (c *piece) attach(items []*item) (rest []note) {
	type thing struct {
		pos, end token.Pos
		item     *item
		text     string
	}
	var things []thing
	for _, it := range items {
		things = append(things, thing{pos: it.pos, end: it.end, item: it})
	}
	for _, g := range c.cell.Comments {
		if !slices.ContainsFunc(items, func(it *item) bool { return it.pos <= g.Pos() && g.Pos() < it.end }) {
			things = append(things, thing{pos: g.Pos(), end: g.End(), text: c.text(g.Pos(), g.End())})
		}
	}
	slices.SortStableFunc(things, func(x, y thing) int { return cmp.Compare(x.pos, y.pos) })
	var last *item
	line := 0 // in which the thing before ends
	for _, t := range things {
		start := c.line(t.pos)
		apart := line > 0 && start > line+1
		switch {
		case t.item != nil:
			t.item.leading, t.item.apart = rest, apart
			last, rest = t.item, nil
			if last.decl == nil && last.stmt == nil && last.spec == nil {
				rest = last.leading // an import's
			}
		case last != nil && start == line && len(rest) == 0:
			last.trailing = strings.TrimSpace(last.trailing + " " + t.text)
		default:
			rest = append(rest, note{t.text, apart})
		}
		line = c.line(t.end)
	}
	return rest
}

// comments writes comments, a line or more each.
func comments(b *strings.Builder, notes []note) {
	for _, n := range notes {
		if n.apart {
			b.WriteString("\n")
		}
		b.WriteString(n.text + "\n")
	}
}

// initialised are the specs of a program's variables, in the order in which Go
// initialises them.
func initialised(c *piece) []*ast.ValueSpec {
	var specs []*ast.ValueSpec
	for _, stmt := range c.checked.Body.Body.List {
		if mark, ok := stmt.(*ast.EmptyStmt); ok && c.checked.Hoisted[mark] != nil {
			specs = append(specs, c.checked.Hoisted[mark])
		}
	}
	return specs
}

// defined are the identifiers by which a statement may define variables.
func defined(stmt ast.Stmt) []*ast.Ident {
	var ids []*ast.Ident
	switch stmt := unlabel(stmt).(type) {
	case *ast.AssignStmt:
		for _, x := range stmt.Lhs {
			if id, ok := x.(*ast.Ident); ok && stmt.Tok == token.DEFINE {
				ids = append(ids, id)
			}
		}
	case *ast.DeclStmt:
		for _, spec := range varSpecs(stmt) {
			ids = append(ids, spec.Names...)
		}
	}
	return ids
}
