package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// function returns the emitted name of a function or method with the given
// type arguments; for a method those of its receiver. The first mention of an
// instance queues its body.
func (u *unit) function(f *types.Func, args []types.Type) string {
	f = u.l.libs.function(f.Origin())
	src := u.l.sources[f]
	if src == nil {
		src = u.l.libs.source(f)
	}
	if src == nil {
		if len(args) > 0 {
			panic(&Refusal{Msg: fmt.Sprintf("the generic function %s.%s can't be used in a cell yet", f.Pkg().Path(), f.Name())})
		}
		return u.pkg(f.Pkg().Path()) + "." + f.Name()
	}
	key := funcKey(f)
	for _, a := range args {
		key += "," + u.l.key(a)
	}
	if name, ok := u.l.funcs[key]; ok {
		return name
	}
	base := u.emittedBase(f, len(args) > 0)
	name := u.l.unique(base)
	set(u.l, u.l.funcs, key, name)
	u.queue = append(u.queue, func() { u.body(name, f, src, args) })
	return name
}

// emittedBase begins the name of an emitted function with what [FuncName] needs
// to give the learner's name back: f or m for functions and methods, p for a
// pointer receiver, g for an instance.
func (u *unit) emittedBase(f *types.Func, generic bool) string {
	kind, name := "f", identifier(f.Name())
	if recv := f.Signature().Recv(); recv != nil {
		kind, name = "m", identifier(recvName(recv.Type()))+"__"+name
		if takesPointer(f) {
			kind += "p"
		}
	}
	if u.l.libs.loaded[f.Pkg()] {
		kind = "lib"
	} else if generic {
		kind += "g"
	}
	return kind + "_" + name
}

// funcKey names a function in the table of emitted ones; type arguments follow.
func funcKey(f *types.Func) string { return fmt.Sprintf("%p", f) }

func recvName(t types.Type) string {
	t, _ = deref(t)
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name()
	}
	return "value"
}

// body writes one instance of a function.
func (u *unit) body(name string, f *types.Func, src *source, args []types.Type) {
	// A method that came later than its type has type parameters of its own.
	defined := src.info.Defs[src.decl.Name].(*types.Func).Signature()
	params := defined.TypeParams()
	if defined.RecvTypeParams().Len() > 0 {
		params = defined.RecvTypeParams()
	}
	e := env{}
	for i := range params.Len() {
		e[params.At(i)] = args[i]
	}
	g := &fn{u: u, info: src.info, fset: src.fset, env: e, instance: args, locals: map[types.Object]string{}}
	g.at(src.decl)
	var b block
	var recv *ast.FieldList
	if src.decl.Recv != nil {
		recv = src.decl.Recv
	}
	if src.decl.Body == nil {
		g.refuse(src.decl, "function %s has no body; cells can't call assembly or linked functions", f.Name())
	}
	g.signatureAndBody(&b, "func "+name, recv, src.decl.Type, u.l.subst(types.NewSignatureType(nil, nil, nil,
		defined.Params(), defined.Results(), defined.Variadic()), e).(*types.Signature), src.decl.Body)
	u.decls.WriteString(b.String())
	u.decls.WriteString("\n")
}

// signatureAndBody writes a function from its opening word on. A receiver
// becomes the first parameter.
func (g *fn) signatureAndBody(b *block, open string, recv *ast.FieldList, typ *ast.FuncType, sig *types.Signature, body *ast.BlockStmt) {
	var params []string
	add := func(fields *ast.FieldList, variadic bool) {
		if fields == nil {
			return
		}
		for _, f := range fields.List {
			for _, id := range f.Names {
				params = append(params, g.param(id, f.Type, variadic))
			}
			if len(f.Names) == 0 {
				params = append(params, g.temp("p")+" "+g.fieldType(f.Type))
			}
		}
	}
	add(recv, false)
	add(typ.Params, sig.Variadic())
	fr := &frame{results: sig.Results()}
	if defers(body) {
		fr.defers = g.temp("defers")
	}
	b.add("%s(%s)%s {", open, strings.Join(params, ", "), g.u.results(sig.Results()))
	g.namedResults(b, fr, typ, body)
	if g.recovers(body) {
		fr.entered = g.temp("entered")
		b.add("%s := %s.Entered()", fr.entered, g.u.pkg(rtPath))
	}
	g.frames = append(g.frames, fr)
	if fr.defers != "" {
		g.withDefers(b, fr, func() { g.stmts(b, body.List) })
	} else {
		g.stmts(b, body.List)
	}
	g.frames = g.frames[:len(g.frames)-1]
	g.line(b, body.Rbrace)
	b.add("}")
}

// namedResults declares the named results of a function, and those that need a
// name because deferred calls run between a return and its end. They are
// ordinary variables: yaegi leaves in a named result what its last call did.
func (g *fn) namedResults(b *block, fr *frame, typ *ast.FuncType, body *ast.BlockStmt) {
	if typ.Results != nil {
		for _, f := range typ.Results.List {
			for _, id := range f.Names {
				name := g.temp("r")
				if o := g.info.Defs[id]; o != nil && id.Name != "_" {
					name = g.local(o)
				}
				fr.named = append(fr.named, name)
			}
		}
	}
	fr.seen = fr.defers != "" || len(fr.named) > 0 && outlives(body)
	if fr.defers != "" && len(fr.named) == 0 {
		for range fr.results.Len() {
			fr.named = append(fr.named, g.temp("r"))
		}
	}
	for i, name := range fr.named {
		b.add("var %s %s", name, g.typ(fr.results.At(i).Type()))
	}
}

// outlives says whether something in a function body may look at a result
// after a return statement: a closure, or what has its address.
func outlives(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.AND
		case *ast.SelectorExpr, *ast.SliceExpr: // a method may take the address, as a slice of an array does
			found = true
		}
		return !found
	})
	return found
}

func (g *fn) param(id *ast.Ident, t ast.Expr, variadic bool) string {
	name := g.temp("p")
	if o := g.info.Defs[id]; o != nil && id.Name != "_" {
		name = g.local(o)
	}
	return name + " " + g.fieldType(t)
}

// fieldType writes the type of a parameter; a variadic one is a slice.
func (g *fn) fieldType(e ast.Expr) string {
	if dots, ok := e.(*ast.Ellipsis); ok {
		return "[]" + g.typ(g.typeOf(dots.Elt))
	}
	return g.typ(g.typeOf(e))
}
