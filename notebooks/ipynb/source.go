package ipynb

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// ErrSource is what errors about Go files that can't be a cell wrap.
var ErrSource = errors.New("not a program that gopost can run")

// metadata tells front ends which kernel a notebook is for.
type metadata struct {
	Kernelspec struct {
		DisplayName string `json:"display_name"`
		Language    string `json:"language"`
		Name        string `json:"name"`
	} `json:"kernelspec"`
	LanguageInfo struct {
		FileExtension string `json:"file_extension"`
		Mimetype      string `json:"mimetype"`
		Name          string `json:"name"`
	} `json:"language_info"`
}

// FromSource makes a notebook with one code cell of a Go source file: a
// program, whose package clause is blanked out so that lines and columns in
// errors stay those of the file, or what a cell may hold, without one.
func FromSource(filename, src string) (*Notebook, error) {
	fset := token.NewFileSet()
	if f, err := parser.ParseFile(fset, filename, src, parser.PackageClauseOnly); err == nil {
		if f.Name.Name != "main" {
			return nil, fmt.Errorf("%w: %s is package %s, and only package main has a start", ErrSource, filename, f.Name.Name)
		}
		from, to := clause(fset, f)
		src = src[:from] + strings.Repeat(" ", to-from) + src[to:]
	}

	c := newObject()
	root := newObject()
	var meta metadata
	meta.Kernelspec.DisplayName, meta.Kernelspec.Language, meta.Kernelspec.Name = "Go (gopost)", "go", "gopost"
	meta.LanguageInfo.FileExtension, meta.LanguageInfo.Mimetype, meta.LanguageInfo.Name = ".go", "text/x-go", "go"
	err := errors.Join(
		c.set("cell_type", "code"), c.set("execution_count", nil), c.set("id", "main"),
		c.set("metadata", struct{}{}), c.set("outputs", []Output{}), c.set("source", text(src)),
		root.set("cells", []*object{c}),
		root.set("metadata", meta),
		root.set("nbformat", 4), root.set("nbformat_minor", 5),
	)
	if err != nil {
		return nil, err
	}
	return &Notebook{root: root, Cells: []*Cell{{Type: "code", Source: src, raw: c}}}, nil
}

// clause returns the byte offsets of `package main`.
func clause(fset *token.FileSet, f *ast.File) (from, to int) {
	return fset.Position(f.Package).Offset, fset.Position(f.Name.End()).Offset
}
