package export

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// declared writes the type of a package-level variable or, where other
// packages keep its name for themselves, an initial value that has it. value
// is what the cell gives it first, nil for what no expression of its own gives.
func (w *writer) declared(obj types.Object, value ast.Expr) string {
	tw := &typeWriter{writer: w}
	text := tw.write(obj.Type())
	if tw.secret == nil {
		return text
	}
	// Naming a variable of a package does nothing, so it may be done early.
	if sel, ok := ast.Unparen(value).(*ast.SelectorExpr); ok {
		if id, ok := sel.X.(*ast.Ident); ok {
			if _, ok := w.c.checked.Info.Uses[id].(*types.PkgName); ok {
				return "= " + w.c.text(sel.Pos(), sel.End())
			}
		}
	}
	panic(&impossible{w.c.number, fmt.Sprintf("later cells or functions use %s, whose type %s a program cannot name", obj.Name(), types.TypeString(tw.secret, (*types.Package).Name))})
}

// typeString writes the type of a variable for a place where the names in
// hidden mean something else.
func (w *writer) typeString(obj types.Object, hidden map[string]bool) string {
	return (&typeWriter{writer: w, hidden: hidden}).write(obj.Type())
}

// typeWriter writes a type as the program knows it.
type typeWriter struct {
	*writer
	hidden map[string]bool
	secret types.Type // a type that the program cannot name, nil for none
}

func (w *typeWriter) unnameable(t types.Type) string {
	w.secret = t
	return ""
}

func (w *typeWriter) write(t types.Type) string {
	switch t := t.(type) {
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			return w.qualify(types.Unsafe, w.hidden) + ".Pointer"
		}
		return t.Name()
	case *types.Alias:
		return w.named(t, t.Obj(), t.TypeArgs())
	case *types.Named:
		return w.named(t, t.Obj(), t.TypeArgs())
	case *types.Pointer:
		return "*" + w.write(t.Elem())
	case *types.Slice:
		return "[]" + w.write(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), w.write(t.Elem()))
	case *types.Map:
		return "map[" + w.write(t.Key()) + "]" + w.write(t.Elem())
	case *types.Chan:
		return w.channel(t)
	case *types.Signature:
		return "func" + w.signature(t)
	case *types.Struct:
		return w.structure(t)
	case *types.Interface:
		return w.iface(t)
	}
	return w.unnameable(t)
}

// named writes a type that has a name, if the program may use it.
func (w *typeWriter) named(t types.Type, obj *types.TypeName, args *types.TypeList) string {
	var name string
	switch pkg := obj.Pkg(); {
	case pkg == nil:
		name = obj.Name()
	case pkg == w.c.checked.Pkg:
		if name = w.objects[obj]; name == "" {
			return w.unnameable(t)
		}
	case token.IsExported(obj.Name()) && !strings.Contains("/"+pkg.Path()+"/", "/internal/"):
		name = w.qualify(pkg, w.hidden) + "." + obj.Name()
	default:
		if alias, ok := t.(*types.Alias); ok {
			return w.write(types.Unalias(alias))
		}
		return w.unnameable(t)
	}
	if args.Len() == 0 {
		return name
	}
	var list []string
	for arg := range args.Types() {
		list = append(list, w.write(arg))
	}
	return name + "[" + strings.Join(list, ", ") + "]"
}

func (w *typeWriter) channel(t *types.Chan) string {
	elem := w.write(t.Elem())
	switch t.Dir() {
	case types.SendOnly:
		return "chan<- " + elem
	case types.RecvOnly:
		return "<-chan " + elem
	}
	if inner, ok := t.Elem().(*types.Chan); ok && inner.Dir() == types.RecvOnly {
		elem = "(" + elem + ")"
	}
	return "chan " + elem
}

func (w *typeWriter) signature(t *types.Signature) string {
	var params, results []string
	for i := range t.Params().Len() {
		typ := t.Params().At(i).Type()
		if slice, ok := typ.(*types.Slice); ok && t.Variadic() && i == t.Params().Len()-1 {
			params = append(params, "..."+w.write(slice.Elem()))
			continue
		}
		params = append(params, w.write(typ))
	}
	for v := range t.Results().Variables() {
		results = append(results, w.write(v.Type()))
	}
	text := "(" + strings.Join(params, ", ") + ")"
	switch len(results) {
	case 0:
		return text
	case 1:
		return text + " " + results[0]
	}
	return text + " (" + strings.Join(results, ", ") + ")"
}

func (w *typeWriter) structure(t *types.Struct) string {
	var fields []string
	for i := range t.NumFields() {
		f := t.Field(i)
		if f.Pkg() != w.c.checked.Pkg && !f.Exported() {
			return w.unnameable(t)
		}
		text := w.write(f.Type())
		if !f.Embedded() {
			text = f.Name() + " " + text
		}
		if tag := t.Tag(i); tag != "" {
			if strconv.CanBackquote(tag) {
				text += " `" + tag + "`"
			} else {
				text += " " + strconv.Quote(tag)
			}
		}
		fields = append(fields, text)
	}
	return "struct{" + strings.Join(fields, "; ") + "}"
}

func (w *typeWriter) iface(t *types.Interface) string {
	var parts []string
	for m := range t.ExplicitMethods() {
		parts = append(parts, m.Name()+w.signature(m.Signature()))
	}
	for e := range t.EmbeddedTypes() {
		parts = append(parts, w.write(e))
	}
	if len(parts) == 0 {
		return "any"
	}
	return "interface{ " + strings.Join(parts, "; ") + " }"
}
