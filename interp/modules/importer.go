package modules

import (
	"errors"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
	"sync"

	"gopost/interp/internal/comments"
	"gopost/interp/std"
)

// Importer gives go/types the packages that cells can import: those of the
// standard library, and those of a [Set], which it type-checks from source. It
// offers what package check's Catalogue asks for. Its methods may be called from
// several goroutines.
type Importer struct {
	set  *Set
	std  *std.Importer
	fset *token.FileSet

	mu     sync.Mutex
	loaded map[string]*source // by import path
}

// source is a package that was type-checked.
type source struct {
	pkg     *types.Package
	err     error // why it can't be imported
	files   []*ast.File
	info    *types.Info
	version string
	module  string
	docs    map[string]string // by name; nil until asked for
}

var _ types.ImporterFrom = (*Importer)(nil)

// NewImporter returns an importer for the packages of the set and of the
// standard library. Positions are in fset; the files of modules are called like
// github.com/google/uuid@v1.6.0/uuid.go there.
func (s *Set) NewImporter(fset *token.FileSet, policy std.Policy) *Importer {
	return &Importer{set: s, std: policy.NewImporter(fset), fset: fset, loaded: map[string]*source{}}
}

// Policy decides which packages of the standard library the importer offers.
func (im *Importer) Policy() std.Policy { return im.std.Policy() }

// Import returns the package of an import path. A package that was imported
// once stays as it is, also when the set gets another version of its module.
func (im *Importer) Import(path string) (*types.Package, error) {
	if !im.knows(path) {
		return im.std.Import(path)
	}
	if strings.Contains("/"+path+"/", "/internal/") {
		return nil, &missing{"use of internal package " + path + " not allowed"}
	}
	im.mu.Lock()
	defer im.mu.Unlock()
	s := im.load(path)
	return s.pkg, s.err
}

// ImportFrom is Import: a session has one version of each module.
func (im *Importer) ImportFrom(path, _ string, _ types.ImportMode) (*types.Package, error) {
	return im.Import(path)
}

// knows says whether a path is the set's to answer for.
func (im *Importer) knows(path string) bool {
	if path == "unsafe" || im.std.Name(path) != "" {
		return false
	}
	p, err := im.set.listing(path)
	return p != nil || err != nil
}

// Packages returns the import paths of the packages that cells can import and
// that are offered as completions, sorted: the standard library's, and those of
// modules that the learner has named.
func (im *Importer) Packages() []string {
	return slices.Sorted(slices.Values(slices.AppendSeq(im.std.Packages(), maps.Keys(im.set.packages()))))
}

// Name returns the name of the package of an import path, "" for one that is
// not known.
func (im *Importer) Name(path string) string {
	if name := im.std.Name(path); name != "" {
		return name
	}
	if p, _ := im.set.listing(path); p != nil {
		return p.Name
	}
	return ""
}

// Source returns the syntax trees of a package that was type-checked from
// source and what go/types knows of them; nil for others.
func (im *Importer) Source(p *types.Package) ([]*ast.File, *types.Info, *token.FileSet) {
	im.mu.Lock()
	defer im.mu.Unlock()
	if s := im.loaded[p.Path()]; s != nil && s.pkg == p {
		return s.files, s.info, im.fset
	}
	return nil, nil, nil
}

// Version is that of the module of which packages have been imported, by the
// module's path; "" for none.
func (im *Importer) Version(module string) string {
	im.mu.Lock()
	defer im.mu.Unlock()
	for _, s := range im.loaded {
		if s.module == module {
			return s.version
		}
	}
	return ""
}

// Doc returns the doc comment of a name in a package from a module, as
// [std.Comments] does for the standard library, and whether the package is one.
func (im *Importer) Doc(path, name string) (text string, ok bool) {
	im.mu.Lock()
	defer im.mu.Unlock()
	s := im.loaded[path]
	if s == nil || s.pkg == nil {
		return "", false
	}
	if s.docs == nil {
		s.docs = im.comments(s, path)
	}
	return s.docs[name], true
}

// comments reads the comments of a package. It parses the files anew, for
// package doc takes apart what it gets.
func (im *Importer) comments(s *source, path string) map[string]string {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, f := range s.files {
		name := im.fset.File(f.FileStart).Name()
		again, err := parser.ParseFile(fset, name, im.set.Text(name), parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return map[string]string{}
		}
		files = append(files, again)
	}
	p, err := doc.NewFromFiles(fset, files, path)
	if err != nil {
		return map[string]string{}
	}
	return comments.ByName(p)
}

// load type-checks a package after those that it imports. The caller holds
// im.mu.
func (im *Importer) load(path string) *source {
	if s := im.loaded[path]; s != nil && s.err == nil {
		return s
	}
	s := &source{}
	im.loaded[path] = s
	p, err := im.set.listing(path)
	if p == nil {
		s.err = err
		return s
	}
	s.module, s.version = p.Module.Path, p.Module.Version
	if err := im.parse(s, p); err != nil {
		s.err = err
		return s
	}
	if err := im.inspect(s, p); err != nil {
		s.err = err
		return s
	}
	s.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: (*dependencies)(im), GoVersion: p.goVersion(), Sizes: types.SizesFor("gc", "amd64")}
	pkg, err := conf.Check(path, im.fset, s.files, s.info)
	var wrong types.Error
	if errors.As(err, &wrong) {
		err = &Refusal{Package: path, Pos: im.fset.Position(wrong.Pos), Reason: "does not compile: " + wrong.Msg}
	}
	if err == nil {
		err = im.inspectUses(s, p)
	}
	if err != nil {
		s.err = err
		return s
	}
	s.pkg = pkg
	return s
}

// parse reads the files of a package.
func (im *Importer) parse(s *source, p *listing) error {
	for _, file := range p.GoFiles {
		text, err := im.set.read(p, file)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(im.fset, p.position(file), text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return fmt.Errorf("package %s can't be used in a cell, because it is not Go: %w", p.ImportPath, err)
		}
		s.files = append(s.files, f)
	}
	return nil
}

// dependencies serves the imports of packages. Its user holds im.mu.
type dependencies Importer

func (d *dependencies) Import(path string) (*types.Package, error) {
	im := (*Importer)(d)
	if !im.knows(path) {
		return im.std.Import(path)
	}
	s := im.load(path)
	return s.pkg, s.err
}
