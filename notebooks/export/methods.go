package export

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
)

// version is a declaration of a method. A later cell may declare it again.
type version struct {
	number int // of the cell
	name   string
}

// nameAt is what a method is called by the code of a cell: the code of
// earlier cells goes on calling the method that it knew.
func nameAt(versions []version, number int) string {
	name := versions[0].name
	for _, v := range versions {
		if v.number <= number {
			name = v.name
		}
	}
	return name
}

// formatting are the methods that package fmt calls by itself.
var formatting = [...]string{"String", "Error", "Format", "GoString"}

// findMethods finds the methods that several cells declare, and names all of
// them but the last, which other packages are to find by its name.
func (p *program) findMethods() {
	p.methods = map[*types.Func][]version{}
	var again []*types.Func
	for _, c := range p.cells {
		for _, d := range c.cell.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil {
				continue
			}
			m, late := p.method(c, fn)
			if m == nil || m.Name() == "_" {
				continue
			}
			if p.methods[m] = append(p.methods[m], version{c.number, m.Name()}); len(p.methods[m]) == 2 {
				again = append(again, m)
			}
			p.note(c, m, late)
		}
	}
	for _, m := range again {
		versions := p.methods[m]
		for i := range len(versions) - 1 {
			versions[i].name = p.invent(m.Name())
		}
	}
}

// method is the method that a declaration declares. late says that its type is
// of an earlier cell.
func (p *program) method(c *piece, fn *ast.FuncDecl) (m *types.Func, late bool) {
	for decl, m := range c.checked.LateMethods {
		if decl.Name.Pos() == fn.Name.Pos() {
			return m, true
		}
	}
	m, _ = c.checked.Info.Defs[fn.Name].(*types.Func)
	return m, false
}

// note tells where a program cannot behave as the notebook did.
func (p *program) note(c *piece, m *types.Func, late bool) {
	typ := types.TypeString(m.Signature().Recv().Type(), func(*types.Package) string { return "" })
	switch {
	case len(p.methods[m]) > 1:
		p.notes = append(p.notes, fmt.Sprintf("%s declares method %s of %s again. In the program earlier cells call %[2]s's first version, but where an interface holds a %[3]s the last one is called.", c.in(), m.Name(), typ))
	case late && slices.Contains(formatting[:], m.Name()):
		p.notes = append(p.notes, fmt.Sprintf("%s gives %s the method %s. In the program %[2]s has it from the start, so earlier cells print with it too.", c.in(), typ, m.Name()))
	}
}

// findEmbedded finds the fields that are named by their types.
func (p *program) findEmbedded() {
	p.embeds = map[*types.Var]types.Object{}
	for _, c := range p.cells {
		for id, obj := range c.checked.Info.Defs {
			field, ok := obj.(*types.Var)
			if !ok || !field.Embedded() {
				continue
			}
			if by := c.checked.Info.Uses[id]; by != nil && p.objects[by] != "" {
				p.embeds[field] = by
			}
		}
	}
}
