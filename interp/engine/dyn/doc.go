// Package dyn keeps the types of interpreted values that are in interfaces.
//
// yaegi gives a learner's named type the form of its underlying type, and a
// method only where it sees it called. Inside an interface that is too little:
// fmt would not find String, a type switch could not tell Celsius from
// float64, and %T would print an anonymous struct. So lowered code (package
// lower) never puts such a value into an interface alone. It puts a [Boxed]
// there, or an [ErrBoxed] where the interface is error: the value together
// with its [Type], which knows name, structure and methods.
//
// Everything that Go does with a value in an interface is a function here:
// assertions ([Registry.Is], [Implements]), method calls ([Method]),
// comparison ([Equal]) and, through [Boxed.Format], all of fmt's verbs.
//
// A [Registry] belongs to one interpreter. Lowered code describes each type to
// it once, under a number that package lower chose.
package dyn
