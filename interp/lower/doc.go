// Package lower rewrites a checked cell as the plain Go that yaegi runs
// faithfully.
//
// yaegi executes a large part of Go, but not all of it as the compiler does.
// This package leaves it only what it does well: functions, closures, plain
// struct, slice, map, func and channel types, arithmetic and control flow.
// Everything else is rewritten here, with go/types' knowledge of every
// expression at hand:
//
//   - Generic functions and types are instantiated, one copy for each list of
//     type arguments (instance.go).
//   - Methods become functions whose first parameter is the receiver; promoted
//     fields and methods become explicit paths (selector.go).
//   - Named types that are not structs are written as their underlying types,
//     and interfaces with methods as one and the same. What a type is called and
//     which methods it has matters in one place only, inside an interface; so the
//     worker gets a description of each type that comes there (describe.go), and a
//     conversion to an interface gives the value the type that is made of it
//     (box.go, package dyn). An assertion takes it away again (assert.go).
//   - A type that mentions itself, as type Tree map[string]Tree does, is written
//     as a struct with one field (recursive.go).
//   - Range over integers, functions and channels, loop variables that
//     closures capture, min, max and clear, type switches, and go statements
//     are spelled out (range.go, rangefunc.go, loop.go, switch.go).
//   - Channel operations go through package rt, so that an interrupt reaches a
//     goroutine that waits (channel.go).
//   - Constants are written as the values that go/types computed (constant.go).
//   - Names are made unique: a redefinition in a later cell is a new name, and
//     what was compiled against the old one keeps its meaning (names.go).
//   - Generic packages (mpsc, slices, maps, ...) have no compiled form that an
//     interpreter could call: their bodies, written for this purpose, are in
//     lib/ and are instantiated like the learner's own (library.go).
//   - Packages from third-party modules, which the importer has as source, are
//     lowered like the learner's own code; their variables are initialised
//     before the first cell that imports them (module.go).
//
// What cannot be expressed is refused with a [Refusal], a sentence for the
// learner, before anything has run. Positions survive as //line directives.
package lower
