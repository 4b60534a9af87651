package syntax

import (
	goparser "go/parser"
	"go/token"
	"go/types"
	"strings"
)

// simple is what a simple statement looks like.
type simple struct {
	kind        token.Token // ASSIGN, DEFINE, RANGE, another operator, or ILLEGAL for an expression
	at          int         // offset of the operator, or the expression
	left, right shape
}

// simple reads a simple statement in the header of a for, if or switch
// statement, or elsewhere (ILLEGAL).
func (r *reader) simple(header token.Token) simple {
	if header == token.FOR && r.accept(token.RANGE) {
		r.expression()
		return simple{kind: token.RANGE}
	}
	return r.restOfSimple(r.expressions(), header)
}

// restOfSimple is simple behind the first expressions.
func (r *reader) restOfSimple(x shape, header token.Token) simple {
	s := simple{kind: r.now().tok, at: r.now().start, left: x}
	switch {
	case r.is(token.ASSIGN, token.DEFINE):
		r.next()
		if header == token.FOR && r.accept(token.RANGE) {
			if x.third > 0 {
				r.later = append(r.later, Error{x.third, "range clause permits at most two iteration variables"})
			}
			r.expression()
			return simple{kind: token.RANGE}
		}
		s.right = r.expressions()
		if s.kind == token.DEFINE && header == token.SWITCH && s.right.kind == guard && x.kind == plain {
			s.kind = token.ILLEGAL
		}
	case x.list:
		r.unexpected(", expected := or = or comma")
		r.skipTo(token.SEMICOLON, token.RBRACE)
		s.kind = token.ILLEGAL
	case r.is(token.INC, token.DEC):
		r.next()
		s.right.to = r.i
	case token.ADD_ASSIGN <= s.kind && s.kind <= token.AND_NOT_ASSIGN, r.is(token.ARROW):
		r.next()
		s.right = r.expression()
	default:
		s.kind, s.at = token.ILLEGAL, x.start
	}
	return s
}

// header reads what stands between a for, if or switch and its brace.
func (r *reader) header(word token.Token) {
	r.next()
	if r.is(token.LBRACE) {
		if word == token.IF {
			r.complain(r.now().start, "missing condition in if statement")
		}
		return
	}
	outer := r.braces
	r.braces = -1
	defer func() { r.braces = outer }()

	var init simple
	if !r.is(token.SEMICOLON) {
		if r.accept(token.VAR) {
			r.complain(r.now().start, "var declaration not allowed in "+word.String()+" initializer")
		}
		if init = r.simple(word); init.kind == token.RANGE {
			return
		}
	}
	if r.is(token.LBRACE) {
		r.condition(&init)
		return
	}
	semi := r.now()
	if !r.accept(token.SEMICOLON) {
		// A brace is what is missing most likely.
		semi.tok = token.ILLEGAL
		r.demand(token.LBRACE)
		if !r.is(token.LBRACE) {
			r.skipTo(token.LBRACE, token.RBRACE)
		}
	}
	cond := r.afterInit(word)
	switch {
	case cond != nil:
		r.condition(cond)
	case word != token.IF || semi.tok != token.SEMICOLON:
	case semi.text != "semicolon":
		r.complain(semi.start, "unexpected "+semi.text+", expected { after if clause")
	default:
		r.complain(semi.start, "missing condition in if statement")
	}
}

// afterInit reads the condition behind the first semicolon of a header, nil
// for none, and a for statement's post statement.
func (r *reader) afterInit(word token.Token) *simple {
	if word != token.FOR {
		if r.is(token.LBRACE) {
			return nil
		}
		s := r.simple(word)
		return &s
	}
	var cond *simple
	if !r.is(token.SEMICOLON) {
		if r.is(token.LBRACE) {
			r.unexpected(", expected for loop condition")
			return nil
		}
		s := r.simple(token.ILLEGAL)
		cond = &s
	}
	r.demand(token.SEMICOLON)
	if !r.is(token.LBRACE) {
		if post := r.simple(token.ILLEGAL); post.kind == token.DEFINE {
			r.complain(post.at, "cannot declare in post statement of for loop")
		}
	}
	return cond
}

// condition complains of a statement that stands for a value: often = is
// written for ==.
func (r *reader) condition(s *simple) {
	if s.kind == token.ILLEGAL {
		return
	}
	text := r.text(s.left)
	switch {
	case s.kind == token.ASSIGN:
		text = "assignment " + r.operandText(s.left) + " = " + r.operandText(s.right)
	case s.kind == token.INC || s.kind == token.DEC:
		text += s.kind.String()
	default:
		text += " " + s.kind.String() + " " + r.text(s.right)
	}
	r.complain(s.at, "cannot use "+text+" as value")
}

// operandText is the text of a side of an assignment: with parentheses where
// its operator could be taken for the assignment's.
func (r *reader) operandText(x shape) string {
	if x.binary {
		return "(" + r.text(x) + ")"
	}
	return r.text(x)
}

// text is the text of an expression, formatted.
func (r *reader) text(x shape) string {
	if x.to <= x.from {
		return ""
	}
	text := r.src[r.tokens[x.from].start:r.tokens[x.to-1].end]
	if e, err := goparser.ParseExpr(text); err == nil {
		return strings.ReplaceAll(types.ExprString(e), "((ast: <nil>))", "(type)")
	}
	return text
}
