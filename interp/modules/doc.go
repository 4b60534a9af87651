// Package modules brings third-party packages into cells: `%get
// github.com/google/uuid@v1.6.0` makes a module known, and an import makes one
// of its packages part of the session.
//
// # Resolving
//
// A [Set] holds what one session requires, as the text of a go.mod and a go.sum.
// Whatever is to be found out, the go command of the machine finds out, in a
// scratch module that exists while it runs: so the user's module cache, proxy,
// checksum database and credentials are those of every other Go program. The
// kernel itself opens no connection. Where there is no go command, or it fails,
// the error says in a sentence what is missing.
//
//	set := modules.New()
//	got, err := set.Get(ctx, []string{"github.com/google/uuid@v1.6.0"}, progress)
//	...
//	err = set.Prepare(ctx, []string{"github.com/google/uuid"}, progress)
//
// # Importing
//
// Cells don't link compiled code: what they run is interpreted. So a package
// is taken as source, in the form that it has without cgo and assembly (see
// [tags]), and type-checked by the [Importer], which serves the standard library
// from package std's tables. Package lower then treats it as it treats
// the learner's own code, with the syntax trees and the types.Info that
// [Importer.Source] hands out.
//
// # What differs
//
// Loops have variables of their own in each iteration, as since Go 1.22, also in
// modules that are written for an older Go. What looks at the stack, as
// github.com/pkg/errors does with %+v, sees the interpreter's functions there.
//
// # What is refused
//
// A package that can't be had as plain Go is refused when it is imported, with
// a [Refusal] that names the file and the line: package unsafe, cgo, functions
// without a body (assembly, go:linkname), go:embed, and whatever of the
// standard library the session's [std.Policy] keeps from cells.
package modules
