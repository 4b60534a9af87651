package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// loop is a statement that break or continue can name: for, range, switch or
// select.
type loop struct {
	label     string // as emitted; "" if the learner gave none
	breakable bool
	continues bool     // a for or range
	copyBack  []string // statements before a continue, see forStmt
	yield     bool     // the body is a function: continue returns true, break false
}

func (g *fn) enter(l *loop) {
	fr := g.frame()
	l.label, fr.label = fr.label, ""
	fr.loops = append(fr.loops, l)
}

// leaveLabel ends the innermost loop and returns the label, if it has one, to
// be written before the statement.
func (g *fn) leaveLabel() string {
	fr := g.frame()
	l := fr.loops[len(fr.loops)-1]
	fr.loops = fr.loops[:len(fr.loops)-1]
	if l.label == "" {
		return ""
	}
	return l.label + ":\n"
}

func labelName(id *ast.Ident) string { return "L_" + identifier(id.Name) }

// gotoName is the label for goto, which stands before what a loop needs.
func gotoName(id *ast.Ident) string { return "G_" + identifier(id.Name) }

func (g *fn) labeled(b *block, s *ast.LabeledStmt) {
	b.add("%s:", gotoName(s.Label))
	b.add("_ = 0") // yaegi cannot go to a block
	switch s.Stmt.(type) {
	case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		g.frame().label = labelName(s.Label)
		g.stmt(b, s.Stmt)
	default:
		g.stmt(b, s.Stmt)
	}
}

func (g *fn) branch(b *block, s *ast.BranchStmt) {
	if s.Tok == token.GOTO {
		g.jump(b, gotoName(s.Label))
		return
	}
	label := ""
	if s.Label != nil {
		label = labelName(s.Label)
	}
	g.leave(b, s, len(g.frames)-1, s.Tok, label)
}

// leave writes a break or continue that stands in the frame of that depth.
func (g *fn) leave(b *block, s *ast.BranchStmt, depth int, tok token.Token, label string) {
	fr := g.frames[depth]
	for i := len(fr.loops) - 1; i >= 0; i-- {
		l := fr.loops[i]
		if label != "" && l.label != label || label == "" && tok == token.CONTINUE && !l.continues {
			continue
		}
		switch {
		case l.yield && tok == token.CONTINUE:
			b.add("return true")
		case l.yield:
			b.add("return false")
		default:
			if tok == token.CONTINUE {
				for _, c := range l.copyBack {
					b.add("%s", c)
				}
			}
			b.add("%s %s", tok, label)
		}
		return
	}
	if fr.exits == nil {
		g.refuse(s, "this %s can't be run in a cell yet", tok)
	}
	fr.exits.branch(b, tok, label)
}

func (g *fn) forStmt(b *block, s *ast.ForStmt) {
	b.add("{")
	if s.Init != nil {
		g.stmt(b, s.Init)
	}
	l := &loop{breakable: true, continues: true}
	// Each iteration has variables of its own. Where nobody can tell, one for
	// all does; where a closure or pointer may keep it, the body gets a copy.
	type copied struct {
		v            types.Object
		outer, inner string
	}
	var vars []copied
	for _, v := range g.loopVars(s.Init) {
		if g.escapes(v, s.Cond, s.Post, s.Body) {
			vars = append(vars, copied{v, g.local(v), g.u.l.unique("l_" + identifier(v.Name()))})
		}
	}
	cond := ""
	if s.Cond != nil {
		cond = g.expr(s.Cond)
	}
	post := g.simple(s.Post)
	var body block
	for _, c := range vars {
		body.add("%s := %s", c.inner, c.outer)
		l.copyBack = append(l.copyBack, c.outer+" = "+c.inner)
		g.locals[c.v] = c.inner
	}
	g.enter(l)
	g.stmts(&body, s.Body.List)
	b.WriteString(g.leaveLabel())
	for _, c := range l.copyBack {
		body.add("%s", c)
	}
	b.add("for ; %s; %s {", cond, post)
	b.WriteString(body.String())
	b.add("}")
	b.add("}")
}

func (g *fn) loopVars(init ast.Stmt) []types.Object {
	s, ok := init.(*ast.AssignStmt)
	if !ok || s.Tok != token.DEFINE {
		return nil
	}
	var vars []types.Object
	for _, e := range s.Lhs {
		if o := g.info.Defs[e.(*ast.Ident)]; o != nil {
			vars = append(vars, o)
		}
	}
	return vars
}

// simple writes a statement in one line, for the header of a for.
func (g *fn) simple(s ast.Stmt) string {
	if s == nil {
		return ""
	}
	var b block
	switch s := s.(type) {
	case *ast.IncDecStmt:
		b.add("%s", g.step(g.expr(s.X), s.Tok, g.typeOf(s.X)))
	case *ast.AssignStmt:
		g.assign(&b, s)
	default:
		g.stmt(&b, s)
	}
	text := strings.TrimSuffix(b.String(), "\n")
	if strings.Contains(text, "\n") {
		return "func() {\n" + text + "\n}()"
	}
	return text
}

// escapes says whether a closure or a pointer might keep a variable beyond the
// iteration.
func (g *fn) escapes(v types.Object, nodes ...ast.Node) bool {
	found := false
	uses := func(n ast.Node) bool {
		hit := false
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && g.info.Uses[id] == v {
				hit = true
			}
			return !hit
		})
		return hit
	}
	for _, n := range nodes {
		if n == nil {
			continue
		}
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				found = found || uses(n.Body)
			case *ast.UnaryExpr:
				found = found || n.Op == token.AND && uses(n.X)
			case *ast.SelectorExpr:
				if sel, ok := g.info.Selections[n]; ok && sel.Kind() == types.MethodVal {
					found = found || takesPointer(sel.Obj().(*types.Func)) && uses(n.X)
				}
			case *ast.SliceExpr:
				found = found || uses(n.X)
			case *ast.RangeStmt:
				if _, ok := core(g.typeOf(n.X)).(*types.Signature); ok {
					found = found || uses(n.Body) // becomes a closure
				}
			}
			return !found
		})
	}
	return found
}

// assigned says whether a body gives a variable a new value.
func (g *fn) assigned(v types.Object, body ast.Node) bool {
	found := false
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && g.info.Uses[id] == v
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				found = found || is(e)
			}
		case *ast.IncDecStmt:
			found = found || is(n.X)
		case *ast.RangeStmt:
			found = found || n.Key != nil && is(n.Key) || n.Value != nil && is(n.Value)
		}
		return !found
	})
	return found
}
