package lower

import (
	"fmt"
	"go/types"
	"strings"
)

// mainPath is the package path of all cells.
const mainPath = "main"

// own says whether a named type is written in Go that we lower: the learner's
// or a library's. Other named types are compiled.
func (l *Lowerer) own(t *types.Named) bool {
	pkg := t.Obj().Pkg()
	return pkg != nil && (pkg.Path() == mainPath || l.libs.owns(pkg))
}

// compiledInterface says whether t is an interface type with methods that
// compiled code declares, such as error or io.Reader. All others with methods
// are dyn.Iface in lowered code.
func (l *Lowerer) compiledInterface(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || !types.IsInterface(t) || l.own(named) {
		return false
	}
	return named.Underlying().(*types.Interface).NumMethods() > 0
}

// isAny says whether t is an interface that asks for nothing.
func isAny(t types.Type) bool {
	iface, ok := core(t).(*types.Interface)
	return ok && iface.Empty()
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// typ writes a type as yaegi is to see it: methods, names of types that are
// not structs, and the learner's interfaces are gone.
func (u *unit) typ(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			panic(&Refusal{Msg: "unsafe.Pointer can't be used in a cell; use ordinary pointers and conversions"})
		}
		return types.Default(t).(*types.Basic).Name()
	case *types.Pointer:
		return "*" + u.typ(t.Elem())
	case *types.Slice:
		return "[]" + u.typ(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), u.typ(t.Elem()))
	case *types.Map:
		return "map[" + u.typ(t.Key()) + "]" + u.typ(t.Elem())
	case *types.Chan:
		dir := map[types.ChanDir]string{types.SendRecv: "chan ", types.SendOnly: "chan<- ", types.RecvOnly: "<-chan "}
		return dir[t.Dir()] + "(" + u.typ(t.Elem()) + ")"
	case *types.Signature:
		return "func" + u.signature(t)
	case *types.Struct:
		return u.structBody(t)
	case *types.Interface:
		if t.NumMethods() > 0 {
			return u.pkg(dynPath) + ".Iface"
		}
		return "interface{}"
	case *types.Named:
		return u.named(t)
	}
	panic(&Refusal{Msg: fmt.Sprintf("the type %s can't be used in a cell", t)})
}

// signature writes parameter and result types. A variadic parameter is the
// slice that it is to the function's body; callers pack it.
func (u *unit) signature(t *types.Signature) string {
	return "(" + u.typeList(t.Params()) + ")" + u.results(t.Results())
}

func (u *unit) results(t *types.Tuple) string {
	switch t.Len() {
	case 0:
		return ""
	case 1:
		return " " + u.typ(t.At(0).Type())
	}
	return " (" + u.typeList(t) + ")"
}

func (u *unit) typeList(t *types.Tuple) string {
	list := make([]string, t.Len())
	for i := range list {
		list[i] = u.typ(t.At(i).Type())
	}
	return strings.Join(list, ", ")
}

func (u *unit) named(t *types.Named) string {
	t = u.l.subst(t, nil).(*types.Named)
	if !u.l.own(t) {
		if isError(t) {
			return "error"
		}
		if t.TypeArgs().Len() > 0 {
			panic(&Refusal{Msg: fmt.Sprintf("the generic type %s of the standard library can't be used in a cell yet", t)})
		}
		return u.pkg(t.Obj().Pkg().Path()) + "." + t.Obj().Name()
	}
	body, ok := t.Underlying().(*types.Struct)
	recursive := !ok && u.l.recursive(t)
	if !ok && !recursive {
		return u.typ(t.Underlying())
	}
	key := u.l.key(t)
	name, ok := u.l.structs[key]
	if !ok {
		name = u.l.unique("s_" + identifier(t.Obj().Name()))
		set(u.l, u.l.structs, key, name)
		var text string
		if recursive {
			text = "struct { " + recursiveField + " " + u.typ(t.Underlying()) + " }"
		} else {
			text = u.structBody(body)
		}
		fmt.Fprintf(&u.decls, "type %s %s\n\n", name, text)
	}
	return name
}

func (u *unit) structBody(t *types.Struct) string {
	var b strings.Builder
	b.WriteString("struct {")
	for i := range t.NumFields() {
		f := t.Field(i)
		if i > 0 {
			b.WriteString(";")
		}
		tag := t.Tag(i)
		if !f.Exported() {
			// yaegi exports every field of a struct; encoding/json must not
			// see those that Go hides.
			tag = `json:"-" xml:"-"`
		}
		fmt.Fprintf(&b, " %s %s", fieldName(t, i), u.typ(f.Type()))
		if tag != "" {
			fmt.Fprintf(&b, " %q", tag)
		}
	}
	b.WriteString(" }")
	return b.String()
}

// fieldName gives blank fields a name, for a struct may have several.
func fieldName(t *types.Struct, i int) string {
	if name := t.Field(i).Name(); name != "_" {
		return name
	}
	return fmt.Sprintf("blank_%d", i)
}
