// Package dyn gives interpreted values their types when they get into
// interfaces, and takes them away again on the way out.
//
// yaegi knows a learner's Celsius as a float64, and a Point as a struct without
// name or methods: that is all that interpreted code needs, because package
// lower has already resolved every method and every name. In an interface it
// is too little. So lowered code passes each value on its way into an interface
// through [Registry.Box], which exchanges the type of the form in which yaegi
// keeps it for a type that package forge has made: main.Celsius, with its
// methods. From then on fmt, errors, encoding/json, reflect and all else that
// is compiled treat it as they treat the values of a compiled program. On the
// way out, in a type assertion, [Registry.Value] gives it back the form that
// yaegi knows.
//
// Both forms have the same layout, so nothing is copied. An interface type
// that has methods is [Iface] in yaegi's form, whatever its methods are: the
// value in it says where they are.
//
// A [Registry] belongs to one interpreter. Lowered code describes each type to
// it once, with [Registry.Define], under a number that package lower chose.
// A type that gets a method in a later cell is defined again. The values that
// it has so far are of the old version, which lacks the method; they count as
// values of the type all the same.
package dyn
