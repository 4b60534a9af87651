package lower

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
)

// goStmt writes a go statement: function and arguments are evaluated now, the
// call is guarded by package rt.
func (g *fn) goStmt(b *block, s *ast.GoStmt) {
	if lit, ok := ast.Unparen(s.Call.Fun).(*ast.FuncLit); ok && len(s.Call.Args) == 0 {
		if sig := g.typeOf(lit).(*types.Signature); sig.Results().Len() == 0 {
			b.add("%s.Go(%s)", g.u.pkg(rtPath), g.keep(lit))
			return
		}
	}
	b.add("{")
	call := g.delayed(b, s.Call)
	f := g.temp("f")
	b.add("%s := func() { %s }", f, call)
	b.add("%s.Go(%s)", g.u.pkg(rtPath), f)
	b.add("}")
}

// deferStmt writes a defer statement: function and arguments are evaluated now
// and the call joins the function's list.
func (g *fn) deferStmt(b *block, s *ast.DeferStmt) {
	add := g.frame().defers + ".Add"
	if g.mayRecover(s.Call) {
		add += "Recovering"
	}
	if lit, ok := ast.Unparen(s.Call.Fun).(*ast.FuncLit); ok && len(s.Call.Args) == 0 {
		if sig := g.typeOf(lit).(*types.Signature); sig.Results().Len() == 0 {
			b.add("%s(%s)", add, g.keep(lit))
			return
		}
	}
	call := g.delayed(b, s.Call)
	f := g.temp("f")
	b.add("%s := func() { %s }", f, call)
	b.add("%s(%s)", add, f)
}

// mayRecover says whether a deferred call may be one of a function that calls
// recover.
func (g *fn) mayRecover(e *ast.CallExpr) bool {
	fun := ast.Unparen(e.Fun)
	if lit, ok := fun.(*ast.FuncLit); ok {
		return g.recovers(lit.Body)
	}
	if id := nameOf(fun); id != nil {
		switch o := g.info.Uses[id].(type) {
		case *types.Builtin:
			return false
		case *types.Func:
			f := g.u.l.libs.function(o.Origin())
			src := g.u.l.sources[f]
			if src == nil {
				recv := f.Signature().Recv()
				return recv != nil && isInterface(recv.Type())
			}
			return src.recovers()
		}
	}
	return true
}

// recovers says whether a function body calls recover itself.
func (g *fn) recovers(body *ast.BlockStmt) bool { return recovers(body, g.info) }

func (s *source) recovers() bool { return recovers(s.decl.Body, s.info) }

func recovers(body *ast.BlockStmt, info *types.Info) bool {
	found := false
	if body == nil {
		return false
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			id, ok := ast.Unparen(n.Fun).(*ast.Ident)
			found = found || ok && id.Name == "recover" && info.Types[n.Fun].IsBuiltin()
		}
		return !found
	})
	return found
}

// withDefers writes the body of a function that defers as a closure, which
// package rt runs. Results are variables that both see.
func (g *fn) withDefers(b *block, fr *frame, body func()) {
	closure := g.temp("body")
	b.add("%s := %s.Defers()", fr.defers, g.u.pkg(rtPath))
	b.add("%s := func() {", closure)
	body()
	b.add("}")
	b.add("%s.Run(%s)", fr.defers, closure)
	if len(fr.named) > 0 {
		b.add("return %s", strings.Join(fr.named, ", "))
	}
}

// defers says whether a function body has a defer statement of its own.
func defers(body *ast.BlockStmt) bool {
	found := false
	if body == nil {
		return false
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			found = true
		}
		return !found
	})
	return found
}

// delayed evaluates the parts of a call and returns the call itself.
func (g *fn) delayed(b *block, e *ast.CallExpr) string {
	fun := ast.Unparen(e.Fun)
	if tv := g.info.Types[fun]; tv.IsBuiltin() || tv.IsType() || g.special(e) != "" {
		return g.delayedBuiltin(b, e)
	}
	c := g.callee(fun)
	if tuple, ok := g.typeOf(firstArg(e)).(*types.Tuple); ok {
		f := g.temp("f")
		b.add("%s := func() { %s }", f, g.forward(e, c, tuple))
		return f + "()"
	}
	if c.recv != "" {
		recv := g.temp("recv")
		b.add("%s := %s", recv, c.recv)
		c.recv = recv
	} else if c.method != "" {
		recv := g.temp("recv")
		b.add("%s := %s", recv, c.bind)
		c.name = recv + "." + c.method
	} else if g.compiledFunc(fun) == nil && !isFuncName(c.name) {
		f := g.temp("f")
		b.add("%s := %s", f, c.name)
		c.name = f
	}
	var names []string
	for _, a := range g.args(e, c) {
		plain := strings.TrimSuffix(a, "...")
		if plain == "nil" {
			names = append(names, a)
			continue
		}
		name := g.temp("a")
		b.add("%s := %s", name, plain)
		names = append(names, name+strings.TrimPrefix(a, plain))
	}
	return c.invoke(names)
}

func isFuncName(s string) bool {
	return emittedFunc.MatchString(s) || strings.HasPrefix(s, "lib_")
}

func firstArg(e *ast.CallExpr) ast.Expr {
	if len(e.Args) == 1 {
		return e.Args[0]
	}
	return e.Fun
}

// delayedBuiltin evaluates the arguments of a builtin call such as close(ch).
func (g *fn) delayedBuiltin(b *block, e *ast.CallExpr) string {
	f := g.temp("f")
	name := ""
	if id := nameOf(e.Fun); id != nil {
		name = id.Name
	}
	switch name {
	case "recover":
		// recover is the deferred function here, and not called by one.
		return g.u.pkg(rtPath) + ".Recover(false)"
	case "close":
		b.add("%s := %s", f, g.expr(e.Args[0]))
		return fmt.Sprintf("%s.Close(%s)", g.u.pkg(linkPath), f)
	case "panic":
		b.add("var %s interface{} = %s", f, g.exprTo(e.Args[0], types.NewInterfaceType(nil, nil)))
		return "panic(" + f + ")"
	case "print", "println":
		var list []string
		for _, a := range e.Args {
			v := g.temp("a")
			b.add("%s := %s", v, g.exprTo(a, types.Default(g.typeOf(a))))
			list = append(list, v)
		}
		return g.u.pkg(rtPath) + "." + strings.ToUpper(name[:1]) + name[1:] + "(" + strings.Join(list, ", ") + ")"
	case "delete":
		k := g.temp("k")
		m := core(g.typeOf(e.Args[0])).(*types.Map)
		b.add("%s := %s", f, g.base(e.Args[0]))
		b.add("var %s %s = %s", k, g.typ(m.Key()), g.exprTo(e.Args[1], m.Key()))
		return "delete(" + f + ", " + k + ")"
	}
	return "_ = " + g.call(e)
}
