package engine

import (
	"reflect"
	"unsafe"
)

// element improves x[i] for slices, arrays and strings. As yaegi does, it puts the
// element itself in the node's place, not a copy.
func element(g *graph, v *vertex, slow step) step {
	children := g.childrenOf(v.node)
	d, ok := g.resultOf(v)
	if !ok || len(children) != 2 {
		return nil
	}
	x, ok0 := g.placeOf(v, children[0])
	i, ok1 := g.placeOf(v, children[1])
	if !ok0 || !ok1 || x.typ == nil || x.depth == isFixed || !i.constantAs(reflect.TypeFor[int]()) {
		return nil
	}
	const index = flagVariable | uintptr(reflect.Int)
	container := flagVariable | uintptr(x.typ.Kind())
	yes, no := g.branches(v, d)
	branches := *at[node](v.node, g.fnext) != nil
	if !branches {
		no = yes
	}
	if k := x.typ.Kind(); k != reflect.Slice && k != reflect.Array {
		return nil
	}
	elem := x.typ.Elem()
	if branches && elem.Kind() != reflect.Bool {
		return nil
	}
	size, word := elem.Size(), words{typ: typeWord(elem), flag: flagVariable | uintptr(elem.Kind())}
	if x.typ.Kind() == reflect.Array {
		n := uint(x.typ.Len())
		return func(fp frame) step {
			f := (*activation)(fp)
			a, k := x.at(f), i.at(f)
			if a.flag != container || k.flag|flagAddress != index || *(*uint)(k.ptr) >= n {
				return slow(fp)
			}
			e := unsafe.Add(a.ptr, size*uintptr(*(*uint)(k.ptr)))
			*d.at(f) = words{word.typ, e, word.flag}
			if branches && !*(*bool)(e) {
				return no
			}
			return yes
		}
	}
	return func(fp frame) step {
		f := (*activation)(fp)
		a, k := x.at(f), i.at(f)
		if a.flag|flagAddress != container || k.flag|flagAddress != index {
			return slow(fp)
		}
		s, at := (*sliceHeader)(a.ptr), *(*uint)(k.ptr)
		if at >= uint(s.len) {
			return slow(fp)
		}
		e := unsafe.Add(s.data, size*uintptr(at))
		*d.at(f) = words{word.typ, e, word.flag}
		if branches && !*(*bool)(e) {
			return no
		}
		return yes
	}
}

// sliceHeader has the layout of a slice.
type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}
