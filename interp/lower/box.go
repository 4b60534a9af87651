package lower

import (
	"fmt"
	"go/types"
	"strings"
)

const (
	rtPath  = "gopost/rt"
	dynPath = "gopost/dyn"
	// linkPath is the package of compiled functions that stand in for channel
	// operations and that library sources call.
	linkPath = "gopost/link"
)

// conv writes the conversion of a value from one type to another that it is
// assignable to. Only interfaces need one: the type would be lost inside.
func (g *fn) conv(s string, from, to types.Type) string {
	if !isInterface(to) {
		return s
	}
	dyn := g.u.pkg(dynPath)
	if isInterface(from) {
		switch {
		case types.Identical(from, to) || !g.u.l.compiledInterface(to):
			return s
		case g.u.l.compiledInterface(from):
			return s
		case isError(to):
			return dyn + ".AsError(" + s + ")"
		}
		return g.u.adapter(to) + "(" + s + ")"
	}
	switch {
	case !g.u.boxes(from):
		if g.u.l.compiledInterface(to) || simple(from) {
			return s
		}
		// yaegi keeps its own form of functions and pointers in an interface
		// unless the value has been through compiled code.
		return dyn + ".Any(" + s + ")"
	case isError(to), !g.u.l.compiledInterface(to) && types.Implements(from, errorInterface()):
		// An error in an any must still be one for fmt.Errorf and errors.Is.
		return fmt.Sprintf("%s.Err(%d, %s)", dyn, g.u.tid(from), s)
	}
	box := fmt.Sprintf("%s.Box(%d, %s)", dyn, g.u.tid(from), s)
	if g.u.l.compiledInterface(to) {
		return g.u.adapter(to) + "(" + box + ")"
	}
	return box
}

// simple types keep their form in an interface.
func simple(t types.Type) bool {
	_, ok := core(t).(*types.Basic)
	return ok
}

// boxes says whether values of a type need their description beside them in
// an interface, because the form that yaegi gives them says too little.
func (u *unit) boxes(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		t = u.l.subst(t, nil).(*types.Named)
		if u.l.own(t) {
			return true
		}
		for i := range t.TypeArgs().Len() {
			if u.boxes(t.TypeArgs().At(i)) {
				return true
			}
		}
		return false
	case *types.Pointer:
		return u.boxes(t.Elem())
	case *types.Slice:
		return u.boxes(t.Elem())
	case *types.Array:
		return u.boxes(t.Elem())
	case *types.Chan:
		return u.boxes(t.Elem())
	case *types.Map:
		return u.boxes(t.Key()) || u.boxes(t.Elem())
	case *types.Signature:
		return t.Variadic() || u.boxesAny(t.Params()) || u.boxesAny(t.Results())
	case *types.Struct:
		return true
	case *types.Interface:
		return t.NumMethods() > 0
	}
	return false
}

func (u *unit) boxesAny(t *types.Tuple) bool {
	for i := range t.Len() {
		if u.boxes(t.At(i).Type()) {
			return true
		}
	}
	return false
}

// dispatcher returns the emitted function that calls a method on a value in
// an interface: its first parameter is that value.
func (u *unit) dispatcher(m *types.Func, sig *types.Signature) string {
	key := "call " + m.Id() + u.l.key(sig)
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	name := u.l.unique("call_" + identifier(m.Name()))
	set(u.l, u.l.helpers, key, name)
	var params, args, types []string
	for i := range sig.Params().Len() {
		t := u.typ(sig.Params().At(i).Type())
		params = append(params, fmt.Sprintf("a%d %s", i, t))
		args = append(args, fmt.Sprintf("a%d", i))
		types = append(types, t)
	}
	call := fmt.Sprintf("%[1]s.Method(x, %[2]q).(func(%[3]s)%[4]s)(%[5]s)", u.pkg(dynPath), m.Name(),
		strings.Join(append([]string{"interface{}"}, types...), ", "), u.results(sig.Results()),
		strings.Join(append([]string{u.pkg(dynPath) + ".Value(x)"}, args...), ", "))
	if sig.Results().Len() > 0 {
		call = "return " + call
	}
	fmt.Fprintf(&u.decls, "func %s(%s)%s { %s }\n\n", name,
		strings.Join(append([]string{"x interface{}"}, params...), ", "), u.results(sig.Results()), call)
	return name
}

// adapter returns the emitted function that makes a compiled interface of a
// boxed value, so that compiled code can call the learner's methods.
func (u *unit) adapter(t types.Type) string {
	key := "adapt " + u.l.key(t)
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	iface := t.Underlying().(*types.Interface)
	name, body := u.l.unique("adapt"), u.l.unique("adapter")
	set(u.l, u.l.helpers, key, name)
	// The field's name is what package dyn looks for to find the value again.
	fmt.Fprintf(&u.decls, "type %s struct { DynBoxed interface{} }\n\n", body)
	for i := range iface.NumMethods() {
		m := iface.Method(i)
		sig := m.Signature()
		call := callee{name: u.dispatcher(m, sig), recv: "x.DynBoxed", sig: sig}
		var params, args []string
		for i := range sig.Params().Len() {
			p := u.typ(sig.Params().At(i).Type())
			if sig.Variadic() && i == sig.Params().Len()-1 {
				p = "..." + strings.TrimPrefix(p, "[]")
			}
			params = append(params, fmt.Sprintf("a%d %s", i, p))
			args = append(args, fmt.Sprintf("a%d", i))
		}
		ret := ""
		if sig.Results().Len() > 0 {
			ret = "return "
		}
		fmt.Fprintf(&u.decls, "func (x *%s) %s(%s)%s { %s%s }\n\n", body, m.Name(), strings.Join(params, ", "),
			u.results(sig.Results()), ret, call.invoke(args))
	}
	fmt.Fprintf(&u.decls, "func %s(x interface{}) %s {\n\tif x == nil {\n\t\treturn nil\n\t}\n\treturn &%s{DynBoxed: x}\n}\n\n", name, u.typ(t), body)
	return name
}
