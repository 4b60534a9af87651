package progen

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// tidy drops the imports, and blanks the variables, that a program no longer
// uses, and says whether it is well-typed then.
func tidy(src string, imp types.Importer) (string, bool) {
	for range 5 {
		fset, file := parse(src)
		if file == nil {
			return src, false
		}
		unused := map[token.Pos]bool{}
		other := false
		conf := types.Config{Importer: imp, Error: func(err error) {
			e := err.(types.Error)
			if strings.HasPrefix(e.Msg, "declared and not used") || strings.HasSuffix(e.Msg, "imported and not used") {
				unused[e.Pos] = true
			} else {
				other = true
			}
		}}
		conf.Check("main", fset, []*ast.File{file}, nil) //nolint: errors come to conf.Error
		switch {
		case other:
			return src, false
		case len(unused) == 0:
			return src, true
		}
		blank(file, unused)
		var b bytes.Buffer
		if format.Node(&b, fset, file) != nil {
			return src, false
		}
		src = b.String()
	}
	return src, false
}

// blank takes the names at these positions out of a file.
func blank(file *ast.File, unused map[token.Pos]bool) {
	file.Decls = slices.DeleteFunc(file.Decls, func(d ast.Decl) bool {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT {
			return false
		}
		g.Specs = slices.DeleteFunc(g.Specs, func(s ast.Spec) bool { return unused[s.Pos()] || unused[s.(*ast.ImportSpec).Path.Pos()] })
		return len(g.Specs) == 0
	})
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if unused[n.Pos()] {
				n.Name = "_"
			}
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				n.Tok = define(n.Lhs, unused)
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				n.Tok = define([]ast.Expr{n.Key, n.Value}, unused)
			}
		case *ast.TypeSwitchStmt:
			if a, ok := n.Assign.(*ast.AssignStmt); ok && unused[a.Lhs[0].Pos()] {
				n.Assign = &ast.ExprStmt{X: a.Rhs[0]}
			}
		}
		return true
	})
}

// define is the token that still declares the names that stay: = if all are
// blank.
func define(names []ast.Expr, unused map[token.Pos]bool) token.Token {
	for _, n := range names {
		if id, ok := n.(*ast.Ident); ok && id.Name != "_" && !unused[id.Pos()] {
			return token.DEFINE
		}
	}
	return token.ASSIGN
}
