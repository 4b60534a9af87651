package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"
)

// channelPath is the import path of the package that cells learn with.
const channelPath = "gopost/mpsc"

// explainSlip explains what learners often write of channels and strings, and
// reports whether it did.
func (b *builder) explainSlip(d *Diagnostic, pos token.Pos) bool {
	switch {
	case strings.Contains(d.Msg, "cannot infer T (declared at "):
		return b.explainInference(d, pos)
	case strings.HasPrefix(d.Msg, "cannot range over "):
		if x, ok := b.nodeAt(pos).(ast.Expr); ok && b.handleOf(x) == "Receiver" {
			d.Hint = fmt.Sprintf("range over its messages: for v := range %s.Iter()", types.ExprString(x))
		}
	case strings.HasPrefix(d.Msg, "assignment mismatch: 1 variable but "), strings.HasPrefix(d.Msg, "multiple-value "):
		return b.explainPair(d)
	case strings.Contains(d.Msg, " arguments in call to mpsc.Must\n\thave (error)"):
		d.Hint = "Must is for (value, error) pairs, and this call returns only an error: if err := ...; err != nil { ... } handles it"
	case d.Msg == "undefined: drop":
		d.Hint = "in Go: tx.Drop()"
		if call := b.callAt(pos); call != nil && len(call.Args) == 1 {
			d.Hint = fmt.Sprintf("in Go: %s.Drop()", types.ExprString(call.Args[0]))
		}
	case strings.Contains(d.Msg, " non-channel "):
		d.Hint = b.operatorHint(d.Msg, pos)
	}
	return d.Hint != ""
}

// operatorHint says which method of a handle does what Go's own channels do
// with an operator or a builtin, "" if it is no handle's.
func (b *builder) operatorHint(msg string, pos token.Pos) string {
	m := regexp.MustCompile(`cannot (send|receive|close) .*non-channel (?:\S+ )?(\S+) \(.*mpsc\.(Sender|SyncSender|Receiver)\[`).FindStringSubmatch(msg)
	switch {
	case m == nil:
		return ""
	case m[1] == "close":
		return "an mpsc channel ends when its last sender is dropped: " + m[2] + ".Drop()"
	case m[1] == "receive" && m[3] == "Receiver":
		return "<- is for Go's own channels: msg, err := " + m[2] + ".Recv()"
	case m[1] == "send" && m[3] != "Receiver":
		value := "..."
		if send, ok := b.firstNode(func(n ast.Node) bool {
			s, ok := n.(*ast.SendStmt)
			return ok && s.Pos() <= pos && pos <= s.End()
		}).(*ast.SendStmt); ok {
			value = types.ExprString(send.Value)
		}
		return "<- is for Go's own channels: " + m[2] + ".Send(" + value + ")"
	}
	return ""
}

// explainInference explains a call of Channel or SyncChannel that does not say
// of what. Where T is declared helps nobody.
func (b *builder) explainInference(d *Diagnostic, pos token.Pos) bool {
	m := regexp.MustCompile(`^in call to mpsc\.(\w+), cannot infer T \(declared at .*\)$`).FindStringSubmatch(d.Msg)
	if m == nil {
		return false
	}
	d.Msg, _, _ = strings.Cut(d.Msg, " (declared at ")
	var args []string
	if call := b.callAt(pos); call != nil {
		for _, arg := range call.Args {
			args = append(args, types.ExprString(arg))
		}
	}
	d.Hint = fmt.Sprintf("say what the messages are: mpsc.%s[string](%s)", m[1], strings.Join(args, ", "))
	return true
}

