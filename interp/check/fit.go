package check

import "go/types"

// How well a name fits what is expected, best first.
const (
	fits     = iota // it is what is expected, or nothing is
	leads           // a call, or a member of it, may be
	misses          // it is something else
	excluded        // it can't stand there
)

// fit says how well an object fits.
func (e expectation) fit(obj types.Object) int {
	if _, ok := obj.(*types.PkgName); ok {
		return e.fitPackage()
	}
	_, isType := obj.(*types.TypeName)
	if e.isType {
		if _, isNil := obj.(*types.Nil); isType || isNil && e.orNil {
			return fits
		}
		return excluded
	}
	if e.typ == nil {
		return fits
	}
	switch obj := obj.(type) {
	case *types.Builtin:
		return misses
	case *types.Nil:
		if types.AssignableTo(types.Typ[types.UntypedNil], e.typ) {
			return fits
		}
		return misses
	case *types.TypeName:
		if types.Identical(obj.Type(), e.typ) && !types.IsInterface(e.typ) {
			return leads // a conversion or a literal
		}
		return misses
	case *types.Func:
		sig := obj.Signature()
		if assignable(sig, e.typ) {
			return fits
		}
		if r := sig.Results(); r.Len() == 1 && assignable(r.At(0).Type(), e.typ) {
			return fits
		}
		return misses
	}
	if assignable(obj.Type(), e.typ) {
		return fits
	}
	if sig, ok := under(obj.Type()).(*types.Signature); ok && sig.Results().Len() == 1 && assignable(sig.Results().At(0).Type(), e.typ) {
		return fits
	}
	return misses
}

// fitPackage says how well the name of a package fits.
func (e expectation) fitPackage() int {
	if e.isType || e.typ != nil {
		return leads
	}
	return fits
}

// fitKeyword says how well a keyword fits that may stand there.
func (e expectation) fitKeyword() int {
	if e.typ != nil {
		return misses
	}
	return fits
}

// assignable says whether a value may be assigned to a variable of type to; of
// untyped constants it asks only for their kind.
func assignable(from, to types.Type) bool {
	if hasTypeParams(from) {
		return false
	}
	basic, ok := from.(*types.Basic)
	if !ok || basic.Info()&types.IsUntyped == 0 {
		return types.AssignableTo(from, to)
	}
	target, ok := to.Underlying().(*types.Basic)
	if !ok {
		return types.AssignableTo(types.Default(from), to)
	}
	const kinds = types.IsBoolean | types.IsString
	if basic.Info()&types.IsNumeric != 0 {
		return target.Info()&types.IsNumeric != 0
	}
	return basic.Info()&target.Info()&kinds != 0
}

// hasTypeParams says whether a value has to be instantiated before it is used.
func hasTypeParams(t types.Type) bool {
	sig, ok := t.(*types.Signature)
	return ok && sig.TypeParams().Len() > 0
}
