package lower

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"gopost/interp/check"
)

// module is a package that the importer has type-checked from source. Its
// functions and types are lowered when cells first mention them, like the
// embedded library's. Its variables are initialised as a compiled program does
// it, once and in dependency order, before the first cell that imports the
// package; those among them whose initial values nobody can observe being
// computed are left until something mentions them, for packages hold large
// tables of which a cell needs little.
type module struct {
	files []*ast.File
	info  *types.Info
	fset  *token.FileSet
	specs map[types.Object]*ast.ValueSpec
}

// sourced is an importer that has packages as source.
type sourced interface {
	Source(*types.Package) ([]*ast.File, *types.Info, *token.FileSet)
}

// module returns what is known of a package from a module, nil for others.
func (l *library) module(p *types.Package) *module {
	if m, known := l.modules[p]; known {
		return m
	}
	im, ok := l.importer.(sourced)
	if !ok || p.Path() == mainPath {
		return nil
	}
	files, info, fset := im.Source(p)
	if info == nil {
		l.modules[p] = nil
		return nil
	}
	m := &module{files: files, info: info, fset: fset, specs: map[types.Object]*ast.ValueSpec{}}
	l.modules[p] = m
	for _, f := range files {
		for _, d := range f.Decls {
			gd, ok := d.(*ast.GenDecl)
			if !ok || gd.Tok != token.VAR {
				continue
			}
			for _, s := range gd.Specs {
				spec := s.(*ast.ValueSpec)
				for _, id := range spec.Names {
					m.specs[info.Defs[id]] = spec
				}
			}
		}
	}
	l.declared(files, info, fset)
	return m
}

// writer returns what writes code of the package outside of its functions.
func (m *module) writer(u *unit) *fn {
	g := &fn{u: u, info: m.info, fset: m.fset, locals: map[types.Object]string{}, cell: map[types.Object]bool{}}
	for o := range m.specs {
		g.cell[o] = true
	}
	g.frames = append(g.frames, &frame{results: types.NewTuple()})
	return g
}

// initialise has the packages from modules that a cell imports initialised,
// those before them that they import.
func (u *unit) initialise(c *check.Checked) {
	for _, d := range c.File.Decls {
		gd, ok := d.(*ast.GenDecl)
		if !ok || gd.Tok != token.IMPORT {
			continue
		}
		for _, s := range gd.Specs {
			if call := u.initialiser(imported(s, u.l.libs.importer)); call != "" {
				at := c.Fset.Position(s.Pos())
				fmt.Fprintf(&u.inits, "//line %s:%d:%d\n%s()\n//line gopost:1:1\n", at.Filename, at.Line, at.Column, call)
			}
		}
	}
}

// imported is the package of an import declaration that was checked.
func imported(s ast.Spec, im types.Importer) *types.Package {
	path, err := strconv.Unquote(s.(*ast.ImportSpec).Path.Value)
	if err != nil {
		return nil
	}
	p, err := im.Import(path)
	if err != nil {
		return nil
	}
	return p
}

// initialiser returns the emitted function that initialises a package if that
// has not been done; "" for packages that are from no module. A package whose
// initialisation panics is not initialised, and the next cell tries again.
func (u *unit) initialiser(p *types.Package) string {
	if p == nil {
		return ""
	}
	m := u.l.libs.module(p)
	if m == nil {
		return ""
	}
	key := "init " + p.Path()
	if name, ok := u.l.helpers[key]; ok {
		return name
	}
	name, done := u.l.unique("init_"+identifier(p.Name())), u.l.unique("initialised")
	set(u.l, u.l.helpers, key, name)
	g := m.writer(u)
	var b block
	b.add("//line gopost:1:1\nvar %s bool\n\nfunc %s() {\nif %s {\nreturn\n}", done, name, done)
	for _, dep := range byPath(p.Imports()) {
		if call := u.initialiser(dep); call != "" {
			b.add("%s()", call)
		}
	}
	g.moduleVariables(&b, m)
	var inits []*types.Func
	for _, f := range m.files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Recv == nil && fd.Name.Name == "init" {
				inits = append(inits, m.info.Defs[fd.Name].(*types.Func))
			}
		}
	}
	b.add("//line gopost:1:1")
	for _, f := range inits {
		b.add("%s()", u.function(f, nil))
	}
	b.add("%s = true\n}\n", done)
	u.decls.WriteString(b.String())
	return name
}

