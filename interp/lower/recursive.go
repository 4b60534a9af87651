package lower

import (
	"go/ast"
	"go/types"
)

// A type such as type Tree map[string]Tree mentions itself without a struct
// with a name in between, which is the only place where yaegi can bear it. It is
// written as a struct with one field, which lies in memory as the field does;
// what needs a map gets the field.

// recursiveField is that field.
const recursiveField = "V"

// recursive says whether a type is written as a struct around its own
// underlying type.
func (l *Lowerer) recursive(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !l.own(named) {
		return false
	}
	switch named.Underlying().(type) {
	case *types.Struct, *types.Interface, *types.Basic:
		return false
	}
	key := l.key(named)
	known, ok := l.cycles[key]
	if !ok {
		known = l.reaches(named.Underlying(), key, map[types.Type]bool{})
		l.cycles[key] = known
	}
	return known
}

// reaches says whether the text of t would contain the type of a key.
func (l *Lowerer) reaches(t types.Type, key string, seen map[types.Type]bool) bool {
	tuple := func(t *types.Tuple) bool {
		for i := range t.Len() {
			if l.reaches(t.At(i).Type(), key, seen) {
				return true
			}
		}
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if !l.own(t) {
			return false
		}
		if l.key(t) == key {
			return true
		}
		if _, ok := t.Underlying().(*types.Struct); ok || seen[t] {
			return false
		}
		seen[t] = true
		return l.reaches(t.Underlying(), key, seen)
	case *types.Pointer:
		return l.reaches(t.Elem(), key, seen)
	case *types.Slice:
		return l.reaches(t.Elem(), key, seen)
	case *types.Array:
		return l.reaches(t.Elem(), key, seen)
	case *types.Chan:
		return l.reaches(t.Elem(), key, seen)
	case *types.Map:
		return l.reaches(t.Key(), key, seen) || l.reaches(t.Elem(), key, seen)
	case *types.Signature:
		return tuple(t.Params()) || tuple(t.Results())
	case *types.Struct:
		for i := range t.NumFields() {
			if l.reaches(t.Field(i).Type(), key, seen) {
				return true
			}
		}
	}
	return false
}

// base writes an operand as a value of its underlying type.
func (g *fn) base(e ast.Expr) string { return g.unwrap(g.operand(e), g.typeOf(e)) }

// unwrap writes what is inside a value of type t, if that is recursive.
func (g *fn) unwrap(s string, t types.Type) string {
	if g.u.l.recursive(t) {
		return s + "." + recursiveField
	}
	return s
}

// wrap writes a value of t's underlying type as one of t.
func (g *fn) wrap(s string, t types.Type) string {
	if g.u.l.recursive(t) {
		return g.typ(t) + "{" + recursiveField + ": " + s + "}"
	}
	return s
}

// underlying is the type that base gives a value of type t.
func (g *fn) underlying(t types.Type) types.Type {
	if g.u.l.recursive(t) {
		return core(t)
	}
	return t
}
