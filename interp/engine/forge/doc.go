// Package forge makes real types of the Go runtime while a program runs.
//
// Package reflect makes slices, maps, functions and structs of existing types,
// but no type with a name, with methods, or that refers to itself. An
// interpreter needs exactly those: when a learner's Celsius has a String
// method, then fmt, encoding/json, errors.As, sort and everything else that is
// compiled must find it, as it would in a compiled program. So this package
// writes what the compiler would have written: the descriptions that the
// runtime and reflect read (type.go holds their shapes, as internal/abi has
// them).
//
//	p := forge.Declare(forge.Decl{String: "main.Point", PkgPath: "main", Layout: layout})
//	p.Complete(forge.Parts{Fields: fields, Methods: methods})
//	reflect.TypeOf(forge.As(p.Type(), &v)) // main.Point
//
// # Layout
//
// A forged type never decides how its values lie in memory. It is declared
// with a layout, another type that does: the sizes, the comparison, and what
// the garbage collector must know come from there. So a value of the layout
// type is turned into one of the forged type, and back, by exchanging the word
// that names the type ([Retype]); nothing is copied.
//
// # Methods
//
// Compiled code calls a method by jumping to an address, with the receiver in
// the first register. Machine code cannot be made at run time, so the program
// holds a few thousand short entries of it (trampolines_*.s), each of which jumps to the
// function value in the slot of its number. A method takes a slot.
//
// # Two steps
//
// Types may refer to each other and to themselves. After Declare a type has
// its size and its name, and others can be built from it; Complete says what
// it consists of. In between it must not be looked into.
//
// What is made here lives until the program ends, as the runtime expects of
// types. All functions may be called from several goroutines.
package forge
