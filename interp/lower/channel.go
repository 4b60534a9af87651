package lower

import (
	"fmt"
	"go/ast"
	"go/types"
)

// receive writes <-ch where one value is wanted. Waiting is left to package
// link, where an interrupt reaches it.
func (g *fn) receive(e *ast.UnaryExpr) string {
	return g.receiver(core(g.typeOf(e.X)).(*types.Chan).Elem(), false) + "(" + g.expr(e.X) + ")"
}

// receiveOK writes v, ok := <-ch: a call with two results.
func (g *fn) receiveOK(e *ast.UnaryExpr) string {
	return g.receiver(core(g.typeOf(e.X)).(*types.Chan).Elem(), true) + "(" + g.expr(e.X) + ")"
}

// typedOps are the element types for which package link has channel
// operations, with the ends of their names.
var typedOps = map[string]string{
	"bool": "Bool", "int": "Int", "int64": "Int64", "float64": "Float64", "string": "String",
	"error": "Error", "interface{}": "Any",
}

// receiver returns the emitted function that receives values of one type.
func (g *fn) receiver(elem types.Type, withOK bool) string {
	u := g.u
	if suffix := typedOps[u.typ(elem)]; suffix != "" {
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
	u.l.helpers[key] = name
	link, typ := u.pkg(linkPath), u.typ(elem)
	get := "v, _ = x.(" + typ + ")"
	switch {
	case emptyStruct(elem): // yaegi cannot assert it
		get = "_ = x"
	case isError(elem):
		get = "v = " + u.pkg(dynPath) + ".AsError(x)"
	case u.l.compiledInterface(elem): // nor a nil
		get = "if x != nil { " + get + " }"
	case isInterface(elem):
		get = "v = x"
	}
	if withOK {
		fmt.Fprintf(&u.decls, "func %s(ch <-chan (%s)) (v %s, ok bool) {\n\tx, ok := %s.Recv(ch)\n\t%s\n\treturn v, ok\n}\n\n", name, typ, typ, link, get)
	} else {
		fmt.Fprintf(&u.decls, "func %s(ch <-chan (%s)) (v %s) {\n\tx, _ := %s.Recv(ch)\n\t%s\n\treturn v\n}\n\n", name, typ, typ, link, get)
	}
	return name
}

func (g *fn) send(b *block, s *ast.SendStmt) {
	elem := g.u.l.subst(core(g.typeOf(s.Chan)).(*types.Chan).Elem(), g.env)
	b.add("%s.Send%s(%s, %s)", g.u.pkg(linkPath), typedOps[g.typ(elem)], g.expr(s.Chan), g.exprTo(s.Value, elem))
}

// selectStmt writes a select. One that may wait gets a case of ours, so that
// an interrupt reaches it.
func (g *fn) selectStmt(b *block, s *ast.SelectStmt) {
	g.enter(&loop{breakable: true})
	waits := true
	var clauses block
	for _, c := range s.Body.List {
		cc := c.(*ast.CommClause)
		if cc.Comm == nil {
			waits = false
			clauses.add("default:")
		} else {
			g.comm(b, &clauses, cc)
		}
		if _, ok := cc.Comm.(*ast.SendStmt); ok || cc.Comm == nil {
			g.stmts(&clauses, cc.Body)
		}
	}
	label := g.leaveLabel()
	b.WriteString(label)
	b.add("select {")
	b.WriteString(clauses.String())
	if waits {
		rt := g.u.pkg(rtPath)
		b.add("case <-%s.Done():", rt)
		b.add("%s.Stop()", rt)
	}
	b.add("}")
}

// comm writes one case. Channels and values are evaluated before the select,
// in source order, as Go does; what is received is converted after it.
func (g *fn) comm(before, b *block, cc *ast.CommClause) {
	switch s := cc.Comm.(type) {
	case *ast.SendStmt:
		ch, v := g.temp("ch"), g.temp("v")
		elem := core(g.typeOf(s.Chan)).(*types.Chan).Elem()
		before.add("%s := %s", ch, g.expr(s.Chan))
		before.add("var %s %s = %s", v, g.typ(elem), g.exprTo(s.Value, elem))
		b.add("case %s <- %s:", ch, v)
	case *ast.ExprStmt:
		ch := g.temp("ch")
		before.add("%s := %s", ch, g.expr(ast.Unparen(s.X).(*ast.UnaryExpr).X))
		b.add("case <-%s:", ch)
		g.stmts(b, cc.Body)
	case *ast.AssignStmt:
		recv := ast.Unparen(s.Rhs[0]).(*ast.UnaryExpr)
		elem := core(g.typeOf(recv.X)).(*types.Chan).Elem()
		ch, v, ok := g.temp("ch"), g.temp("v"), g.temp("ok")
		before.add("%s := %s", ch, g.expr(recv.X))
		if len(s.Lhs) == 1 {
			b.add("case %s := <-%s:", v, ch)
			g.assignFrom(b, s, []string{v}, []types.Type{elem})
		} else {
			b.add("case %s, %s := <-%s:", v, ok, ch)
			g.assignFrom(b, s, []string{v, ok}, []types.Type{elem, types.Typ[types.Bool]})
		}
		g.stmts(b, cc.Body)
	}
}
