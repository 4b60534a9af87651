package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/parser"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"gopost/interp/internal/comments"
)

// own is a package of this module that cells can import.
type own struct {
	path   string // what learners write
	source string // its import path in this module
	dir    string // its folder, from interp/std
}

// ownPackages lists them, a package before those that import it.
func ownPackages() []own {
	return []own{
		{path: "gopost/mpsc", source: "gopost/mpsc", dir: "../../mpsc"},
		{path: "gopost/display", source: "gopost/interp/display", dir: "../display"},
	}
}

// addOwn type-checks an own package from source, because its export data would
// carry the module's import path instead of the learners'.
func (lib *library) addOwn(o own) error {
	bp, err := build.ImportDir(o.dir, 0)
	if noGo := (*build.NoGoError)(nil); errors.As(err, &noGo) || errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("package %s has no Go files in %s", o.source, o.dir)
	}
	if err != nil {
		return fmt.Errorf("find the files of package %s: %w", o.source, err)
	}
	var files []*ast.File
	for _, name := range bp.GoFiles {
		f, err := lib.parse(filepath.Join(o.dir, name), path.Join(o.path, name))
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	conf := types.Config{Importer: moduleImporter{lib}}
	pkg, err := conf.Check(o.path, lib.fset, files, nil)
	if err != nil {
		return fmt.Errorf("type-check package %s: %w", o.source, err)
	}
	docs, err := lib.docsOf(o.path, files)
	if err != nil {
		return err
	}
	lib.imports[o.path] = pkg
	lib.offered = append(lib.offered, &offer{pkg: pkg, source: o.source, docs: docs})
	return nil
}

// parse reads a file, whose positions get the given name: that of the module's
// folder would tell where this machine keeps it.
func (lib *library) parse(file, name string) (*ast.File, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return parser.ParseFile(lib.fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
}

// docsOf collects the doc comments of an own package. It changes the files'
// syntax trees, as go/doc does.
func (lib *library) docsOf(path string, files []*ast.File) (map[string]string, error) {
	p, err := doc.NewFromFiles(lib.fset, files, path)
	if err != nil {
		return nil, fmt.Errorf("read the comments of package %s: %w", path, err)
	}
	return comments.ByName(p), nil
}

// moduleImporter finds what our own packages import: the standard library,
// which is loaded, and packages of this module, which it loads.
type moduleImporter struct{ lib *library }

func (im moduleImporter) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := im.lib.imports[path]; p != nil && p.Complete() {
		return p, nil
	}
	packages, err := goList("-deps", "-export", "-trimpath", "-json=ImportPath,Export", path)
	if err != nil {
		return nil, err
	}
	for _, p := range packages {
		if known := im.lib.imports[p.ImportPath]; p.Export == "" || known != nil && known.Complete() {
			continue
		}
		if err := im.lib.load(p); err != nil {
			return nil, err
		}
	}
	return im.lib.imports[path], nil
}
