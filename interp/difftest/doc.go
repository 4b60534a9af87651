// Package difftest compares the interpreter with the Go compiler: a differential
// test. It has no code to import; its tests are what it is for.
//
// A hand-written expectation only says what its author thought of. Here nobody
// writes one down: a program is built and run by the Go toolchain, run again by
// an [gopost/interp.Session], and both must print the same bytes on stdout and
// end the same way (the same panic text, the same exit code). Whatever yaegi or
// a stage before it gets wrong shows up as a difference, also in programs that
// were written for another purpose.
//
// # Where programs come from
//
//   - yaegi's own test programs, in the folder _test of its module;
//   - the examples of the standard library in GOROOT that state their output:
//     they run beside a copy of their package's files, and what they must print
//     is what their comment says or, where that needs the package's own test
//     harness to come true, what they print once compiled;
//   - testdata/programs, written for this test: each program goes through one
//     part of the language or of the library.
//
// A program that proves nothing is left out, and the reason is counted: Go does
// not compile it, it needs other modules, it prints something else each time it
// runs, it prints the name of its source file, which a cell does not have, or it
// computes for so long that it measures speed. Packages that exist only under a
// GOEXPERIMENT, such as encoding/json/v2, are not in `go list std`, and their
// examples are not looked at. None of the programs in testdata may be left out.
//
// # Two modes
//
// In the mode "whole" a program is one cell. In the mode "split" it is a session:
// its imports, its declarations one by one, and each statement of main are cells
// of their own. A cell sees what came before it and nothing else, so the
// declarations are put in an order in which each comes after those that it needs,
// and those that need each other share a cell (order_test.go). Programs whose
// main does something that ends with the function, and would end with the cell
// instead (a defer, a return), are left out of this mode.
//
// # Running it
//
//	go test -v ./interp/difftest            # everything, with the counts
//	go test -v -short ./interp/difftest     # the programs of testdata alone
//
// With -v the log says how many programs of each source are right in each mode,
// and lists the others by what is wrong with them. With the race detector only
// the programs of testdata run.
//
// # What may differ
//
// testdata/known.txt names the programs that use what gopost refuses on purpose,
// such as package unsafe. They must be refused, by a sentence that names the
// construct: a listed program that runs fails the test, as does any other
// difference.
package difftest
