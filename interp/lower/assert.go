package lower

import (
	"fmt"
	"go/ast"
	"go/types"
)

// assert writes x.(T) in a place for one value: it panics when x holds
// something else.
func (g *fn) assert(e *ast.TypeAssertExpr) string {
	return g.asserter(g.typeOf(e.Type), false) + "(" + g.expr(e.X) + fmt.Sprintf(", %q)", typeName(g.typeOf(e.X)))
}

// assertOK writes v, ok := x.(T): a call with two results.
func (g *fn) assertOK(e *ast.TypeAssertExpr) string {
	return g.asserter(g.typeOf(e.Type), true) + "(" + g.expr(e.X) + ")"
}

// asserter returns the emitted function that asserts one type: with two
// results or, panicking, with one.
func (g *fn) asserter(t types.Type, withOK bool) string {
	u := g.u
	key := fmt.Sprintf("assert %v %s", withOK, u.l.key(t))
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	name := u.l.unique("assert")
	set(u.l, u.l.helpers, key, name)
	dyn := u.pkg(dynPath)
	typ := u.typ(t)
	if withOK {
		fmt.Fprintf(&u.decls, "func %s(x interface{}) (v %s, ok bool) {\n\tif !%s { return v, false }\n\treturn %s, true\n}\n\n",
			name, typ, g.holds("x", t), g.extract("x", t))
		return name
	}
	fmt.Fprintf(&u.decls, "func %s(x interface{}, from string) %s {\n\tif !%s { %s.AssertFailed(x, from, %d) }\n\treturn %s\n}\n\n",
		name, typ, g.holds("x", t), dyn, u.tid(t), g.extract("x", t))
	return name
}

// holds writes the condition that x, an interface value, holds a T.
func (g *fn) holds(x string, t types.Type) string {
	u := g.u
	dyn := u.pkg(dynPath)
	switch {
	case isInterface(t):
		return fmt.Sprintf("%s.Implements(%s, %d)", dyn, x, u.tid(t))
	case u.boxes(t):
		return fmt.Sprintf("%s.Is(%s, %d)", dyn, x, u.tid(t))
	}
	return fmt.Sprintf("%s.IsPlain(%s, (*%s)(nil))", dyn, x, u.typ(t))
}

// extract writes the T that x is known to hold.
func (g *fn) extract(x string, t types.Type) string {
	u := g.u
	switch {
	case u.l.compiledInterface(t):
		return u.into(t) + "(" + x + ")"
	case isInterface(t):
		return g.conv(x, types.NewInterfaceType(nil, nil), t)
	case emptyStruct(t): // yaegi cannot assert it
		return u.typ(t) + "{}"
	case u.boxes(t):
		x = u.pkg(dynPath) + ".Value(" + x + ")"
	}
	return x + ".(" + u.typ(t) + ")"
}

func emptyStruct(t types.Type) bool {
	s, ok := core(t).(*types.Struct)
	return ok && s.NumFields() == 0
}
