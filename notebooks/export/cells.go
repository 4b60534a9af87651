package export

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// writer writes what becomes of one cell.
type writer struct {
	*program
	c      *piece
	locals map[string]bool
	vars   []string        // specs of package-level variables
	decls  strings.Builder // package-level declarations
	body   strings.Builder // of the cell's function
	goes   bool            // it has goto statements
	keptAs string
}

// piece writes a cell. call is the function that runs it, "" for a cell that
// only declares.
func (p *program) piece(c *piece) (text, call string) {
	w := &writer{program: p, c: c, locals: p.localNames(c)}
	items, rest := p.items(c)
	w.goes = jumps(c)
	ordered := isProgram(c)
	for _, it := range items {
		switch {
		case it.decl != nil:
			w.declaration(it)
		case it.spec != nil:
			w.spec(it, !ordered)
		case it.stmt != nil:
			w.statement(it)
		}
	}
	if ordered {
		for _, spec := range initialised(c) {
			w.assign(spec)
		}
	}
	w.ending()

	var b strings.Builder
	for _, m := range c.cell.Magics {
		fmt.Fprintf(&b, "// %s\n\n", strings.TrimSpace(c.source[m.Pos.Offset:m.Pos.Offset+lineLength(c.source[m.Pos.Offset:])]))
	}
	switch len(w.vars) {
	case 0:
	case 1:
		b.WriteString(strings.Replace(w.vars[0], varMark, "var ", 1) + "\n\n")
	default:
		b.WriteString("var (\n" + strings.ReplaceAll(strings.Join(w.vars, "\n"), varMark, "") + "\n)\n\n")
	}
	b.WriteString(w.decls.String())
	if strings.TrimSpace(w.body.String()) == "" {
		comments(&b, rest)
		return b.String(), ""
	}
	comments(&w.body, rest)
	call = w.function()
	fmt.Fprintf(&b, "func %s() {\n%s}\n", call, w.body.String())
	return b.String(), call
}

// varMark stands in a spec where var goes if it is the only one.
const varMark = "\x00"

// function names the cell's function.
func (w *writer) function() string {
	name := fmt.Sprintf("cell%d", w.c.number)
	if w.taken[name] {
		name = w.invent(name)
	}
	w.taken[name] = true
	return name
}

func lineLength(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}

// jumps says whether a cell may run a statement twice.
func jumps(c *piece) bool {
	found := false
	for _, stmt := range c.cell.Stmts {
		ast.Inspect(stmt, func(n ast.Node) bool {
			b, ok := n.(*ast.BranchStmt)
			found = found || ok && b.Tok == token.GOTO
			return true
		})
	}
	return found
}

func (w *writer) declaration(it *item) {
	if it.apart {
		w.decls.WriteString("\n")
	}
	comments(&w.decls, it.leading)
	fmt.Fprintf(&w.decls, "%s %s\n", w.c.text(it.pos, it.end), it.trailing)
	if _, fn := it.decl.(*ast.FuncDecl); fn {
		w.decls.WriteString("\n")
	}
}

// line writes an item of the function's body.
func (w *writer) line(it *item, text string) {
	if it.apart && w.body.Len() > 0 {
		w.body.WriteString("\n")
	}
	comments(&w.body, it.leading)
	fmt.Fprintf(&w.body, "%s%s %s\n", it.labels, text, it.trailing)
}

func (w *writer) statement(it *item) {
	w.declare(it.stmt)
	switch {
	case it.stmt == w.last() && w.c.checked.Result != nil:
		w.result(it)
	case it.stmt == w.last() && w.valueOnly():
		w.line(it, "_ = "+w.c.text(it.pos, it.end))
	default:
		w.line(it, w.c.text(it.pos, it.end))
	}
	for _, name := range w.unused(w.c, defined(it.stmt)) {
		fmt.Fprintf(&w.body, "_ = %s\n", name)
	}
}

