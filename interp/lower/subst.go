package lower

import "go/types"

// env gives the type arguments of the instance that is being written, and the
// types that it declares itself: what a type parameter or a local type of the
// generic function is.
type env map[types.Type]types.Type

// subst replaces type parameters by the instance's arguments, takes aliases
// away, and puts library types in the place of their compiled namesakes.
func (l *Lowerer) subst(t types.Type, e env) types.Type {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		if arg, ok := e[t]; ok {
			return arg
		}
	case *types.Pointer:
		if elem := l.subst(t.Elem(), e); elem != t.Elem() {
			return types.NewPointer(elem)
		}
		return t
	case *types.Slice:
		if elem := l.subst(t.Elem(), e); elem != t.Elem() {
			return types.NewSlice(elem)
		}
		return t
	case *types.Array:
		if elem := l.subst(t.Elem(), e); elem != t.Elem() {
			return types.NewArray(elem, t.Len())
		}
		return t
	case *types.Chan:
		if elem := l.subst(t.Elem(), e); elem != t.Elem() {
			return types.NewChan(t.Dir(), elem)
		}
		return t
	case *types.Map:
		key, elem := l.subst(t.Key(), e), l.subst(t.Elem(), e)
		if key != t.Key() || elem != t.Elem() {
			return types.NewMap(key, elem)
		}
		return t
	case *types.Tuple:
		return l.substTuple(t, e)
	case *types.Signature:
		params, results := l.substTuple(t.Params(), e), l.substTuple(t.Results(), e)
		if params != t.Params() || results != t.Results() {
			return types.NewSignatureType(nil, nil, nil, params, results, t.Variadic())
		}
		return t
	case *types.Struct:
		return l.substStruct(t, e)
	case *types.Interface:
		return l.substInterface(t, e)
	case *types.Named:
		if local, ok := e[t]; ok {
			return local
		}
		return l.substNamed(t, e)
	}
	return types.Unalias(t)
}

func (l *Lowerer) substTuple(t *types.Tuple, e env) *types.Tuple {
	if t.Len() == 0 {
		return t
	}
	vars, changed := make([]*types.Var, t.Len()), false
	for i := range vars {
		v := t.At(i)
		vars[i] = v
		if to := l.subst(v.Type(), e); to != v.Type() {
			vars[i] = types.NewParam(v.Pos(), v.Pkg(), v.Name(), to)
			changed = true
		}
	}
	if !changed {
		return t
	}
	return types.NewTuple(vars...)
}

func (l *Lowerer) substStruct(t *types.Struct, e env) types.Type {
	fields, tags, changed := make([]*types.Var, t.NumFields()), make([]string, t.NumFields()), false
	for i := range fields {
		f := t.Field(i)
		fields[i], tags[i] = f, t.Tag(i)
		if to := l.subst(f.Type(), e); to != f.Type() {
			fields[i] = types.NewField(f.Pos(), f.Pkg(), f.Name(), to, f.Embedded())
			changed = true
		}
	}
	if !changed {
		return t
	}
	return types.NewStruct(fields, tags)
}

func (l *Lowerer) substInterface(t *types.Interface, e env) types.Type {
	if len(e) == 0 || t.NumMethods() == 0 {
		return t
	}
	methods, changed := make([]*types.Func, t.NumMethods()), false
	for i := range methods {
		m := t.Method(i)
		methods[i] = m
		if to := l.subst(m.Signature(), e); to != m.Signature() {
			methods[i] = types.NewFunc(m.Pos(), m.Pkg(), m.Name(), to.(*types.Signature))
			changed = true
		}
	}
	if !changed {
		return t
	}
	return types.NewInterfaceType(methods, nil).Complete()
}

func (l *Lowerer) substNamed(t *types.Named, e env) types.Type {
	origin := t.Origin()
	if lib := l.libs.named(origin); lib != nil {
		origin = lib
	}
	if t.TypeArgs().Len() == 0 {
		if origin != t.Origin() {
			return origin
		}
		return t
	}
	args, changed := make([]types.Type, t.TypeArgs().Len()), origin != t.Origin()
	for i := range args {
		args[i] = l.subst(t.TypeArgs().At(i), e)
		changed = changed || args[i] != t.TypeArgs().At(i)
	}
	if !changed {
		return t
	}
	inst, err := types.Instantiate(l.ctxt, origin, args, false)
	if err != nil {
		return t
	}
	return inst
}
