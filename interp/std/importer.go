package std

import (
	"archive/zip"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/gcexportdata"
)

// Importer gives go/types the packages that cells can import: the standard
// library, and our own gopost/mpsc and gopost/display. It reads the tables in
// the program and needs neither a Go toolchain nor any file. A package is
// decompressed and decoded when it is first imported, and kept.
//
// Its methods may be called from several goroutines. Packages it returns are
// complete and are not changed any more.
type Importer struct {
	fset    *token.FileSet
	policy  Policy
	entries map[string]*zip.File // by import path
	paths   []string             // sorted
	damage  error                // of the table, reported by Import

	mu     sync.Mutex
	loaded map[string]*types.Package // also partly, as imports of others
}

var _ types.ImporterFrom = (*Importer)(nil)

// NewImporter returns an importer whose packages have their positions in fset,
// which the caller shares with the parser. The file names of positions are
// import path and file, such as "fmt/print.go". It offers what the zero [Policy]
// allows.
func NewImporter(fset *token.FileSet) *Importer { return Policy{}.NewImporter(fset) }

// NewImporter returns an importer that offers what the policy allows: see the
// function [NewImporter].
func (p Policy) NewImporter(fset *token.FileSet) *Importer {
	im := &Importer{
		fset:    fset,
		policy:  p,
		entries: map[string]*zip.File{},
		loaded:  map[string]*types.Package{},
	}
	archive, err := openArchive()
	if err != nil {
		im.damage = err
		return im
	}
	for _, f := range archive.File {
		if strings.HasPrefix(f.Name, docPrefix) {
			continue
		}
		im.entries[f.Name] = f
		im.paths = append(im.paths, f.Name)
	}
	slices.Sort(im.paths)
	return im
}

// Policy is what decides which packages the importer offers.
func (im *Importer) Policy() Policy { return im.policy }

// Import returns the package of an import path. It does not look at the policy:
// that is for the caller to report, at the import's position.
func (im *Importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	im.mu.Lock()
	defer im.mu.Unlock()
	if p := im.loaded[path]; p != nil && p.Complete() {
		return p, nil
	}
	if im.damage != nil {
		return nil, im.damage
	}
	f, ok := im.entries[path]
	if !ok {
		return nil, fmt.Errorf("package %s is not in std", path)
	}
	p, err := im.decode(f)
	if err != nil {
		return nil, fmt.Errorf("read the types of package %s: %w", path, err)
	}
	return p, nil
}

// decode reads the export data of an entry. The caller holds im.mu.
func (im *Importer) decode(f *zip.File) (*types.Package, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if im.loaded[f.Name] == nil {
		im.loaded[f.Name] = types.NewPackage(f.Name, f.Comment)
	}
	seedPlatform(im.loaded[f.Name])
	// A reader that says how much it holds spares growing a buffer.
	sized := &io.LimitedReader{R: r, N: int64(f.UncompressedSize64)}
	return gcexportdata.Read(sized, im.fset, im.loaded, f.Name)
}

// ImportFrom is Import: there are no vendored packages, so the folder of the
// importing file plays no part.
func (im *Importer) ImportFrom(path, _ string, _ types.ImportMode) (*types.Package, error) {
	return im.Import(path)
}

// Packages returns the import paths of all packages that the policy lets cells
// import, sorted.
func (im *Importer) Packages() []string {
	return slices.DeleteFunc(slices.Clone(im.paths), func(path string) bool {
		_, refused := im.policy.Refused(path)
		return refused
	})
}

// Named returns the import paths of the packages with the given package name,
// sorted: for "rand", crypto/rand, math/rand and math/rand/v2. Refused
// packages are not listed.
func (im *Importer) Named(name string) []string {
	return slices.DeleteFunc(im.Packages(), func(path string) bool {
		return im.entries[path].Comment != name
	})
}

// Name returns the name of the package of an import path, without loading it,
// and "" for a path that the tables do not hold.
func (im *Importer) Name(path string) string {
	if f, ok := im.entries[path]; ok {
		return f.Comment
	}
	return ""
}
