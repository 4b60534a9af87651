package engine

import (
	"reflect"
	"unsafe"
)

// field improves x.f for a struct.
func field(g *graph, v *vertex, slow step) step { return g.field(v, false, slow) }

// fieldOfPointer improves x.f for a pointer to a struct.
func fieldOfPointer(g *graph, v *vertex, slow step) step { return g.field(v, true, slow) }

// field puts the field itself in the node's place, as yaegi does, not a copy.
func (g *graph) field(v *vertex, pointer bool, slow step) step {
	children := g.childrenOf(v.node)
	path, ok := (*at[any](v.node, g.val)).([]int)
	if !ok || len(children) == 0 || *at[node](v.node, g.fnext) != nil {
		return nil
	}
	x, ok0 := g.placeOf(v, children[0])
	d, ok1 := g.resultOf(v)
	if !ok0 || !ok1 || x.typ == nil || x.depth == isFixed {
		return nil
	}
	holder, structure := x.typ, x.typ
	if pointer {
		if x.typ.Kind() != reflect.Pointer {
			return nil
		}
		structure = x.typ.Elem()
	}
	offset, typ, ok := offsetOf(structure, path)
	if !ok {
		return nil
	}
	next := g.follow(*at[node](v.node, g.tnext))
	kind, word, variable := uintptr(holder.Kind()), typeWord(typ), flagVariable|uintptr(typ.Kind())
	if !pointer {
		return func(fp frame) step {
			f := (*activation)(fp)
			w := x.at(f)
			if w.flag != flagVariable|kind {
				return slow(fp)
			}
			*d.at(f) = words{word, unsafe.Add(w.ptr, offset), variable}
			return next
		}
	}
	return func(fp frame) step {
		f := (*activation)(fp)
		w := x.at(f)
		p := w.ptr
		switch {
		case w.flag|flagAddress == flagVariable|kind:
			p = *(*unsafe.Pointer)(p)
		case w.flag != kind:
			return slow(fp)
		}
		if p == nil {
			return slow(fp)
		}
		*d.at(f) = words{word, unsafe.Add(p, offset), variable}
		return next
	}
}

// offsetOf follows a path of field numbers, false if it leads through a pointer
// or to a field that reflection keeps for itself.
func offsetOf(t reflect.Type, path []int) (offset uintptr, typ reflect.Type, ok bool) {
	for _, i := range path {
		if t.Kind() != reflect.Struct || i >= t.NumField() {
			return 0, nil, false
		}
		f := t.Field(i)
		if !f.IsExported() {
			return 0, nil, false
		}
		offset += f.Offset
		t = f.Type
	}
	return offset, t, len(path) > 0
}
