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

// put writes link.Put: the message goes as it is where package link knows its
// type, and packed otherwise.
func (g *fn) put(e *ast.CallExpr) string {
	t, put := g.typeOf(e.Args[1]), g.u.pkg(linkPath)+".Put"
	if suffix := g.messageOp(t); suffix != "" {
		return put + suffix + "(" + g.expr(e.Args[0]) + ", " + g.expr(e.Args[1]) + ")"
	}
	return put + "(" + g.expr(e.Args[0]) + ", " + g.pack(e.Args[1]) + ")"
}

// taker returns the emitted function for one of link.Take, Next and TryNext with
// messages of type t.
func (g *fn) taker(op string, t types.Type) string {
	u, take := g.u, g.u.pkg(linkPath)+"."+op
	if suffix := g.messageOp(t); suffix != "" {
		return take + suffix
	}
	typ := g.typ(t)
	key := op + " " + typ
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	name := u.l.unique("take")
	set(u.l, u.l.helpers, key, name)
	second, failed, success := "bool", "!ok", "true"
	if op == "Take" {
		second, failed, success = "error", "ok != nil", "nil"
	}
	fmt.Fprintf(&u.decls, "func %s(h interface{}) (%s, %s) {\n\tx, ok := %s(h)\n\tif %s {\n\t\tvar zero %s\n\t\treturn zero, ok\n\t}\n\treturn %s, %s\n}\n\n",
		name, typ, second, take, failed, typ, g.unpack("x", t), success)
	return name
}

// messageOp returns the end of the names of package link's operations on
// messages of type t, "" for none.
func (g *fn) messageOp(t types.Type) string {
	if !packsPlain(t) {
		return ""
	}
	return typedOps[g.typ(t)]
}

func packsPlain(t types.Type) bool {
	if elem, ok := deref(t); ok {
		_, ok = core(elem).(*types.Struct)
		return ok
	}
	_, ok := core(t).(*types.Basic)
	return ok
}
