// Package std is what cells know of Go's standard library: its types, for the
// checker and the editor, and (in the folder symbols) its compiled functions,
// for the interpreter. All of it is in tables inside the program, so that a
// kernel needs neither a Go toolchain nor Go's source where it runs.
//
// # Types
//
// A Go compiler that has compiled a package writes its export data: every
// exported name with its type, and nothing else. The archive types.zip holds
// the export data of the packages that cells can import, an entry a package.
// [Importer] hands them to go/types one by one, as cells import them:
//
//	fset := token.NewFileSet()
//	conf := types.Config{Importer: std.NewImporter(fset)}
//
// Our own packages gopost/mpsc and gopost/display are in the same archive,
// under the import paths that learners write.
//
// # What is left out
//
// A [Policy] decides it, in policy.go and nowhere else. Some of it is offered by
// kernels that were installed for trusted use.
//
// # Comments
//
// Tables hold names and types, not Go's source text. [Comments] reads the comment
// of a name from Go's source where the machine has it, and [Link] points to
// the same text on the web.
//
// # Making the tables
//
// The tables belong to one Go release: the one in go.mod. After a new release,
// or after a change to the exported names of mpsc or display, run
//
//	go generate ./interp/std
//
// and commit what it changes. It takes some seconds on two cores, and about
// two minutes the first time, when the go command compiles the whole standard
// library. The program behind it is the folder gen, which documents its steps.
package std

//go:generate go run gopost/interp/std/gen
