package check

import (
	"cmp"
	"fmt"
	"go/scanner"
	"go/token"
	"slices"
	"strings"

	"gopost/interp/cell"
)

// Diagnostic is one thing that is wrong with a cell.
type Diagnostic struct {
	// Pos is where, in the learner's text: file name In[n], line and column
	// in bytes, from 1.
	Pos token.Position
	// Msg is Go's own text. Further lines start with a tab, as in the output
	// of `go build`, or are rustc's for the same mistake.
	Msg string
	// Hint says what to do, a sentence a line, "" if Msg says it all.
	Hint string
	// Code is rustc's number for the same mistake, such as E0599, mostly "".
	Code string
}

// String returns the line that `go build` would print.
func (d Diagnostic) String() string { return d.Pos.String() + ": " + d.Msg }

// Syntax makes diagnostics of what package cell reports about a text. Where a
// line is Rust, its first diagnostic says what Go writes for it.
func Syntax(src string, errs scanner.ErrorList) []Diagnostic {
	lines := strings.Split(src, "\n")
	hinted := map[int]bool{}
	diags := make([]Diagnostic, len(errs))
	for i, e := range errs {
		diags[i] = Diagnostic{Pos: e.Pos, Msg: e.Msg}
		if n := e.Pos.Line; n <= len(lines) && !hinted[n] {
			diags[i].Hint, hinted[n] = cmp.Or(foreignLine(lines[n-1]), rustHint(lines[n-1])), true
		}
		if e.Msg == "syntax error: unexpected }" && diags[i].Hint == "" {
			diags[i].Hint = "no { is open here: take the } out, or look for a { that is missing above"
		}
	}
	return diags
}

// errorf adds a diagnostic of our own.
func (b *builder) errorf(pos token.Pos, format string, args ...any) {
	b.diags = append(b.diags, Diagnostic{Pos: b.fset.Position(pos), Msg: fmt.Sprintf(format, args...)})
}

// sortDiagnostics sorts by position. What was said of a line just before is
// left out, as the compiler does.
func sortDiagnostics(diags []Diagnostic) []Diagnostic {
	diags = slices.CompactFunc(diags, func(a, b Diagnostic) bool { return a.Pos.Line == b.Pos.Line && a.Msg == b.Msg })
	slices.SortStableFunc(diags, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return slices.CompactFunc(diags, func(a, b Diagnostic) bool { return a.Pos == b.Pos && a.Msg == b.Msg })
}

// withSyntax are the builder's diagnostics and what the compiler's parser says
// of things that Go's own leaves to the type checker. Where it speaks of a
// syntax error, the compiler does not get to types.
func (b *builder) withSyntax() []Diagnostic {
	syntax := Syntax(b.cell.Source, b.cell.SyntaxErrors())
	if len(syntax) == 0 {
		return b.diags
	}
	if slices.ContainsFunc(syntax, isSyntax) {
		return syntax
	}
	return b.beside(syntax)
}

// beside are the builder's diagnostics beside some of the parser's, without
// those that say the same.
func (b *builder) beside(parser []Diagnostic) []Diagnostic {
	return append(slices.DeleteFunc(b.diags, func(d Diagnostic) bool {
		return strings.HasPrefix(d.Msg, "malformed constant: ") || d.Msg == "missing function body" ||
			slices.ContainsFunc(parser, func(p Diagnostic) bool { return p.Msg == d.Msg })
	}), parser...)
}

// SyntaxErrors are the diagnostics of a cell that has syntax errors. Where the
// compiler calls none of them that, only single tokens are wrong, and it goes
// on to types.
func (s *Session) SyntaxErrors(number int, c *cell.Cell, errs scanner.ErrorList) []Diagnostic {
	diags := Syntax(c.Source, errs)
	if slices.ContainsFunc(diags, isSyntax) || c.Source == "" {
		return diags
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.takeBack()
	defer s.takeBack()
	b := newBuilder(s, s.fset, s.pkg, number, c)
	b.guarded(b.check)
	b.remember()
	return sortDiagnostics(b.beside(diags))
}

func isSyntax(d Diagnostic) bool { return strings.HasPrefix(d.Msg, "syntax error: ") }
