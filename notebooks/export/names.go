package export

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// joint stands in names that package check makes for its own use.
const joint = "ˑ"

// names are those of the program: one scope for what a notebook defines over
// time, and the imports beside it, for Go allows no name in both.
type names struct {
	objects  map[types.Object]string
	packages []*imported
	blank    map[string]bool // paths of packages imported for their effect
	taken    map[string]bool // names in the scope of the package or the file
	// locals are the names that occur in functions: a name of ours must not be
	// one, or it would mean something else there.
	locals map[string]bool
}

// imported is a package under one name.
type imported struct {
	pkg  *types.Package
	asIs string // the name in the cells' texts
	name string // the name in the program
	used bool
}

// rename gives every object its name in the program: the one it has, unless
// another has had it before.
func (p *program) rename() {
	p.names = names{objects: map[types.Object]string{}, blank: map[string]bool{}, taken: map[string]bool{"main": true, "init": true, "_": true}, locals: map[string]bool{}}
	for _, name := range types.Universe.Names() {
		if _, ok := types.Universe.Lookup(name).(*types.TypeName); ok {
			p.taken[name] = true
		}
	}
	var objects []types.Object
	for _, c := range p.cells {
		for _, d := range c.cell.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
				p.locals[fn.Name.Name] = true
			}
		}
		info := c.checked.Info
		for id, obj := range info.Defs {
			if obj == nil || !p.global[obj] {
				p.locals[plain(id.Name)] = true
			}
		}
		for _, obj := range info.Uses {
			if obj.Parent() == types.Universe {
				p.taken[obj.Name()] = true
			}
		}
		objects = append(objects, p.globals(c)...)
	}
	want := map[string]bool{}
	for _, obj := range objects {
		want[obj.Name()] = true
	}
	maps.Copy(p.locals, want)
	for _, c := range p.cells {
		p.importsOf(c)
	}
	for _, obj := range objects {
		if p.global[obj] && obj.Name() != "_" {
			p.objects[obj] = p.claim(obj.Name())
		}
	}
}

// globals are the objects of a cell at package level, in source order.
func (p *program) globals(c *piece) []types.Object {
	var objects []types.Object
	for _, obj := range c.checked.Defs {
		if p.global[obj] {
			objects = append(objects, obj)
		}
	}
	for _, init := range c.checked.Inits {
		if obj := c.checked.Info.Defs[init.Name]; obj != nil {
			objects = append(objects, obj)
		}
	}
	return objects
}

// importsOf gives names to the packages that a cell uses.
func (p *program) importsOf(c *piece) {
	var used []*types.PkgName
	seen := map[string]bool{}
	for _, obj := range c.checked.Info.Uses {
		if pkg, ok := obj.(*types.PkgName); ok && !seen[pkg.Name()] {
			seen[pkg.Name()] = true
			used = append(used, pkg)
		}
	}
	slices.SortFunc(used, func(a, b *types.PkgName) int { return cmp.Compare(a.Name(), b.Name()) })
	for _, pkg := range used {
		if p.imported(pkg.Imported().Path(), plain(pkg.Name())) == nil {
			name := plain(pkg.Name())
			p.packages = append(p.packages, &imported{pkg: pkg.Imported(), asIs: name, name: p.claim(name)})
		}
	}
	for _, spec := range c.checked.File.Imports {
		if spec.Name != nil && spec.Name.Name == "_" {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				p.blank[path] = true
			}
		}
	}
}

// imported is a package that the cells know by a name, nil for none.
func (p *program) imported(path, name string) *imported {
	for _, im := range p.packages {
		if im.pkg.Path() == path && im.asIs == name {
			return im
		}
	}
	return nil
}

// qualify returns a name for a package where the names in hidden mean
// something else.
func (p *program) qualify(pkg *types.Package, hidden map[string]bool) string {
	for _, im := range p.packages {
		if im.pkg.Path() == pkg.Path() && !hidden[im.name] {
			im.used = true
			return im.name
		}
	}
	name := pkg.Name()
	if p.locals[name] {
		name = p.invent(name)
	} else {
		name = p.claim(name)
	}
	p.packages = append(p.packages, &imported{pkg: pkg, asIs: name, name: name, used: true})
	return name
}

// imports writes the import declaration.
func (p *program) imports(b *bytes.Buffer) {
	named := map[string]bool{}
	var std, ours []string
	add := func(name, path string) {
		if internal := internalPath(path); internal != "" {
			ours = append(ours, strings.TrimSpace(name+" "+strconv.Quote(p.module+"/"+internal)))
			return
		}
		std = append(std, strings.TrimSpace(name+" "+strconv.Quote(path)))
	}
	for _, im := range p.packages {
		if !im.used {
			continue
		}
		name := im.name
		if name == im.pkg.Name() {
			name = ""
		}
		named[im.pkg.Path()] = true
		add(name, im.pkg.Path())
	}
	for _, path := range slices.Sorted(maps.Keys(p.blank)) {
		if !named[path] {
			add("_", path)
		}
	}
	byPath := func(x, y string) int {
		return cmp.Compare(x[strings.Index(x, `"`):], y[strings.Index(y, `"`):])
	}
	slices.SortFunc(std, byPath)
	slices.SortFunc(ours, byPath)
	switch len(std) + len(ours) {
	case 0:
		return
	case 1:
		fmt.Fprintf(b, "import %s%s\n\n", strings.Join(std, ""), strings.Join(ours, ""))
		return
	}
	fmt.Fprintf(b, "import (\n%s\n\n%s\n)\n\n", strings.Join(std, "\n"), strings.Join(ours, "\n"))
}

// claim takes a name, or one that resembles it if it is taken.
func (n *names) claim(name string) string {
	if n.taken[name] {
		return n.invent(name)
	}
	n.taken[name] = true
	return name
}

// invent takes a name that means nothing anywhere in the program.
func (n *names) invent(base string) string {
	if last := base[len(base)-1]; '0' <= last && last <= '9' {
		base += "_"
	}
	for i := 2; ; i++ {
		name := base + strconv.Itoa(i)
		if !n.taken[name] && !n.locals[name] && types.Universe.Lookup(name) == nil {
			n.taken[name] = true
			return name
		}
	}
}

// plain is the name that the learner wrote.
func plain(name string) string { return strings.TrimSuffix(name, joint) }

// localNames are the names that a cell's text gives a meaning of its own.
func (p *program) localNames(c *piece) map[string]bool {
	locals := map[string]bool{}
	for id, obj := range c.checked.Info.Defs {
		if _, ok := obj.(*types.PkgName); !ok && !p.global[obj] {
			locals[plain(id.Name)] = true
		}
	}
	return locals
}
