// Package cell reads the text of a notebook cell. A cell is looser than a Go
// file: imports, declarations and statements stand in any order, lines that
// start with % are magics for the notebook and not for Go, and a whole program
// with its package clause may be pasted in.
//
//	fset := token.NewFileSet()
//	c, errs := cell.Parse(fset, "In[7]", "func f() int { return 2 }\nx := f()\nx")
//	// c.Decls: func f; c.Stmts: x := f(), x
//
// # How a cell is parsed
//
// Go's own parser does the work, on copies of the text in which everything
// that does not belong is replaced by spaces: one copy with the imports, one
// with the declarations, one with the statements inside a function. As the
// copies keep length and lines, every node has the position it has in the
// learner's text, and so have the errors. Those are then said in the words of
// the compiler, by package syntax.
//
// A declaration starts, outside all brackets, with import, type, const, or
// func and a name (or a receiver and a name). Everything else is a statement.
// A var declaration is a statement too: its initial values are computed when
// its turn comes, between the statements around it.
//
// # Completeness
//
// [Complete] answers what a console asks when Enter is pressed: run this, or
// wait for more lines?
package cell
