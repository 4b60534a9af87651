package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// expr writes an expression; its value has the expression's own type.
func (g *fn) expr(e ast.Expr) string {
	g.at(e)
	if tv := g.info.Types[e]; tv.Value != nil {
		return g.constant(e, tv.Value, g.typeOf(e))
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return "(" + g.expr(e.X) + ")"
	case *ast.Ident:
		return g.ident(e)
	case *ast.FuncLit:
		return g.funcLit(e)
	case *ast.CompositeLit:
		return g.compositeLit(e, g.typeOf(e))
	case *ast.SelectorExpr:
		return g.selector(e)
	case *ast.IndexExpr:
		return g.index(e)
	case *ast.IndexListExpr:
		return g.instanceRef(e, e.X)
	case *ast.SliceExpr:
		return g.slice(e)
	case *ast.StarExpr:
		return "(*" + g.base(e.X) + ")"
	case *ast.UnaryExpr:
		return g.unary(e)
	case *ast.BinaryExpr:
		return g.binary(e)
	case *ast.CallExpr:
		return g.call(e)
	case *ast.TypeAssertExpr:
		return g.assert(e)
	}
	g.refuse(e, "this kind of expression can't be used in a cell yet")
	return ""
}

// exprs writes expressions each as its own type.
func (g *fn) exprs(list []ast.Expr) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = g.expr(e)
	}
	return out
}

// exprTo writes an expression where a value of type t is wanted.
func (g *fn) exprTo(e ast.Expr, t types.Type) string {
	from := g.typeOf(e)
	if isUntypedNil(from) {
		return g.zero(t)
	}
	if isInterface(t) {
		if stream := g.stdStream(e); stream != "" {
			if isAny(t) || g.u.l.compiledInterface(t) {
				return stream
			}
			return g.conv(stream, from, t)
		}
	}
	if tv := g.info.Types[e]; tv.Value != nil && !isInterface(t) {
		return g.constant(e, tv.Value, t)
	}
	if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok && isInterface(t) {
		return g.conv(g.keep(lit), from, t)
	}
	return g.conv(g.expr(e), types.Default(from), t)
}

// zero writes nil. yaegi makes no nil of an interface type that it has no
// wrapper for.
func (g *fn) zero(t types.Type) string {
	if g.u.l.recursive(t) {
		return g.typ(t) + "{}"
	}
	if isInterface(t) && !isAny(t) && !g.u.l.compiledInterface(t) {
		return g.u.pkg(dynPath) + ".Nil"
	}
	return "nil"
}

// stdStream recognises os.Stdin, os.Stdout and os.Stderr. Where an interface
// is wanted the cell's own stream serves, which knows the cell and keeps the
// order with what fmt prints.
func (g *fn) stdStream(e ast.Expr) string {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	v, ok := g.info.Uses[sel.Sel].(*types.Var)
	if !ok || v.Pkg() == nil || v.Pkg().Path() != "os" {
		return ""
	}
	switch v.Name() {
	case "Stdin", "Stdout", "Stderr":
		return g.u.pkg(rtPath) + "." + v.Name()
	}
	return ""
}

func (g *fn) ident(e *ast.Ident) string {
	switch o := g.info.ObjectOf(e).(type) {
	case *types.Nil:
		return "nil"
	case *types.Func:
		return g.funcValue(e)
	case *types.Var:
		return g.variable(o)
	}
	g.refuse(e, "%s can't be used as a value", e.Name)
	return ""
}

func (g *fn) variable(o *types.Var) string {
	if pkg := o.Pkg(); pkg != nil && pkg.Path() != mainPath && !g.u.l.libs.owns(pkg) {
		return g.u.pkg(pkg.Path()) + "." + o.Name()
	}
	if name, ok := g.locals[o]; ok {
		return name
	}
	g.u.moduleVariable(o)
	return g.u.l.global(o)
}

// instanceRef writes a function used as a value or called; e names it, with or
// without type arguments.
func (g *fn) instanceRef(e, name ast.Expr) string {
	id := nameOf(name)
	f, ok := g.info.Uses[id].(*types.Func)
	if !ok {
		g.refuse(e, "this expression can't be instantiated in a cell")
	}
	return g.u.function(f, g.typeArgs(id))
}

// funcValue writes a function used as a value. A compiled one with a variadic
// parameter gets the form of lowered functions, which take a slice.
func (g *fn) funcValue(e ast.Expr) string {
	name := g.instanceRef(e, e)
	sig, ok := g.typeOf(e).(*types.Signature)
	if g.compiledFunc(e) == nil || !ok || !sig.Variadic() {
		return name
	}
	return g.closure(callee{name: name, sig: sig, native: true})
}

// nameOf returns the identifier that an instantiated expression names.
func nameOf(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	case *ast.IndexExpr:
		return nameOf(e.X)
	case *ast.IndexListExpr:
		return nameOf(e.X)
	}
	return nil
}

