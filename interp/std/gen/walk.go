package main

import "go/types"

// walk calls visit for every named type that a type mentions. Where visit
// returns true, walk goes on into what the named type is made of; visit must
// stop it from going round in circles.
func walk(t types.Type, visit func(*types.TypeName) bool) {
	switch t := t.(type) {
	case *types.Alias:
		walk(types.Unalias(t), visit)
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			walk(arg, visit)
		}
		if visit(t.Obj()) {
			walk(t.Underlying(), visit)
			for m := range t.Methods() {
				if m.Exported() {
					walk(m.Type(), visit)
				}
			}
		}
	case *types.Pointer:
		walk(t.Elem(), visit)
	case *types.Slice:
		walk(t.Elem(), visit)
	case *types.Array:
		walk(t.Elem(), visit)
	case *types.Chan:
		walk(t.Elem(), visit)
	case *types.Map:
		walk(t.Key(), visit)
		walk(t.Elem(), visit)
	case *types.Tuple:
		for v := range t.Variables() {
			walk(v.Type(), visit)
		}
	case *types.Signature:
		walk(t.Params(), visit)
		walk(t.Results(), visit)
	case *types.Struct:
		for field := range t.Fields() {
			if field.Exported() {
				walk(field.Type(), visit)
			}
		}
	case *types.Interface:
		for m := range t.Methods() {
			walk(m.Type(), visit)
		}
	}
}
