package engine

import (
	"reflect"
	"unsafe"
)

// move copies values of one type from place to place.
type move struct {
	typ  unsafe.Pointer
	kind uintptr
	size uintptr
	form form
}

// form is how values of a type are copied.
type form int8

const (
	byReflection form = iota
	scalar
	pointer
	text
	list
	pair
)

// moveOf returns how values of type t are copied, false for those that yaegi may
// convert on the way.
func moveOf(t reflect.Type) (move, bool) {
	m := move{typ: typeWord(t), kind: uintptr(t.Kind()), size: t.Size()}
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64:
		m.form = scalar
	case reflect.Pointer, reflect.Map, reflect.Chan:
		m.form = pointer
	case reflect.String:
		m.form = text
	case reflect.Slice:
		m.form = list
	case reflect.Interface:
		m.form = pair
	case reflect.Array, reflect.Complex64, reflect.Complex128:
	case reflect.Struct:
		if t.PkgPath() == "github.com/traefik/yaegi/interp" {
			return m, false // how yaegi keeps interfaces of its own
		}
	default:
		return m, false
	}
	return m, true
}

// copy sets d, a variable, to s. It says whether both were of the type.
func (m *move) copy(d, s *words) bool {
	if d.typ != m.typ || s.typ != m.typ || d.flag != flagVariable|m.kind {
		return false
	}
	if s.flag|flagAddress != flagVariable|m.kind {
		if m.form != pointer || s.flag != m.kind {
			return false
		}
		*(*unsafe.Pointer)(d.ptr) = s.ptr
		return true
	}
	switch m.form {
	case scalar:
		switch m.size {
		case 8:
			*(*uint64)(d.ptr) = *(*uint64)(s.ptr)
		case 4:
			*(*uint32)(d.ptr) = *(*uint32)(s.ptr)
		case 2:
			*(*uint16)(d.ptr) = *(*uint16)(s.ptr)
		default:
			*(*uint8)(d.ptr) = *(*uint8)(s.ptr)
		}
	case pointer:
		*(*unsafe.Pointer)(d.ptr) = *(*unsafe.Pointer)(s.ptr)
	case text:
		*(*string)(d.ptr) = *(*string)(s.ptr)
	case list:
		*(*[]struct{})(d.ptr) = *(*[]struct{})(s.ptr)
	case pair:
		*(*[2]unsafe.Pointer)(d.ptr) = *(*[2]unsafe.Pointer)(s.ptr)
	default:
		d.value().Set(s.value())
	}
	return true
}

// assignment improves an assignment or definition of one variable.
func assignment(g *graph, v *vertex, slow step) step {
	children := g.childrenOf(v.node)
	if len(children) != 2 && len(children) != 3 || g.actionOf(v.node) != "=" {
		return nil
	}
	target, source := children[0], children[len(children)-1]
	if !g.assignable(target) || *at[string](target, g.ident) == "_" {
		return nil
	}
	d, ok0 := g.placeOf(v, target)
	s, ok1 := g.placeOf(v, source)
	if !ok0 || !ok1 || d.typ == nil || d.depth == isFixed || !s.constantAs(d.typ) {
		return nil
	}
	m, ok := moveOf(d.typ)
	if !ok {
		return nil
	}
	next := g.follow(*at[node](v.node, g.tnext))
	if g.kindOf(v.node) == "defineStmt" && v.body.shape.keeps(d) {
		variable := flagVariable | m.kind
		return func(fp frame) step {
			f := (*activation)(fp)
			w := words{m.typ, newObject(m.typ), variable}
			if !m.copy(&w, s.at(f)) {
				return slow(fp)
			}
			*d.at(f) = w
			return next
		}
	}
	if m.form == scalar && m.size == 8 {
		variable := flagVariable | m.kind
		return func(fp frame) step {
			f := (*activation)(fp)
			to, from := d.at(f), s.at(f)
			if to.flag != variable || from.flag|flagAddress != variable {
				return slow(fp)
			}
			*(*uint64)(to.ptr) = *(*uint64)(from.ptr)
			return next
		}
	}
	return func(fp frame) step {
		f := (*activation)(fp)
		if !m.copy(d.at(f), s.at(f)) {
			return slow(fp)
		}
		return next
	}
}

// result improves a return statement whose values need no conversion.
func result(g *graph, v *vertex, slow step) step {
	children := g.childrenOf(v.node)
	if len(children) == 0 || len(children) > 3 {
		return nil
	}
	from, moves := make([]place, len(children)), make([]move, len(children))
	for i, c := range children {
		s, ok := g.placeOf(v, c)
		t := g.typeAt(v.body, 0, i)
		if !ok || t == nil || !s.constantAs(t) {
			return nil
		}
		if moves[i], ok = moveOf(t); !ok {
			return nil
		}
		from[i] = s
	}
	if len(children) == 1 {
		s, m := from[0], moves[0]
		return func(fp frame) step {
			f := (*activation)(fp)
			if !m.copy(&f.data[0], s.at(f)) {
				return slow(fp)
			}
			return nil
		}
	}
	return func(fp frame) step {
		f := (*activation)(fp)
		for i := range from {
			if !moves[i].copy(&f.data[i], from[i].at(f)) {
				return slow(fp) // from the first on
			}
		}
		return nil
	}
}

// zeroing improves the declaration of variables without a value.
func zeroing(g *graph, v *vertex, slow step) step {
	children := g.childrenOf(v.node)
	if len(children) != 2 { // one name, and the type
		return nil
	}
	index := *at[int](children[0], g.findex)
	t := g.typeAt(v.body, 0, index)
	if t == nil || v.body.shape.kept[index] {
		return nil
	}
	m, ok := moveOf(t)
	if !ok || m.form == byReflection {
		return nil
	}
	next := g.follow(*at[node](v.node, g.tnext))
	zero := words{m.typ, newObject(m.typ), flagVariable | m.kind}
	return func(fp frame) step {
		f := (*activation)(fp)
		if !m.copy(&f.data[index], &zero) {
			return slow(fp)
		}
		return next
	}
}
