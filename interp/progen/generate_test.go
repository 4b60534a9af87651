package progen_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"gopost/interp/progen"
	"gopost/interp/std"
)

// TestWellTyped checks a program a seed: one that go/types refuses is an error
// of the generator.
func TestWellTyped(t *testing.T) {
	fset := token.NewFileSet()
	imp := std.NewImporter(fset)
	for seed := range uint64(150) {
		src := progen.Generate(progen.Seed(seed), "")
		if err := wellTyped(fset, imp, src); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
	}
}

func wellTyped(fset *token.FileSet, imp types.Importer, src string) error {
	file, err := parser.ParseFile(fset, "main.go", src, 0)
	if err != nil {
		return err
	}
	conf := types.Config{Importer: imp, GoVersion: "go1.26"}
	_, err = conf.Check("main", fset, []*ast.File{file}, nil)
	return err
}
