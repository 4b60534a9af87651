package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"gopost/interp/std"
)

// Inspection is what is known of the name at the cursor.
type Inspection struct {
	// Plain and Markdown say the same; both are empty if nothing is known.
	Plain, Markdown string
}

// Inspect describes the name at a byte offset of a text that may be
// unfinished: its declaration, its doc comment, and for values and types what
// methods they have. Between the brackets of a call it is the function that is
// described, and between the braces of a literal its type. With a detail over
// 0 the source of what a cell declares is shown too. It may be called while a
// cell runs.
func (s *Session) Inspect(src string, offset, detail int) Inspection {
	cur, ok := newCursor(src, offset).goText()
	if !ok {
		return Inspection{}
	}
	s.mu.Lock()
	d, ok := s.describeAt(cur)
	s.mu.Unlock()
	if !ok {
		return Inspection{}
	}
	if detail <= 0 {
		d.source = ""
	}
	// Reading Go's source takes a while: cells need not wait for it.
	if d.doc == "" && d.path != "" {
		d.doc, d.link = s.comment(d.path, d.name), std.Link(d.path, d.name)
		if d.doc != "" && d.name == "" {
			d.members = nil // the comment of a package says more than its names
		}
	}
	return Inspection{Plain: d.plain(), Markdown: d.markdown()}
}

// comment is the doc comment of a name in a package: the importer's, if it has
// the source, or else that of the standard library.
func (s *Session) comment(path, name string) string {
	if im, ok := s.importer.(interface {
		Doc(path, name string) (string, bool)
	}); ok {
		if text, known := im.Doc(path, name); known {
			return text
		}
	}
	return s.comments.Doc(path, name)
}

// describeAt describes what a cursor is at.
func (s *Session) describeAt(cur *cursor) (description, bool) {
	switch cur.text {
	case token.COMMENT:
		return description{}, false
	case token.STRING:
		if inImport(cur.src[:cur.textStart]) {
			return s.describeImport(cur)
		}
	}
	name := cur.src[cur.start:cur.end]
	if cur.text != token.ILLEGAL || !token.IsIdentifier(name) && !token.IsKeyword(name) {
		at := aboutTo(cur)
		if at < 0 {
			return description{}, false
		}
		cur = newCursor(cur.src, at)
		name = cur.src[cur.start:cur.end]
	}
	if token.IsKeyword(name) {
		t := keywordTerm(name)
		return description{head: t.head, doc: t.doc, link: t.link}, true
	}
	return s.placeOf(cur, name).describe(name)
}

// describeImport describes the package whose import path the cursor is in.
func (s *Session) describeImport(cur *cursor) (description, bool) {
	path := cur.src[cur.textStart+1:]
	if end := strings.IndexAny(path, "\"`\n"); end >= 0 {
		path = path[:end]
	}
	p, err := s.importer.Import(path)
	if err != nil {
		return description{}, false
	}
	b, _ := s.tolerantParse("")
	return b.describeObject(types.NewPkgName(token.NoPos, b.pkg, p.Name(), p), nil), true
}

// aboutTo is the offset behind the name that a cursor which is at no name is
// about: of the function whose argument brackets are open, else of the one
// whose call ends at the cursor, else of the last name in the line. It is -1
// if there is none.
func aboutTo(cur *cursor) int {
	start := cur.start
	if cur.text != token.ILLEGAL {
		start = cur.textStart
	}
	around := surroundingsOf(cur.src, start)
	for _, v := range slices.Backward(around.levels) {
		if v.bracket == token.LBRACE && v.head != token.ILLEGAL {
			break
		}
		if v.bracket == token.LPAREN || v.bracket == token.LBRACE {
			if at := around.callee(v.index); at >= 0 {
				return at
			}
		}
	}
	line := strings.LastIndexByte(cur.src[:start], '\n') + 1
	last := len(around.list) - 1
	if around.tok(last) == token.RPAREN && around.partner[last] >= 0 && around.list[last].start >= line {
		if at := around.callee(around.partner[last]); at >= 0 {
			return at
		}
	}
	for ; last >= 0 && around.list[last].start >= line; last-- {
		if around.tok(last) == token.IDENT {
			return around.list[last].end
		}
	}
	return -1
}

