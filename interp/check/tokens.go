package check

import (
	"go/scanner"
	"go/token"
	"slices"
	"strings"
)

// lexeme is one token of a text.
type lexeme struct {
	tok        token.Token
	start, end int // byte offsets; the same for the semicolon at a line's end
}

// lexemes are the tokens of a text that start before an offset. partner gives
// for a bracket the index of the one that belongs to it, or -1.
type lexemes struct {
	list    []lexeme
	partner []int
}

func lex(src string, before int) *lexemes {
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, []byte(src), func(token.Position, string) {}, 0)
	l := &lexemes{}
	var open []int
	for {
		pos, tok, lit := s.Scan()
		start := file.Offset(pos)
		if tok == token.EOF || start >= before {
			return l
		}
		end := tokenEnd(src, start, tok, lit)
		i := len(l.list)
		l.list, l.partner = append(l.list, lexeme{tok, start, end}), append(l.partner, -1)
		switch tok {
		case token.LPAREN, token.LBRACK, token.LBRACE:
			open = append(open, i)
		case token.RPAREN, token.RBRACK, token.RBRACE:
			// Brackets that were never closed inside of these don't count.
			at := len(open) - 1
			for at >= 0 && l.list[open[at]].tok != opening(tok) {
				at--
			}
			if at >= 0 {
				l.partner[i], l.partner[open[at]] = open[at], i
				open = slices.Delete(open, at, len(open))
			}
		}
	}
}

// tokenEnd is where the token ends that the scanner found at an offset of src.
// The text of raw strings and comments has lost its carriage returns.
func tokenEnd(src string, start int, tok token.Token, lit string) int {
	closing := ""
	switch {
	case tok == token.SEMICOLON && lit == "\n":
		return start
	case lit == "":
		return min(start+len(tok.String()), len(src))
	case tok == token.STRING && lit[0] == '`':
		closing = "`"
	case tok == token.COMMENT && lit[1] == '*':
		closing = "*/"
	case tok == token.COMMENT:
		closing = "\n"
	default:
		return start + len(lit)
	}
	opened := min(start+len(closing), len(src))
	n := strings.Index(src[opened:], closing)
	switch {
	case n < 0:
		return len(src)
	case closing == "\n":
		return opened + n
	}
	return opened + n + len(closing)
}

// opening is the bracket that a closing one belongs to.
func opening(closing token.Token) token.Token {
	switch closing {
	case token.RPAREN:
		return token.LPAREN
	case token.RBRACK:
		return token.LBRACK
	}
	return token.LBRACE
}

// tok is the i-th token, ILLEGAL outside of the list.
func (l *lexemes) tok(i int) token.Token {
	if i < 0 || i >= len(l.list) {
		return token.ILLEGAL
	}
	return l.list[i].tok
}

// operand is the index of the token that starts the operand which ends with
// token i: p, f(x)[1].name, []int{1}. It is -1 if no operand ends there.
func (l *lexemes) operand(i int) int {
	start := -1
	for i >= 0 {
		switch tok := l.tok(i); {
		case tok == token.IDENT || tok.IsLiteral():
			start = i
		case tok == token.RPAREN || tok == token.RBRACK || tok == token.RBRACE:
			if l.partner[i] < 0 {
				return start
			}
			start = l.partner[i]
			if before := l.tok(start - 1); before == token.IDENT || before == token.MAP || before == token.STRUCT ||
				before == token.RBRACK || before == token.RPAREN || before == token.RBRACE {
				i = start - 1
				continue
			}
		case tok == token.MAP || tok == token.STRUCT:
			return i
		default:
			return start
		}
		switch l.tok(start - 1) {
		case token.PERIOD:
			i = start - 2
		case token.RBRACK: // the element type of a literal
			i = start - 1
		default:
			return start
		}
	}
	return start
}

// callee is the offset behind the name of the function, or the type, whose
// brackets token i opens: f(, pkg.F[int](, Point{. It is -1 if there is none.
func (l *lexemes) callee(i int) int {
	i--
	if l.tok(i) == token.RBRACK && l.partner[i] >= 0 {
		i = l.partner[i] - 1
	}
	if l.tok(i) != token.IDENT {
		return -1
	}
	return l.list[i].end
}
