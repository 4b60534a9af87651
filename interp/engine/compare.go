package engine

import (
	"cmp"
	"reflect"
)

func compareKind(op string, k reflect.Kind, o *operation) step {
	switch k {
	case reflect.Int:
		return compare[int](op, o)
	case reflect.Int8:
		return compare[int8](op, o)
	case reflect.Int16:
		return compare[int16](op, o)
	case reflect.Int32:
		return compare[int32](op, o)
	case reflect.Int64:
		return compare[int64](op, o)
	case reflect.Uint:
		return compare[uint](op, o)
	case reflect.Uint8:
		return compare[uint8](op, o)
	case reflect.Uint16:
		return compare[uint16](op, o)
	case reflect.Uint32:
		return compare[uint32](op, o)
	case reflect.Uint64:
		return compare[uint64](op, o)
	case reflect.Uintptr:
		return compare[uintptr](op, o)
	case reflect.Float32:
		return compare[float32](op, o)
	case reflect.Float64:
		return compare[float64](op, o)
	case reflect.String:
		return compare[string](op, o)
	case reflect.Bool:
		return equalOrNot[bool](op, o)
	}
	return nil
}

func compare[T cmp.Ordered](op string, o *operation) step {
	switch op {
	case "<":
		return less[T](o)
	case "<=":
		return atMost[T](o)
	case ">":
		o.a, o.b = o.b, o.a
		return less[T](o)
	case ">=":
		o.a, o.b = o.b, o.a
		return atMost[T](o)
	}
	return equalOrNot[T](op, o)
}

//go:noinline
func less[T cmp.Ordered](o *operation) step {
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		if *(*T)(a.ptr) < *(*T)(b.ptr) {
			*(*bool)(d.ptr) = true
			return o.next
		}
		*(*bool)(d.ptr) = false
		return o.no
	}
}

//go:noinline
func atMost[T cmp.Ordered](o *operation) step {
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		if *(*T)(a.ptr) <= *(*T)(b.ptr) {
			*(*bool)(d.ptr) = true
			return o.next
		}
		*(*bool)(d.ptr) = false
		return o.no
	}
}

//go:noinline
func equalOrNot[T comparable](op string, o *operation) step {
	want := op == "=="
	return func(fp frame) step {
		f := (*activation)(fp)
		a, b, d := o.a.at(f), o.b.at(f), o.d.at(f)
		if !o.fits(a, b, d) {
			return o.slow(fp)
		}
		if (*(*T)(a.ptr) == *(*T)(b.ptr)) == want {
			*(*bool)(d.ptr) = true
			return o.next
		}
		*(*bool)(d.ptr) = false
		return o.no
	}
}

// condition improves a node that branches on a bool.
func condition(g *graph, v *vertex, slow step) step {
	if *at[node](v.node, g.fnext) == nil {
		// Yaegi takes whatever comes first in a || for its first condition, also a
		// type in parentheses. It has nowhere to branch to.
		next := g.follow(*at[node](v.node, g.tnext))
		return func(frame) step { return next }
	}
	return g.decide(v, v.node, true, slow)
}

// negation improves !x, also where it branches on the result.
func negation(g *graph, v *vertex, slow step) step {
	children := g.childrenOf(v.node)
	if len(children) != 1 {
		return nil
	}
	return g.decide(v, children[0], false, slow)
}

// decide stores whether the bool at n is want, and branches on that.
func (g *graph) decide(v *vertex, n node, want bool, slow step) step {
	a, ok0 := g.placeOf(v, n)
	d, ok1 := g.resultOf(v)
	if n == v.node {
		d, ok1 = a, ok0
	}
	if !ok0 || !ok1 || a.typ == nil || d.typ == nil || a.typ.Kind() != reflect.Bool || d.typ.Kind() != reflect.Bool || a.depth == isFixed {
		return nil
	}
	yes, no := g.branches(v, d)
	const wanted = flagVariable | uintptr(reflect.Bool)
	return func(fp frame) step {
		f := (*activation)(fp)
		x, r := a.at(f), d.at(f)
		if x.flag|flagAddress != wanted || r.flag|flagAddress != wanted {
			return slow(fp)
		}
		if *(*bool)(x.ptr) == want {
			if !want {
				if r.flag != wanted {
					return slow(fp)
				}
				*(*bool)(r.ptr) = true
			}
			return yes
		}
		if !want {
			if r.flag != wanted {
				return slow(fp)
			}
			*(*bool)(r.ptr) = false
		}
		return no
	}
}
