package engine

import (
	"reflect"
	"unsafe"
)

// isNil improves x == nil, isNotNil x != nil.
func isNil(g *graph, v *vertex, slow step) step    { return g.nilness(v, true, slow) }
func isNotNil(g *graph, v *vertex, slow step) step { return g.nilness(v, false, slow) }

func (g *graph) nilness(v *vertex, want bool, slow step) step {
	children := g.childrenOf(v.node)
	if len(children) != 2 || *at[string](children[1], g.ident) != "nil" {
		return nil
	}
	x, ok0 := g.placeOf(v, children[0])
	d, ok1 := g.resultOf(v)
	if !ok0 || !ok1 || x.typ == nil || d.typ == nil || d.typ.Kind() != reflect.Bool || x.depth == isFixed {
		return nil
	}
	direct, open := uintptr(0), false
	switch x.typ.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan:
		direct = uintptr(x.typ.Kind())
	case reflect.Interface:
		open = x.typ.NumMethod() == 0 // may hold what yaegi takes for nil
	case reflect.Slice:
	default:
		return nil
	}
	word, kind := typeWord(x.typ), uintptr(x.typ.Kind())
	const variable = flagVariable | uintptr(reflect.Bool)
	yes, no := g.branches(v, d)
	return func(fp frame) step {
		f := (*activation)(fp)
		w, r := x.at(f), d.at(f)
		if w.typ != word || r.flag != variable {
			return slow(fp)
		}
		var first unsafe.Pointer // of a slice, its array; of an interface, its type
		switch {
		case w.flag|flagAddress == flagVariable|kind:
			first = *(*unsafe.Pointer)(w.ptr)
		case direct != 0 && w.flag == direct:
			first = w.ptr
		default:
			return slow(fp)
		}
		if open && first != nil {
			return slow(fp)
		}
		*(*bool)(r.ptr) = (first == nil) == want
		if *(*bool)(r.ptr) {
			return yes
		}
		return no
	}
}
