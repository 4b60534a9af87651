// Package syntax says what is wrong with a text that is not Go, in the words
// and at the place of the compiler.
//
// go/parser builds the trees of gopost, but it words its complaints in its own
// way ("expected ';', found x"), and a learner who looks one up finds nothing:
// the world knows those of `go build` ("syntax error: unexpected name x at end
// of statement"). So a text that go/parser refuses is read once more, by a
// recognizer that builds nothing. It follows Go's grammar from token to token,
// and where the grammar breaks off it complains and skips to where the compiler
// would go on:
//
//	for _, e := range syntax.Check("x := 1 2", syntax.Cell) {
//		fmt.Println(e.Offset, e.Msg) // 7 syntax error: unexpected literal 2 at end of statement
//	}
//
// Nothing depends on the recognizer but the wording: a text it finds nothing
// wrong with keeps the parser's complaint. A test of package check compares
// its words with those of the compiler itself.
//
// # How it is built
//
// A reader (reader.go) stands before a token and offers what every rule needs:
// accept a token, demand one, read a list, skip. The rules are methods of it:
// declarations (decl.go), types and parameters (types.go, params.go),
// expressions (expr.go), statements (stmt.go, header.go). What a rule must know
// of an expression later, for instance whether a brace may follow it, is in its
// shape. tokens.go makes the tokens, and words what is wrong with a single one.
package syntax
