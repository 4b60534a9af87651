package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
)

// statements fills the body, and hoists the variables that the cell's
// functions mention.
func (b *builder) statements() {
	program := b.isProgram()
	hoist := b.hoistNames()
	for _, stmt := range b.cell.Stmts {
		b.body = append(b.body, b.statement(stmt, hoist, program)...)
	}
	b.muteLast()
}

// isProgram says whether the cell is a program or a part of one, for which
// the rules of package-level variables hold.
func (b *builder) isProgram() bool {
	for _, stmt := range b.cell.Stmts {
		if _, ok := stmt.(*ast.DeclStmt); !ok {
			return false
		}
	}
	return b.cell.Package != nil || slices.ContainsFunc(b.cell.Decls, func(d ast.Decl) bool {
		_, ok := d.(*ast.FuncDecl)
		return ok
	})
}

// hoistNames are the names that, if a statement defines them, must stand at
// package level: those that a declaration mentions, and those that the initial
// value of such a variable mentions.
func (b *builder) hoistNames() map[string]bool {
	names := map[string]bool{}
	add := func(id *ast.Ident) { names[id.Name] = true }
	for _, d := range b.cell.Decls {
		mentions(d, add)
	}
	if len(names) == 0 {
		return names
	}
	done := map[ast.Stmt]bool{}
	for changed := true; changed; {
		changed = false
		for _, stmt := range b.cell.Stmts {
			stmt = unlabel(stmt)
			if done[stmt] {
				continue
			}
			for _, id := range defines(stmt) {
				if names[id.Name] {
					done[stmt], changed = true, true
					mentions(stmt, add)
					break
				}
			}
		}
	}
	return names
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

// defines are the names that a statement may define in the scope it stands in.
func defines(stmt ast.Stmt) []*ast.Ident {
	var ids []*ast.Ident
	switch stmt := stmt.(type) {
	case *ast.AssignStmt:
		if stmt.Tok != token.DEFINE {
			return nil
		}
		for _, x := range stmt.Lhs {
			if id, ok := x.(*ast.Ident); ok && id.Name != "_" {
				ids = append(ids, id)
			}
		}
	case *ast.DeclStmt:
		g, ok := stmt.Decl.(*ast.GenDecl)
		if !ok {
			return nil
		}
		for _, spec := range g.Specs {
			if spec, ok := spec.(*ast.ValueSpec); ok {
				for _, id := range spec.Names {
					if id.Name != "_" {
						ids = append(ids, id)
					}
				}
			}
		}
	}
	return ids
}

// statement returns what stands in Body for a statement.
func (b *builder) statement(stmt ast.Stmt, hoist map[string]bool, program bool) []ast.Stmt {
	if l, ok := stmt.(*ast.LabeledStmt); ok {
		out := b.statement(l.Stmt, hoist, program)
		out[0] = &ast.LabeledStmt{Label: l.Label, Colon: l.Colon, Stmt: out[0]}
		return out
	}
	ids := defines(stmt)
	wanted := program || slices.ContainsFunc(ids, func(id *ast.Ident) bool { return hoist[id.Name] })
	if wanted {
		switch stmt := stmt.(type) {
		case *ast.AssignStmt:
			if len(ids) > 0 {
				return b.hoistAssign(stmt)
			}
		case *ast.DeclStmt:
			return b.hoistDecl(stmt, hoist, program)
		}
	}
	for _, id := range ids {
		if b.outer[id.Name] == nil {
			b.outer[id.Name] = id
		}
		b.outerIdents[id] = true
	}
	return []ast.Stmt{stmt}
}

// hoistDecl turns the specs of a var declaration into package-level variables
// where one of their names asks for it.
func (b *builder) hoistDecl(stmt *ast.DeclStmt, hoist map[string]bool, program bool) []ast.Stmt {
	g := stmt.Decl.(*ast.GenDecl)
	var out []ast.Stmt
	for _, spec := range g.Specs {
		spec := spec.(*ast.ValueSpec)
		if spec.Doc == nil && len(g.Specs) == 1 {
			spec.Doc = g.Doc
		}
		wanted := program || slices.ContainsFunc(spec.Names, func(id *ast.Ident) bool { return hoist[id.Name] })
		if wanted {
			for _, part := range splitSpec(spec, program) {
				out = append(out, b.placeholder(part))
			}
			continue
		}
		for _, id := range spec.Names {
			if b.outer[id.Name] == nil && id.Name != "_" {
				b.outer[id.Name] = id
			}
			b.outerIdents[id] = true
		}
		out = append(out, &ast.DeclStmt{Decl: &ast.GenDecl{
			Doc: g.Doc, TokPos: spec.Pos(), Tok: token.VAR, Specs: []ast.Spec{spec},
		}})
	}
	if len(out) == 0 { // var ()
		out = append(out, &ast.EmptyStmt{Semicolon: stmt.Pos(), Implicit: true})
	}
	return out
}

// splitSpec splits var a, b = x, y of a program in two: package-level
// variables are initialised one by one, in the order of their dependencies.
func splitSpec(spec *ast.ValueSpec, program bool) []*ast.ValueSpec {
	if !program || len(spec.Names) < 2 || len(spec.Names) != len(spec.Values) {
		return []*ast.ValueSpec{spec}
	}
	var parts []*ast.ValueSpec
	for i := range spec.Names {
		parts = append(parts, &ast.ValueSpec{
			Doc: spec.Doc, Names: spec.Names[i : i+1 : i+1], Type: spec.Type, Values: spec.Values[i : i+1 : i+1],
		})
	}
	return parts
}

// hoistAssign turns a := into a package-level variable declaration. Names that
// exist already are assigned through temporaries afterwards.
func (b *builder) hoistAssign(stmt *ast.AssignStmt) []ast.Stmt {
	fresh := 0
	for _, x := range stmt.Lhs {
		id, ok := x.(*ast.Ident)
		if !ok {
			return []ast.Stmt{stmt} // go/types says what is wrong
		}
		if id.Name != "_" && b.outer[id.Name] == nil {
			fresh++
		}
	}
	if fresh == 0 {
		b.errorf(stmt.TokPos, "no new variables on left side of :=")
		assign := *stmt
		assign.Tok = token.ASSIGN
		return []ast.Stmt{&assign}
	}
	spec := &ast.ValueSpec{Values: stmt.Rhs}
	then := &ast.AssignStmt{TokPos: stmt.TokPos, Tok: token.ASSIGN}
	for _, x := range stmt.Lhs {
		id := x.(*ast.Ident)
		if id.Name == "_" || b.outer[id.Name] == nil {
			spec.Names = append(spec.Names, id)
			continue
		}
		b.tempSeq++
		temp := &ast.Ident{NamePos: id.NamePos, Name: fmt.Sprintf("%s%s%d", id.Name, joint, b.tempSeq)}
		b.temps[temp] = true
		spec.Names = append(spec.Names, temp)
		then.Lhs = append(then.Lhs, id)
		then.Rhs = append(then.Rhs, &ast.Ident{NamePos: id.NamePos, Name: temp.Name})
	}
	out := []ast.Stmt{b.placeholder(spec)}
	if len(then.Lhs) > 0 {
		out = append(out, then)
	}
	return out
}

// placeholder declares spec at package level and returns the statement that
// stands for its initialisation.
func (b *builder) placeholder(spec *ast.ValueSpec) ast.Stmt {
	for _, id := range spec.Names {
		if b.temps[id] || id.Name == "_" {
			continue
		}
		b.declare(id)
		if b.outer[id.Name] == nil {
			b.outer[id.Name] = b.decls[id.Name]
		}
	}
	b.vars = append(b.vars, &ast.GenDecl{TokPos: spec.Pos(), Tok: token.VAR, Specs: []ast.Spec{spec}})
	mark := &ast.EmptyStmt{Semicolon: spec.Pos(), Implicit: true}
	b.ch.Hoisted[mark] = spec
	return mark
}

// muteLast makes a last expression that is muted by a semicolon, and could not
// stand alone as a statement, an assignment to the blank identifier.
func (b *builder) muteLast() {
	if !b.cell.Muted || len(b.body) == 0 {
		return
	}
	last, ok := b.body[len(b.body)-1].(*ast.ExprStmt)
	if !ok {
		return
	}
	switch x := ast.Unparen(last.X).(type) {
	case *ast.CallExpr: // perhaps a conversion: see report
		return
	case *ast.UnaryExpr:
		if x.Op == token.ARROW { // a receive
			return
		}
	}
	b.discardLast(last)
}

// discardLast assigns the last expression to the blank identifier.
func (b *builder) discardLast(last *ast.ExprStmt) {
	b.body[len(b.body)-1] = &ast.AssignStmt{
		Lhs: []ast.Expr{&ast.Ident{NamePos: last.Pos(), Name: "_"}}, TokPos: last.Pos(),
		Tok: token.ASSIGN, Rhs: []ast.Expr{last.X},
	}
}
