package check

import (
	"go/types"
	"strings"
)

// kindOf is Jupyter's word for what an object is.
func kindOf(obj types.Object) string {
	switch obj := obj.(type) {
	case *types.Func:
		if obj.Signature().Recv() != nil {
			return "method"
		}
		return "function"
	case *types.Builtin:
		return "function"
	case *types.Var:
		if obj.IsField() {
			return "field"
		}
		return "variable"
	case *types.TypeName:
		return "type"
	case *types.PkgName:
		return "package"
	}
	return "constant" // nil too
}

// short qualifies names by the last part of their package's path, and those of
// the session not at all.
func short(from *types.Package) types.Qualifier {
	return func(p *types.Package) string {
		if p.Path() == from.Path() {
			return ""
		}
		return p.Name()
	}
}

// signature is an object's declaration in one line.
func signature(obj types.Object, from *types.Package) string {
	switch obj := obj.(type) {
	case *types.PkgName:
		return "package " + obj.Imported().Name() + " // " + obj.Imported().Path()
	case *types.Builtin:
		return "func " + obj.Name()
	case *types.Nil:
		return "nil"
	case *types.TypeName:
		if word := kindOfType(obj.Type()); word != "" && !obj.IsAlias() {
			head := types.ObjectString(obj, short(from))
			if i := strings.Index(head, " "+word); i >= 0 {
				return head[:i] + " " + word
			}
		}
	}
	return types.ObjectString(obj, short(from))
}

// kindOfType is the word that starts a type whose text is long.
func kindOfType(t types.Type) string {
	switch t.Underlying().(type) {
	case *types.Struct:
		return "struct"
	case *types.Interface:
		return "interface"
	}
	return ""
}