// describe finds out what the name at the place means.
func (p *place) describe(name string) (description, bool) {
	var obj types.Object
	var recv types.Type
	info := p.b.ch.Info
	if n := len(p.path); n > 0 {
		id := p.path[n-1].(*ast.Ident)
		if obj = info.ObjectOf(id); obj == nil {
			obj = info.Implicits[p.path[max(n-2, 0)]]
		}
		recv = p.receiver(id)
		if field, typ := p.key(id); field != nil && (obj == nil || obj.Pkg() == nil) {
			obj, recv = field, typ
		}
	}
	if obj == nil && p.prev == token.PERIOD {
		obj = p.lateMember(name)
	} else if obj == nil {
		obj = p.b.anywhere(name)
	}
	if obj == nil && p.prev == token.PERIOD {
		return description{}, false
	} else if obj == nil {
		return p.b.s.describeRefused(name)
	}
	d := p.b.describeObject(obj, recv)
	if obj.Pkg() != nil && recv == nil {
		if why, refused := p.b.s.policy.RefusedName(obj.Pkg().Path(), obj.Name()); refused {
			d.doc = fmt.Sprintf("A cell can't use %s.%s: %s.", obj.Pkg().Name(), obj.Name(), why)
			d.link = std.Link(obj.Pkg().Path(), obj.Name())
		}
	}
	return d, true
}

// describeRefused describes a package that cells can't import, by its name.
func (s *Session) describeRefused(name string) (description, bool) {
	path, why := s.policy.RefusedNamed(name)
	if path == "" {
		return description{}, false
	}
	return description{
		head: "package " + name + " // " + path,
		doc:  fmt.Sprintf("A cell can't import %s: %s.", path, why),
		link: std.Link(path, ""),
	}, true
}

// receiver is the type of the value that a field or method is selected from,
// or of the literal that it is a key of.
func (p *place) receiver(id *ast.Ident) types.Type {
	info := p.b.ch.Info
	switch parent := parentOf(p.path).(type) {
	case *ast.SelectorExpr:
		if s := info.Selections[parent]; s != nil && parent.Sel == id {
			return s.Recv()
		}
	case *ast.KeyValueExpr:
		if lit, ok := p.path[len(p.path)-3].(*ast.CompositeLit); ok && parent.Key == id {
			return info.TypeOf(lit)
		}
	case *ast.Field: // in the declaration of its type
		for _, n := range slices.Backward(p.path) {
			if spec, ok := n.(*ast.TypeSpec); ok && info.Defs[spec.Name] != nil {
				return info.Defs[spec.Name].Type()
			}
		}
	}
	return nil
}

// key is the field that an identifier names which stands alone in a literal, as
// the learner has not come to the colon; typ is the literal's type.
func (p *place) key(id *ast.Ident) (field types.Object, typ types.Type) {
	lit, ok := parentOf(p.path).(*ast.CompositeLit)
	if !ok || lit.Type == id {
		return nil, nil
	}
	typ = p.b.ch.Info.TypeOf(lit)
	if str, ok := literalType(typ).(*types.Struct); ok {
		for f := range str.Fields() {
			if f.Name() == id.Name {
				return f, typ
			}
		}
	}
	return nil, nil
}

// lateMember is the method of a name that the text declares for a type of an
// earlier cell, if the place is a selector of such a value.
func (p *place) lateMember(name string) types.Object {
	sel, ok := parentOf(p.path).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	for _, late := range p.b.late {
		if t := p.b.ch.Info.TypeOf(sel.X); t != nil && late.isOn(t) && late.source.Name.Name == name {
			if fn, _ := p.b.lateFunc(late); fn != nil {
				return fn
			}
		}
	}
	return nil
}

// anywhere is what a name means outside of any scope: in the session, among
// the packages, in Go itself.
func (b *builder) anywhere(name string) types.Object {
	if obj := b.s.names[name]; obj != nil {
		return obj
	}
	if path := b.s.packageNamed(name); path != "" {
		if p, err := b.s.importer.Import(path); err == nil {
			return types.NewPkgName(token.NoPos, b.pkg, name, p)
		}
	}
	return types.Universe.Lookup(name)
}

// describeLabel says what a label marks.
func (b *builder) describeLabel(obj *types.Label) description {
	d := description{head: "label " + obj.Name()}
	for _, n := range b.sources() {
		ast.Inspect(n, func(n ast.Node) bool {
			if stmt, ok := n.(*ast.LabeledStmt); ok && stmt.Label.Pos() == obj.Pos() {
				what := "a statement"
				switch stmt.Stmt.(type) {
				case *ast.ForStmt, *ast.RangeStmt:
					what = "a loop, which break " + obj.Name() + " leaves and continue " + obj.Name() + " takes to its next round"
				case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
					what = "a statement that break " + obj.Name() + " leaves"
				}
				d.doc = fmt.Sprintf("Line %d: %s.", b.fset.Position(obj.Pos()).Line, what)
			}
			return true
		})
	}
	return d
}
