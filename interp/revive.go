package interp

import (
	"context"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"gopost/interp/cell"
	"gopost/interp/check"
)

// revive starts a new worker after the old one has died, and brings back what
// does not depend on a cell having run: imports, types, functions and
// constants. It returns a sentence that names the variables that are lost.
func (s *Session) revive() (string, error) {
	if err := s.engine.Close(); err != nil {
		return "", err
	}
	w, err := s.start()
	if err != nil {
		return "", fmt.Errorf("the program that runs your cells cannot be started again: %w", err)
	}
	s.engine = w
	old := s.history
	s.reset()
	for _, r := range old {
		s.declare(r)
	}
	lost := s.lost(old)
	if len(lost) == 0 {
		return "A new one has been started, and nothing you defined is lost.", nil
	}
	return "A new one has been started with your imports, types, functions and constants. These are lost: " +
		strings.Join(lost, ", ") + ". Run their cells again.", nil
}

// declare runs the declarations of an earlier cell, without its statements.
// Those that need a lost variable are left out.
func (s *Session) declare(r *ran) {
	name := fmt.Sprintf("In[%d]", r.number)
	c, _ := cell.Parse(s.scope.FileSet(), name, r.source)
	c.Stmts = nil
	c.Decls = slices.DeleteFunc(c.Decls, runs)
	checked := s.prune(r.number, c)
	if checked == nil {
		return
	}
	moves, _ := s.owners.Check(checked)
	program, err := s.lowerer.Cell(checked)
	if err != nil {
		return
	}
	o := s.engine.Run(context.Background(), unit(Cell{Number: r.number}, program))
	if o.CompileError != "" || o.Lost != nil {
		return
	}
	s.scope.Commit(checked)
	s.owners.Commit(moves)
	s.history = append(s.history, &ran{r.number, r.source, checked})
	s.setCell(name, r.source, checked)
}

// runs says whether a declaration does something when its cell runs.
func runs(d ast.Decl) bool {
	f, ok := d.(*ast.FuncDecl)
	return ok && f.Recv == nil && (f.Name.Name == "main" || f.Name.Name == "init")
}

// prune takes declarations out of a cell until the rest checks, and returns
// that; nil when nothing is left.
func (s *Session) prune(number int, c *cell.Cell) *check.Checked {
	for len(c.Decls)+len(c.Imports) > 0 {
		checked, diags := s.scope.Check(number, c)
		if len(diags) == 0 {
			return checked
		}
		before := len(c.Decls)
		for _, d := range diags {
			c.Decls = slices.DeleteFunc(c.Decls, func(decl ast.Decl) bool {
				from, to := c.File.Position(decl.Pos()), c.File.Position(decl.End())
				return from.Line <= d.Pos.Line && d.Pos.Line <= to.Line
			})
		}
		if len(c.Decls) == before {
			return nil
		}
	}
	return nil
}

// lost lists what the cells defined and is not there any more, and has later
// cells told of it.
func (s *Session) lost(cells []*ran) []string {
	var lost []string
	seen := map[string]bool{}
	for _, r := range slices.Backward(cells) {
		for _, o := range slices.Backward(r.checked.Defs) {
			if seen[o.Name()] {
				continue
			}
			seen[o.Name()] = true
			if _, isVar := o.(*types.Var); isVar || s.scope.Lookup(o.Name()) == nil {
				s.scope.Lose(o.Name(), r.number)
				lost = append(lost, fmt.Sprintf("%s (In[%d])", o.Name(), r.number))
			}
		}
	}
	slices.Reverse(lost)
	return lost
}
