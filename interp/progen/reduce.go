package progen

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"regexp"
	"strings"
)

// Reduce makes a well-typed program smaller while fails holds for it, which it
// calls with well-typed programs only. It drops declarations and statements,
// puts blocks in place of what surrounds them, and operands in place of
// operations, until nothing of that goes on or fails has been called limit
// times.
func Reduce(src string, imp types.Importer, limit int, fails func(src string) bool) string {
	r := &reducer{src: src, imp: imp, left: limit, fails: fails, seen: map[string]bool{}}
	for r.left > 0 {
		before := r.src
		r.lists()
		r.replace(unwrapped)
		r.replace(operands)
		if r.src == before {
			break
		}
	}
	return r.src
}

var emptyLines = regexp.MustCompile(`\n\n+`)

type reducer struct {
	src   string
	imp   types.Importer
	left  int
	fails func(string) bool
	seen  map[string]bool
}

func parse(src string) (*token.FileSet, *ast.File) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "main.go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, nil
	}
	return fset, file
}

// accept takes a changed file if it still fails.
func (r *reducer) accept(fset *token.FileSet, file *ast.File) bool {
	var b bytes.Buffer
	if r.left <= 0 || format.Node(&b, fset, file) != nil {
		return false
	}
	src, ok := tidy(emptyLines.ReplaceAllString(b.String(), "\n"), r.imp)
	if !ok || !strings.Contains(src, "\nfunc main() {") || r.seen[src] || len(src) >= len(r.src) {
		return false
	}
	r.seen[src] = true
	r.left--
	if !r.fails(src) {
		return false
	}
	r.src = src
	return true
}

// lists drops runs of declarations, statements, fields, arguments and so on:
// long runs first.
func (r *reducer) lists() {
	for size := 16; size > 0; size /= 2 {
		for at := 0; ; at++ {
			fset, file := parse(r.src)
			target, start := nthRun(file, size, at)
			if !target.IsValid() {
				break
			}
			n := min(size, target.Len()-start)
			rest := reflect.AppendSlice(reflect.MakeSlice(target.Type(), 0, target.Len()), target.Slice(0, start))
			target.Set(reflect.AppendSlice(rest, target.Slice(start+n, target.Len())))
			if r.accept(fset, file) {
				at--
			}
		}
	}
}

// fixedLists are fields of nodes that cannot be empty, or go with others.
var fixedLists = map[string]bool{"Imports": true, "Lhs": true, "Rhs": true, "Names": true, "Indices": true, "Comments": true, "Unresolved": true}

// nthRun finds the n-th run of size nodes in the lists of a file.
func nthRun(file *ast.File, size, n int) (list reflect.Value, start int) {
	ast.Inspect(file, func(node ast.Node) bool {
		if node == nil || list.IsValid() {
			return false
		}
		v := reflect.ValueOf(node).Elem()
		for i := range v.NumField() {
			f := v.Field(i)
			if f.Kind() != reflect.Slice || list.IsValid() || fixedLists[v.Type().Field(i).Name] {
				continue
			}
			runs := (f.Len() + size - 1) / size
			if size > 1 && f.Len() < size/2 {
				runs = 0
			}
			if n < runs {
				list, start = f, n*size
			}
			n -= runs
		}
		return true
	})
	return list, start
}

// replace tries every replacement that alternatives offers for a statement or
// an expression.
func (r *reducer) replace(alternatives func(ast.Node) []ast.Node) {
	for at := 0; ; at++ {
		fset, file := parse(r.src)
		n, done := at, false
		rewrite(reflect.ValueOf(file), func(v reflect.Value) bool {
			if done {
				return true
			}
			node, ok := v.Interface().(ast.Node)
			if !ok {
				return false
			}
			alts := alternatives(node)
			if n < len(alts) {
				if a := reflect.ValueOf(alts[n]); a.Type().AssignableTo(v.Type()) {
					v.Set(a)
				}
				done = true
				return true
			}
			n -= len(alts)
			return false
		})
		if !done {
			return
		}
		if r.accept(fset, file) {
			at--
		}
	}
}

// rewrite calls f for all places of a tree that hold nodes, until f is true.
func rewrite(v reflect.Value, f func(reflect.Value) bool) {
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() || f(v) {
			return
		}
		rewrite(v.Elem(), f)
	case reflect.Pointer:
		if !v.IsNil() {
			rewrite(v.Elem(), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			rewrite(v.Field(i), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			rewrite(v.Index(i), f)
		}
	}
}

// unwrapped lists what can stand for a statement that holds others.
func unwrapped(n ast.Node) []ast.Node {
	var alts []ast.Node
	add := func(s ast.Stmt) {
		if s != nil && !reflect.ValueOf(s).IsNil() {
			alts = append(alts, s)
		}
	}
	switch n := n.(type) {
	case *ast.IfStmt:
		add(n.Body)
		add(n.Else)
	case *ast.ForStmt:
		add(n.Body)
	case *ast.RangeStmt:
		add(n.Body)
	case *ast.LabeledStmt:
		add(n.Stmt)
	case *ast.SwitchStmt:
		add(n.Body)
	case *ast.CaseClause:
		add(&ast.BlockStmt{List: n.Body})
	case *ast.BlockStmt:
		if len(n.List) == 1 {
			add(n.List[0])
		}
		for _, s := range n.List {
			if c, ok := s.(*ast.CaseClause); ok {
				add(&ast.BlockStmt{List: c.Body})
			}
			if c, ok := s.(*ast.CommClause); ok {
				add(&ast.BlockStmt{List: c.Body})
			}
		}
	case *ast.SelectStmt:
		add(n.Body)
	case *ast.TypeSwitchStmt:
		add(n.Body)
	case *ast.DeferStmt:
		add(&ast.ExprStmt{X: n.Call})
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok {
			if f, ok := call.Fun.(*ast.FuncLit); ok {
				add(f.Body)
			}
		}
	}
	return alts
}

// operands lists what can stand for an expression.
func operands(n ast.Node) []ast.Node {
	var alts []ast.Node
	switch n := n.(type) {
	case *ast.ParenExpr:
		alts = append(alts, n.X)
	case *ast.BinaryExpr:
		alts = append(alts, n.X, n.Y)
	case *ast.UnaryExpr:
		alts = append(alts, n.X)
	case *ast.StarExpr:
		alts = append(alts, n.X)
	case *ast.IndexExpr:
		alts = append(alts, n.X)
	case *ast.TypeAssertExpr:
		alts = append(alts, n.X)
	case *ast.CallExpr:
		for _, a := range n.Args {
			alts = append(alts, a)
		}
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				e = kv.Value
			}
			alts = append(alts, e)
		}
	}
	if e, ok := n.(ast.Expr); ok {
		switch e.(type) {
		case *ast.Ident, *ast.BasicLit:
		default:
			alts = append(alts, &ast.BasicLit{Kind: token.INT, Value: "1"}, ast.NewIdent("nil"), ast.NewIdent("true"))
		}
	}
	return alts
}
