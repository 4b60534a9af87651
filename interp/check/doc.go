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
// a name again: then the old object is not put in. Types stand in a scope
// around the package's: of those within, go/types looks for the declaration.
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
// A method of a generic type stays a method for go/types, which alone gives the
// type parameters of a receiver their constraints:
//
//	In[1]  type Stack[T any] struct{ items []T }
//	       var s Stack[int]
//	In[2]  func (s *Stack[E]) Push(v E) { s.items = append(s.items, v) }
//	In[3]  s.Push(1)
//
// The type of s was there before Push. go/types gives an instance a list of
// methods as long as the generic type's is at that time, fills it as methods are
// looked up, and never makes it longer: with Push, looking up any method of s
// would panic. [types.Named.AddMethod] does not take an instance, nothing else in
// the API touches its list, and the types of objects, expressions and fields that
// mention it cannot be exchanged. So the session knows which instances its
// cells have made, and overwrites each with a new one that has listed nothing
// yet (instances.go). Stages that make instances of their own have [Renew] and
// the Epoch of a [Checked].
//
// # Redefinition
//
// A later cell may declare any name again: a function with another signature,
// a variable or constant of another type, a type with other fields and
// methods, a package under the same name. What was made before keeps its old
// meaning, and the cells that follow see the new one:
//
//	In[1]  func twice(n int) int { return 2 * n }
//	       func four() int { return twice(2) }
//	In[2]  func twice(s string) string { return s + s }
//	       four()       // still 4: it calls the twice of In[1]
//
// The old and the new are different to go/types, even where they have the same
// name and fields. Where such a mix is an error, the hint names both cells:
//
//	In[1]  type Point struct{ X int }
//	       p := Point{1}
//	In[2]  type Point struct{ X, Y int }
//	       var q Point = p
//
//	cannot use p (variable of struct type Point) as Point value in variable declaration
//	help: p was made from the Point of In[1]; Point was redefined in In[2]: make p again to use the new one
//
// # Errors
//
// Errors are those of the compiler, which differs from go/types in a few words
// and places (wording.go, branch.go), and from Go's parser in all of them (see
// package syntax). Two things are allowed in a cell that a file refuses:
// variables of the outermost level and imports may stay unused, as later cells
// can use them. A whole program, with its package clause and its func main, is
// held to the rules of a file.
//
// A package of the standard library needs no import. Where several share a
// name, the members that the cell uses tell which one is meant, or it has to
// say so.
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
