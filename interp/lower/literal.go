package lower

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"gopost/interp/engine/rt"
)

// pointerTo writes the address of a composite literal. yaegi takes it of
// structs only.
func (g *fn) pointerTo(lit string, t types.Type) string {
	if _, ok := core(t).(*types.Struct); ok {
		return "&" + lit
	}
	return fmt.Sprintf("func() *%s { v := %s; return &v }()", g.typ(t), lit)
}

func (g *fn) compositeLit(e *ast.CompositeLit, t types.Type) string {
	if g.u.l.recursive(t) {
		return g.wrap(g.compositeLit(e, core(t)), t)
	}
	switch u := core(t).(type) {
	case *types.Struct:
		return g.typ(t) + "{" + g.structFields(e, u) + "}"
	case *types.Map:
		var list []string
		for _, el := range e.Elts {
			kv := el.(*ast.KeyValueExpr)
			list = append(list, g.element(kv.Key, u.Key())+": "+g.element(kv.Value, u.Elem()))
		}
		return g.typ(t) + "{" + strings.Join(list, ", ") + "}"
	case *types.Slice:
		return g.typ(t) + "{" + g.elements(e, u.Elem()) + "}"
	case *types.Array:
		return g.typ(t) + "{" + g.elements(e, u.Elem()) + "}"
	case *types.Pointer:
		return g.pointerTo(g.compositeLit(e, u.Elem()), u.Elem())
	}
	g.refuse(e, "a literal of type %s can't be written in a cell", t)
	return ""
}

func (g *fn) structFields(e *ast.CompositeLit, t *types.Struct) string {
	var list []string
	for i, el := range e.Elts {
		kv, keyed := el.(*ast.KeyValueExpr)
		value := el
		if keyed {
			value = kv.Value
			i = fieldIndex(t, kv.Key.(*ast.Ident).Name)
		}
		list = append(list, fieldName(t, i)+": "+g.element(value, t.Field(i).Type()))
	}
	return strings.Join(list, ", ")
}

func fieldIndex(t *types.Struct, name string) int {
	for i := range t.NumFields() {
		if t.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

func (g *fn) elements(e *ast.CompositeLit, elem types.Type) string {
	var list []string
	for _, el := range e.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			list = append(list, g.expr(kv.Key)+": "+g.element(kv.Value, elem))
			continue
		}
		list = append(list, g.element(el, elem))
	}
	return strings.Join(list, ", ")
}

// element writes an element of a composite literal, whose own type may have
// been left out.
func (g *fn) element(e ast.Expr, t types.Type) string {
	t = g.u.l.subst(t, g.env)
	if lit, ok := e.(*ast.CompositeLit); ok && lit.Type == nil {
		return g.compositeLit(lit, t)
	}
	return g.exprTo(e, t)
}

// keep writes a function literal that goes to compiled code. yaegi gives a
// closure variables of its own only when the literal is a value of interpreted
// code first; so it passes through an interpreted function that returns it.
func (g *fn) keep(e *ast.FuncLit) string {
	t := g.typ(g.typeOf(e))
	name, ok := g.u.l.helpers["keep "+t]
	if !ok {
		name = g.u.l.unique("keep")
		set(g.u.l, g.u.l.helpers, "keep "+t, name)
		fmt.Fprintf(&g.u.decls, "func %s(f %s) %s { return f }\n\n", name, t, t)
	}
	return name + "(" + g.funcLit(e) + ")"
}

func (g *fn) funcLit(e *ast.FuncLit) string {
	sig := g.typeOf(e).(*types.Signature)
	var b block
	g.signatureAndBody(&b, "func "+rt.WrittenLiteral, nil, e.Type, sig, e.Body)
	return strings.TrimSuffix(b.String(), "\n")
}
