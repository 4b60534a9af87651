package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"
)

// A cell may declare a type that an earlier one has declared. What was made
// before keeps the old type, which has the same name: "cannot use p (variable
// of type Point) as Point value". So where such a type plays a part in an
// error, the learner is told which Point is meant, and where the other comes
// from.

// explainMix explains an error that a redefined type plays a part in, and
// reports whether it did.
func (b *builder) explainMix(d *Diagnostic, pos token.Pos) bool {
	if m := noMember().FindStringSubmatch(d.Msg); m != nil && !b.newHas(m[2], pos) {
		return false // no Point has such a member
	}
	x, old := b.stale(d.Msg, pos)
	if old == nil {
		return false
	}
	name := old.Name()
	how := fmt.Sprintf("%s is of", types.ExprString(x))
	again := "make the value"
	if id, ok := x.(*ast.Ident); ok {
		switch obj := b.ch.Info.Uses[id].(type) {
		case *types.Var:
			how, again = id.Name+" was made from", "make "+id.Name
		case *types.Func, *types.TypeName:
			how, again = obj.Name()+" was declared with", "declare "+obj.Name()
		}
	}
	d.Hint = fmt.Sprintf("%s the %s of %s; %s was redefined in %s: %s again to use the new one",
		how, name, b.cellOf(old), name, b.cellOf(b.current(name)), again)
	return true
}

// cellOf is the name of the cell that defines an object.
func (b *builder) cellOf(obj types.Object) string { return b.fset.Position(obj.Pos()).Filename }

// current is the type that a name means in this cell, nil for none.
func (b *builder) current(name string) types.Object {
	if id := b.decls[name]; id != nil {
		t, _ := b.ch.Info.Defs[id].(*types.TypeName)
		if t == nil {
			return nil
		}
		return t
	}
	if t, ok := b.s.names[name].(*types.TypeName); ok {
		return t
	}
	return nil
}

// stale looks, in the statement around a position, for an expression whose
// type was redefined since, and whose name the message has. Expressions that
// start at the position come first.
func (b *builder) stale(msg string, pos token.Pos) (ast.Expr, types.Object) {
	var at, first ast.Expr
	var atType, firstType types.Object
	ast.Inspect(b.statementAt(pos), func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		switch x.(type) {
		case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.StarExpr:
		default:
			return true
		}
		t := b.oldType(b.ch.Info.TypeOf(x), msg, map[types.Type]bool{})
		switch {
		case t == nil:
		case x.Pos() == pos && at == nil:
			at, atType = x, t
		case first == nil:
			first, firstType = x, t
		}
		// p in p.name says more than the whole.
		_, isSelector := x.(*ast.SelectorExpr)
		return t == nil || isSelector
	})
	if at != nil {
		return at, atType
	}
	return first, firstType
}

// statementAt is the innermost statement or declaration around a position.
func (b *builder) statementAt(pos token.Pos) ast.Node {
	var found ast.Node = &ast.BadStmt{From: pos, To: pos}
	for _, n := range b.nodes() {
		ast.Inspect(n, func(n ast.Node) bool {
			if n == nil || pos < n.Pos() || n.End() < pos {
				return false
			}
			switch n.(type) {
			case *ast.BlockStmt:
			case ast.Stmt, ast.Decl, ast.Spec:
				found = n
			}
			return true
		})
	}
	return found
}

// oldType is a type of an earlier cell that t mentions, of whose name the
// session has another now, and that the message mentions; nil for none.
func (b *builder) oldType(t types.Type, msg string, seen map[types.Type]bool) types.Object {
	if t == nil || seen[t] {
		return nil
	}
	seen[t] = true
	old := func(list ...types.Type) types.Object {
		for _, t := range list {
			if obj := b.oldType(t, msg, seen); obj != nil {
				return obj
			}
		}
		return nil
	}
	switch t := t.(type) {
	case *types.Alias:
		return old(types.Unalias(t))
	case *types.Named:
		obj := t.Obj()
		if obj.Pkg() != nil && obj.Pkg().Path() == b.pkg.Path() {
			now := b.current(obj.Name())
			if now != nil && now != types.Object(obj) && now.Type() != t && mentioned(msg, obj.Name()) {
				return obj
			}
		}
		for arg := range t.TypeArgs().Types() {
			if obj := old(arg); obj != nil {
				return obj
			}
		}
		switch u := t.Underlying().(type) {
		case *types.Signature, *types.Struct:
			return old(u)
		}
	case *types.Struct:
		for f := range t.Fields() {
			if obj := old(f.Type()); obj != nil {
				return obj
			}
		}
	case *types.Pointer:
		return old(t.Elem())
	case *types.Slice:
		return old(t.Elem())
	case *types.Array:
		return old(t.Elem())
	case *types.Chan:
		return old(t.Elem())
	case *types.Map:
		return old(t.Key(), t.Elem())
	case *types.Tuple:
		for v := range t.Variables() {
			if obj := old(v.Type()); obj != nil {
				return obj
			}
		}
	case *types.Signature:
		return old(t.Params(), t.Results())
	}
	return nil
}

// mentioned says whether a message has a name as a word.
func mentioned(msg, name string) bool {
	return strings.Contains(msg, name) && regexp.MustCompile(`(^|\W)`+regexp.QuoteMeta(name)+`(\W|$)`).MatchString(msg)
}

// newHas says whether the redefined type of what a member is selected from, at
// a position, has that member.
func (b *builder) newHas(member string, pos token.Pos) bool {
	sel, ok := b.firstNode(func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		return ok && sel.Sel.Pos() == pos
	}).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	t := b.ch.Info.TypeOf(sel.X)
	if t == nil {
		return false
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	now := b.current(named.Obj().Name())
	if now == nil || now.Type() == t {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(now.Type(), true, b.pkg, member)
	return obj != nil
}
