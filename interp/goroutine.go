package interp

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"gopost/interp/check"
	"gopost/interp/engine"
)

// The frames of a panic end with the outermost call of its goroutine. Who
// started that goroutine is no frame, but it is what a learner looks for
// first; the cell's syntax tree knows.

// split takes apart the frames of a panic: the calls, and the go statement
// that started their goroutine, nil if it is not known or there is none.
func (s *Session) split(frames []engine.Frame) (calls []engine.Frame, start *engine.Frame) {
	n := len(frames)
	if n == 0 {
		return frames, nil
	}
	last := frames[n-1]
	ch := s.cell(last.File)
	if ch == nil {
		return frames, nil
	}
	in, closure := literalOf(last.Func)
	from, literal := startAt(ch, last.Line)
	switch {
	case from == nil:
		return frames, nil
	case closure && literal:
		// The outermost call is of a function literal.
		return frames, &engine.Frame{Func: in, File: last.File, Line: ch.Fset.Position(from.Pos()).Line}
	case n > 1 && plainArguments(from):
		// It is the go statement's own: what it calls is the frame before.
		last.Line = ch.Fset.Position(from.Pos()).Line
		return frames[:n-1], &last
	}
	return frames, nil
}

// literalOf is the function that a function literal is in, by the names that
// frames have; ok is false for other functions.
func literalOf(name string) (outer string, ok bool) {
	i := strings.LastIndex(name, ".func")
	if i < 0 {
		return name, false
	}
	return name[:i], true
}

// startAt is the innermost go statement, or call of a WaitGroup's Go, that
// stands at a line of a cell; nil for none. literal says whether the line is
// in a function literal that it calls.
func startAt(ch *check.Checked, line int) (start ast.Node, literal bool) {
	has := func(n ast.Node) bool {
		return ch.Fset.Position(n.Pos()).Line <= line && line <= ch.Fset.Position(n.End()-1).Line
	}
	visit := func(n ast.Node) bool {
		if n == nil || n.Pos() != token.NoPos && !has(n) {
			return false
		}
		switch n := n.(type) {
		case *ast.GoStmt:
			_, literal = ast.Unparen(n.Call.Fun).(*ast.FuncLit)
			start = n
		case *ast.CallExpr:
			if isWaitGroupGo(ch.Info, n) {
				_, literal = ast.Unparen(n.Args[0]).(*ast.FuncLit)
				start = n
			}
		}
		return true
	}
	for _, d := range ch.File.Decls {
		ast.Inspect(d, visit)
	}
	return start, literal
}

// isWaitGroupGo says whether a call is of sync.WaitGroup's Go.
func isWaitGroupGo(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) != 1 {
		return false
	}
	fn, ok := info.Uses[sel.Sel].(*types.Func)
	return ok && fn.FullName() == "(*sync.WaitGroup).Go"
}

// plainArguments says whether nothing is called before the goroutine starts,
// so that a panic at the go statement must be the goroutine's.
func plainArguments(start ast.Node) bool {
	g, ok := start.(*ast.GoStmt)
	if !ok {
		return false
	}
	plain := true
	for _, arg := range g.Call.Args {
		ast.Inspect(arg, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.CallExpr, *ast.IndexExpr, *ast.StarExpr, *ast.SliceExpr, *ast.BinaryExpr, *ast.TypeAssertExpr:
				plain = false
			}
			return plain
		})
	}
	return plain
}