// last is the cell's last statement.
func (w *writer) last() ast.Stmt {
	if n := len(w.c.cell.Stmts); n > 0 {
		return w.c.cell.Stmts[n-1]
	}
	return nil
}

// valueOnly says whether the last statement is an expression that shows
// nothing and is no statement in Go, or one that go vet would wonder about.
func (w *writer) valueOnly() bool {
	last, ok := w.last().(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(last.X).(*ast.CallExpr)
	if !ok {
		return true
	}
	tv := w.c.checked.Info.Types[call]
	return w.c.cell.Muted && tv.IsValue() && tv.Type != nil && !isTuple(tv.Type)
}

func isTuple(t types.Type) bool {
	_, ok := t.(*types.Tuple)
	return ok
}

// declare declares the package-level variables that a := defines.
func (w *writer) declare(stmt ast.Stmt) {
	a, ok := unlabel(stmt).(*ast.AssignStmt)
	if !ok || a.Tok != token.DEFINE {
		return
	}
	for i, id := range defined(a) {
		if obj := w.c.checked.Info.Defs[id]; w.global[obj] {
			w.vars = append(w.vars, varMark+w.objects[obj]+" "+w.declared(obj, valueAt(a.Rhs, i, len(a.Lhs))))
		}
	}
}

// valueAt is the i-th of n variables' own initial value, nil if one call gives
// them all theirs or there is none.
func valueAt(values []ast.Expr, i, n int) ast.Expr {
	if len(values) != n {
		return nil
	}
	return values[i]
}

// spec writes a spec whose variables stand at package level. assign says that
// their values are set at this place.
func (w *writer) spec(it *item, assign bool) {
	if !w.promoted(w.c, it.spec) {
		// Its neighbours in the declaration are.
		w.line(it, "var "+w.c.text(it.spec.Pos(), it.spec.End()))
		for _, name := range w.unused(w.c, it.spec.Names) {
			fmt.Fprintf(&w.body, "_ = %s\n", name)
		}
		return
	}
	silent := len(it.spec.Values) == 0 && !w.goes
	var decl strings.Builder
	if silent {
		comments(&decl, it.leading)
		if it.labels != "" {
			w.body.WriteString(it.labels)
		}
	}
	var names []string
	var typ string
	for i, id := range it.spec.Names {
		if obj := w.c.checked.Info.Defs[id]; w.global[obj] {
			names, typ = append(names, w.objects[obj]), w.declared(obj, valueAt(it.spec.Values, i, len(it.spec.Names)))
			if it.spec.Type == nil {
				w.vars = append(w.vars, varMark+names[0]+" "+typ)
				names = nil
			}
		}
	}
	if len(names) > 0 {
		decl.WriteString(varMark + strings.Join(names, ", ") + " " + typ)
		if silent {
			decl.WriteString(" " + it.trailing)
		}
		w.vars = append(w.vars, decl.String())
	}
	if silent || !assign {
		return
	}
	w.line(it, w.assignment(it.spec))
}

// assign sets the variables of a spec.
func (w *writer) assign(spec *ast.ValueSpec) {
	if len(spec.Values) > 0 {
		fmt.Fprintln(&w.body, w.assignment(spec))
	}
}

func (w *writer) assignment(spec *ast.ValueSpec) string {
	var lhs, rhs []string
	for _, id := range spec.Names {
		lhs = append(lhs, w.c.text(id.Pos(), id.End()))
		if len(spec.Values) == 0 {
			t := w.typeString(w.c.checked.Info.Defs[id], w.locals)
			rhs = append(rhs, "*new("+t+")")
		}
	}
	if n := len(spec.Values); n > 0 {
		rhs = append(rhs, w.c.text(spec.Values[0].Pos(), spec.Values[n-1].End()))
	}
	return strings.Join(lhs, ", ") + " = " + strings.Join(rhs, ", ")
}
