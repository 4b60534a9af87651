package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"gopost/interp/check"
)

// cell writes a whole cell and returns the name of the function that runs it.
func (u *unit) cell(c *check.Checked) string {
	l := u.l
	u.refuseUnanswerable(c)
	g := &fn{u: u, info: c.Info, fset: c.Fset, locals: map[types.Object]string{}, cell: map[types.Object]bool{}}
	for _, o := range c.Defs {
		if v, ok := o.(*types.Var); ok {
			g.cell[v] = true
		}
	}
	for _, v := range c.Temps {
		g.cell[v] = true
	}
	main, inits := "", []string{}
	var funcs []*types.Func
	for _, d := range c.File.Decls {
		fd, ok := d.(*ast.FuncDecl)
		if !ok || fd == c.Body {
			continue
		}
		f := c.Info.Defs[fd.Name].(*types.Func)
		if m, late := c.LateMethods[fd]; late {
			if l.sources[m] != nil {
				set(l, l.anew, types.Object(m), true)
			}
			set(l, l.sources, types.Object(m), &source{fd, c.Info, c.Fset})
			l.forget(m)
			funcs = append(funcs, m)
			continue
		}
		set(l, l.sources, types.Object(f), &source{fd, c.Info, c.Fset})
		funcs = append(funcs, f)
	}
	for _, f := range funcs {
		sig := f.Signature()
		generic := sig.TypeParams().Len() > 0 || sig.RecvTypeParams().Len() > 0 ||
			sig.Recv() != nil && recvIsGeneric(sig.Recv().Type())
		if generic || f.Name() == "_" {
			continue
		}
		name := u.function(f, nil)
		switch decl := l.sources[f].decl; {
		case decl == c.Main:
			main = name
		case isInit(c, decl):
			inits = append(inits, name)
		}
	}
	u.lateMethods(c)
	u.initialise(c)

	entry := l.unique("cell")
	var body block
	fr := &frame{results: types.NewTuple()}
	g.frames = append(g.frames, fr)
	g.packageVars(&body, c)
	switch {
	case c.Body == nil:
	case defers(c.Body.Body):
		fr.defers = g.temp("defers")
		g.withDefers(&body, fr, func() { g.body(&body, c) })
	default:
		g.body(&body, c)
	}
	if main != "" || len(inits) > 0 {
		body.add("//line gopost:1:1") // nobody wrote these calls
	}
	for _, name := range inits {
		body.add("%s()", name)
	}
	if main != "" {
		body.add("%s()", main)
	}
	// What the setup describes is known once all bodies have been written, so
	// the entry goes last.
	u.finish = func() {
		if u.defined {
			fmt.Fprintf(&u.setup, "\t%s.Link()\n", u.pkg(dynPath))
		}
		fmt.Fprintf(&u.decls, "//line gopost:1:1\nfunc %s() {\n%s%s%s%s}\n", entry, u.setup.String(), u.values.String(), u.inits.String(), body.String())
	}
	return entry
}

func isInit(c *check.Checked, d *ast.FuncDecl) bool {
	for _, i := range c.Inits {
		if i == d {
			return true
		}
	}
	return false
}

func recvIsGeneric(t types.Type) bool {
	t, _ = deref(t)
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.TypeParams().Len() > 0
}

