package check

import (
	"go/token"
	"go/types"
)

// member is a field or method, and how many embedded fields are on the way to
// it.
type member struct {
	types.Object
	depth int
}

// members are the fields and methods that a selector on a value of type t can
// name, as seen from package main, promoted ones included. Those of the pointer
// to t are included if the value is addressable.
func members(t types.Type, addressable bool, from *types.Package) []member {
	seen := map[string]bool{}
	var list []member
	add := func(obj types.Object) {
		if seen[obj.Name()] || obj.Name() == "_" || !obj.Exported() && (obj.Pkg() == nil || obj.Pkg().Path() != from.Path()) {
			return
		}
		seen[obj.Name()] = true
		// A method that was taken back has a name that is no identifier.
		if found, index, _ := types.LookupFieldOrMethod(t, addressable, from, obj.Name()); found != nil && token.IsIdentifier(obj.Name()) {
			list = append(list, member{found, len(index) - 1})
		}
	}
	visited := map[types.Type]bool{}
	var visit func(t types.Type)
	visit = func(t types.Type) {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		if visited[t] {
			return
		}
		visited[t] = true
		if named, ok := types.Unalias(t).(*types.Named); ok {
			for m := range named.Methods() {
				add(m)
			}
		}
		switch u := t.Underlying().(type) {
		case *types.Struct:
			for f := range u.Fields() {
				add(f)
			}
			for f := range u.Fields() {
				if f.Embedded() {
					visit(f.Type())
				}
			}
		case *types.Interface:
			for m := range u.Methods() {
				add(m)
			}
		}
	}
	visit(t)
	return list
}
