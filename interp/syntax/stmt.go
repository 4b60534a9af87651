package syntax

import "go/token"

// statements reads statements up to a brace or the next case.
func (r *reader) statements() {
	for !r.is(token.EOF, token.RBRACE, token.CASE, token.DEFAULT) {
		if r.depth == 0 && (r.is(token.IMPORT) || r.is(token.FUNC) && r.declaresFunc()) {
			return // of a cell: no statement
		}
		if !r.statement() {
			return
		}
		if !r.accept(token.SEMICOLON) && !r.is(token.RBRACE) && (r.depth > 0 || !r.is(token.EOF)) {
			r.unexpected(" at end of statement")
			r.skipTo(token.SEMICOLON, token.RBRACE, token.CASE, token.DEFAULT)
			r.accept(token.SEMICOLON)
		}
	}
}

// block reads a block; what is the statement that it belongs to, empty if its
// brace is surely there.
func (r *reader) block(what string) {
	if !r.accept(token.LBRACE) {
		r.unexpected(", expected { after " + what)
		r.skipTo(token.IDENT, token.RBRACE)
		if r.accept(token.RBRACE) {
			return
		}
	}
	r.depth++
	r.statements()
	r.depth--
	r.demand(token.RBRACE)
}

// statement reads a statement if one starts here.
func (r *reader) statement() (ok bool) {
	r.within(func() { ok = r.anyStatement() })
	return ok
}

func (r *reader) anyStatement() bool {
	switch tok := r.now().tok; tok {
	case token.IDENT:
		x := r.expressions()
		if x.kind == plain && !x.paren && r.is(token.COLON) {
			return r.labeled()
		}
		r.restOfSimple(x, token.ILLEGAL)
	case token.VAR, token.CONST, token.TYPE:
		r.declaration()
	case token.LBRACE:
		r.block("")
	case token.ADD, token.SUB, token.MUL, token.AND, token.XOR, token.NOT, token.ARROW,
		token.FUNC, token.LPAREN, token.LBRACK, token.STRUCT, token.MAP, token.CHAN, token.INTERFACE,
		token.INT, token.FLOAT, token.IMAG, token.CHAR, token.STRING:
		r.simple(token.ILLEGAL)
	case token.FOR:
		r.header(token.FOR)
		r.block("for clause")
	case token.SWITCH:
		r.header(token.SWITCH)
		r.clauses("switch", func() { r.expressions() })
	case token.SELECT:
		r.next()
		r.clauses("select", func() { r.simple(token.ILLEGAL) })
	case token.IF:
		r.ifStatement()
	case token.FALLTHROUGH:
		r.next()
	case token.BREAK, token.CONTINUE:
		r.next()
		r.accept(token.IDENT)
	case token.GO, token.DEFER:
		r.next()
		at := r.now().start
		if x := r.primary(); x.paren {
			r.fault(at, "expression in "+tok.String()+" must not be parenthesized")
		} else if !x.call {
			r.later = append(r.later, Error{at, "expression in " + tok.String() + " must be function call"})
		}
	case token.GOTO:
		r.next()
		r.name()
	case token.RETURN:
		r.next()
		if !r.is(token.SEMICOLON, token.RBRACE) {
			r.expressions()
		}
	case token.SEMICOLON:
	default:
		return false
	}
	return true
}

// labeled reads the statement behind a label.
func (r *reader) labeled() bool {
	at := r.now().start
	r.demand(token.COLON)
	if r.is(token.RBRACE) || r.is(token.EOF) && r.depth == 0 || r.statement() {
		return true
	}
	r.complain(at, "missing statement after label")
	return false
}

func (r *reader) ifStatement() { r.within(r.ifAndElse) }

func (r *reader) ifAndElse() {
	r.header(token.IF)
	r.block("if clause")
	if !r.accept(token.ELSE) {
		return
	}
	switch {
	case r.is(token.IF):
		r.ifStatement()
	case r.is(token.LBRACE):
		r.block("")
	default:
		r.complain(r.now().start, "else must be followed by if or statement block")
		r.skipTo(token.IDENT, token.RBRACE)
	}
}

// clauses reads the braces of a switch or select; guard reads what stands
// behind case.
func (r *reader) clauses(what string, guard func()) {
	if !r.accept(token.LBRACE) {
		r.complain(r.now().start, "missing { after "+what+" clause")
		r.skipTo(token.CASE, token.DEFAULT, token.RBRACE)
	}
	r.depth++
	for !r.is(token.EOF, token.RBRACE) {
		switch {
		case r.accept(token.CASE):
			guard()
		case r.accept(token.DEFAULT):
		default:
			r.unexpected(", expected case or default or }")
			r.skipTo(token.COLON, token.CASE, token.DEFAULT, token.RBRACE)
		}
		r.demand(token.COLON)
		r.statements()
	}
	r.depth--
	r.demand(token.RBRACE)
}
