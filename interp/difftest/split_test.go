package difftest_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"

	"gopost/interp/std"
)

// split makes a session of a program: cells that together do what it does. If
// that can't be, the reason says why.
func split(source string) (cells []string, reason string) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "program.go", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, "it does not parse"
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: std.NewImporter(fset)}
	pkg, err := conf.Check("main", fset, []*ast.File{file}, info)
	if err != nil {
		return nil, "it uses what cells do not have"
	}
	main := mainOf(file)
	if main == nil {
		return nil, "it has no func main"
	}
	if reason := bound(main, pkg, info); reason != "" {
		return nil, reason
	}
	text := func(from, to token.Pos) string {
		return source[fset.Position(from).Offset:fset.Position(to).Offset]
	}
	var imports []string
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			imports = append(imports, text(g.Pos(), g.End()))
		}
	}
	if len(imports) > 0 {
		cells = append(cells, strings.Join(imports, "\n"))
	}
	for _, group := range order(file, info) {
		var parts []string
		for _, u := range group {
			parts = append(parts, u.keyword+text(u.node.Pos(), u.node.End()))
		}
		cells = append(cells, strings.Join(parts, "\n\n"))
	}
	for _, stmt := range main.Body.List {
		if _, empty := stmt.(*ast.EmptyStmt); !empty {
			cells = append(cells, text(stmt.Pos(), stmt.End()))
		}
	}
	return cells, ""
}

func mainOf(file *ast.File) *ast.FuncDecl {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "main" && f.Body != nil {
			return f
		}
	}
	return nil
}

// bound says what in main belongs to the function as a whole, so that its
// statements mean something else in cells of their own; "" if nothing does.
func bound(main *ast.FuncDecl, pkg *types.Package, info *types.Info) (reason string) {
	for _, obj := range info.Uses {
		if obj == pkg.Scope().Lookup("main") {
			return "main is called by name"
		}
	}
	ast.Inspect(main.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			reason = "main defers a call to its end"
		case *ast.ReturnStmt:
			reason = "main returns early"
		case *ast.BranchStmt:
			if n.Tok == token.GOTO {
				reason = "main has a goto"
			}
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && info.Uses[id] == types.Universe.Lookup("recover") {
				reason = "main calls recover"
			}
		}
		return true
	})
	if n := len(main.Body.List); reason == "" && n == 0 {
		return "main is empty"
	} else if reason == "" && n > mostCells {
		return fmt.Sprintf("main has more than %d statements", mostCells)
	}
	return reason
}

// mostCells bounds what one program costs.
const mostCells = 200
