package std_test

import (
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"gopost/interp/std"
)

// The tables must know what mpsc and display export today, not what they
// exported when `go generate` last ran.
func TestOwnPackagesAreCurrent(t *testing.T) {
	for path, dir := range map[string]string{
		"gopost/mpsc":    "../../mpsc",
		"gopost/display": "../display",
	} {
		stored, err := std.NewImporter(token.NewFileSet()).Import(path)
		if err != nil {
			t.Fatal(err)
		}
		want, got := exported(fromSource(t, path, dir)), exported(stored)
		if !maps.Equal(got, want) {
			for name := range want {
				if got[name] != want[name] {
					t.Errorf("%s.%s is %q in the tables and %q in the source", path, name, got[name], want[name])
				}
			}
			t.Errorf("the tables are older than package %s (they have %d names, it has %d): run `go generate ./interp/std` and commit the result",
				path, len(got), len(want))
		}
	}
}

func fromSource(t *testing.T, path, dir string) *types.Package {
	t.Helper()
	bp, err := build.ImportDir(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range bp.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	p, err := conf.Check(path, fset, files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// exported describes every exported name, with the methods of types.
func exported(p *types.Package) map[string]string {
	found := map[string]string{}
	for _, name := range p.Scope().Names() {
		obj := p.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		found[name] = types.ObjectString(obj, nil)
		if t, ok := obj.(*types.TypeName); ok {
			set := types.NewMethodSet(types.NewPointer(t.Type()))
			for _, m := range slices.Collect(set.Methods()) {
				if m.Obj().Exported() {
					found[name+"."+m.Obj().Name()] = types.ObjectString(m.Obj(), nil)
				}
			}
		}
	}
	return found
}
