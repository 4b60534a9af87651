package lower

import (
	"fmt"
	"go/ast"
	"go/types"
)

// pack writes a value on its way through compiled code that knows it as any.
// Basic types and pointers to structs keep their form there; of others yaegi
// would lose the type, so a pointer to the value travels.
func (g *fn) pack(e ast.Expr) string {
	t := g.typeOf(e)
	if packsPlain(t) {
		return g.expr(e)
	}
	u, typ := g.u, g.typ(t)
	name, ok := u.l.helpers["pack "+typ]
	if !ok {
		name = u.l.unique("pack")
		set(u.l, u.l.helpers, "pack "+typ, name)
		fmt.Fprintf(&u.decls, "func %s(v %s) *%s {\n\tp := new(%s)\n\t*p = v\n\treturn p\n}\n\n", name, typ, typ, typ)
	}
	return name + "(" + g.expr(e) + ")"
}

// unpack writes what pack packed.
func (g *fn) unpack(x string, t types.Type) string {
	if packsPlain(t) {
		return x + ".(" + g.typ(t) + ")"
	}
	return "(*(" + x + ".(*" + g.typ(t) + ")))"
}

func packsPlain(t types.Type) bool {
	if elem, ok := deref(t); ok {
		_, ok = core(elem).(*types.Struct)
		return ok
	}
	_, ok := core(t).(*types.Basic)
	return ok
}
