package modules

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// Refusal says why a package can't be used in cells.
type Refusal struct {
	// Package is the import path of the package, and Pos where it uses what
	// cells can't.
	Package string
	Pos     token.Position
	// Reason is the end of a sentence that starts with the position.
	Reason string
	// Through is the package that a cell wanted to import, if Package is only
	// one that it needs; "" if it is Package itself.
	Through string
	// Kept says that it is the session's policy that keeps the package from
	// cells, and not how the package is written.
	Kept bool
}

func (r *Refusal) Error() string {
	if r.Through != "" {
		return fmt.Sprintf("package %s can't be used in a cell: it needs package %s, and %s %s", r.Through, r.Package, r.Pos, r.Reason)
	}
	return fmt.Sprintf("package %s can't be used in a cell: %s %s", r.Package, r.Pos, r.Reason)
}

// Hint says what a learner can do; "" where Error says it.
func (r *Refusal) Hint() string {
	if r.Kept {
		return ""
	}
	return "cells interpret modules from their source, so these must be plain Go all through: look for a package that does the same in pure Go"
}

// inspect looks for what can't be interpreted, in a package and in those that it
// imports.
func (im *Importer) inspect(s *source, p *listing) error {
	refuse := func(pos token.Pos, format string, args ...any) *Refusal {
		return &Refusal{Package: p.ImportPath, Pos: im.fset.Position(pos), Reason: fmt.Sprintf(format, args...)}
	}
	for _, f := range s.files {
		if pos, word := directive(f); word != "" {
			return refuse(pos, "uses %s", map[string]string{
				embedDirective: "go:embed, which puts files into a program while it is built, and a cell is not built",
				linkDirective:  "go:linkname, which binds a function to another package's machine code",
			}[word])
		}
		for _, spec := range f.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				continue // the parser has seen to it
			}
			if path == "C" {
				return refuse(spec.Pos(), "uses cgo, and a cell has no C compiler")
			}
			if why, refused := im.Policy().Refused(path); refused {
				err := refuse(spec.Pos(), "imports %s, which a cell can't: %s", path, why)
				err.Kept = path != "unsafe"
				return err
			}
			if err := im.inspectImport(path, p, func() error {
				return refuse(spec.Pos(), "imports %s, which is in no table of the kernel's", path)
			}); err != nil {
				return err
			}
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body == nil {
				what := "its body is linked from elsewhere"
				if len(p.SFiles) > 0 {
					what = "its body is assembly, in one of " + strings.Join(p.SFiles, ", ")
				}
				return refuse(fn.Pos(), "declares %s without a body (%s)", fn.Name.Name, what)
			}
		}
	}
	return nil
}

// inspectImport loads an import of a package of the set.
func (im *Importer) inspectImport(path string, p *listing, missing func() error) error {
	if im.std.Name(path) != "" {
		return nil
	}
	if !im.knows(path) {
		return missing()
	}
	err := im.load(path).err
	if r, ok := err.(*Refusal); ok { // as load made it
		through := *r
		through.Through = p.ImportPath
		return &through
	}
	return err
}

// inspectUses looks for names of the standard library that are kept from cells.
func (im *Importer) inspectUses(s *source, p *listing) error {
	var found []*ast.Ident
	for id, obj := range s.info.Uses {
		pkg := obj.Pkg()
		if pkg == nil || obj.Parent() != pkg.Scope() {
			continue
		}
		if _, refused := im.Policy().RefusedName(pkg.Path(), obj.Name()); refused {
			found = append(found, id)
		}
	}
	if len(found) == 0 {
		return nil
	}
	first := slices.MinFunc(found, func(a, b *ast.Ident) int { return int(a.Pos() - b.Pos()) })
	obj := s.info.Uses[first]
	why, _ := im.Policy().RefusedName(obj.Pkg().Path(), obj.Name())
	return &Refusal{
		Package: p.ImportPath, Pos: im.fset.Position(first.Pos()), Kept: true,
		Reason: fmt.Sprintf("uses %s.%s, which a cell can't: %s", obj.Pkg().Name(), obj.Name(), why),
	}
}

// The directives that ask something of a build.
const (
	embedDirective = "//go:embed"
	linkDirective  = "//go:linkname"
)

// directive finds the first of them in a file.
func directive(f *ast.File) (token.Pos, string) {
	for _, group := range f.Comments {
		for _, c := range group.List {
			for _, word := range []string{embedDirective, linkDirective} {
				if strings.HasPrefix(c.Text, word+" ") {
					return c.Pos(), word
				}
			}
		}
	}
	return token.NoPos, ""
}

var _ types.Importer = (*dependencies)(nil)