// explainPair explains a (value, error) pair of a receiver that is used as one
// value.
func (b *builder) explainPair(d *Diagnostic) bool {
	m := regexp.MustCompile(`(?:1 variable but|multiple-value) (\S+\.(?:Recv|TryRecv|RecvTimeout|RecvContext))\b(?: returns 2 values|.* single-value context)`).FindStringSubmatch(d.Msg)
	if m == nil {
		return false
	}
	args := ""
	if !strings.HasSuffix(m[1], "Recv") {
		args = "..."
	}
	d.Hint = fmt.Sprintf("it returns a value and an error: msg, err := %s(%s), or mpsc.Must(%s(%s)) for the value alone", m[1], args, m[1], args)
	return true
}

// handleOf is the name of the mpsc type that an expression's value is or points
// to, "" for others.
func (b *builder) handleOf(x ast.Expr) string {
	t := b.ch.Info.TypeOf(x)
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if n, ok := t.(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == channelPath {
		return n.Obj().Name()
	}
	return ""
}

// nodeAt is the outermost expression that starts at a position, nil for none.
func (b *builder) nodeAt(pos token.Pos) ast.Node {
	return b.firstNode(func(n ast.Node) bool {
		_, ok := n.(ast.Expr)
		return ok && n.Pos() == pos
	})
}

// callAt is the call whose function starts at a position, nil for none.
func (b *builder) callAt(pos token.Pos) *ast.CallExpr {
	call, _ := b.firstNode(func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		return ok && call.Fun.Pos() == pos
	}).(*ast.CallExpr)
	return call
}

// firstNode is the first node of the cell that matches, nil for none.
func (b *builder) firstNode(match func(ast.Node) bool) ast.Node {
	var found ast.Node
	for _, n := range b.nodes() {
		ast.Inspect(n, func(n ast.Node) bool {
			if found == nil && n != nil && match(n) {
				found = n
			}
			return found == nil
		})
	}
	return found
}

// line is a line of the cell, from 1, "" for one that there is not.
func (b *builder) line(n int) string {
	lines := strings.Split(b.cell.Source, "\n")
	if n < 1 || n > len(lines) {
		return ""
	}
	return lines[n-1]
}

// foreignLine says what a line is that other notebooks know: a shell command
// or a question, "" if it is neither.
func foreignLine(line string) string {
	line = strings.TrimSpace(line)
	switch {
	case regexp.MustCompile(`^![a-zA-Z./][\w./-]*(\s+([^&|=!]|[&|][^&|])|$)`).MatchString(line):
		return "a cell is Go, and runs no shell commands: use a terminal (in JupyterLab: File, New, Terminal)"
	case regexp.MustCompile(`^\?+[a-zA-Z]|^[a-zA-Z][\w.]*\?+(\s|$)`).MatchString(line):
		return "to see what a name is, put the cursor on it and press Shift-Tab"
	}
	return ""
}

// cloneOf is the call that copies a string, a slice or a map x, "" for others.
func cloneOf(x string, t types.Type) string {
	if t == nil {
		return ""
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		if t.Info()&types.IsString != 0 {
			return "strings.Clone(" + x + ")"
		}
	case *types.Slice:
		return "slices.Clone(" + x + ")"
	case *types.Map:
		return "maps.Clone(" + x + ")"
	}
	return ""
}

// hiddenPackage explains a variable that hides the package whose member is
// meant, "" if it is not that.
func (b *builder) hiddenPackage(x ast.Expr, member string) string {
	id, ok := x.(*ast.Ident)
	if !ok {
		return ""
	}
	obj := b.ch.Info.Uses[id]
	path := b.s.packageNamed(id.Name)
	if obj == nil || path == "" {
		return ""
	}
	if pkg, err := b.s.importer.Import(path); err != nil || pkg.Scope().Lookup(member) == nil {
		return ""
	}
	where := b.fset.Position(obj.Pos()).Filename
	if where == b.fset.Position(id.Pos()).Filename {
		return fmt.Sprintf("%s is defined in this cell and hides package %s: give it another name", id.Name, id.Name)
	}
	return fmt.Sprintf("%s of %s hides package %s: import %q brings the package back", id.Name, where, id.Name, path)
}
