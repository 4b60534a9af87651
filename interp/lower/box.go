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
// assignable to. Only interfaces need one: they hold values with their types.
func (g *fn) conv(s string, from, to types.Type) string {
	u := g.u
	if !isInterface(to) {
		if inside, around := u.l.recursive(from), u.l.recursive(to); inside != around {
			return g.wrap(g.unwrap(s, from), to)
		}
		return s
	}
	dyn := u.pkg(dynPath)
	compiled, empty := u.l.compiledInterface(to), isAny(to)
	if isInterface(from) {
		switch {
		case empty, types.Identical(from, to), compiled && u.l.compiledInterface(from):
			return s
		case compiled:
			return u.into(to) + "(" + s + ")"
		}
		return fmt.Sprintf("%s.To(%d, %s)", dyn, u.tid(to), s)
	}
	if !u.boxes(from) {
		if empty && !simple(from) || !empty && !compiled {
			// yaegi keeps its own form of functions and pointers in an interface
			// unless the value has been through compiled code.
			s = dyn + ".Any(" + s + ")"
		}
		if !empty && !compiled {
			return fmt.Sprintf("%s.To(%d, %s)", dyn, u.tid(to), s)
		}
		return s
	}
	switch {
	case isError(to):
		return fmt.Sprintf("%s.Err(%d, %s)", dyn, u.tid(from), s)
	case compiled:
		return fmt.Sprintf("%s(%s.Box(%d, %s))", u.into(to), dyn, u.tid(from), s)
	case empty:
		return fmt.Sprintf("%s.Box(%d, %s)", dyn, u.tid(from), s)
	}
	return fmt.Sprintf("%s.BoxTo(%d, %d, %s)", dyn, u.tid(to), u.tid(from), s)
}

// simple types keep their form in an interface.
func simple(t types.Type) bool {
	_, ok := core(t).(*types.Basic)
	return ok
}

// into returns the emitted function that makes a compiled interface of a value
// that is known to implement it; of nil it makes nil.
func (u *unit) into(t types.Type) string {
	key := "into " + u.l.key(t)
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	name, typ := u.l.unique("into"), u.typ(t)
	set(u.l, u.l.helpers, key, name)
	fmt.Fprintf(&u.decls, "func %s(x interface{}) %s {\n\tvar v %s\n\t%s.Into(&v, x)\n\treturn v\n}\n\n", name, typ, typ, u.pkg(dynPath))
	return name
}

// boxes says whether values of a type have another type in an interface than
// yaegi gives them.
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
	params, args, types := []string{"x interface{}"}, []string{"recv"}, []string{"*byte"}
	for i := range sig.Params().Len() {
		t := u.typ(sig.Params().At(i).Type())
		params = append(params, fmt.Sprintf("a%d %s", i, t))
		args = append(args, fmt.Sprintf("a%d", i))
		types = append(types, t)
	}
	results := u.results(sig.Results())
	call := fmt.Sprintf("f.(func(%s)%s)(%s)", strings.Join(types, ", "), results, strings.Join(args, ", "))
	if results != "" {
		call = "return " + call
	}
	fmt.Fprintf(&u.decls, "func %s(%s)%s {\n\tf, recv := %s.Method(x, %q)\n\t%s\n}\n\n", name,
		strings.Join(params, ", "), results, u.pkg(dynPath), m.Name(), call)
	return name
}
