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
		case it.stmt != nil && ordered: // var _ T = x
			comments(&w.body, it.leading)
		case it.stmt != nil:
			w.statement(it)
		}
	}
	if ordered {
		for _, spec := range initialised(c) {
			w.initialise(spec)
		}
	}
	w.ending()

	var b strings.Builder
	for _, m := range c.cell.Magics {
		line, _, _ := strings.Cut(c.source[m.Pos.Offset:], "\n")
		fmt.Fprintf(&b, "// %s\n\n", strings.TrimSpace(line))
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
	fmt.Fprintf(&b, "func %s() {\n%s}\n", call, strings.TrimLeft(w.body.String(), "\n"))
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
	w.discard(defined(it.stmt))
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
