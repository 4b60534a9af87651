package lower_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/engine"
	"gopost/interp/lower"
	"gopost/interp/std"
)

// TestModules runs the sessions of testdata/modules: an archive of packages,
// a folder each, and of cells, with what they show. The packages are
// lowered from source, as package modules hands them out.
func TestModules(t *testing.T) {
	files, err := filepath.Glob("testdata/modules/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sessions: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := newModuleSession(t, archive)
			n := 0
			for i, f := range archive.Files {
				if f.Name != "cell" {
					continue
				}
				n++
				want := strings.TrimSpace(string(archive.Files[i+1].Data))
				if got := strings.TrimSpace(s.run(t, n, string(f.Data))); got != want {
					t.Errorf("cell %d:\n%s\ngot:\n%s\nwant:\n%s", n, f.Data, got, want)
				}
			}
		})
	}
}

// sources is an importer of packages in an archive, and of the standard library.
type sources struct {
	*std.Importer
	fset    *token.FileSet
	archive *txtar.Archive
	loaded  map[string]*types.Package
	files   map[*types.Package][]*ast.File
	infos   map[*types.Package]*types.Info
}

func newModuleSession(t *testing.T, archive *txtar.Archive) *session {
	fset := token.NewFileSet()
	imp := &sources{
		std.NewImporter(fset), fset, archive, map[string]*types.Package{},
		map[*types.Package][]*ast.File{}, map[*types.Package]*types.Info{},
	}
	out := &output{}
	m, err := engine.NewMachine(out, func(string, int) {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	return &session{fset, check.New(imp, fset), lower.New(imp), m, out}
}

func (s *sources) Import(path string) (*types.Package, error) {
	if p := s.loaded[path]; p != nil {
		return p, nil
	}
	var files []*ast.File
	for _, f := range s.archive.Files {
		if filepath.ToSlash(filepath.Dir(f.Name)) != path {
			continue
		}
		name := strings.Replace(f.Name, "/", "@v1.0.0/", 1)
		parsed, err := parser.ParseFile(s.fset, name, f.Data, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, parsed)
	}
	if len(files) == 0 {
		return s.Importer.Import(path)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{},
	}
	conf := types.Config{Importer: s, GoVersion: "go1.26"}
	p, err := conf.Check(path, s.fset, files, info)
	if err == nil {
		s.loaded[path], s.files[p], s.infos[p] = p, files, info
	}
	return p, err
}

func (s *sources) ImportFrom(path, _ string, _ types.ImportMode) (*types.Package, error) {
	return s.Import(path)
}

func (s *sources) Source(p *types.Package) ([]*ast.File, *types.Info, *token.FileSet) {
	if s.infos[p] == nil {
		return nil, nil, nil
	}
	return s.files[p], s.infos[p], s.fset
}

// TestModuleTablesWait holds that a package's table reaches the worker with the
// first cell that uses it, and not with the import.
func TestModuleTablesWait(t *testing.T) {
	archive := &txtar.Archive{Files: []txtar.File{{
		Name: "tables/tables.go",
		Data: []byte("package tables\n\nvar Large = [...]string{\"needle\"}\n\nfunc Of(i int) string { return Large[i] }\n"),
	}}}
	s := newModuleSession(t, archive)
	for i, c := range []struct {
		src   string
		holds bool
	}{
		{"import \"tables\"", false},
		{"1 + 1", false},
		{"tables.Of(0)", true},
		{"tables.Of(0) + \"s\"", false},
	} {
		if got := strings.Contains(s.lowered(t, i+1, c.src), "needle"); got != c.holds {
			t.Errorf("In[%d], %s: the table is in the lowered cell: %t", i+1, c.src, got)
		}
	}
}

// lowered checks, lowers and commits a cell, and returns its lowered form.
func (s *session) lowered(t *testing.T, n int, src string) string {
	parsed, errs := cell.Parse(s.fset, "In["+string(rune('0'+n))+"]", src)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	checked, diags := s.check.Check(n, parsed)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	p, err := s.lower.Cell(checked)
	if err != nil {
		t.Fatal(err)
	}
	s.check.Commit(checked)
	if os.Getenv("LOWERED") != "" {
		t.Log(p.Source)
	}
	return p.Source
}
