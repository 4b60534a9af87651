// Package progen makes Go programs: well-typed, terminating and deterministic
// ones, to compare an implementation of Go with the compiler.
//
// [Generate] turns bytes into a program. The bytes are choices: each time the
// generator stands at a fork, it takes a byte. So a fuzzer that changes a byte
// changes one decision, and every input is a program. When the bytes are used
// up, a random source goes on that the first eight of them seed; eight bytes
// are therefore a whole program already, and [Seed] makes them.
//
// # How a program stays well-typed
//
// The generator builds go/types types and grows every expression from the type
// that it must have. Variables in scope, functions, fields and methods are
// chosen by type identity. Constants are the hard part: int8(100)+int8(100) is
// a compile error, so each expression knows whether it is constant, and two
// constants never meet in one operation.
//
// # How it terminates
//
// Functions call only functions that were made before them, loops run a fixed
// number of times, and every function has a cost: its statements, times the
// loops around them, plus the cost of what it calls. No statement is added
// that would exceed the limit.
//
// # How its output is determined
//
// Go leaves some orders open: whether x is read before f() in x + f(), whether
// f() prints before a[9] panics in a[9] + f(). So each statement is of one
// kind: it may call functions that print, or hold one operation that panics,
// or change a variable that others see, but no two of these at once. Functions
// are marked by what they do: see function. Maps are ranged over in sorted
// order only, addresses are never printed, goroutines are joined before their
// results are read.
//
// # Comparing
//
// The tests in this package run programs in an engine.Machine and compare with
// the compiler. To run the fuzz target for ten minutes:
//
//	go test ./interp/progen -run '^$' -fuzz FuzzPrograms -fuzztime 10m
//
// Each input is run by the interpreter. Building a program takes a third of a
// second, nearly all of it linking, so each worker collects programs and
// builds them in batches: Generate's tag makes the names of a program its own,
// so that many are files of one package. [Reduce] makes a program that shows a
// difference small enough to read.
package progen
