package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode"
)

func (g *fn) call(e *ast.CallExpr) string {
	fun := ast.Unparen(e.Fun)
	if tv := g.info.Types[fun]; tv.IsType() {
		return g.conversion(e.Args[0], g.u.l.subst(tv.Type, g.env))
	} else if tv.IsBuiltin() {
		return g.builtin(e, nameOf(fun).Name)
	}
	if s := g.special(e); s != "" {
		return s
	}
	c := g.callee(fun)
	if len(e.Args) == 1 {
		if tuple, ok := g.typeOf(e.Args[0]).(*types.Tuple); ok {
			return g.forward(e, c, tuple)
		}
	}
	return c.invoke(g.args(e, c))
}

// callee resolves what a call calls.
func (g *fn) callee(fun ast.Expr) callee {
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		if s, ok := g.info.Selections[sel]; ok && s.Kind() == types.MethodVal {
			if stream := g.stdStream(sel.X); stream != "" && streamMethods[sel.Sel.Name] {
				return compiled(stream, g.typeOf(sel.X), s.Obj().(*types.Func), s.Type().(*types.Signature))
			}
			return g.method(sel, g.operand(sel.X), g.typeOf(sel.X), g.addressable(sel.X), s.Index(), s.Obj().(*types.Func))
		}
	}
	sig := core(g.typeOf(fun)).(*types.Signature)
	if f := g.compiledFunc(fun); f != nil && f.Signature().Recv() == nil {
		return callee{name: g.instanceRef(fun, fun), sig: sig, native: true}
	}
	c := callee{name: g.base(fun), sig: sig}
	if lit, ok := fun.(*ast.FuncLit); ok { // in parentheses yaegi loses its type
		c.name = g.expr(lit)
	}
	if v, ok := g.info.Uses[orNil(nameOf(fun))].(*types.Var); ok && v.Pkg() != nil && v.Pkg().Path() != mainPath && !g.u.l.libs.owns(v.Pkg()) {
		c.native = true
	}
	return c
}

// streamMethods are those of os.File that a cell's own streams have as well.
var streamMethods = map[string]bool{"Read": true, "Write": true, "WriteString": true, "Sync": true, "Close": true}

func orNil(id *ast.Ident) *ast.Ident {
	if id == nil {
		return &ast.Ident{}
	}
	return id
}

// compiledFunc returns the compiled function that an expression names, nil if
// it names something else.
func (g *fn) compiledFunc(fun ast.Expr) *types.Func {
	id := nameOf(fun)
	if id == nil {
		return nil
	}
	f, ok := g.info.Uses[id].(*types.Func)
	if !ok || f.Pkg() == nil {
		return nil
	}
	if f.Pkg().Path() == mainPath || g.u.l.libs.source(g.u.l.libs.function(f.Origin())) != nil {
		return nil
	}
	if recv := f.Signature().Recv(); recv != nil && g.u.l.libs.owns(f.Pkg()) {
		return nil
	}
	return f
}

// addressable says whether &x may be written.
func (g *fn) addressable(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		_, ok := g.info.ObjectOf(x).(*types.Var)
		return ok
	case *ast.StarExpr:
		return true
	case *ast.SelectorExpr:
		if _, ok := deref(g.typeOf(x.X)); ok {
			return true
		}
		return g.addressable(x.X)
	case *ast.IndexExpr:
		switch core(g.typeOf(x.X)).(type) {
		case *types.Slice, *types.Pointer:
			return true
		case *types.Array:
			return g.addressable(x.X)
		}
	}
	return false
}

