package check

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// importSpecs takes over the cell's own imports.
func (b *builder) importSpecs() {
	for _, g := range b.cell.Imports {
		for _, spec := range g.Specs {
			if spec, ok := spec.(*ast.ImportSpec); ok {
				b.importSpec(spec)
			}
		}
	}
}

func (b *builder) importSpec(spec *ast.ImportSpec) {
	if spec.Path.Value == "" {
		return // the parser has complained
	}
	path, err := strconv.Unquote(spec.Path.Value)
	if err == nil && path == "" {
		b.errorf(spec.Path.Pos(), "invalid import path (empty string)")
		return
	}
	if err != nil {
		b.errorf(spec.Path.Pos(), "invalid import path: %s", spec.Path.Value)
		return
	}
	if why, refused := b.s.refusal(path); refused {
		b.errorf(spec.Path.Pos(), "%s can't be imported: %s", path, why)
		b.without(spec, path)
		return
	}
	pkg, err := b.s.importer.Import(path)
	if err != nil {
		b.errorf(spec.Path.Pos(), "%v", err)
		b.diags[len(b.diags)-1].Hint = importHint(path, err)
		b.without(spec, path)
		return
	}
	name := pkg.Name()
	if spec.Name != nil {
		name = spec.Name.Name
	}
	switch name {
	case ".":
		if slices.Contains(slices.Collect(maps.Values(preloaded())), path) {
			b.errorf(spec.Pos(), "a cell can't import . %q: write %s.Name, which needs no import", path, pkg.Name())
			return
		}
		b.dots = append(b.dots, pkg)
	case "_":
	default:
		b.imports[name] = true
	}
	b.own = append(b.own, spec)
}

// unusedImports reports the imports that a whole program does not use. Of other
// cells an import is for those that follow.
func (b *builder) unusedImports() {
	if !b.cell.IsWholeProgram() || b.tolerant {
		return
	}
	used := map[types.Object]bool{}
	for _, obj := range b.ch.Info.Uses {
		used[obj] = true
	}
	for _, spec := range b.own {
		obj, ok := b.ch.Info.Implicits[spec].(*types.PkgName)
		if spec.Name != nil {
			obj, ok = b.ch.Info.Defs[spec.Name].(*types.PkgName)
		}
		if !ok || used[obj] || obj.Name() == "_" {
			continue
		}
		if obj.Name() == "." && usesOf(b.ch.Info, obj.Imported()) {
			continue
		}
		if path := obj.Imported().Path(); obj.Name() == lastOf(path) || obj.Name() == "." {
			b.errorf(spec.Pos(), "%q imported and not used", path)
		} else {
			b.errorf(spec.Pos(), "%q imported as %s and not used", path, obj.Name())
		}
	}
}

// usesOf says whether a file mentions something of a package.
func usesOf(info *types.Info, pkg *types.Package) bool {
	for _, obj := range info.Uses {
		if obj.Pkg() == pkg && obj.Parent() == pkg.Scope() {
			return true
		}
	}
	return false
}

// dotted is what a name means that one of some packages, imported with a dot,
// exports; the last one counts. It is nil for others.
func dotted(dots []*types.Package, name string) types.Object {
	if !token.IsExported(name) {
		return nil
	}
	for _, pkg := range slices.Backward(dots) {
		if obj := pkg.Scope().Lookup(name); obj != nil {
			return obj
		}
	}
	return nil
}

// lastOf is the last element of an import path.
func lastOf(path string) string { return path[strings.LastIndex(path, "/")+1:] }

// without notes the name that an import which failed would have bound: that it
// is undefined need not be said as well.
func (b *builder) without(spec *ast.ImportSpec, importPath string) {
	name := b.s.packages().names[importPath]
	if spec.Name != nil {
		name = spec.Name.Name
	} else if name == "" {
		name = path.Base(importPath)
	}
	b.failed[name] = true
}

// importHint says what can be done about an import that failed.
func importHint(path string, err error) string {
	var known interface{ Hint() string }
	if errors.As(err, &known) {
		return known.Hint()
	}
	hint := "cells can import the packages of Go's standard library, gopost/mpsc and gopost/display"
	if fromModule(path) {
		hint += ", and those of modules: %get " + path + " in a line of its own gets this one's"
	}
	return hint
}

// refusal says why a package is kept from cells.
func (s *Session) refusal(path string) (reason string, refused bool) {
	if path == "C" {
		return "a cell has no C compiler", true
	}
	return s.policy.Refused(path)
}