func byPath(list []*types.Package) []*types.Package {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b *types.Package) int { return cmp.Compare(a.Path(), b.Path()) })
	return list
}

// moduleVariables writes the initialisation of a package's variables, but for
// those that can wait.
func (g *fn) moduleVariables(b *block, m *module) {
	for _, init := range m.info.InitOrder {
		if canWait(m.info, init) {
			continue
		}
		spec := m.specs[init.Lhs[0]]
		for _, v := range init.Lhs {
			g.u.declareGlobal(g.u.l.global(v), g.typ(g.objType(v)))
		}
		g.position(b, spec)
		if len(init.Lhs) > 1 {
			g.varSpec(b, spec)
			continue
		}
		g.at(spec)
		b.add("%s = %s", g.u.l.global(init.Lhs[0]), g.exprTo(init.Rhs, g.objType(init.Lhs[0])))
	}
}

// moduleVariable makes a package-level variable of a module known that is
// mentioned, and gives it its initial value if that has waited.
func (u *unit) moduleVariable(o *types.Var) {
	if o.Pkg() == nil || o.Parent() != o.Pkg().Scope() {
		return
	}
	m := u.l.libs.module(o.Pkg())
	if m == nil {
		return
	}
	name := u.l.global(o)
	if _, declared := u.l.helpers["var "+name]; declared {
		return
	}
	g := m.writer(u)
	u.declareGlobal(name, g.typ(o.Type()))
	for _, init := range m.info.InitOrder {
		if init.Lhs[0] != o || !canWait(m.info, init) {
			continue
		}
		var b block
		g.position(&b, m.specs[o])
		b.add("%s = %s", name, g.exprTo(init.Rhs, o.Type()))
		u.values.WriteString(b.String() + "//line gopost:1:1\n")
	}
}

// canWait says whether nobody can tell when a variable's initial value is
// computed: it reads no variable and calls no function.
func canWait(info *types.Info, init *types.Initializer) bool {
	return len(init.Lhs) == 1 && init.Lhs[0].Name() != "_" && timeless(info, init.Rhs)
}

func timeless(info *types.Info, e ast.Expr) bool {
	all := func(list ...ast.Expr) bool {
		return !slices.ContainsFunc(list, func(e ast.Expr) bool { return !timeless(info, e) })
	}
	if tv := info.Types[e]; tv.Value != nil || tv.IsType() || tv.IsNil() {
		return true
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return true
	case *ast.Ident, *ast.SelectorExpr:
		_, isFunc := info.Uses[nameOf(e)].(*types.Func)
		sel, _ := e.(*ast.SelectorExpr)
		return isFunc && (sel == nil || info.Selections[sel] == nil)
	case *ast.CompositeLit:
		for _, el := range e.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				field, ok := info.Uses[orNil(nameOf(kv.Key))].(*types.Var)
				if !(ok && field.IsField()) && !timeless(info, kv.Key) {
					return false
				}
				el = kv.Value
			}
			if !timeless(info, el) {
				return false
			}
		}
		return true
	case *ast.UnaryExpr:
		return e.Op == token.AND && addressOfVariable(info, e.X) || e.Op != token.ARROW && timeless(info, e.X)
	case *ast.BinaryExpr:
		return e.Op != token.QUO && e.Op != token.REM && all(e.X, e.Y)
	case *ast.CallExpr:
		if info.Types[ast.Unparen(e.Fun)].IsType() {
			return all(e.Args...)
		}
		switch o := info.Uses[orNil(nameOf(e.Fun))].(type) {
		case *types.Builtin:
			return (o.Name() == "new" || o.Name() == "make") && all(e.Args...)
		case *types.Func:
			return o.FullName() == "errors.New" && all(e.Args...)
		}
	}
	return false
}

// addressOfVariable says whether &x, for the operand x, is the address of a
// package-level variable.
func addressOfVariable(info *types.Info, x ast.Expr) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := info.Uses[id].(*types.Var)
	return ok && v.Parent() == v.Pkg().Scope()
}