// packageVars writes the cell's package-level variables that the body does
// not initialise, in the order that go/types found for them.
func (g *fn) packageVars(b *block, c *check.Checked) {
	hoisted := map[*ast.ValueSpec]bool{}
	for _, spec := range c.Hoisted {
		hoisted[spec] = true
	}
	specs := map[types.Object]*ast.ValueSpec{}
	for _, d := range c.File.Decls {
		gd, ok := d.(*ast.GenDecl)
		if !ok || gd.Tok != token.VAR {
			continue
		}
		for _, s := range gd.Specs {
			spec := s.(*ast.ValueSpec)
			for _, id := range spec.Names {
				o := c.Info.Defs[id]
				if o == nil {
					continue
				}
				g.cell[o] = true
				g.u.declareGlobal(g.u.l.global(o), g.typ(g.objType(o)))
				if !hoisted[spec] {
					specs[o] = spec
				}
			}
			if len(spec.Values) == 0 && !hoisted[spec] {
				g.position(b, spec)
				g.varSpec(b, spec)
			}
		}
	}
	done := map[*ast.ValueSpec]bool{}
	for _, init := range c.Info.InitOrder {
		spec := specs[init.Lhs[0]]
		if spec == nil {
			continue
		}
		if len(init.Lhs) == 1 && len(spec.Values) == len(spec.Names) {
			o := init.Lhs[0]
			g.position(b, spec)
			b.add("%s = %s", g.u.l.global(o), g.exprTo(init.Rhs, g.objType(o)))
			continue
		}
		if !done[spec] {
			done[spec] = true
			g.position(b, spec)
			g.varSpec(b, spec)
		}
	}
}

// body writes the cell's statements; the value of the last one is handed to
// the front end.
func (g *fn) body(b *block, c *check.Checked) {
	for i, s := range c.Body.Body.List {
		if spec := c.Hoisted[placeholder(s)]; spec != nil {
			if labeled, ok := s.(*ast.LabeledStmt); ok {
				g.labeled(b, labeled) // a goto repeats the initialisation
			}
			g.position(b, spec)
			g.varSpec(b, spec)
			continue
		}
		if c.Result != nil && i == len(c.Body.Body.List)-1 {
			g.position(b, s)
			g.result(b, c.Result)
			continue
		}
		g.stmt(b, s)
	}
}

// placeholder returns the empty statement that s is, behind its labels.
func placeholder(s ast.Stmt) *ast.EmptyStmt {
	switch s := s.(type) {
	case *ast.EmptyStmt:
		return s
	case *ast.LabeledStmt:
		return placeholder(s.Stmt)
	}
	return nil
}

func (g *fn) result(b *block, e ast.Expr) {
	any := types.NewInterfaceType(nil, nil)
	rt := g.u.pkg(rtPath)
	t := g.typeOf(e)
	tuple, ok := t.(*types.Tuple)
	if !ok {
		t = types.Default(t)
		b.add("%s.Result(%q, %s)", rt, typeName(t), g.exprTo(e, any))
		return
	}
	names, values, labels := make([]string, tuple.Len()), make([]string, tuple.Len()), make([]string, tuple.Len())
	for i := range names {
		names[i] = g.temp("v")
		labels[i] = fmt.Sprintf("%q", typeName(tuple.At(i).Type()))
		values[i] = g.conv(names[i], tuple.At(i).Type(), any)
	}
	b.add("%s := %s", strings.Join(names, ", "), g.expr(e))
	b.add("%s.Results([]string{%s}, %s)", rt, strings.Join(labels, ", "), strings.Join(values, ", "))
}

// forget drops the emitted instances of a method that is declared anew.
// Functions that were emitted before go on calling them.
func (l *Lowerer) forget(m *types.Func) {
	key := funcKey(m)
	for k, name := range l.funcs {
		if k == key || strings.HasPrefix(k, key+",") {
			l.undo = append(l.undo, func() { l.funcs[k] = name })
			delete(l.funcs, k)
		}
	}
}

// lateMethods has the types that get methods in this cell, and those that are
// made of them, described anew if the worker knows them already.
func (u *unit) lateMethods(c *check.Checked) {
	changed := map[types.Object]bool{}
	for _, m := range c.LateMethods {
		recv, _ := deref(m.Signature().Recv().Type())
		if named, ok := types.Unalias(recv).(*types.Named); ok {
			changed[named.Origin().Obj()] = true
		}
	}
	if len(changed) == 0 {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(u.l.boxed)) {
		if t := u.l.boxed[id]; madeOf(t, changed, map[types.Type]bool{}) {
			u.define(id, t)
		}
	}
}
