// Package check gives cells to go/types, against all that the session has
// defined so far, so that a learner sees every error that `go build` would
// give, in its words, before anything runs.
//
//	s := check.New(importer, fset)
//	c, errs := cell.Parse(fset, "In[3]", source)
//	...
//	checked, diagnostics := s.Check(3, c)
//	if len(diagnostics) == 0 {
//		// lower and run checked, and when it has started:
//		s.Commit(checked)
//	}
//
// # How a session looks to go/types
//
// Each cell is checked as a package of its own, and all cells share one
// *types.Package main, so that unexported fields of a type from an earlier
// cell can be used. The package's scope is made anew for each cell: it holds
// the session's objects that the cell mentions, and no others. That keeps the
// cost of a check independent of the session's length, and lets a cell define
// a name again: then the old object is not put in.
//
// Statements stand in the body of one function. Its outermost variables are
// ordinary locals to go/types, whose rules therefore hold between the
// statements of a cell; [Checked] lists them in Defs, and the next cell finds
// them in its package scope. Only where one of the cell's own functions
// mentions such a variable is it hoisted to package level: see [Checked].
//
// # Methods of earlier types
//
// A method may be declared in a later cell than its type. For go/types it
// becomes a function with the receiver as first parameter, and a method with
// its signature is added to the type. Declaring a method that exists replaces
// it: calls in later cells go to the new one, those in earlier cells, already
// translated, to the old one. To declare the type again makes a new type
// without methods; variables of the old type keep the old one.
//
// # Completion and inspection
//
// [Session.Complete] and [Session.Inspect] check the text that is being
// written, with an identifier of ours at the cursor, and read the answer off
// go/types. They use a package of their own and wait at most for a Check, never
// for a cell that runs.
//
// Halfway through "for _, x := range p." there is nothing that a parser takes.
// So the tokens before the cursor are looked at first: which brackets are open
// and what they belong to, which statement has begun. From that come several
// ways to mend the text, such as closing what is open; the first that gives the
// identifier at the cursor a meaning is used. The same tokens tell which
// keywords may stand there, and where nothing can.
//
// What the code around the cursor expects (an argument's type, a case of the
// switch's type, a type rather than a value) is read off the tree, and what
// fits it comes first.
package check
