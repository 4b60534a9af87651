package syntax

import (
	"go/token"
	"slices"
)

// file reads a Go file.
func (r *reader) file() {
	if !r.accept(token.PACKAGE) {
		r.complain(r.now().start, "package statement must be first")
		return
	}
	r.name()
	r.demand(token.SEMICOLON)
	if len(r.errs) > 0 {
		return
	}
	before, bodyless := token.IMPORT, false
	for !r.is(token.EOF) {
		if r.is(token.IMPORT) && before != token.IMPORT {
			r.complain(r.now().start, "imports must appear before other declarations")
		}
		before = r.now().tok
		switch {
		case r.is(token.IMPORT, token.CONST, token.TYPE, token.VAR):
			r.declaration()
			bodyless = false
		case r.accept(token.FUNC):
			bodyless = !r.function()
		default:
			if r.is(token.LBRACE) && bodyless {
				r.complain(r.now().start, "unexpected semicolon or newline before {")
			} else {
				r.complain(r.now().start, "non-declaration statement outside function body")
			}
			r.skipToDeclaration()
			continue
		}
		if !r.is(token.EOF) && !r.accept(token.SEMICOLON) {
			r.unexpected(" after top level declaration")
			r.skipToDeclaration()
		}
	}
}

func (r *reader) skipToDeclaration() {
	r.skipTo(token.IMPORT, token.CONST, token.TYPE, token.VAR, token.FUNC)
}

// cell reads a notebook's cell: a list of statements to the compiler, among
// which imports and functions may stand.
func (r *reader) cell() {
	if r.accept(token.PACKAGE) {
		r.name()
		r.demand(token.SEMICOLON)
	}
	r.inFunc++
	bodyless := false
	for !r.is(token.EOF) {
		at := r.i
		wasBodyless := bodyless
		bodyless = false
		switch {
		case r.is(token.IMPORT):
			r.declaration()
			r.separated(" after top level declaration")
		case r.is(token.FUNC) && r.declaresFunc():
			r.next()
			r.inFunc--
			bodyless = !r.function()
			r.inFunc++
			r.separated(" after top level declaration")
		case r.is(token.LBRACE) && wasBodyless:
			r.complain(r.now().start, "unexpected semicolon or newline before {")
			r.next()
		default:
			r.statements()
		}
		if r.i == at {
			switch {
			case !r.is(token.RBRACE):
				r.unexpected(", expected }") // of a function, to the compiler
			case !r.closes():
				r.complain(r.now().start, "unexpected }")
			}
			r.next()
		}
	}
}

// closes says whether the reader stands before a brace that closes another:
// what is wrong there was wrong at the other, and has been said.
func (r *reader) closes() bool {
	_, ok := r.pairs[r.i]
	return ok
}

// separated passes the semicolon between two declarations of a cell.
func (r *reader) separated(where string) {
	if !r.is(token.EOF) && !r.accept(token.SEMICOLON) {
		r.unexpected(where)
		r.skipTo(token.SEMICOLON, token.FUNC, token.IMPORT)
		r.accept(token.SEMICOLON)
	}
}

// declaresFunc tells a function's declaration from a literal: a name follows,
// or a receiver and a name.
func (r *reader) declaresFunc() bool {
	if r.ahead(1) != token.LPAREN {
		return true
	}
	end, ok := r.pairs[r.i+1]
	if !ok {
		return true
	}
	n := end - r.i
	return r.ahead(n+1) == token.IDENT && (r.ahead(n+2) == token.LPAREN || r.ahead(n+2) == token.LBRACK)
}

// declaration reads an import, const, type or var declaration.
func (r *reader) declaration() {
	specs := map[token.Token]func(){
		token.IMPORT: r.importSpec, token.CONST: r.constSpec, token.TYPE: r.typeSpec, token.VAR: r.varSpec,
	}
	spec := specs[r.now().tok]
	r.next()
	if !r.accept(token.LPAREN) {
		spec()
		return
	}
	r.list("grouped declaration", token.SEMICOLON, token.RPAREN, func() bool {
		spec()
		return false
	})
}

