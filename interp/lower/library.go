package lower

import (
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path"
)

// sources are the generic parts of packages that have no compiled form: a
// folder a package, by its import path. They are Go, but the go command is not
// to build them.
//
//go:embed all:lib
var sources embed.FS

// library holds the type-checked sources of packages that are lowered: the
// embedded ones, and those that the importer has as source. A package is
// loaded when a cell first needs it.
type library struct {
	importer types.Importer
	fset     *token.FileSet
	packages map[string]*types.Package
	loaded   map[*types.Package]bool
	decls    map[*types.Func]*source
	modules  map[*types.Package]*module // nil for packages that are none
}

func newLibrary(imp types.Importer) *library {
	return &library{
		importer: imp,
		fset:     token.NewFileSet(),
		packages: map[string]*types.Package{},
		loaded:   map[*types.Package]bool{},
		decls:    map[*types.Func]*source{},
		modules:  map[*types.Package]*module{},
	}
}

// owns says whether a package is lowered from source: one of the embedded
// library's, not the compiled one of the same path, or one from a module.
func (l *library) owns(p *types.Package) bool { return p != nil && (l.loaded[p] || l.module(p) != nil) }

// ownsSet says whether positions of a set are in the library.
func (l *library) ownsSet(fset *token.FileSet) bool { return fset == l.fset }

// named returns the library's type of the same name, nil if it has none.
func (l *library) named(t *types.Named) *types.Named {
	if o, ok := l.lookup(t.Obj()).(*types.TypeName); ok {
		named, _ := o.Type().(*types.Named)
		return named
	}
	return nil
}

// function returns the library's function of the same name, or f.
func (l *library) function(f *types.Func) *types.Func {
	if f.Signature().Recv() == nil {
		if o, ok := l.lookup(f).(*types.Func); ok {
			return o
		}
	}
	return f
}

// source returns the declaration of a function, nil if it is no lowered
// package's.
func (l *library) source(f *types.Func) *source {
	if src := l.decls[f]; src != nil || f.Pkg() == nil {
		return src
	}
	l.module(f.Pkg()) // which fills decls
	return l.decls[f]
}

func (l *library) lookup(o types.Object) types.Object {
	if o.Pkg() == nil || o.Pkg().Path() == mainPath || l.owns(o.Pkg()) || o.Parent() != o.Pkg().Scope() {
		return nil
	}
	if p := l.load(o.Pkg().Path()); p != nil {
		return p.Scope().Lookup(o.Name())
	}
	return nil
}

// load type-checks the library's part of a package; nil if there is none.
func (l *library) load(importPath string) *types.Package {
	if p, ok := l.packages[importPath]; ok {
		return p
	}
	l.packages[importPath] = nil
	dir := path.Join("lib", importPath)
	entries, err := fs.ReadDir(sources, dir)
	if err != nil {
		return nil
	}
	var files []*ast.File
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		name := path.Join(dir, e.Name())
		text, err := fs.ReadFile(sources, name)
		if err != nil {
			panic(fmt.Sprintf("reading the embedded library: %v", err))
		}
		f, err := parser.ParseFile(l.fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			panic(fmt.Sprintf("parsing the embedded library: %v", err))
		}
		files = append(files, f)
	}
	if len(files) == 0 {
		return nil
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{},
	}
	conf := types.Config{Importer: l, GoVersion: "go1.26"}
	p, err := conf.Check(importPath, l.fset, files, info)
	if err != nil {
		panic(fmt.Sprintf("checking the embedded library: %v", err))
	}
	l.packages[importPath] = p
	if importPath == linkPath {
		return p
	}
	l.loaded[p] = true
	l.declared(files, info, l.fset)
	return p
}

// declared adds the functions that files declare.
func (l *library) declared(files []*ast.File, info *types.Info, fset *token.FileSet) {
	for _, f := range files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok {
				l.decls[info.Defs[fd.Name].(*types.Func)] = &source{decl: fd, info: info, fset: fset}
			}
		}
	}
}

// Import serves the library's own imports: a package whose whole interface is
// here, or a compiled one.
func (l *library) Import(importPath string) (*types.Package, error) {
	if importPath == linkPath {
		return l.load(importPath), nil
	}
	return l.importer.Import(importPath)
}
