package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"unicode/utf8"
)

// The ranks of matches, nearest first. Members have their depth as rank.
const (
	rankLocal = iota
	rankSession
	rankUniverse
	rankPackage
	rankKeyword
)

// lister collects the matches at a cursor.
type lister struct {
	*place
	want    expectation
	seen    map[string]bool
	matches []Match
}

// list finds out what stands at the cursor and lists what could.
func (l *lister) list() {
	if only, ok := l.only(); ok {
		for _, word := range only {
			l.keyword(word)
		}
		return
	}
	switch l.prev {
	case token.BREAK, token.CONTINUE, token.GOTO:
		l.labels()
		return
	}
	if len(l.path) > 0 {
		l.want = l.expected()
	}
	id := ast.Node(nil)
	if n := len(l.path); n > 0 {
		id = l.path[n-1]
	}
	switch parent := parentOf(l.path).(type) {
	case *ast.SelectorExpr:
		if parent.Sel == id {
			l.selector(parent.X)
			return
		}
	case *ast.Field:
		if _, untyped := parent.Type.(*ast.BadExpr); !untyped && slices.Contains(parent.Names, id.(*ast.Ident)) {
			return // a name of the learner's own
		}
	case *ast.CompositeLit:
		if parent.Type != id && l.fields(parent) {
			return
		}
	case *ast.KeyValueExpr:
		if lit, ok := l.path[len(l.path)-3].(*ast.CompositeLit); ok && parent.Key == id && l.fields(lit) {
			return
		}
	}
	if l.prev != token.PERIOD {
		l.names()
	}
}

// add lists a name if it starts as the learner has begun, in either case.
func (l *lister) add(text, kind, signature string, fit, rank int) {
	if fit == excluded || l.seen[text] || !l.begun(text) || strings.Contains(text, joint) || text == "_" || !token.IsIdentifier(text) && kind != "keyword" {
		return
	}
	l.seen[text] = true
	l.matches = append(l.matches, Match{Text: text, Kind: kind, Signature: signature, fit: fit, rank: rank})
}

// begun says whether a name starts as the learner has begun.
func (l *lister) begun(name string) bool {
	prefix := l.cur.prefix()
	end := 0
	for range utf8.RuneCountInString(prefix) {
		_, size := utf8.DecodeRuneInString(name[end:])
		end += size
	}
	return strings.EqualFold(name[:end], prefix)
}

func (l *lister) addObject(obj types.Object, rank int) {
	if l.begun(obj.Name()) {
		l.add(obj.Name(), kindOf(obj), signature(obj, l.b.pkg), l.want.fit(obj), rank)
	}
}

func (l *lister) keyword(word string) {
	l.add(word, "keyword", "", l.want.fitKeyword(), rankKeyword)
}

// selector lists what can follow x and a dot.
func (l *lister) selector(x ast.Expr) {
	if p := l.b.packageIn(x); p != nil {
		for _, name := range exported(p.Scope()) {
			if _, refused := l.b.s.policy.RefusedName(p.Path(), name); refused {
				continue
			}
			l.addObject(p.Scope().Lookup(name), 0)
		}
		return
	}
	tv := l.b.ch.Info.Types[x]
	if tv.Type == nil {
		return
	}
	for _, m := range members(tv.Type, tv.Addressable(), l.b.pkg) {
		if _, isField := m.Object.(*types.Var); isField && tv.IsType() {
			continue
		}
		l.addObject(m.Object, m.depth)
	}
	for _, late := range l.b.late {
		if fn, isPointer := l.b.lateFunc(late); fn != nil && late.isOn(tv.Type) {
			if _, through := under(tv.Type).(*types.Pointer); !isPointer || through || tv.Addressable() {
				l.addObject(fn, 0)
			}
		}
	}
}

// fields lists the fields of a struct literal that are not set yet. It reports
// whether nothing but a field can stand there.
func (l *lister) fields(lit *ast.CompositeLit) bool {
	str, ok := literalType(l.b.ch.Info.TypeOf(lit)).(*types.Struct)
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
	if !keyed && len(lit.Elts) > 1 {
		return false // the fields come in order, without names
	}
	want := l.want
	l.want = expectation{} // that is of the value
	for f := range str.Fields() {
		if !set[f.Name()] && (f.Exported() || f.Pkg() != nil && f.Pkg().Path() == l.b.pkg.Path()) {
			l.addObject(f, -1)
		}
	}
	l.want = want
	return keyed
}

// labels lists the labels that a goto, break or continue may name.
func (l *lister) labels() {
	if l.prev != token.GOTO {
		for _, n := range l.path {
			switch n := n.(type) {
			case *ast.FuncLit:
				l.matches, l.seen = nil, map[string]bool{}
			case *ast.LabeledStmt:
				if _, loop := n.Stmt.(*ast.ForStmt); loop {
					l.label(n)
				} else if _, loop := n.Stmt.(*ast.RangeStmt); loop || l.prev == token.BREAK {
					l.label(n)
				}
			}
		}
		return
	}
	root := l.b.sources()
	for _, n := range l.path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			root = []ast.Node{n}
		}
	}
	for _, n := range root {
		ast.Inspect(n, func(n ast.Node) bool {
			if stmt, ok := n.(*ast.LabeledStmt); ok {
				l.label(stmt)
			}
			_, other := n.(*ast.FuncLit)
			return !other || n == root[0]
		})
	}
}

func (l *lister) label(stmt *ast.LabeledStmt) {
	l.add(stmt.Label.Name, "label", "label "+stmt.Label.Name, fits, rankLocal)
}

// names lists what an identifier can mean.
func (l *lister) names() {
	l.scopes()
	for _, id := range l.b.decls {
		if obj := l.b.ch.Info.Defs[id]; obj != nil {
			l.addObject(obj, rankLocal)
		}
	}
	for _, p := range l.b.ch.Imports {
		l.addObject(p, rankLocal)
	}
	for _, obj := range l.b.s.names {
		l.addObject(obj, rankSession)
	}
	for _, pkg := range slices.Concat(l.b.dots, l.b.s.dots) {
		for _, name := range exported(pkg.Scope()) {
			l.addObject(pkg.Scope().Lookup(name), rankSession)
		}
	}
	for _, name := range types.Universe.Names() {
		// All of Go would be no help where nothing has been written.
		obj := types.Universe.Lookup(name)
		if l.cur.prefix() != "" || l.want.fit(obj) == fits && (l.want.isType || l.want.typ != nil) {
			l.addObject(obj, rankUniverse)
		}
	}
	if l.cur.prefix() == "" {
		return
	}
	for name := range preloaded() {
		l.packageName(name, rankSession)
	}
	for name := range l.b.s.auto { // those that cells use come before the others
		l.packageName(name, rankSession)
	}
	packages := l.b.s.packages()
	for _, path := range packages.paths {
		l.packageName(packages.names[path], rankPackage)
	}
	for _, word := range l.keywords() {
		l.keyword(word)
	}
}

func (l *lister) packageName(name string, rank int) {
	if path := l.b.s.packageNamed(name); path != "" && l.begun(name) {
		l.add(name, "package", "package "+name+" // "+path, l.want.fitPackage(), rank)
	}
}

// scopes lists the names of the scopes around the cursor.
func (l *lister) scopes() {
	info := l.b.ch.Info
	inDecl := false
	for _, n := range slices.Backward(l.path) {
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