func (r *reader) importSpec() {
	if r.is(token.IDENT, token.PERIOD) {
		r.next()
	}
	path := r.now()
	if !r.literal() {
		r.complain(path.start, "missing import path")
		r.skipTo(token.SEMICOLON, token.RPAREN)
	} else if path.tok != token.STRING && !r.faulty(path) {
		r.complain(path.start, "import path must be a string")
	}
}

// faulty says whether there is something wrong with a token itself.
func (r *reader) faulty(l lexeme) bool {
	return slices.ContainsFunc(r.errs, func(e Error) bool { return l.start <= e.Offset && e.Offset < l.end })
}

func (r *reader) constSpec() {
	r.name()
	r.names()
	if r.is(token.EOF, token.SEMICOLON, token.RPAREN) {
		return
	}
	r.typ()
	if r.assignment() {
		r.expressions()
	}
}

func (r *reader) varSpec() {
	r.name()
	r.names()
	if r.assignment() {
		r.expressions()
		return
	}
	r.needType()
	if r.assignment() {
		r.expressions()
	}
}

// assignment passes =, and := with a complaint.
func (r *reader) assignment() bool {
	if r.is(token.DEFINE) {
		r.unexpected(", expected =")
		r.next()
		return true
	}
	return r.accept(token.ASSIGN)
}

func (r *reader) typeSpec() {
	r.name()
	ok := false
	switch {
	case r.is(token.LBRACK) && r.typeParameters():
		r.next()
		r.parameters(token.RBRACK, true, false)
		r.assignment()
		ok = r.typ()
	case r.is(token.LBRACK):
		ok = r.typ()
	default:
		r.assignment()
		ok = r.typ()
	}
	if !ok {
		r.unexpected(" in type declaration")
		r.skipTo(token.SEMICOLON, token.RPAREN)
	}
}

// typeParameters tells the type parameters of a type from an array's length:
// a name comes first, and what follows it is no operator.
func (r *reader) typeParameters() bool {
	if r.ahead(1) != token.IDENT {
		return false
	}
	switch r.ahead(2) {
	case token.IDENT, token.COMMA, token.INTERFACE, token.LBRACK, token.FUNC, token.MAP, token.CHAN, token.STRUCT, token.TILDE:
		return true
	case token.MUL, token.LPAREN: // P *E, or a product
		depth := 0
		for n := 2; n < maxLevel && r.ahead(n) != token.EOF; n++ {
			switch r.ahead(n) {
			case token.LPAREN, token.LBRACK:
				depth++
			case token.RPAREN, token.RBRACK:
				if depth == 0 {
					return false
				}
				depth--
			case token.COMMA:
				if depth == 0 {
					return true
				}
			case token.STRUCT, token.INTERFACE, token.FUNC, token.MAP, token.CHAN, token.TILDE:
				return true
			}
		}
	}
	return false
}

// function reads a function or method behind the word func, and says whether
// it has a body.
func (r *reader) function() bool {
	what := ""
	if r.accept(token.LPAREN) {
		what = "method"
		n := r.parameters(token.RPAREN, false, false)
		if n == 0 {
			r.fault(r.now().start, "method has no receiver")
		} else if n > 1 {
			r.fault(r.now().start, "method has multiple receivers")
		}
	}
	if r.accept(token.IDENT) {
		r.signature(what)
	} else {
		if what == "" {
			r.unexpected(", expected name or (")
		} else {
			r.unexpected(", expected name")
		}
		r.skipTo(token.LBRACE, token.SEMICOLON)
	}
	if !r.is(token.LBRACE) {
		return false
	}
	r.body()
	return true
}

// body reads a function's body.
func (r *reader) body() {
	r.inFunc++
	r.block("")
	r.inFunc--
}
