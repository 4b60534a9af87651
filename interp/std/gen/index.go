package main

import (
	"bytes"
	"fmt"
	"go/types"
	"maps"
	"slices"

	"gopost/interp/std"
)

// index is the generated file that finds the tables by import path.
type index struct {
	lib      *library
	wrapped  map[string]bool // packages that have wrappers
	packages []indexed
}

type indexed struct {
	path, name string
	generic    []string
	uses       []string // packages whose interfaces the API mentions
}

func newIndex(lib *library) *index {
	return &index{lib: lib, wrapped: map[string]bool{}}
}

func (ix *index) add(o *offer, f *file) {
	path := o.pkg.Path()
	ix.wrapped[path] = len(f.wrappers) > 0
	ix.packages = append(ix.packages, indexed{path, o.pkg.Name(), f.generic, interfacesOf(o.pkg)})
}

// interfacesOf returns the import paths of the packages whose interfaces a
// learner's value may have to implement when it is given to the package.
func interfacesOf(p *types.Package) []string {
	found, seen := hiddenUses()[p.Path()], map[*types.TypeName]bool{}
	paths := map[string]bool{}
	for _, path := range found {
		paths[path] = true
	}
	for _, name := range p.Scope().Names() {
		obj := p.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		walk(obj.Type(), func(t *types.TypeName) bool {
			if seen[t] || t.Pkg() == nil {
				return false
			}
			seen[t] = true
			if types.IsInterface(t.Type()) && t.Pkg() != p {
				paths[t.Pkg().Path()] = true
			}
			return true
		})
	}
	return slices.Sorted(maps.Keys(paths))
}

// hiddenUses are the interfaces that a package looks for in values of type
// any, which its signatures don't show.
func hiddenUses() map[string][]string {
	return map[string][]string{
		"log":           {"fmt"},
		"encoding/json": {"encoding"},
		"encoding/xml":  {"encoding"},
	}
}

func isRefusedName(path, name string) bool {
	_, refused := std.Policy{Trusted: true}.RefusedName(path, name)
	return refused
}

func (ix *index) source() []byte {
	var b bytes.Buffer
	b.WriteString(header)
	b.WriteString("import \"reflect\"\n\n")
	fmt.Fprintf(&b, "// Release is the Go release that the tables were made from.\nconst Release = %q\n\n", ix.lib.release)
	b.WriteString("// lookup returns the table and the name of a package.\n")
	b.WriteString("func lookup(path string) (symbols func() map[string]reflect.Value, name string) {\nswitch path {\n")
	for _, p := range ix.packages {
		fmt.Fprintf(&b, "case %q:\nreturn symbols_%s, %q\n", p.path, identifier(p.path), p.name)
	}
	b.WriteString("}\nreturn nil, \"\"\n}\n\n")
	writeLists(&b, "generic returns the names of a package that have no symbol.", "generic", ix.packages,
		func(p indexed) []string { return p.generic })
	writeLists(&b, "needs returns the packages whose interface wrappers a package needs.", "needs", ix.packages,
		func(p indexed) []string {
			return slices.DeleteFunc(slices.Clone(p.uses), func(path string) bool { return !ix.wrapped[path] })
		})
	return b.Bytes()
}

// writeLists writes a function from an import path to a list.
func writeLists(b *bytes.Buffer, doc, name string, packages []indexed, list func(indexed) []string) {
	fmt.Fprintf(b, "// %s\nfunc %s(path string) []string {\nswitch path {\n", doc, name)
	for _, p := range packages {
		if items := list(p); len(items) > 0 {
			fmt.Fprintf(b, "case %q:\nreturn %#v\n", p.path, items)
		}
	}
	b.WriteString("}\nreturn nil\n}\n\n")
}
