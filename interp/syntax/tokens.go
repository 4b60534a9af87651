package syntax

import (
	"fmt"
	"go/scanner"
	"go/token"
	"strings"
	"unicode/utf8"
)

// lexeme is one token and where it stands.
type lexeme struct {
	tok        token.Token
	text       string // names and literals as written; of a semicolon what stands for it
	start, end int    // byte offsets
}

// describe is what the compiler calls a token that it did not expect.
func (l lexeme) describe() string {
	switch {
	case l.tok == token.IDENT:
		return "name " + l.text
	case l.tok == token.SEMICOLON:
		return l.text
	case l.tok.IsLiteral():
		return "literal " + l.text
	}
	return expected(l.tok)
}

// expected is what the compiler calls a token that it misses.
func expected(tok token.Token) string {
	switch {
	case tok == token.COMMA:
		return "comma"
	case tok == token.SEMICOLON:
		return "semicolon or newline"
	case tok == token.IDENT:
		return "name"
	case tok.IsKeyword():
		return "keyword " + tok.String()
	}
	return tok.String()
}

// lex takes a text apart. Tokens that are none are errors, and left out.
func lex(src string) ([]lexeme, []Error) {
	x := &lexer{src: src}
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, []byte(src), func(p token.Position, msg string) { x.fault(p.Offset, msg) }, 0)
	for {
		pos, tok, lit := s.Scan()
		start := file.Offset(pos)
		switch {
		case tok == token.EOF:
			x.list = append(x.list, lexeme{tok, "", len(src), len(src)})
			return x.list, x.errs
		case tok == token.ILLEGAL || tok == token.IDENT:
			x.name(tok, lit, start)
		case tok == token.SEMICOLON:
			x.semicolon(lit, start)
		case lit != "":
			x.list = append(x.list, lexeme{tok, x.literal(lit, start), start, start + len(lit)})
		default:
			x.list = append(x.list, lexeme{tok, tok.String(), start, start + len(tok.String())})
		}
	}
}

// lexer collects what lex returns.
type lexer struct {
	src  string
	list []lexeme
	errs []Error
}

// literal is a literal as written: the scanner takes carriage returns out of
// raw strings.
func (x *lexer) literal(lit string, start int) string {
	if lit[0] != '`' {
		return lit
	}
	if i := strings.IndexByte(x.src[start+1:], '`'); i >= 0 {
		return x.src[start : start+i+2]
	}
	return x.src[start:]
}

// name adds a name. A character beyond ASCII that no name may have counts as
// a part of it nevertheless, for the compiler does not end the name there.
func (x *lexer) name(tok token.Token, lit string, start int) {
	if tok == token.ILLEGAL {
		r, size := utf8.DecodeRuneInString(x.src[start:])
		if r < utf8.RuneSelf {
			return
		}
		lit = x.src[start : start+size]
	}
	if n := len(x.list); n > 0 && x.list[n-1].tok == token.IDENT && x.list[n-1].end == start {
		x.list[n-1].text += lit
		x.list[n-1].end += len(lit)
		return
	}
	x.list = append(x.list, lexeme{token.IDENT, lit, start, start + len(lit)})
}

// semicolon adds a semicolon, which may be a line's end. The scanner places
// that before the comments which the line ends with.
func (x *lexer) semicolon(lit string, start int) {
	l := lexeme{token.SEMICOLON, "semicolon", start, start + 1}
	if lit != ";" {
		at := x.lineEnd(start)
		l = lexeme{token.SEMICOLON, "newline", at, at}
		if at == len(x.src) {
			l.text = "EOF"
		}
	}
	x.list = append(x.list, l)
}

// lineEnd is where the line ends whose last tokens are comments: a comment of
// several lines is an end itself.
func (x *lexer) lineEnd(at int) int {
	for at < len(x.src) {
		rest := x.src[at:]
		switch {
		case strings.HasPrefix(rest, "//"):
			n := strings.IndexByte(rest, '\n')
			if n < 0 {
				return len(x.src)
			}
			return at + n
		case strings.HasPrefix(rest, "/*"):
			n := strings.Index(rest, "*/")
			if n < 0 || strings.Contains(rest[:n], "\n") {
				return at
			}
			at += n + 2
		case rest[0] == '\n':
			return at
		default:
			at++
		}
	}
	return at
}

// fault adds what the scanner says of a token in the compiler's words.
func (x *lexer) fault(at int, msg string) {
	line, _, _ := strings.Cut(x.src[min(at, len(x.src)):], "\n")
	last := at+len(line) == len(x.src)
	switch {
	case msg == "string literal not terminated" && !last:
		at, msg = at+len(line), "newline in string"
	case msg == "string literal not terminated", msg == "raw string literal not terminated":
		msg = "string not terminated"
	case msg == "rune literal not terminated" && !last:
		at, msg = at+len(line), "newline in rune literal"
	case msg == "illegal rune literal" && strings.HasPrefix(line, "''"):
		at, msg = at+1, "empty rune literal or unescaped '"
	case msg == "illegal rune literal":
		msg = "more than one character in rune literal"
	case msg == "illegal character NUL":
		msg = "invalid NUL character"
	case msg == "unknown escape sequence":
		msg = "unknown escape"
	case strings.HasSuffix(msg, " in escape sequence"):
		r, _ := utf8.DecodeRuneInString(line)
		base := "octal"
		if i := strings.LastIndexByte(x.src[:at], '\\'); i >= 0 && i+1 < at && strings.IndexByte("xuU", x.src[i+1]) >= 0 {
			base = "hexadecimal"
		}
		msg = fmt.Sprintf("invalid character %q in %s escape", r, base)
	case msg == "illegal byte order mark":
		msg = "invalid BOM in the middle of the file"
	case msg == "illegal character U+0000":
		return // it is the NUL character, of which has been told
	case strings.HasPrefix(msg, "illegal character U+"), strings.HasPrefix(msg, "curly quotation mark"):
		r, _ := utf8.DecodeRuneInString(line)
		msg = fmt.Sprintf("invalid character %#U", r)
		if r >= utf8.RuneSelf {
			msg += " in identifier"
		}
	}
	x.errs = append(x.errs, Error{at, msg})
}
