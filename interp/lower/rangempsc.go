package lower

import (
	"go/ast"
	"go/types"
)

// receiving says whether a range statement is over the messages of a receiver,
// rx.Iter() or rx.TryIter(), and returns the method's selector and the operation of
// package link that receives.
func (g *fn) receiving(s *ast.RangeStmt) (sel *ast.SelectorExpr, receive string) {
	call, ok := ast.Unparen(s.X).(*ast.CallExpr)
	if !ok {
		return nil, ""
	}
	if sel, ok = ast.Unparen(call.Fun).(*ast.SelectorExpr); !ok {
		return nil, ""
	}
	chosen, ok := g.info.Selections[sel]
	if !ok || chosen.Kind() != types.MethodVal {
		return nil, ""
	}
	switch chosen.Obj().(*types.Func).Origin().FullName() {
	case "(*gopost/mpsc.Receiver[T]).Iter":
		return sel, "Next"
	case "(*gopost/mpsc.Receiver[T]).TryIter":
		return sel, "TryNext"
	}
	return nil, ""
}

// rangeMessages writes a range over a receiver's messages as a loop that
// receives. The iterator would do the same, but with the body as a function:
// slower, and in the way of return and defer.
func (g *fn) rangeMessages(b *block, s *ast.RangeStmt, sel *ast.SelectorExpr, receive string, elem types.Type) {
	k := g.iterVar(s, s.Key, elem)
	label, body := g.loopBody(s, &loop{breakable: true, continues: true}, k)
	if k.name == "" {
		k.name = "_"
	}
	rx, ok := g.temp("rx"), g.temp("ok")
	index := g.info.Selections[sel].Index()
	from, _ := g.path(g.operand(sel.X), g.typeOf(sel.X), index[:len(index)-1])
	g.position(b, s)
	b.add("%s := %s.h", rx, from) // the field that the library's Receiver has
	b.WriteString(label)
	b.add("for {")
	b.add("%s, %s := %s(%s)", k.name, ok, g.taker(receive, elem), rx)
	b.add("if !%s { break }", ok)
	b.WriteString(body)
	b.add("}")
}
