package lower

import (
	"fmt"
	"go/ast"
	"go/types"
	"strconv"
	"strings"
)

// receive writes <-ch where one value is wanted. Waiting is left to package
// link, where an interrupt reaches it.
func (g *fn) receive(e *ast.UnaryExpr) string {
	return g.receiver(core(g.typeOf(e.X)).(*types.Chan).Elem(), false) + "(" + g.base(e.X) + ")"
}

// receiveOK writes v, ok := <-ch: a call with two results.
func (g *fn) receiveOK(e *ast.UnaryExpr) string {
	return g.receiver(core(g.typeOf(e.X)).(*types.Chan).Elem(), true) + "(" + g.base(e.X) + ")"
}

// typedOps are the element types for which package link has channel
// operations, with the ends of their names.
var typedOps = map[string]string{
	"bool": "Bool", "int": "Int", "int64": "Int64", "float64": "Float64", "string": "String",
	"error": "Error", "interface{}": "Any",
}

// typedOp returns the end of the names for an element type; "" if package link
// has no operations for it.
func (u *unit) typedOp(elem types.Type) string {
	if isInterface(elem) && !isAny(elem) && !u.l.compiledInterface(elem) {
		return "Iface"
	}
	return typedOps[u.typ(elem)]
}

// receiver returns the emitted function that receives values of one type.
func (g *fn) receiver(elem types.Type, withOK bool) string {
	u := g.u
	if suffix := u.typedOp(elem); suffix != "" {
		if withOK {
			suffix = "OK" + suffix
		}
		return u.pkg(linkPath) + ".Recv" + suffix
	}
	key := fmt.Sprintf("recv %v %s", withOK, u.typ(elem))
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	name := u.l.unique("recv")
	set(u.l, u.l.helpers, key, name)
	link, typ := u.pkg(linkPath), u.typ(elem)
	get := g.fromAny(elem)
	if withOK {
		fmt.Fprintf(&u.decls, "func %s(ch <-chan (%s)) (%s, bool) {\n\tx, ok := %s.Recv(ch)\n\treturn %s(x), ok\n}\n\n", name, typ, typ, link, get)
	} else {
		fmt.Fprintf(&u.decls, "func %s(ch <-chan (%s)) %s {\n\tx, _ := %s.Recv(ch)\n\treturn %s(x)\n}\n\n", name, typ, typ, link, get)
	}
	return name
}

// fromAny returns the emitted function that takes a received value out of the
// any in which compiled code hands it over: the zero value out of nil.
func (g *fn) fromAny(elem types.Type) string {
	u, typ := g.u, g.u.typ(elem)
	key := "from any " + typ
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	name := u.l.unique("received")
	set(u.l, u.l.helpers, key, name)
	get := "v, _ = x.(" + typ + ")"
	switch {
	case emptyStruct(elem): // yaegi cannot assert it
		get = "_ = x"
	case isInterface(elem):
		get = "v = " + g.extract("x", elem)
	}
	fmt.Fprintf(&u.decls, "func %s(x interface{}) (v %s) {\n\t%s\n\treturn v\n}\n\n", name, typ, get)
	return name
}

func (g *fn) send(b *block, s *ast.SendStmt) {
	elem := g.u.l.subst(core(g.typeOf(s.Chan)).(*types.Chan).Elem(), g.env)
	value := ""
	if lit, ok := ast.Unparen(s.Value).(*ast.FuncLit); ok && !isInterface(elem) {
		value = g.keep(lit)
	} else {
		value = g.exprTo(s.Value, elem)
	}
	b.add("%s.Send%s(%s, %s)", g.u.pkg(linkPath), g.u.typedOp(elem), g.base(s.Chan), value)
}

// selectStmt writes a select: package link chooses the case, and a switch
// carries it out.
func (g *fn) selectStmt(b *block, s *ast.SelectStmt) {
	g.enter(&loop{breakable: true})
	chosen, v, ok := g.temp("case"), g.temp("v"), g.temp("ok")
	wait, ops, n := "true", "", 0
	var args []string
	var clauses block
	for _, c := range s.Body.List {
		cc := c.(*ast.CommClause)
		if cc.Comm == nil {
			wait = "false"
			clauses.add("case -1:")
		} else {
			op, operands := g.comm(b, cc)
			ops += op
			args = append(args, operands...)
			clauses.add("case %d:", n)
			n++
			g.received(&clauses, cc, v, ok)
		}
		g.clauseBody(&clauses, cc.Body)
	}
	label := g.leaveLabel()
	b.add("%s, %s, %s := %s.Select(%s)", chosen, v, ok, g.u.pkg(linkPath),
		strings.Join(append([]string{wait, strconv.Quote(ops)}, args...), ", "))
	b.add("_, _ = %s, %s", v, ok)
	b.WriteString(label)
	b.add("switch %s {", chosen)
	b.WriteString(clauses.String())
	b.add("}")
}

// comm evaluates the channel of a case, and the value that it sends, in source
// order and before anything is chosen, as Go does.
func (g *fn) comm(b *block, cc *ast.CommClause) (op string, operands []string) {
	ch := g.temp("ch")
	if s, ok := cc.Comm.(*ast.SendStmt); ok {
		v := g.temp("v")
		elem := core(g.typeOf(s.Chan)).(*types.Chan).Elem()
		b.add("%s := %s", ch, g.base(s.Chan))
		b.add("var %s %s = %s", v, g.typ(elem), g.exprTo(s.Value, elem))
		if g.u.typedOp(elem) == "Iface" { // the value alone would not say for which interface
			return "p", []string{ch, "&" + v}
		}
		return "s", []string{ch, v}
	}
	b.add("%s := %s", ch, g.base(receiveOf(cc).X))
	return "r", []string{ch}
}

// receiveOf returns the receive operation of a case.
func receiveOf(cc *ast.CommClause) *ast.UnaryExpr {
	if s, ok := cc.Comm.(*ast.AssignStmt); ok {
		return ast.Unparen(s.Rhs[0]).(*ast.UnaryExpr)
	}
	return ast.Unparen(cc.Comm.(*ast.ExprStmt).X).(*ast.UnaryExpr)
}

// received stores what the case received.
func (g *fn) received(b *block, cc *ast.CommClause, v, ok string) {
	s, assigns := cc.Comm.(*ast.AssignStmt)
	if !assigns {
		return
	}
	elem := core(g.typeOf(receiveOf(cc).X)).(*types.Chan).Elem()
	values := []string{g.fromAny(elem) + "(" + v + ")", ok}[:len(s.Lhs)]
	g.assignFrom(b, s, values, []types.Type{elem, types.Typ[types.Bool]})
}
