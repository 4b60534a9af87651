package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

func (g *fn) stmts(b *block, list []ast.Stmt) {
	for _, s := range list {
		g.stmt(b, s)
	}
}

func (g *fn) stmt(b *block, s ast.Stmt) {
	g.at(s)
	switch s.(type) {
	case *ast.EmptyStmt, *ast.BlockStmt, *ast.LabeledStmt:
	default:
		g.position(b, s)
	}
	switch s := s.(type) {
	case *ast.EmptyStmt:
	case *ast.ExprStmt:
		g.exprStmt(b, s)
	case *ast.BlockStmt:
		b.add("{")
		g.stmts(b, s.List)
		b.add("}")
	case *ast.DeclStmt:
		g.declStmt(b, s.Decl.(*ast.GenDecl))
	case *ast.AssignStmt:
		g.assign(b, s)
	case *ast.IncDecStmt:
		b.add("%s", g.step(g.expr(s.X), s.Tok, g.typeOf(s.X)))
	case *ast.SendStmt:
		g.send(b, s)
	case *ast.GoStmt:
		g.goStmt(b, s)
	case *ast.DeferStmt:
		g.deferStmt(b, s)
	case *ast.ReturnStmt:
		g.returnStmt(b, s)
	case *ast.BranchStmt:
		g.branch(b, s)
	case *ast.IfStmt:
		g.ifStmt(b, s)
	case *ast.SwitchStmt:
		g.switchStmt(b, s)
	case *ast.TypeSwitchStmt:
		g.typeSwitch(b, s)
	case *ast.SelectStmt:
		g.selectStmt(b, s)
	case *ast.ForStmt:
		g.forStmt(b, s)
	case *ast.RangeStmt:
		g.rangeStmt(b, s)
	case *ast.LabeledStmt:
		g.labeled(b, s)
	default:
		g.refuse(s, "this kind of statement can't be used in a cell yet")
	}
}

func (g *fn) exprStmt(b *block, s *ast.ExprStmt) {
	switch x := ast.Unparen(s.X).(type) {
	case *ast.UnaryExpr: // a receive whose value nobody wants
		b.add("%s.Recv(%s)", g.u.pkg(linkPath), g.base(x.X))
	default:
		b.add("%s", g.expr(s.X))
	}
}

// step writes x++ or x--. yaegi ends the function at one of a uintptr.
func (g *fn) step(x string, tok token.Token, t types.Type) string {
	if b, ok := core(t).(*types.Basic); ok && b.Kind() == types.Uintptr {
		return x + " " + tok.String()[:1] + "= 1"
	}
	return x + tok.String()
}

func (g *fn) ifStmt(b *block, s *ast.IfStmt) {
	if s.Init != nil {
		b.add("{")
		defer b.add("}")
		g.stmt(b, s.Init)
	}
	b.add("if %s {", g.expr(s.Cond))
	g.stmts(b, s.Body.List)
	if s.Else != nil {
		b.add("} else {")
		g.stmt(b, s.Else)
	}
	b.add("}")
}

func (g *fn) returnStmt(b *block, s *ast.ReturnStmt) {
	fr := g.frame()
	results := fr.results
	var values []string
	switch {
	case len(s.Results) == 0:
	case len(s.Results) == 1 && results.Len() > 1:
		tuple := g.typeOf(s.Results[0]).(*types.Tuple)
		names := make([]string, results.Len())
		for i := range names {
			names[i] = g.temp("v")
		}
		b.add("%s := %s", strings.Join(names, ", "), g.expr(s.Results[0]))
		for i, name := range names {
			values = append(values, g.conv(name, tuple.At(i).Type(), results.At(i).Type()))
		}
	case len(s.Results) > 1 && (fr.exits != nil || len(fr.named) > 0 || g.ordered(s.Results)):
		// yaegi sets named results one by one, while later values may read them.
		values = g.inOrder(b, s.Results, func(i int) types.Type { return results.At(i).Type() })
	default:
		for i, r := range s.Results {
			values = append(values, g.exprTo(r, results.At(i).Type()))
		}
	}
	switch {
	case fr.exits != nil:
		g.assignAll(b, fr.exits.results, values, results)
		fr.exits.branch(b, token.RETURN, "")
	case fr.defers != "":
		g.assignAll(b, fr.named, values, results)
		b.add("return")
	case len(values) == 0:
		b.add("return %s", strings.Join(fr.named, ", "))
	case fr.seen:
		g.assignAll(b, fr.named, values, results)
		b.add("return %s", strings.Join(fr.named, ", "))
	case len(values) > 1 && g.callsBuiltin(s.Results):
		for i, v := range values {
			name := g.temp("v")
			b.add("var %s %s = %s", name, g.typ(results.At(i).Type()), v)
			values[i] = name
		}
		b.add("return %s", strings.Join(values, ", "))
	default:
		b.add("return %s", strings.Join(values, ", "))
	}
}

