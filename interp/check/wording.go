package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// go/types and the compiler's type checker are twins: they find the same
// mistakes, and mostly word and place them alike. Where they don't, compiled
// says what the compiler would. A test compares the two on many wrong programs
// (testdata/mistakes); each case here is there for one of them.

// compiled words and places an error of go/types as the compiler does. An
// empty message drops it.
func (b *builder) compiled(pos token.Pos, msg string) (token.Pos, string) {
	if strings.Contains(msg, " literal)") {
		msg = b.literals(msg)
	}
	msg = strings.ReplaceAll(msg, "((ast: <nil>))", "(type)")
	if msg == "use of .(type) outside type switch" {
		msg = "invalid syntax tree: " + msg
	}
	if at, text, ok := b.branch(pos, msg); ok {
		return at, text
	}
	if n := b.placed(pos, msg); n.IsValid() {
		pos = n
	}
	return pos, msg
}

// literals writes out the function literals in a message.
func (b *builder) literals(msg string) string {
	for _, n := range b.nodes() {
		ast.Inspect(n, func(n ast.Node) bool {
			if lit, ok := n.(*ast.FuncLit); ok {
				body := " {…}"
				if len(lit.Body.List) == 0 {
					body = " {}"
				}
				msg = strings.ReplaceAll(msg, types.ExprString(lit), types.ExprString(lit.Type)+body)
			}
			return true
		})
	}
	return msg
}

// placed is where the compiler places an error that go/types places at pos,
// invalid for the same place.
func (b *builder) placed(pos token.Pos, msg string) token.Pos {
	starts := func(texts ...string) bool {
		for _, text := range texts {
			if strings.HasPrefix(msg, text) {
				return true
			}
		}
		return false
	}
	call := func(match func(*ast.CallExpr) bool) *ast.CallExpr {
		x, _ := b.firstNode(func(n ast.Node) bool {
			x, ok := n.(*ast.CallExpr)
			return ok && match(x)
		}).(*ast.CallExpr)
		return x
	}
	switch {
	case starts("cannot index "):
		if x, ok := b.firstNode(func(n ast.Node) bool {
			x, ok := n.(*ast.IndexExpr)
			return ok && x.Pos() == pos && starts("cannot index "+types.ExprString(x.X)+" (")
		}).(*ast.IndexExpr); ok {
			return x.Lbrack
		}
	case starts("invalid operation: not enough arguments for ", "invalid operation: too many arguments for "):
		if x := call(func(x *ast.CallExpr) bool {
			return x.Pos() <= pos && pos <= x.End() && strings.Contains(msg, " for "+types.ExprString(x)+" (expected ")
		}); x != nil {
			return x.Pos()
		}
	case starts("not enough arguments in call to "):
		if x := call(func(x *ast.CallExpr) bool { return x.Rparen == pos }); x != nil && len(x.Args) > 0 {
			return x.Args[len(x.Args)-1].Pos()
		} else if x != nil {
			return x.Pos()
		}
	case starts("missing argument in conversion to "):
		if x := call(func(x *ast.CallExpr) bool { return x.Rparen == pos }); x != nil {
			return x.Pos()
		}
	case starts("cannot use ... in call to non-variadic ", "cannot use ... with "):
		if x := call(func(x *ast.CallExpr) bool { return x.Ellipsis == pos }); x != nil {
			return x.Pos()
		}
	case strings.Contains(msg, ", cannot infer "), strings.Contains(msg, " does not satisfy "), strings.Contains(msg, " does not match "):
		if x := call(func(x *ast.CallExpr) bool { return x.Pos() == pos && b.isGeneric(x.Fun) }); x != nil {
			return x.Lparen
		}
	case starts("invalid operation: cannot send to "):
		if x, ok := b.firstNode(func(n ast.Node) bool {
			x, ok := n.(*ast.SendStmt)
			return ok && x.Arrow == pos
		}).(*ast.SendStmt); ok {
			return x.Pos()
		}
	case starts("invalid use of ") && strings.HasSuffix(msg, " in selector expression"):
		if x, ok := b.firstNode(func(n ast.Node) bool {
			x, ok := n.(*ast.SelectorExpr)
			return ok && x.Sel.Pos() == pos
		}).(*ast.SelectorExpr); ok {
			return x.X.End()
		}
	case starts("invalid use of [...] array "):
		if x, ok := b.firstNode(func(n ast.Node) bool {
			x, ok := n.(*ast.ArrayType)
			return ok && x.Len != nil && x.Len.Pos() == pos
		}).(*ast.ArrayType); ok {
			return x.Lbrack
		}
	}
	return b.leftmost(pos, msg)
}

// leftmost is where the compiler says that an expression or a type starts,
// where that is not its first token: it looks for the leftmost part, but not
// into slice expressions, and counts the word func not to a function type.
func (b *builder) leftmost(pos token.Pos, msg string) token.Pos {
	at := token.NoPos
	var literal *ast.FuncType
	b.firstNode(func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SliceExpr:
			if n.Pos() == pos && strings.Contains(msg, types.ExprString(n)) {
				at = n.Lbrack
			}
		case *ast.FuncLit:
			literal = n.Type
		case *ast.FuncDecl:
			literal = n.Type
		case *ast.FuncType:
			if n != literal && n.Func == pos {
				at = n.Params.Pos()
			}
		}
		return at.IsValid()
	})
	return at
}

// previousCase is where the compiler places the case that another repeats.
func (b *builder) previousCase(pos token.Pos) token.Pos {
	at := pos
	b.firstNode(func(n ast.Node) bool {
		c, ok := n.(*ast.CaseClause)
		if !ok {
			return false
		}
		for _, x := range c.List {
			if x.Pos() != pos || b.ch.Info.Types[x].IsType() && !isFuncType(x) {
				continue
			}
			switch x := x.(type) {
			case *ast.CallExpr:
				at = x.Lparen
			case *ast.BinaryExpr:
				at = x.OpPos
			case *ast.SelectorExpr:
				at = x.X.End()
			case *ast.IndexExpr:
				at = x.Lbrack
			case *ast.FuncType:
				at = x.Params.Pos()
			}
			return true
		}
		return false
	})
	return at
}

func isFuncType(x ast.Expr) bool {
	_, ok := x.(*ast.FuncType)
	return ok
}

// isGeneric says whether an expression is a generic function, perhaps with
// some of its type arguments.
func (b *builder) isGeneric(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.IndexExpr:
		return b.isGeneric(x.X)
	case *ast.IndexListExpr:
		return b.isGeneric(x.X)
	case *ast.SelectorExpr:
		return b.isGeneric(x.Sel)
	case *ast.Ident:
		fn, ok := b.ch.Info.Uses[x].(*types.Func)
		return ok && fn.Signature().TypeParams().Len() > 0
	}
	return false
}
