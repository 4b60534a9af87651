package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"gopost/interp/cell"
)

// placeholder stands at the cursor in the text that is parsed, so that there
// is an identifier to find in the tree. It is one that nobody writes.
const placeholder = "cursor" + joint

// place is a name in a text that may be unfinished, with what go/types knows
// of it.
type place struct {
	*surroundings
	cur  *cursor
	b    *builder
	path []ast.Node // down to the identifier, outermost first; nil if no tree has it
}

// placeOf finds out what is known of the identifier around the cursor, which
// is parsed as name. A text that doesn't parse is mended in several ways, from
// what changes it least to what leaves only the cursor's operand of it; the
// first that gives the identifier a meaning is taken.
func (s *Session) placeOf(cur *cursor, name string) *place {
	around := surroundingsOf(cur.src, cur.start)
	var last *place
	try := func(b *builder) bool {
		b.guarded(b.check)
		last = &place{around, cur, b, b.pathAt(cur.start, name)}
		return last.known()
	}
	var broken []func() *builder
	for _, text := range mended(cur, name, around) {
		if surroundingsOf(text, len(text)).closing(0) != "" { // what is open needs no parser to be seen
			broken = append(broken, func() *builder {
				b, _ := s.tolerantParse(text)
				return b
			})
		} else if b, whole := s.tolerantParse(text); !whole {
			broken = append(broken, func() *builder { return b })
		} else if try(b) {
			return last
		}
	}
	for _, parsed := range broken {
		if try(parsed()) {
			break
		}
	}
	return last
}

// known says whether the tree is good enough: it has the identifier, and if
// that is a member, then what it is a member of has a type.
func (p *place) known() bool {
	sel, ok := parentOf(p.path).(*ast.SelectorExpr)
	if !ok || sel.Sel != p.path[len(p.path)-1] {
		return len(p.path) > 0
	}
	if p.b.packageIn(sel.X) != nil {
		return true
	}
	t := p.b.ch.Info.TypeOf(sel.X)
	return t != nil && t != types.Typ[types.Invalid]
}

// mended are the texts to try, all with the identifier at the same offset, the
// likeliest first.
func mended(cur *cursor, name string, around *surroundings) []string {
	var texts []string
	add := func(text string) {
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	before, after := cur.src[:cur.start]+name, cur.src[cur.end:]
	line, below, more := strings.Cut(after, "\n")
	if more {
		below = "\n" + below
	}
	block := around.block()
	cut := before // nothing of the line comes after it
	if v := around.top(); (v.first == token.GO || v.first == token.DEFER) && len(v.pending) == 0 && v.holdsStatements() {
		cut += "()" // only a call can stand there
	}
	if down := around.levelsBefore(strings.LastIndexByte(before, '\n') + 1); isBlank(line) && down < len(around.levels)-1 {
		separator := "" // what the line opens it closes
		if !around.levels[down].holdsStatements() {
			separator = ","
		}
		add(cut + around.closing(down) + separator + below)
	}
	if isBlank(after) {
		add(cut + around.closing(0))
	} else if open := surroundingsOf(before+after, len(before+after)).closing(0); open == "" {
		add(before + after)
	} else {
		add(before + after + "\n" + open)
	}
	if isBlank(line) && !around.top().holdsStatements() {
		add(before + "," + below)
	}
	fix := around.closing(block)
	if header, ok := strings.CutSuffix(fix, "}"); ok {
		add(cut + header + below) // perhaps only the brace is missing
	}
	if around.prev == token.COMMA && around.top().first == token.IDENT && around.top().holdsStatements() {
		add(before + " = nil" + below) // the left side of an assignment
	}
	add(cut + fix + below)
	add(cut + around.closing(0) + below)
	add(cut + around.closing(0))
	if around.prev == token.PERIOD {
		if start := around.operand(len(around.list) - 2); start >= 0 {
			// Without the statement that the operand is in, then without all.
			from := around.list[start].start
			operand := cur.src[from:cur.start] + name
			statement := min(around.levels[block].start, from)
			add(cur.src[:statement] + blank(cur.src[statement:from]) + operand + around.statementGone().closing(0))
			add(blank(cur.src[:from]) + operand)
		}
	}
	add(before + after)
	return texts
}

// blank is a text of the same length and lines, with nothing on them.
func blank(text string) string {
	out := []byte(text)
	for i, c := range out {
		if c != '\n' {
			out[i] = ' '
		}
	}
	return string(out)
}

// tolerantParse prepares a text for a check as far as it can be understood, in
// a package and a FileSet of its own, so that neither the session nor the cell
// that runs notices. whole says whether Go's parser had nothing to object.
func (s *Session) tolerantParse(src string) (b *builder, whole bool) {
	fset := token.NewFileSet()
	// Behind all cells, for a local variable of a cell is visible only to
	// positions after it.
	fset.AddFile("", -1, s.fset.Base())
	c, errs := cell.Parse(fset, "", src)
	b = newBuilder(s, fset, types.NewPackage("main", "main"), 0, c)
	b.tolerant = true
	return b, len(errs) == 0
}

// sources are the parts of the cell as they were parsed.
func (b *builder) sources() []ast.Node {
	var nodes []ast.Node
	for _, d := range b.cell.Decls {
		nodes = append(nodes, d)
	}
	for _, stmt := range b.cell.Stmts {
		nodes = append(nodes, stmt)
	}
	for _, g := range b.cell.Imports {
		nodes = append(nodes, g)
	}
	return nodes
}

// pathAt is the way from the top of the cell down to the identifier at an
// offset, outermost first; nil if there is none.
func (b *builder) pathAt(offset int, name string) []ast.Node {
	if offset > b.cell.File.Size() {
		return nil
	}
	pos := b.cell.File.Pos(offset)
	var path []ast.Node
	found := false
	visit := func(n ast.Node) bool {
		if found {
			return false
		}
		if n == nil {
			path = path[:len(path)-1]
			return true
		}
		path = append(path, n)
		id, ok := n.(*ast.Ident)
		found = ok && id.Pos() == pos && strings.TrimSuffix(id.Name, joint) == strings.TrimSuffix(name, joint)
		return !found
	}
	for _, n := range b.sources() {
		path = path[:0]
		if ast.Inspect(n, visit); found {
			return path
		}
	}
	return nil
}

func parentOf(path []ast.Node) ast.Node {
	if len(path) < 2 {
		return nil
	}
	return path[len(path)-2]
}

// packageIn is the package that an expression names, nil if it names none.
func (b *builder) packageIn(x ast.Expr) *types.Package {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return nil
	}
	p, ok := b.ch.Info.Uses[id].(*types.PkgName)
	if !ok {
		return nil
	}
	return p.Imported()
}