func (g *fn) typeArgs(id *ast.Ident) []types.Type {
	inst, ok := g.info.Instances[id]
	if !ok {
		return nil
	}
	args := make([]types.Type, inst.TypeArgs.Len())
	for i := range args {
		args[i] = g.u.l.subst(inst.TypeArgs.At(i), g.env)
	}
	return args
}

func (g *fn) index(e *ast.IndexExpr) string {
	if id := nameOf(e.X); id != nil {
		if _, ok := g.info.Uses[id].(*types.Func); ok && g.info.Types[e.Index].IsType() {
			return g.instanceRef(e, e.X)
		}
	}
	x := g.base(e.X)
	if m, ok := core(g.typeOf(e.X)).(*types.Map); ok {
		return x + "[" + g.exprTo(e.Index, m.Key()) + "]"
	}
	if elem, ok := deref(g.typeOf(e.X)); ok {
		if _, ok := core(elem).(*types.Array); ok {
			x = "(*" + x + ")"
		}
	}
	return x + "[" + g.expr(e.Index) + "]"
}

// operand writes an expression that something is selected from.
func (g *fn) operand(e ast.Expr) string {
	s := g.expr(e)
	if strings.HasPrefix(s, "*") || strings.HasPrefix(s, "&") || strings.HasPrefix(s, "func") || strings.HasPrefix(s, "<-") {
		return "(" + s + ")"
	}
	return s
}

func (g *fn) slice(e *ast.SliceExpr) string {
	x := g.base(e.X)
	if elem, ok := deref(g.typeOf(e.X)); ok {
		if _, ok := core(elem).(*types.Array); ok {
			x = "(*" + x + ")"
		}
	}
	part := func(e ast.Expr) string {
		if e == nil {
			return ""
		}
		return g.expr(e)
	}
	s := x + "[" + part(e.Low) + ":" + part(e.High)
	if e.Slice3 {
		s += ":" + part(e.Max)
	}
	return g.wrap(s+"]", g.typeOf(e))
}

func (g *fn) unary(e *ast.UnaryExpr) string {
	switch e.Op {
	case token.ARROW:
		return g.receive(e)
	case token.AND:
		if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
			return g.pointerTo(g.compositeLit(lit, g.typeOf(lit)), g.typeOf(lit))
		}
		return "&" + g.expr(e.X)
	}
	return e.Op.String() + g.operand(e.X)
}

func (g *fn) binary(e *ast.BinaryExpr) string {
	if e.Op == token.EQL || e.Op == token.NEQ {
		return g.comparison(e)
	}
	if e.Op == token.SHL || e.Op == token.SHR {
		return "(" + g.exprTo(e.X, g.typeOf(e)) + " " + e.Op.String() + " " + g.shiftCount(e.Y) + ")"
	}
	t := g.typeOf(e.X)
	if isUntypedConst(g, e.X) {
		t = g.typeOf(e.Y)
	}
	x := g.exprTo(e.X, t)
	if (e.Op == token.LAND || e.Op == token.LOR) && hasLiteral(e.X) {
		x = "(true && " + x + ")" // yaegi would not evaluate a literal that comes first
	}
	return "(" + x + " " + e.Op.String() + " " + g.exprTo(e.Y, t) + ")"
}

// hasLiteral says whether an expression contains a composite literal.
func hasLiteral(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		_, ok := n.(*ast.CompositeLit)
		found = found || ok
		return !found
	})
	return found
}

// shiftCount writes the right operand of a shift. yaegi gives a compound one the
// type of the left operand, unless it is told.
func (g *fn) shiftCount(e ast.Expr) string {
	if _, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && g.info.Types[e].Value == nil {
		return g.typ(g.typeOf(e)) + "(" + g.expr(e) + ")"
	}
	return g.expr(e)
}

func isUntypedConst(g *fn, e ast.Expr) bool {
	b, ok := g.typeOf(e).(*types.Basic)
	return ok && b.Info()&types.IsUntyped != 0
}

func (g *fn) comparison(e *ast.BinaryExpr) string {
	x, y := g.typeOf(e.X), g.typeOf(e.Y)
	op := e.Op.String()
	switch {
	case isUntypedNil(x) && isUntypedNil(y):
		g.refuse(e, "nil can't be compared with nil")
	case isUntypedNil(y):
		return "(" + g.base(e.X) + " " + op + " nil)"
	case isUntypedNil(x):
		return "(" + g.base(e.Y) + " " + op + " nil)"
	case isInterface(x) || isInterface(y):
		any := types.NewInterfaceType(nil, nil)
		eq := fmt.Sprintf("%s.Equal(%s, %s)", g.u.pkg(dynPath), g.exprTo(e.X, any), g.exprTo(e.Y, any))
		if e.Op == token.NEQ {
			return "(!" + eq + ")"
		}
		return eq
	}
	t := x
	if isUntypedConst(g, e.X) {
		t = y
	}
	return "(" + g.exprTo(e.X, t) + " " + op + " " + g.exprTo(e.Y, t) + ")"
}
