// Command gen makes the tables of the packages interp/std and
// interp/std/symbols. `go generate ./interp/std` runs it, in that folder, with
// the Go release whose standard library the tables are to describe. Its steps:
//
//  1. ask `go list` for the standard packages and their export data, which the
//     go command compiles if it must;
//  2. leave out what std.Policy refuses even in trusted use;
//  3. type-check our own packages from source, under the import paths that
//     learners write;
//  4. write all types to types.zip;
//  5. write a Go file a package to the folder symbols.
//
// The same sources give the same bytes, so a second run changes nothing.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run() error {
	lib, err := loadStandard()
	if err != nil {
		return err
	}
	for _, own := range ownPackages() {
		if err := lib.addOwn(own); err != nil {
			return err
		}
	}
	if err := lib.writeTypes("types.zip"); err != nil {
		return err
	}
	return lib.writeSymbols("symbols")
}
