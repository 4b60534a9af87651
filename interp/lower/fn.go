package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// fn writes one function body, or the body of a cell, with all function
// literals in it.
type fn struct {
	u        *unit
	info     *types.Info
	fset     *token.FileSet
	env      env
	instance []types.Type // of the instance
	locals   map[types.Object]string
	cell     map[types.Object]bool // locals of the cell's body that outlive it

	frames []*frame
}

// frame is what a return statement, a defer or a branch needs to know of the
// function or function literal it stands in.
type frame struct {
	results *types.Tuple // substituted
	named   []string     // emitted names of named results
	seen    bool         // a return must set the named results
	exits   *exits       // not nil in the body of a range over a function
	body    ast.Node     // of that range
	loops   []*loop
	defers  string // emitted name of the deferred calls; "" while there are none
	label   string // label of the statement that comes next
	entered string // emitted name of what recover needs; "" where there is none
}

func (g *fn) frame() *frame { return g.frames[len(g.frames)-1] }

// block collects statements.
type block struct{ strings.Builder }

func (b *block) add(format string, args ...any) {
	fmt.Fprintf(&b.Builder, format, args...)
	b.WriteByte('\n')
}

// typeOf returns the type of an expression in the current instance.
func (g *fn) typeOf(e ast.Expr) types.Type {
	t := g.info.TypeOf(e)
	if t == nil {
		g.refuse(e, "this expression has no type")
	}
	return g.u.l.subst(t, g.env)
}

func (g *fn) objType(o types.Object) types.Type { return g.u.l.subst(o.Type(), g.env) }

func (g *fn) typ(t types.Type) string { return g.u.typ(t) }

func (g *fn) refuse(n ast.Node, format string, args ...any) {
	refuse(g.fset, n.Pos(), format, args...)
}

// temp returns a fresh local name.
func (g *fn) temp(base string) string { return g.u.l.unique("t_" + base) }

// local returns the emitted name of a local object, a fresh one when it is
// seen first.
func (g *fn) local(o types.Object) string {
	if name, ok := g.locals[o]; ok {
		return name
	}
	if g.cell[o] {
		return g.u.l.global(o)
	}
	name := g.u.l.unique("l_" + identifier(o.Name()))
	g.locals[o] = name
	return name
}

// position marks the source line of what follows, for tracebacks.
func (g *fn) position(b *block, n ast.Node) { g.line(b, n.Pos()) }

func (g *fn) line(b *block, pos token.Pos) {
	p := g.fset.Position(pos)
	if p.IsValid() {
		fmt.Fprintf(&b.Builder, "//line %s:%d:%d\n", p.Filename, p.Line, max(p.Column, 1))
	}
}

// core returns the underlying type, looking through the single type that a
// type set has.
func core(t types.Type) types.Type { return types.Unalias(t).Underlying() }

func isInterface(t types.Type) bool { return types.IsInterface(t) }

func isUntypedNil(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Kind() == types.UntypedNil
}

func deref(t types.Type) (types.Type, bool) {
	if p, ok := core(t).(*types.Pointer); ok {
		return p.Elem(), true
	}
	return t, false
}
