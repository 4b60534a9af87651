package check

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strconv"
	"strings"
)

// The compiler looks at labels and at what jumps before it looks at types, and
// has words of its own for them.

// branch words and places an error of go/types about a jump or a label; ok is
// false for others.
func (b *builder) branch(pos token.Pos, msg string) (at token.Pos, text string, ok bool) {
	if m := regexp.MustCompile(`^invalid (break|continue) label (\S+)$`).FindStringSubmatch(msg); m != nil {
		if b.label(pos, m[2]) == nil || m[2] == "_" {
			msg = m[1] + " label not defined: " + m[2]
		}
		return pos, msg, true
	}
	if m := regexp.MustCompile(`^label (\S+) (declared and not used|not declared|already declared)$`).FindStringSubmatch(msg); m != nil {
		return pos, b.labelText(pos, m[1], m[2]), true
	}
	if m := regexp.MustCompile(`^goto (\S+) jumps (into block|over variable declaration.*)$`).FindStringSubmatch(msg); m != nil {
		return pos, b.gotoText(pos, m[1], m[2] == "into block", msg), true
	}
	switch msg {
	case "break not in for, switch, or select statement":
		return pos, "break is not in a loop, switch, or select", true
	case "continue not in for statement":
		return pos, "continue is not in a loop", true
	}
	return pos, msg, false
}

// labelText is what the compiler says of a label. A label that a jump means in
// vain counts as used.
func (b *builder) labelText(pos token.Pos, name, what string) string {
	switch what {
	case "not declared":
		return "label " + name + " not defined"
	case "already declared":
		if l := b.label(pos, name); l != nil {
			return fmt.Sprintf("label %s already defined at %s", name, b.fset.Position(l.Pos()))
		}
		return "label " + name + " already defined"
	}
	used := false
	b.inFunction(pos, func(n ast.Node) {
		j, ok := n.(*ast.BranchStmt)
		used = used || ok && j.Label != nil && j.Label.Name == name
	})
	if used {
		return ""
	}
	return "label " + name + " defined and not used"
}

// label is the first statement with a label of that name in the function
// around a position, nil for none.
func (b *builder) label(pos token.Pos, name string) *ast.LabeledStmt {
	var found *ast.LabeledStmt
	b.inFunction(pos, func(n ast.Node) {
		if l, ok := n.(*ast.LabeledStmt); ok && l.Label.Name == name && found == nil {
			found = l
		}
	})
	return found
}

// inFunction visits the nodes of the function around a position, without those
// of functions in it. What is in no function is in the cell.
func (b *builder) inFunction(pos token.Pos, visit func(ast.Node)) {
	root := b.nodes()
	for _, n := range root {
		ast.Inspect(n, func(n ast.Node) bool {
			if n == nil || pos < n.Pos() || n.End() <= pos {
				return n != nil && n.Pos() <= pos
			}
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Body != nil {
					root = []ast.Node{n.Body}
				}
			case *ast.FuncLit:
				root = []ast.Node{n.Body}
			}
			return true
		})
	}
	for _, n := range root {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n.(type) {
			case nil, *ast.FuncLit, *ast.FuncDecl:
				return false
			}
			visit(n)
			return true
		})
	}
}

// gotoText is what the compiler says of a goto that must not jump: it names the
// variable that is jumped over, or the block that is jumped into.
func (b *builder) gotoText(pos token.Pos, name string, into bool, msg string) string {
	l := b.label(pos, name)
	if l == nil {
		return msg
	}
	if into {
		block := token.NoPos
		b.inFunction(l.Pos(), func(n ast.Node) {
			if n.Pos() > l.Pos() || l.Pos() >= n.End() {
				return
			}
			switch n := n.(type) { // the innermost comes last
			case *ast.BlockStmt:
				block = n.Pos()
			case *ast.CaseClause:
				block = n.Pos()
			case *ast.CommClause:
				block = n.Pos()
			}
		})
		return fmt.Sprintf("goto %s jumps into block starting at %s", name, b.fset.Position(block))
	}
	at, what := token.NoPos, ""
	line := 0
	if i := strings.LastIndex(msg, " "); i >= 0 {
		line, _ = strconv.Atoi(msg[i+1:])
	}
	b.inFunction(pos, func(n ast.Node) {
		if at.IsValid() || n.Pos() < pos || n.Pos() > l.Pos() || b.fset.Position(n.Pos()).Line != line {
			return
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				at, what = n.TokPos, exprList(n.Lhs)
			}
		case *ast.ValueSpec:
			at, what = n.Pos(), n.Names[0].Name
		}
	})
	if !at.IsValid() {
		return msg
	}
	return fmt.Sprintf("goto %s jumps over declaration of %s at %s", name, what, b.fset.Position(at))
}

func exprList(list []ast.Expr) string {
	var texts []string
	for _, x := range list {
		texts = append(texts, types.ExprString(x))
	}
	return strings.Join(texts, ", ")
}