// args writes the arguments of a call. Variadic ones of lowered functions are
// packed, for such functions take a slice.
func (g *fn) args(e *ast.CallExpr, c callee) []string {
	n := c.sig.Params().Len()
	raw := g.links(e.Fun)
	to := func(a ast.Expr, t types.Type) string {
		if raw && isAny(t) && !isUntypedNil(g.typeOf(a)) {
			return g.expr(a)
		}
		if lit, ok := ast.Unparen(a).(*ast.FuncLit); ok && c.native && !isInterface(t) {
			return g.keep(lit)
		}
		return g.exprTo(a, t)
	}
	var list []string
	for i, a := range e.Args {
		if c.sig.Variadic() && i >= n-1 {
			break
		}
		list = append(list, to(a, c.sig.Params().At(i).Type()))
	}
	if !c.sig.Variadic() {
		return list
	}
	last := c.sig.Params().At(n - 1).Type()
	if e.Ellipsis.IsValid() {
		s := g.exprTo(e.Args[n-1], last)
		if c.native {
			s += "..."
		}
		return append(list, s)
	}
	elem := last.Underlying().(*types.Slice).Elem()
	var rest []string
	for _, a := range e.Args[min(n-1, len(e.Args)):] {
		rest = append(rest, to(a, elem))
	}
	switch {
	case c.native:
		return append(list, rest...)
	case len(rest) == 0:
		return append(list, "nil")
	}
	return append(list, g.typ(last)+"{"+strings.Join(rest, ", ")+"}")
}

// forward writes f(g()) where g has several results.
func (g *fn) forward(e *ast.CallExpr, c callee, tuple *types.Tuple) string {
	names := make([]string, tuple.Len())
	for i := range names {
		names[i] = fmt.Sprintf("v%d", i)
	}
	var args, rest []string
	n := c.sig.Params().Len()
	for i, name := range names {
		if c.sig.Variadic() && i >= n-1 {
			elem := c.sig.Params().At(n - 1).Type().Underlying().(*types.Slice).Elem()
			rest = append(rest, g.conv(name, tuple.At(i).Type(), elem))
			continue
		}
		args = append(args, g.conv(name, tuple.At(i).Type(), c.sig.Params().At(i).Type()))
	}
	switch {
	case c.native:
		args = append(args, rest...)
	case c.sig.Variadic():
		args = append(args, g.typ(c.sig.Params().At(n-1).Type())+"{"+strings.Join(rest, ", ")+"}")
	}
	ret := ""
	if c.sig.Results().Len() > 0 {
		ret = "return "
	}
	return fmt.Sprintf("func()%s { %s := %s; %s%s }()", g.u.results(c.sig.Results()),
		strings.Join(names, ", "), g.expr(e.Args[0]), ret, c.invoke(args))
}

// links says whether a function is one of package link's, which take values in
// yaegi's form.
func (g *fn) links(fun ast.Expr) bool {
	f := g.compiledFunc(fun)
	return f != nil && f.Pkg().Path() == linkPath
}

// conversion writes T(x).
func (g *fn) conversion(x ast.Expr, t types.Type) string {
	from := g.typeOf(x)
	if isInterface(t) {
		if isUntypedNil(from) {
			return g.typ(t) + "(" + g.zero(t) + ")"
		}
		return g.exprTo(x, t)
	}
	if isUntypedNil(from) {
		return g.wrap("("+g.typ(g.underlying(t))+")(nil)", t)
	}
	if p, ok := core(from).(*types.Basic); ok && p.Kind() == types.UnsafePointer {
		g.refuse(x, "unsafe.Pointer can't be used in a cell; use ordinary pointers and conversions")
	}
	// An operation on constants of unknown kind, as in float64(1 << s), takes
	// its type from the conversion.
	s := g.exprTo(x, types.Default(from))
	same := types.Identical(from, t)
	if !same {
		s = g.unwrap(s, from)
		if g.u.l.recursive(t) {
			return g.wrap(converted(g.typ(core(t)), s), t)
		}
	}
	if same || g.typ(types.Default(g.underlying(from))) == g.typ(t) {
		if token.IsIdentifier(s) { // yaegi takes (f) for something else than f
			return s
		}
		return "(" + s + ")"
	}
	return converted(g.typ(t), s)
}

// converted writes a conversion. Where Go needs no parentheses around the type,
// yaegi must have none: in a condition it would lose the value.
func converted(typ, s string) string {
	plain := strings.IndexFunc(typ, func(r rune) bool { return r != '.' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
	if !plain && typ[0] != '[' {
		typ = "(" + typ + ")"
	}
	return typ + "(" + s + ")"
}
