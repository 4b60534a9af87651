package export

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// edit replaces a stretch of a cell's text.
type edit struct {
	from, to int
	text     string
	pkg      *imported // the package that the stretch names, nil for none
}

// editsOf finds what must read differently in the program than in the cell.
func (p *program) editsOf(c *piece) []edit {
	var edits []edit
	info := c.checked.Info
	replace := func(id *ast.Ident, old, name string, pkg *imported) {
		from := c.offset(id.Pos())
		if strings.HasPrefix(c.cell.Source[from:], old) && (old != name || pkg != nil) {
			edits = append(edits, edit{from, from + len(old), name, pkg})
		}
	}
	for _, found := range []map[*ast.Ident]types.Object{info.Defs, info.Uses} {
		for id, obj := range found {
			switch obj := obj.(type) {
			case nil:
			case *types.PkgName:
				if info.Uses[id] == obj {
					im := p.imported(obj.Imported().Path(), plain(obj.Name()))
					replace(id, im.asIs, im.name, im)
				}
			case *types.Func:
				if versions := p.methods[obj.Origin()]; versions != nil {
					replace(id, obj.Name(), nameAt(versions, c.number), nil)
				} else if name, ok := p.objects[obj]; ok {
					replace(id, obj.Name(), name, nil)
				}
			case *types.Var:
				if by := p.embeds[obj.Origin()]; by != nil && info.Uses[id] == obj {
					replace(id, obj.Name(), p.objects[by], nil)
				} else if name, ok := p.objects[obj]; ok {
					replace(id, obj.Name(), name, nil)
				}
			default:
				if name, ok := p.objects[obj]; ok {
					replace(id, obj.Name(), name, nil)
				}
			}
		}
	}
	for decl, m := range c.checked.LateMethods {
		replace(decl.Name, m.Name(), nameAt(p.methods[m], c.number), nil)
	}
	for _, stmt := range c.cell.Stmts {
		if a, ok := unlabel(stmt).(*ast.AssignStmt); ok && a.Tok == token.DEFINE && p.assigns(c, a) {
			from := c.offset(a.TokPos)
			edits = append(edits, edit{from: from, to: from + len(":="), text: "="})
		}
	}
	slices.SortFunc(edits, func(x, y edit) int { return cmp.Compare(x.from, y.from) })
	return slices.CompactFunc(edits, func(x, y edit) bool { return x.from == y.from })
}

// assigns says whether the variables of a := are declared elsewhere.
func (p *program) assigns(c *piece, a *ast.AssignStmt) bool {
	for _, x := range a.Lhs {
		if id, ok := x.(*ast.Ident); ok && p.global[c.checked.Info.Defs[id]] {
			return true
		}
	}
	return false
}

// text is a stretch of a cell as it stands in the program. The packages that
// it names are imported from then on.
func (c *piece) text(from, to token.Pos) string {
	var b strings.Builder
	at, end := c.offset(from), c.offset(to)
	for _, e := range c.edits {
		if e.from < at || e.to > end {
			continue
		}
		b.WriteString(c.cell.Source[at:e.from])
		b.WriteString(e.text)
		at = e.to
		if e.pkg != nil {
			e.pkg.used = true
		}
	}
	b.WriteString(c.cell.Source[at:end])
	return b.String()
}
