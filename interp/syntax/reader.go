package syntax

import (
	"go/token"
	"slices"
	"strings"
)

// Error is one thing that is wrong with a text.
type Error struct {
	Offset int // in bytes
	Msg    string
}

// Grammar says what a text as a whole should be.
type Grammar int

const (
	// Cell is a notebook's: imports, declarations and statements in any order.
	Cell Grammar = iota
	// File is a Go file: a package clause, imports, declarations.
	File
)

// Check returns what is wrong with a text, by position, with no more than one
// syntax error a line: those that follow it are mostly caused by it.
func Check(src string, g Grammar) []Error {
	text := src
	if g == Cell {
		text += "\n" // as every line of a file has
	}
	tokens, errs := lex(text)
	r := &reader{tokens: tokens, src: text, errs: errs, pairs: pairs(tokens)}
	if g == File {
		r.file()
	} else {
		r.cell()
	}
	list := r.sorted()
	if g == Cell {
		end := len(strings.TrimRight(src, " \t\r\n"))
		for i := range list {
			list[i].Offset = min(list[i].Offset, end)
		}
	}
	return list
}

// sorted are the errors that a learner sees.
func (r *reader) sorted() []Error {
	list := r.errs
	if !slices.ContainsFunc(list, Error.Syntax) {
		list = append(list, r.later...)
	}
	slices.SortStableFunc(list, func(a, b Error) int { return a.Offset - b.Offset })
	line, last, at := 0, -1, 0
	return slices.DeleteFunc(list, func(e Error) bool {
		line, at = line+strings.Count(r.src[at:e.Offset], "\n"), e.Offset
		if !e.Syntax() {
			return false
		}
		again := line == last
		last = line
		return again
	})
}

// Syntax says whether an error calls itself one of syntax. With such errors
// the compiler does not look at types; others it reports beside theirs.
func (e Error) Syntax() bool { return strings.HasPrefix(e.Msg, mark) }

// mark begins most errors.
const mark = "syntax error: "

// reader stands before a token of a text.
type reader struct {
	src    string
	tokens []lexeme
	i      int
	errs   []Error
	later  []Error // what the compiler leaves to its type checker

	pairs  map[int]int // of brackets: where an opening one closes, and the reverse
	level  int         // how deep rules are within rules
	inFunc int         // how many functions are around
	depth  int         // how many blocks
	// braces says whether a brace after a name opens a composite literal: not
	// when negative, in the header of a statement.
	braces int
}

// pairs finds the brackets that belong together, each kind for itself.
func pairs(tokens []lexeme) map[int]int {
	opening := map[token.Token]token.Token{token.RPAREN: token.LPAREN, token.RBRACK: token.LBRACK, token.RBRACE: token.LBRACE}
	open := map[token.Token][]int{}
	found := map[int]int{}
	for i, t := range tokens {
		switch t.tok {
		case token.LPAREN, token.LBRACK, token.LBRACE:
			open[t.tok] = append(open[t.tok], i)
		case token.RPAREN, token.RBRACK, token.RBRACE:
			if list := open[opening[t.tok]]; len(list) > 0 {
				last := len(list) - 1
				found[list[last]], found[i] = i, list[last]
				open[opening[t.tok]] = list[:last]
			}
		}
	}
	return found
}

// maxLevel is how deep a text may be nested. No person writes what is deeper,
// and no stack must overflow.
const maxLevel = 10000

// within reads a rule within another. Too deep in, it gives the text up.
func (r *reader) within(rule func()) {
	r.level++
	if r.level > maxLevel {
		r.i = len(r.tokens) - 1
	} else {
		rule()
	}
	r.level--
}

// now is the token that the reader stands before.
func (r *reader) now() lexeme { return r.tokens[r.i] }

// is says whether that is one of some tokens.
func (r *reader) is(toks ...token.Token) bool { return slices.Contains(toks, r.now().tok) }

// ahead is the token n places further, EOF behind the last.
func (r *reader) ahead(n int) token.Token { return r.tokens[min(r.i+n, len(r.tokens)-1)].tok }

func (r *reader) next() {
	if r.i < len(r.tokens)-1 {
		r.i++
	}
}

// accept passes a token if it is there.
func (r *reader) accept(tok token.Token) bool {
	if !r.is(tok) {
		return false
	}
	r.next()
	return true
}

// demand passes a token, or complains that it is not there.
func (r *reader) demand(tok token.Token) {
	if !r.accept(tok) {
		r.unexpected(", expected " + expected(tok))
		r.next()
	}
}

// unexpected complains of the token that the reader stands before; where is
// what was expected, or where it was met.
func (r *reader) unexpected(where string) {
	r.complain(r.now().start, "unexpected "+r.now().describe()+where)
}

// complain adds a syntax error. At the end of a text all has been said if
// there was an error before.
func (r *reader) complain(at int, msg string) {
	if !r.is(token.EOF) || len(r.errs) == 0 {
		r.fault(at, mark+msg)
	}
}

// fault adds an error that does not call itself one of syntax.
func (r *reader) fault(at int, msg string) { r.errs = append(r.errs, Error{at, msg}) }

// starters begin a statement and nothing else: in a function, skipping stops
// there.
func starters() []token.Token {
	return []token.Token{
		token.BREAK, token.CONST, token.CONTINUE, token.DEFER, token.FALLTHROUGH, token.FOR, token.GO,
		token.GOTO, token.IF, token.RETURN, token.SELECT, token.SWITCH, token.TYPE, token.VAR,
	}
}

// skipTo passes tokens until one of some, of the starters of a statement, or
// the text's end.
func (r *reader) skipTo(toks ...token.Token) {
	if r.inFunc > 0 {
		toks = append(toks, starters()...)
	}
	for !r.is(token.EOF) && !r.is(toks...) {
		r.next()
	}
}

// list reads what stands between separators up to a closing token. The
// element says whether it must be the last one. list returns where the closing
// token stands, or should.
func (r *reader) list(what string, separator, closing token.Token, element func() (last bool)) int {
	for last := false; !last && !r.is(token.EOF, closing); {
		last = element()
		if r.accept(separator) || r.is(closing) {
			continue
		}
		r.unexpected(" in " + what + "; possibly missing " + expected(separator) + " or " + expected(closing))
		r.skipTo(token.RPAREN, token.RBRACK, token.RBRACE)
		if !r.is(closing) {
			return r.now().start
		}
	}
	at := r.now().start
	r.demand(closing)
	return at
}

// name passes a name.
func (r *reader) name() {
	if r.is(token.IDENT) {
		r.next()
		return
	}
	r.unexpected(", expected name")
	r.next()
}

// names passes a list of names; the first has been passed.
func (r *reader) names() {
	for r.accept(token.COMMA) {
		r.name()
	}
}

// literal passes a literal if one is there.
func (r *reader) literal() bool {
	if !r.now().tok.IsLiteral() || r.is(token.IDENT) {
		return false
	}
	r.next()
	return true
}
