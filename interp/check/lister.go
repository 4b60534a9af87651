package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// The ranks of matches, nearest first.
const (
	rankMember = iota
	rankLocal
	rankSession
	rankUniverse
	rankPackage
	rankKeyword
)

// lister collects the matches at a cursor.
type lister struct {
	b       *builder
	cur     *cursor
	seen    map[string]bool
	matches []Match
}

// list finds out what stands at the cursor and lists what could.
func (l *lister) list(path []ast.Node) {
	l.seen = map[string]bool{}
	if len(path) < 2 {
		if l.cur.start > 0 && l.cur.src[l.cur.start-1] == '.' {
			l.afterDot()
			return
		}
		l.names(path)
		return
	}
	id := path[len(path)-1]
	switch parent := path[len(path)-2].(type) {
	case *ast.SelectorExpr:
		if parent.Sel == id {
			l.selector(parent.X)
			return
		}
	case *ast.BranchStmt:
		l.labels(path)
		return
	case *ast.CompositeLit:
		if parent.Type != id && l.fields(parent) {
			return
		}
	case *ast.KeyValueExpr:
		if lit, ok := path[len(path)-3].(*ast.CompositeLit); ok && parent.Key == id && l.fields(lit) {
			return
		}
	}
	l.names(path)
}

// add lists a name if it starts as the learner has begun, in either case.
func (l *lister) add(text, kind, signature string, rank int) {
	prefix := l.cur.prefix()
	if l.seen[text] || len(text) < len(prefix) || !strings.EqualFold(text[:len(prefix)], prefix) || !token.IsIdentifier(text) && kind != "keyword" {
		return
	}
	if strings.Contains(text, joint) || text == "_" {
		return
	}
	l.seen[text] = true
	l.matches = append(l.matches, Match{Text: text, Kind: kind, Signature: signature, rank: rank})
}

func (l *lister) addObject(obj types.Object, rank int) {
	if prefix := l.cur.prefix(); len(obj.Name()) >= len(prefix) && strings.EqualFold(obj.Name()[:len(prefix)], prefix) {
		l.add(obj.Name(), kindOf(obj), signature(obj, l.b.pkg), rank)
	}
}

// selector lists what can follow x and a dot.
func (l *lister) selector(x ast.Expr) {
	info := l.b.ch.Info
	if id, ok := ast.Unparen(x).(*ast.Ident); ok {
		if p, ok := info.Uses[id].(*types.PkgName); ok {
			l.packageMembers(p.Imported(), rankMember)
			return
		}
	}
	tv := info.Types[x]
	if tv.Type == nil {
		l.afterDot()
		return
	}
	for _, obj := range members(tv.Type, l.b.pkg) {
		if _, isField := obj.(*types.Var); isField && tv.IsType() {
			continue
		}
		l.addObject(obj, rankMember)
	}
}

func (l *lister) packageMembers(p *types.Package, rank int) {
	for _, name := range exported(p.Scope()) {
		l.addObject(p.Scope().Lookup(name), rank)
	}
}

// afterDot lists the members of the name before the dot when the text around
// it makes no tree: of a session's name or a package.
func (l *lister) afterDot() {
	before := newCursor(l.cur.src, l.cur.start-1)
	name := l.cur.src[before.start:max(before.start, l.cur.start-1)]
	obj := l.b.s.names[name]
	switch obj := obj.(type) {
	case nil:
		if path := l.b.s.packageNamed(name); path != "" {
			if p, err := l.b.s.importer.Import(path); err == nil {
				l.packageMembers(p, rankMember)
			}
		}
	case *types.PkgName:
		l.packageMembers(obj.Imported(), rankMember)
	default:
		for _, m := range members(obj.Type(), l.b.pkg) {
			l.addObject(m, rankMember)
		}
	}
}

// fields lists the fields of a struct literal that are not set yet. It reports
// whether nothing but a field can stand there.
func (l *lister) fields(lit *ast.CompositeLit) bool {
	tv := l.b.ch.Info.Types[lit]
	if tv.Type == nil {
		return false
	}
	typ := tv.Type.Underlying()
	if p, ok := typ.(*types.Pointer); ok { // &T{} elements without their type
		typ = p.Elem().Underlying()
	}
	str, ok := typ.(*types.Struct)
	if !ok {
		return false
	}
	set, keyed := map[string]bool{}, false
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			keyed = true
			if id, ok := kv.Key.(*ast.Ident); ok {
				set[id.Name] = true
			}
		}
	}
	for f := range str.Fields() {
		if !set[f.Name()] && (f.Exported() || f.Pkg() != nil && f.Pkg().Path() == l.b.pkg.Path()) {
			l.addObject(f, rankMember)
		}
	}
	return keyed
}

// labels lists the labels of the function around a goto, break or continue.
func (l *lister) labels(path []ast.Node) {
	root := l.b.sources()
	for _, n := range path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			root = []ast.Node{n}
		}
	}
	for _, n := range root {
		ast.Inspect(n, func(n ast.Node) bool {
			if stmt, ok := n.(*ast.LabeledStmt); ok {
				l.add(stmt.Label.Name, "label", "", rankLocal)
			}
			return true
		})
	}
}

// names lists what an identifier can mean.
func (l *lister) names(path []ast.Node) {
	info := l.b.ch.Info
	inDecl := false
	for _, n := range slices.Backward(path) {
		switch fn := n.(type) {
		case *ast.FuncDecl:
			inDecl = true
			// A late method's function has a type of its own.
			for _, late := range l.b.late {
				if late.source == fn {
					l.scope(info.Scopes[late.decl.Type], true)
				}
			}
			l.scope(info.Scopes[fn.Type], true)
		case *ast.FuncLit:
			l.scope(info.Scopes[fn.Type], true)
		default:
			l.scope(info.Scopes[n], true)
		}
	}
	if l.b.ch.Body != nil {
		// A function may mention the statements' variables: they are hoisted then.
		l.scope(info.Scopes[l.b.ch.Body.Type], !inDecl)
	}
	for _, id := range l.b.decls {
		if obj := info.Defs[id]; obj != nil {
			l.addObject(obj, rankLocal)
		}
	}
	for _, obj := range l.b.s.names {
		l.addObject(obj, rankSession)
	}
	for _, pkg := range slices.Concat(l.b.dots, l.b.s.dots) {
		l.packageMembers(pkg, rankSession)
	}
	if l.cur.prefix() == "" {
		return // all of Go would be no help
	}
	for _, name := range types.Universe.Names() {
		l.addObject(types.Universe.Lookup(name), rankUniverse)
	}
	for name, path := range preloaded() {
		l.add(name, "package", "package "+name+" // "+path, rankSession)
	}
	packages := l.b.s.packages()
	for _, path := range packages.paths {
		name := packages.names[path]
		l.add(name, "package", "package "+name+" // "+path, rankPackage)
	}
	for tok := token.BREAK; tok <= token.VAR; tok++ {
		l.add(tok.String(), "keyword", "", rankKeyword)
	}
}

// scope lists the names of a scope, those defined before the cursor only if
// order counts there.
func (l *lister) scope(s *types.Scope, ordered bool) {
	if s == nil {
		return
	}
	at := l.b.cell.File.Pos(min(l.cur.start, l.b.cell.File.Size()))
	for _, name := range s.Names() {
		if obj := s.Lookup(name); !ordered || obj.Pos() < at {
			l.addObject(obj, rankLocal)
		}
	}
}