// refusedNames reports the names that packages on offer leave out.
func (b *builder) refusedNames() {
	for id, obj := range b.ch.Info.Uses {
		pkg := obj.Pkg()
		if pkg == nil || pkg == b.pkg || obj.Parent() != pkg.Scope() {
			continue
		}
		if why, refused := b.s.policy.RefusedName(pkg.Path(), obj.Name()); refused {
			b.errorf(id.Pos(), "%s.%s can't be used: %s", pkg.Name(), obj.Name(), why)
		}
	}
}

// addImport adds an import that the cell does not write down.
func (b *builder) addImport(name, path string) {
	b.specs = append(b.specs, &ast.ImportSpec{
		Name: &ast.Ident{NamePos: b.start(), Name: name},
		Path: &ast.BasicLit{ValuePos: b.start(), Kind: token.STRING, Value: strconv.Quote(path)},
	})
}

// seed puts the session's objects that the cell mentions into the package's
// scope, and imports the packages that it uses without an import. Types stand
// in the scope around: of those in the package's own, go/types looks for the
// declaration, and there is none in this cell.
func (b *builder) seed(scope, around *types.Scope) {
	b.specs = slices.Clone(b.own)
	for _, name := range slices.Sorted(maps.Keys(b.aliasPackages)) {
		b.addImport(name, b.aliasPackages[name])
	}
	seen := map[string]bool{}
	visit := func(n ast.Node) {
		mentions(n, func(id *ast.Ident) {
			name := id.Name
			if seen[name] || b.decls[name] != nil || b.imports[name] || dotted(b.dots, name) != nil {
				return
			}
			seen[name] = true
			switch obj := b.s.names[name].(type) {
			case nil:
				// Not by an import of the file: there such a name must not be
				// one of the package's as well, which another cell may define.
				if obj := dotted(b.s.dots, name); obj != nil {
					scope.Insert(obj)
				}
			case *types.PkgName:
				b.addImport(name, obj.Imported().Path())
			case *types.TypeName:
				around.Insert(obj)
			default:
				scope.Insert(obj)
			}
		})
	}
	auto := map[string][]string{} // members that are selected, by package name
	base := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			id, ok := sel.X.(*ast.Ident)
			if !ok || b.decls[id.Name] != nil || b.imports[id.Name] || b.s.names[id.Name] != nil {
				return true
			}
			auto[id.Name] = append(auto[id.Name], sel.Sel.Name)
			return true
		})
	}
	for _, n := range b.nodes() {
		visit(n)
		base(n)
	}
	for _, name := range slices.Sorted(maps.Keys(seen)) { // alone: "use of package fmt without selector"
		if path := b.s.auto[name]; path != "" && auto[name] == nil && b.s.names[name] == nil {
			b.addImport(name, path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(auto)) {
		if paths := b.s.packagesWith(name, auto[name]); len(paths) == 1 {
			b.ch.auto[name] = true
			b.addImport(name, paths[0])
		}
	}
}

// nodes are all parts of the file.
func (b *builder) nodes() []ast.Node {
	var nodes []ast.Node
	for _, list := range [][]ast.Decl{b.types, b.vars, b.funcs} {
		for _, d := range list {
			nodes = append(nodes, d)
		}
	}
	for _, stmt := range b.body {
		nodes = append(nodes, stmt)
	}
	return nodes
}

// importsOf are the packages that the file binds by name: all that the cell
// imports, and of those it doesn't only the ones it uses.
func (b *builder) importsOf(info *types.Info) []*types.PkgName {
	// By name: a file that was checked in two steps has its packages twice.
	used := map[string]bool{}
	for _, obj := range info.Uses {
		if p, ok := obj.(*types.PkgName); ok {
			used[p.Name()] = true
		}
	}
	var list []*types.PkgName
	for _, spec := range b.specs {
		obj := info.Implicits[spec]
		if spec.Name != nil {
			obj = info.Defs[spec.Name]
		}
		p, ok := obj.(*types.PkgName)
		if !ok || p.Name() == "_" || p.Name() == "." {
			continue
		}
		if synthetic := spec.Path.Pos() == b.start() && spec.Name != nil && spec.Name.Pos() == b.start(); synthetic && !used[p.Name()] {
			continue
		}
		list = append(list, p)
	}
	return list
}
