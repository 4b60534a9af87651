package check

import "go/types"

// lateFunc is a late method of a cell that is not accepted yet, as the method
// it will be; nil if its signature is not known. isPointer says whether its
// receiver is one.
func (b *builder) lateFunc(l *lateMethod) (fn *types.Func, isPointer bool) {
	made, ok := b.ch.Info.Defs[l.sig.Name].(*types.Func)
	if !ok || made.Signature().Recv() == nil && made.Signature().Params().Len() == 0 {
		return nil, false
	}
	sig := asMethod(made.Signature(), b.pkg)
	_, isPointer = sig.Recv().Type().(*types.Pointer)
	return types.NewFunc(l.source.Name.Pos(), b.pkg, l.source.Name.Name, sig), isPointer
}

// asMethod is the signature of the method that a function with the receiver as
// first parameter stands for. A method's is its own.
func asMethod(sig *types.Signature, pkg *types.Package) *types.Signature {
	if sig.Recv() != nil {
		return sig
	}
	var params []*types.Var
	for i := 1; i < sig.Params().Len(); i++ {
		params = append(params, sig.Params().At(i))
	}
	at0 := sig.Params().At(0)
	recv := types.NewParam(at0.Pos(), pkg, at0.Name(), at0.Type())
	return types.NewSignatureType(recv, nil, nil, types.NewTuple(params...), sig.Results(), sig.Variadic())
}

// isOn says whether the method is one of the type that t is or points to.
func (l *lateMethod) isOn(t types.Type) bool {
	named := namedOf(t)
	return named != nil && named.Origin() == l.named
}

// namedOf is the named type that t is or points to, nil for none.
func namedOf(t types.Type) *types.Named {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, _ := t.(*types.Named)
	return named
}
