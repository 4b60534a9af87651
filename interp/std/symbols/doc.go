// Package symbols holds the compiled standard library for the interpreter: for
// each package that cells can import, a function that returns its names with
// their [reflect.Value], in the shape that yaegi's Interpreter.Use takes.
//
// A function is called when a cell imports its package. Until then its table
// costs nothing: there is no package-level map, nothing is filled when the
// program starts, and the operating system doesn't even read that part of the
// program's file.
//
// In a table stand, by name:
//
//   - a function, and a typed constant: its value;
//   - an untyped constant: a [go/constant.Value], so that it stays exact;
//   - a variable: itself, addressable, so that assignments reach it;
//   - a type T: a nil *T;
//   - an interface T, under "_T": a nil pointer to the wrapper struct through
//     which interpreted values implement it.
//
// Generic functions and types are not values at run time: they have no symbol,
// and [Generic] lists them. What package std refuses is left out.
//
// The files whose names end in _gen.go are made by `go generate ./interp/std`.
package symbols
