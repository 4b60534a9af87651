package lower

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// builtin writes a call of one of Go's predeclared functions.
func (g *fn) builtin(e *ast.CallExpr, name string) string {
	switch name {
	case "len", "cap":
		x := g.base(e.Args[0])
		if elem, ok := deref(g.typeOf(e.Args[0])); ok {
			if _, ok := core(elem).(*types.Array); ok {
				x = "*" + x
			}
		}
		return name + "(" + x + ")"
	case "append":
		return g.appendCall(e)
	case "copy":
		return "copy(" + g.base(e.Args[0]) + ", " + g.base(e.Args[1]) + ")"
	case "delete":
		m := core(g.typeOf(e.Args[0])).(*types.Map)
		return "delete(" + g.base(e.Args[0]) + ", " + g.exprTo(e.Args[1], m.Key()) + ")"
	case "make":
		t := g.underlying(g.typeOf(e))
		typ := g.typ(t)
		ch, ok := core(t).(*types.Chan)
		if ok && ch.Dir() != types.SendRecv {
			typ = g.typ(types.NewChan(types.SendRecv, ch.Elem()))
		}
		list := []string{typ}
		for _, a := range e.Args[1:] {
			list = append(list, g.exprTo(a, types.Typ[types.Int]))
		}
		made := "make(" + strings.Join(list, ", ") + ")"
		if typ != g.typ(t) { // reflect, with which yaegi makes channels, makes only those of both directions
			made = "func() " + g.typ(t) + " { return " + made + " }()"
		}
		return g.wrap(made, g.typeOf(e))
	case "new":
		return g.newCall(e)
	case "panic":
		return "panic(" + g.exprTo(e.Args[0], types.NewInterfaceType(nil, nil)) + ")"
	case "recover":
		return g.u.pkg(rtPath) + ".Recover(" + cmp.Or(g.frame().entered, "false") + ")"
	case "print", "println":
		list := make([]string, len(e.Args))
		for i, a := range e.Args {
			list[i] = g.exprTo(a, types.Default(g.typeOf(a)))
		}
		return g.u.pkg(rtPath) + "." + strings.ToUpper(name[:1]) + name[1:] + "(" + strings.Join(list, ", ") + ")"
	case "close":
		return g.u.pkg(linkPath) + ".Close(" + g.base(e.Args[0]) + ")"
	case "complex", "real", "imag":
		t := g.typeOf(e)
		return converted(g.typ(t), name+"("+strings.Join(g.exprs(e.Args), ", ")+")")
	case "min", "max":
		return g.minMax(e, name)
	case "clear":
		return g.clearCall(e)
	}
	g.refuse(e, "the builtin %s can't be used in a cell", name)
	return ""
}

func (g *fn) appendCall(e *ast.CallExpr) string {
	whole := g.typeOf(e)
	t := g.underlying(whole)
	elem := core(t).(*types.Slice).Elem()
	list := []string{g.exprTo(e.Args[0], t)}
	if e.Ellipsis.IsValid() {
		s := g.base(e.Args[1])
		if b, ok := core(types.Default(g.typeOf(e.Args[1]))).(*types.Basic); ok && b.Info()&types.IsString != 0 {
			s = "[]byte(" + s + ")"
		}
		return g.wrap("append("+list[0]+", "+s+"...)", whole)
	}
	for _, a := range e.Args[1:] {
		list = append(list, g.exprTo(a, elem))
	}
	if list[0] == "nil" {
		list[0] = g.typ(t) + "(nil)"
	}
	return g.wrap("append("+strings.Join(list, ", ")+")", whole)
}

// newCall writes new(T), and new(x) of Go 1.26.
func (g *fn) newCall(e *ast.CallExpr) string {
	elem, _ := deref(g.typeOf(e))
	if g.info.Types[e.Args[0]].IsType() {
		return "new(" + g.typ(elem) + ")"
	}
	return fmt.Sprintf("func() *%s { v := %s; return &v }()", g.typ(elem), g.exprTo(e.Args[0], elem))
}

// minMax writes the comparisons out, for yaegi knows neither builtin. For
// floats, NaN wins and the zeros are told apart, as the specification says.
func (g *fn) minMax(e *ast.CallExpr, name string) string {
	t := types.Default(g.typeOf(e))
	key := name + " " + g.u.l.key(t)
	helper, ok := g.u.l.helpers[key]
	if !ok {
		helper = g.u.l.unique(name)
		set(g.u.l, g.u.l.helpers, key, helper)
		op, typ := "<", g.typ(t)
		if name == "max" {
			op = ">"
		}
		if b := core(t).(*types.Basic); b.Info()&types.IsFloat != 0 {
			fn := strings.ToUpper(name[:1]) + name[1:]
			fmt.Fprintf(&g.u.decls, "func %s(a, b %s) %s { return %s(%s.%s(float64(a), float64(b))) }\n\n", helper, typ, typ, typ, g.u.pkg("math"), fn)
		} else {
			fmt.Fprintf(&g.u.decls, "func %s(a, b %s) %s {\n\tif b %s a {\n\t\treturn b\n\t}\n\treturn a\n}\n\n", helper, typ, typ, op)
		}
	}
	s := g.exprTo(e.Args[0], t)
	for _, a := range e.Args[1:] {
		s = helper + "(" + s + ", " + g.exprTo(a, t) + ")"
	}
	return s
}

func (g *fn) clearCall(e *ast.CallExpr) string {
	t := g.typeOf(e.Args[0])
	if _, ok := core(t).(*types.Map); ok {
		return fmt.Sprintf("%s.ClearMap(%s)", g.u.pkg(dynPath), g.base(e.Args[0]))
	}
	return fmt.Sprintf("%s.ClearSlice(%s)", g.u.pkg(dynPath), g.base(e.Args[0]))
}

// special writes the calls of compiled functions that need the interpreter's
// help; "" when e is none of them.
func (g *fn) special(e *ast.CallExpr) string {
	f := g.compiledFunc(ast.Unparen(e.Fun))
	if f == nil {
		return ""
	}
	switch f.FullName() {
	case "runtime.SetFinalizer", "runtime.AddCleanup":
		g.refuse(e, "%s can't be used in a cell, because values in cells aren't collected as in a compiled program; release what you hold with defer, or in a Close method", f.FullName())
	case linkPath + ".Put":
		return g.put(e)
	case linkPath + ".Take", linkPath + ".Next", linkPath + ".TryNext":
		elem := g.typeOf(e).(*types.Tuple).At(0).Type()
		return g.taker(f.Name(), elem) + "(" + g.expr(e.Args[0]) + ")"
	case linkPath + ".Pack":
		return g.pack(e.Args[0])
	case linkPath + ".Unpack":
		return g.unpack(g.expr(e.Args[0]), g.typeOf(e))
	}
	return ""
}
