package lower

import "go/types"

// madeOf says whether a type mentions one of the named types of a set, which
// are generic origins. seen holds the named types on the way.
func madeOf(t types.Type, set map[types.Object]bool, seen map[types.Type]bool) bool {
	is := func(t types.Type) bool { return madeOf(t, set, seen) }
	tuple := func(t *types.Tuple) bool {
		for i := range t.Len() {
			if is(t.At(i).Type()) {
				return true
			}
		}
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if set[t.Origin().Obj()] {
			return true
		}
		if seen[t] {
			return false
		}
		seen[t] = true
		for i := range t.TypeArgs().Len() {
			if is(t.TypeArgs().At(i)) {
				return true
			}
		}
		return is(t.Underlying())
	case *types.Pointer:
		return is(t.Elem())
	case *types.Slice:
		return is(t.Elem())
	case *types.Array:
		return is(t.Elem())
	case *types.Chan:
		return is(t.Elem())
	case *types.Map:
		return is(t.Key()) || is(t.Elem())
	case *types.Signature:
		return tuple(t.Params()) || tuple(t.Results())
	case *types.Struct:
		for i := range t.NumFields() {
			if is(t.Field(i).Type()) {
				return true
			}
		}
	case *types.Interface:
		for i := range t.NumMethods() {
			if is(t.Method(i).Signature()) {
				return true
			}
		}
	}
	return false
}
