package own

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"path/filepath"
	"strings"

	"gopost/interp/std"
)

// Vet checks Go files and writes a line a finding to w, in go vet's form:
//
//	main.go:12:14: use of moved value: s (E0382)
//
// It returns how many findings that are no warnings there are. A file that
// needs others of its folder is checked together with those that are given.
// Imports must be of the standard library or gopost/mpsc. It fails when a file
// can't be read or is not correct Go; the findings of the others are written
// all the same.
func Vet(files []string, w io.Writer) (findings int, err error) {
	v := &vetter{fset: token.NewFileSet()}
	v.importer = std.NewImporter(v.fset)
	var parsed []*ast.File
	var errs []error
	for _, name := range files {
		file, err := parser.ParseFile(v.fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		parsed = append(parsed, file)
	}
	seen := map[string]bool{}
	for _, file := range parsed {
		list, err := v.check(file, parsed)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		for _, f := range list {
			line := v.line(f)
			if seen[line] {
				continue
			}
			seen[line] = true
			if _, err := fmt.Fprintln(w, line); err != nil {
				return findings, err
			}
			if !f.Warning {
				findings++
			}
		}
	}
	return findings, errors.Join(errs...)
}

type vetter struct {
	fset     *token.FileSet
	importer types.Importer
}

// check returns the findings of one file.
func (v *vetter) check(file *ast.File, all []*ast.File) ([]Finding, error) {
	list, alone := v.checkFiles([]*ast.File{file})
	if alone == nil {
		return list, nil
	}
	var neighbours []*ast.File
	for _, other := range all {
		if v.folder(other) == v.folder(file) && other.Name.Name == file.Name.Name {
			neighbours = append(neighbours, other)
		}
	}
	list, err := v.checkFiles(neighbours)
	if err != nil {
		return nil, alone
	}
	own := list[:0:0]
	for _, f := range list {
		if f.Pos.Filename == v.fset.File(file.FileStart).Name() {
			own = append(own, f)
		}
	}
	return own, nil
}

func (v *vetter) folder(file *ast.File) string {
	return filepath.Dir(v.fset.File(file.FileStart).Name())
}

// checkFiles takes files as one package.
func (v *vetter) checkFiles(files []*ast.File) ([]Finding, error) {
	info := &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Implicits:  map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	conf := types.Config{Importer: v.importer}
	pkg, err := conf.Check("main", v.fset, files, info)
	if err != nil {
		return nil, err
	}
	return Files(v.fset, files, info, pkg), nil
}

// line is a finding in go vet's form.
func (v *vetter) line(f Finding) string {
	if f.Warning {
		return fmt.Sprintf("%s: warning: %s", f.Pos, plain(f.Msg))
	}
	return fmt.Sprintf("%s: %s (%s)", f.Pos, plain(f.Msg), f.Code)
}

// plain is a message without Markdown's quotes.
func plain(msg string) string { return strings.ReplaceAll(msg, "`", "") }
