package export

import (
	"go/ast"
	"go/token"
	"go/types"
)

// group is a statement that defines variables: a := or a spec of a var
// declaration. Its variables are package-level ones together or not at all.
type group struct {
	defined []*types.Var
	// assigned are variables of the same cell that a := gives a new value: it
	// must become an ordinary assignment if they are no locals.
	assigned []*types.Var
}

// promote finds the variables that must stand at package level.
func (p *program) promote() {
	p.global = map[types.Object]bool{}
	for _, c := range p.cells {
		p.define(c)
	}
	for changed := true; changed; {
		changed = false
		for _, g := range p.groups {
			any, all := false, true
			for _, v := range g.defined {
				any, all = any || p.global[v], all && p.global[v]
			}
			for _, v := range g.assigned {
				any = any || p.global[v]
			}
			if !any || all {
				continue
			}
			changed = true
			for _, v := range g.defined {
				p.global[v] = true
			}
		}
	}
}

// define notes what a cell defines, and which of it others need.
func (p *program) define(c *piece) {
	mine := map[types.Object]bool{}
	for _, obj := range c.checked.Defs {
		mine[obj] = true
		if _, ok := obj.(*types.Var); !ok {
			p.global[obj] = true
		}
	}
	for _, init := range c.checked.Inits {
		if obj := c.checked.Info.Defs[init.Name]; obj != nil {
			p.global[obj] = true
		}
	}
	for _, obj := range c.checked.Info.Uses {
		if v, ok := obj.(*types.Var); ok && !mine[v] && p.outer[v] {
			p.global[v] = true
		}
	}
	for _, d := range c.cell.Decls {
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := c.checked.Info.Uses[id].(*types.Var); ok && mine[v] {
					p.global[v] = true
				}
			}
			return true
		})
	}
	program := isProgram(c)
	for obj := range mine {
		if v, ok := obj.(*types.Var); ok {
			p.outer[v] = true
			if program {
				p.global[v] = true
			}
		}
	}
	for _, stmt := range c.cell.Stmts {
		p.groupsOf(c, unlabel(stmt), mine)
	}
}

func (p *program) groupsOf(c *piece, stmt ast.Stmt, mine map[types.Object]bool) {
	var g group
	add := func(x ast.Expr) {
		id, ok := x.(*ast.Ident)
		if !ok {
			return
		}
		if v, ok := c.checked.Info.Defs[id].(*types.Var); ok && mine[v] {
			g.defined = append(g.defined, v)
		} else if v, ok := c.checked.Info.Uses[id].(*types.Var); ok && mine[v] {
			g.assigned = append(g.assigned, v)
		}
	}
	switch stmt := stmt.(type) {
	case *ast.AssignStmt:
		if stmt.Tok == token.DEFINE {
			for _, x := range stmt.Lhs {
				add(x)
			}
			p.groups = append(p.groups, g)
		}
	case *ast.DeclStmt:
		for _, spec := range varSpecs(stmt) {
			g = group{}
			for _, id := range spec.Names {
				add(id)
			}
			p.groups = append(p.groups, g)
		}
	}
}

// isProgram says whether all of a cell's statements are declarations of
// package-level variables, which are in the order of their dependencies then.
func isProgram(c *piece) bool {
	if len(c.cell.Stmts) == 0 {
		return false
	}
	for _, stmt := range c.cell.Stmts {
		if _, ok := stmt.(*ast.DeclStmt); !ok {
			return false
		}
	}
	for _, stmt := range c.checked.Body.Body.List {
		mark, ok := stmt.(*ast.EmptyStmt)
		if !ok || c.checked.Hoisted[mark] == nil {
			return false
		}
	}
	return true
}

// varSpecs are the specs of a var declaration.
func varSpecs(stmt *ast.DeclStmt) []*ast.ValueSpec {
	var specs []*ast.ValueSpec
	if g, ok := stmt.Decl.(*ast.GenDecl); ok && g.Tok == token.VAR {
		for _, spec := range g.Specs {
			if spec, ok := spec.(*ast.ValueSpec); ok {
				specs = append(specs, spec)
			}
		}
	}
	return specs
}

// unlabel is the statement that labels stand before.
func unlabel(stmt ast.Stmt) ast.Stmt {
	for {
		l, ok := stmt.(*ast.LabeledStmt)
		if !ok {
			return stmt
		}
		stmt = l.Stmt
	}
}

// unused are the locals among the variables that nothing reads: a notebook
// allows them, a function does not.
func (p *program) unused(c *piece, defined []*ast.Ident) []string {
	var names []string
	for _, id := range defined {
		v, ok := c.checked.Info.Defs[id].(*types.Var)
		if ok && p.outer[v] && !p.global[v] && !p.reads(c, v) {
			names = append(names, id.Name)
		}
	}
	return names
}

// reads says whether a cell's statements use a variable other than to give it
// a value.
func (p *program) reads(c *piece, v *types.Var) bool {
	found := false
	set := map[*ast.Ident]bool{}
	for _, stmt := range c.cell.Stmts {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok == token.ASSIGN || n.Tok == token.DEFINE {
					for _, x := range n.Lhs {
						if id, ok := ast.Unparen(x).(*ast.Ident); ok {
							set[id] = true
						}
					}
				}
			case *ast.RangeStmt:
				for _, x := range []ast.Expr{n.Key, n.Value} {
					if id, ok := x.(*ast.Ident); ok && n.Tok == token.ASSIGN {
						set[id] = true
					}
				}
			case *ast.Ident:
				found = found || c.checked.Info.Uses[n] == v && !set[n]
			}
			return !found
		})
	}
	return found
}