// callsBuiltin says whether one of the values that are returned is that of a
// builtin, which yaegi would put into the place of the first result.
func (g *fn) callsBuiltin(values []ast.Expr) bool {
	return slices.ContainsFunc(values, func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		return ok && g.info.Types[call.Fun].IsBuiltin()
	})
}

// assignAll sets emitted variables to emitted values, which may read them.
func (g *fn) assignAll(b *block, vars, values []string, t *types.Tuple) {
	if len(values) > 1 {
		for i, v := range values {
			name := g.temp("v")
			b.add("var %s %s = %s", name, g.typ(t.At(i).Type()), v)
			values[i] = name
		}
	}
	for i, v := range values {
		g.set(b, vars[i], t.At(i).Type(), v)
	}
}

func (g *fn) declStmt(b *block, d *ast.GenDecl) {
	switch d.Tok {
	case token.VAR:
		for _, spec := range d.Specs {
			g.varSpec(b, spec.(*ast.ValueSpec))
		}
	case token.TYPE:
		for _, spec := range d.Specs {
			g.localType(spec.(*ast.TypeSpec))
		}
	}
}

// localType makes the type that an instance of a generic function declares: a
// type of its own for each instance.
func (g *fn) localType(s *ast.TypeSpec) {
	if len(g.env) == 0 || s.Assign.IsValid() {
		return
	}
	declared := g.info.Defs[s.Name].Type().(*types.Named)
	if declared.TypeParams().Len() > 0 {
		g.refuse(s, "the generic type %s is declared inside a generic function, which cells can't run yet; declare it outside", s.Name.Name)
	}
	var args []string
	for _, a := range g.instance {
		var b strings.Builder
		writeTypeName(&b, a, true)
		args = append(args, b.String())
	}
	name := s.Name.Name + "[" + strings.Join(args, ",") + "]"
	local := types.NewNamed(types.NewTypeName(s.Pos(), declared.Obj().Pkg(), name, nil), nil, nil)
	g.env[declared] = local
	local.SetUnderlying(g.u.l.subst(declared.Underlying(), g.env).Underlying())
}

func (g *fn) varSpec(b *block, s *ast.ValueSpec) {
	g.at(s)
	switch {
	case len(s.Values) == 0:
		for _, id := range s.Names {
			g.declare(b, id, "")
		}
	case len(s.Values) == len(s.Names):
		typ := func(i int) types.Type { return g.declaredType(s.Names[i], s.Values[i]) }
		values := []string{g.exprTo(s.Values[0], typ(0))}
		if len(s.Values) > 1 { // all values before all variables
			values = g.inOrder(b, s.Values, typ)
		}
		for i, id := range s.Names {
			g.declare(b, id, values[i])
		}
	default:
		g.assignTuple(b, s.Values[0], len(s.Names), func(b *block, i int, v string, from types.Type) {
			id := s.Names[i]
			if id.Name != "_" {
				g.declare(b, id, g.conv(v, from, g.objType(g.info.Defs[id])))
			}
		})
	}
}

// declaredType is the type of a variable that a declaration or := makes; a
// blank one has its value's.
func (g *fn) declaredType(id *ast.Ident, value ast.Expr) types.Type {
	if o := g.info.Defs[id]; o != nil && o.Type() != nil {
		return g.objType(o)
	}
	return types.Default(g.typeOf(value))
}

// declare makes a new variable, with its zero value when value is empty.
func (g *fn) declare(b *block, id *ast.Ident, value string) {
	o := g.info.Defs[id]
	if id.Name == "_" || o == nil {
		if value != "" && value != "nil" { // nil has no type for yaegi here
			b.add("_ = %s", value)
		}
		return
	}
	t := g.typ(g.objType(o))
	name := g.local(o)
	if g.cell[o] {
		g.u.declareGlobal(name, t)
		if value == "" {
			value = g.temp("zero")
			b.add("var %s %s", value, t)
		}
		b.add("%s = %s", name, value)
		return
	}
	if value == "" {
		b.add("var %s %s", name, t)
		return
	}
	b.add("var %s %s = %s", name, t, value)
}

// declareGlobal declares a session variable, once.
func (u *unit) declareGlobal(name, typ string) {
	if _, ok := u.l.helpers["var "+name]; !ok {
		set(u.l, u.l.helpers, "var "+name, name)
		u.decls.WriteString("var " + name + " " + typ + "\n\n")
	}
}
