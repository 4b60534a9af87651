// Package export turns a notebook into a Go module that `go run .` runs, with
// package mpsc inside: for the day when an experiment becomes a program.
//
//	report, err := export.Export(export.Options{Notebook: "post.ipynb", Dir: "post", Library: library})
//
// # What becomes of a cell
//
// The module's main.go reads as the notebook does, from top to bottom. Markdown
// stands there as comments. The functions, types and constants of a cell are
// declared at package level; its statements are the body of a function, cell3
// for In[3], and main calls these in order. A variable that later cells or
// functions use is a package-level variable, which its cell sets; all others are
// locals. The value of a last expression is printed, as the notebook shows it.
//
// So this cell, In[2], and a later one that reads total
//
//	func double(n int) int { return 2 * n }
//	n := 21
//	total := double(n)
//	total
//
// become
//
//	var total int
//
//	func double(n int) int { return 2 * n }
//
//	func cell2() {
//		n := 21
//		total = double(n)
//		fmt.Println(total)
//	}
//
// # Names
//
// A notebook may define a name again, with another meaning; a package may not.
// The later object gets another name, total2, wherever package go/types has
// found it used. A learner's text is never searched and replaced: what a name
// means is known from the same check that each cell passes before it runs.
//
// # What is left out
//
// Cells that are refused (errors of the compiler, of ownership), that are meant
// to fail or that are never executed are kept as comments, each with its reason.
// They have no effect in the program: what a cell that is meant to fail did
// before it failed is left out too. Magics are comments as well.
//
// A goroutine that is still at work when the last cell has ended is ended with
// the program, as in any other.
//
// In a program a type has all its methods from the start. A notebook may add a
// method in a later cell, or replace one: where that can make a difference the
// [Report] says so.
package export
