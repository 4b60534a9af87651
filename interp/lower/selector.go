package lower

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"gopost/interp/engine/rt"
)

// selector writes x.f: a package's member, a field, a method value or a
// method expression.
func (g *fn) selector(e *ast.SelectorExpr) string {
	sel, ok := g.info.Selections[e]
	if !ok {
		switch o := g.info.Uses[e.Sel].(type) {
		case *types.Func:
			return g.funcValue(e)
		case *types.Var:
			return g.variable(o)
		}
		g.refuse(e, "%s can't be used as a value", e.Sel.Name)
	}
	switch sel.Kind() {
	case types.FieldVal:
		x, _ := g.path(g.operand(e.X), g.typeOf(e.X), sel.Index())
		return x
	case types.MethodVal:
		return g.methodValue(e, sel)
	}
	return g.methodExpr(e, sel)
}

// path follows field indices from x, through embedded structs and pointers.
func (g *fn) path(x string, t types.Type, index []int) (string, types.Type) {
	for _, i := range index {
		if elem, ok := deref(t); ok {
			t = elem
		}
		s := core(t).(*types.Struct)
		x += "." + fieldName(s, i)
		t = g.u.l.subst(s.Field(i).Type(), g.env)
	}
	return x, t
}

// callee is a method found: a function to call, and the arguments that come
// before the learner's own.
type callee struct {
	name   string // of a function; or of a compiled method, receiver included
	recv   string // first argument, "" for a compiled method
	sig    *types.Signature
	native bool // compiled: variadic arguments are passed one by one
	// bind is what a compiled method is bound to when its call is put off, and
	// method its name; "" for functions.
	bind, method string
}

// compiled returns the callee of a compiled method m of x, which is of type t.
func compiled(x string, t types.Type, m *types.Func, sig *types.Signature) callee {
	c := callee{name: x + "." + m.Name(), sig: sig, native: true, bind: x, method: m.Name()}
	if _, isPointer := core(t).(*types.Pointer); !isPointer && takesPointer(m) {
		c.bind = "&" + x
	}
	return c
}

// method finds what x.m calls, with x of type t.
func (g *fn) method(e *ast.SelectorExpr, x string, t types.Type, addressable bool, index []int, m *types.Func) callee {
	x, t = g.path(x, t, index[:len(index)-1])
	if len(index) > 1 {
		addressable = true
	}
	sig := g.u.l.subst(m.Signature(), g.env).(*types.Signature)
	if isInterface(t) {
		if g.u.l.compiledInterface(t) {
			return compiled(x, t, m, sig)
		}
		return callee{name: g.u.dispatcher(m, sig), recv: x, sig: sig}
	}
	if recv := m.Signature().Recv(); recv != nil && isInterface(recv.Type()) {
		// A method of a type parameter: the type argument may have it from a field.
		if own, index, _ := types.LookupFieldOrMethod(t, true, m.Pkg(), m.Name()); own != nil {
			if own, ok := own.(*types.Func); ok {
				return g.method(e, x, t, addressable, index, own)
			}
		}
	}
	elem, isPointer := deref(t)
	named, ok := types.Unalias(elem).(*types.Named)
	if !isPointer {
		named, ok = types.Unalias(t).(*types.Named)
	}
	if !ok {
		g.refuse(e, "the method %s can't be called here yet", m.Name())
	}
	if !g.u.l.own(named) {
		return compiled(x, t, m, sig)
	}
	target := g.u.l.methodOf(named, m.Name())
	if target == nil {
		g.refuse(e, "the method %s of %s can't be called in a cell yet", m.Name(), named.Obj().Name())
	}
	sig = g.u.l.subst(target.Signature(), g.env).(*types.Signature)
	g.unchanged(e, target, sig)
	name := g.u.function(target, typeList(named.TypeArgs()))
	wantsPointer := takesPointer(target.Origin())
	switch {
	case wantsPointer && !isPointer:
		if !addressable {
			x = "func() *" + g.typ(t) + " { v := " + x + "; return &v }()"
		} else {
			x = "&" + x
		}
	case !wantsPointer && isPointer:
		x = "*" + x
	}
	return callee{name: name, recv: x, sig: sig}
}

// unchanged refuses a selector in a generic function whose instance comes so
// late that the method it was written for has another signature now.
func (g *fn) unchanged(e *ast.SelectorExpr, m *types.Func, sig *types.Signature) {
	if e == nil || !g.u.l.anew[m.Origin()] || g.info.Selections[e].Kind() != types.MethodVal {
		return
	}
	if !types.Identical(g.typeOf(e), types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic())) {
		g.refuse(e, "the method %s has been declared anew, with another signature than this generic function calls it with: declare the function again too", m.Name())
	}
}

// methodOf finds a method that a named type itself declares.
func (l *Lowerer) methodOf(t *types.Named, name string) *types.Func {
	for i := range t.NumMethods() {
		if m := t.Method(i); m.Name() == name {
			return m
		}
	}
	return nil
}

func typeList(t *types.TypeList) []types.Type {
	list := make([]types.Type, t.Len())
	for i := range list {
		list[i] = t.At(i)
	}
	return list
}

// methodValue binds x.m: the receiver is evaluated now.
func (g *fn) methodValue(e *ast.SelectorExpr, sel *types.Selection) string {
	recv := g.temp("recv")
	t := g.typeOf(e.X)
	m := sel.Obj().(*types.Func)
	x := g.operand(e.X)
	bind := x
	_, isPointer := core(t).(*types.Pointer)
	pointerMethod := !isPointer && !isInterface(t) && takesPointer(m)
	from := t
	if pointerMethod {
		bind, from = "&"+x, types.NewPointer(t)
	}
	c := g.method(e, recv, from, true, sel.Index(), m)
	return fmt.Sprintf("func() %s { %s := %s; return %s }()", g.typ(c.sig), recv, bind, g.closure(c))
}

func takesPointer(m *types.Func) bool {
	recv := m.Signature().Recv()
	if recv == nil {
		return false
	}
	_, ok := types.Unalias(recv.Type()).(*types.Pointer)
	return ok
}

// closure writes a function literal that passes its parameters on to c, after
// leading ones of its own.
func (g *fn) closure(c callee, params ...string) string {
	var args []string
	for i := range c.sig.Params().Len() {
		name := fmt.Sprintf("a%d", i)
		params = append(params, name+" "+g.typ(c.sig.Params().At(i).Type()))
		args = append(args, name)
	}
	if c.native && c.sig.Variadic() {
		args[len(args)-1] += "..."
	}
	call := c.invoke(args)
	if c.sig.Results().Len() > 0 {
		call = "return " + call
	}
	return "func " + rt.Adapter + "(" + strings.Join(params, ", ") + ")" + g.u.results(c.sig.Results()) + " { " + call + " }"
}

func (c callee) invoke(args []string) string {
	if c.recv != "" {
		args = append([]string{c.recv}, args...)
	}
	return c.name + "(" + strings.Join(args, ", ") + ")"
}

// methodExpr writes T.m, a function whose first parameter is the receiver.
func (g *fn) methodExpr(e *ast.SelectorExpr, sel *types.Selection) string {
	t := g.u.l.subst(sel.Recv(), g.env)
	m := sel.Obj().(*types.Func)
	c := g.method(e, "recv", t, true, sel.Index(), m)
	return g.closure(c, "recv "+g.typ(t))
}
