package check

import (
	"go/token"
	"slices"
	"strings"
)

// surroundings is what the tokens before a cursor tell about the place it is
// in. They tell it of every text, whereas a parser gives up on an unfinished
// one.
type surroundings struct {
	*lexemes
	levels []level     // outermost first; the first is the cell itself
	prev   token.Token // the token before, ILLEGAL for none
	closed token.Token // the head of the block that prev closes
}

// level is a bracket that is open at the cursor, or the cell itself.
type level struct {
	bracket token.Token // ILLEGAL for the cell itself
	index   int         // of the bracket's token
	// head says what the bracket belongs to: for a brace IF, ELSE, FOR, SWITCH,
	// SELECT, FUNC, STRUCT, INTERFACE, LBRACE for a plain block and ILLEGAL for
	// a literal; for a parenthesis the VAR, CONST, TYPE or IMPORT before it.
	head token.Token
	// first and start are of the statement, field or spec that the cursor is
	// in; ILLEGAL and the end of the text where one starts.
	first token.Token
	start int
	// pending are the keywords of that statement whose block is still to come.
	pending  []token.Token
	assigned bool // of that statement: the values of the variables have begun
	clause   bool // of a switch or select: a case has been seen
}

// holdsStatements says whether statements, declarations, fields or specs stand
// directly inside of the bracket.
func (v *level) holdsStatements() bool {
	switch v.bracket {
	case token.ILLEGAL:
		return true
	case token.LBRACE:
		return v.head != token.ILLEGAL
	}
	return v.head != token.ILLEGAL
}

// declaresType says whether func starts a type without a body in the statement
// or field that the cursor is in.
func (v *level) declaresType() bool {
	return v.first == token.TYPE || v.first == token.VAR && !v.assigned || v.head == token.STRUCT || v.head == token.INTERFACE
}

func (v *level) endStatement(at int) {
	v.first, v.start, v.pending, v.assigned = token.ILLEGAL, at, nil, false
}

// surroundingsOf looks at the tokens before an offset of a text.
func surroundingsOf(src string, offset int) *surroundings {
	s := &surroundings{lexemes: lex(src, offset), levels: []level{{start: offset, index: -1}}}
	for i := range s.list {
		s.take(i, offset)
	}
	return s
}

func (s *surroundings) top() *level { return &s.levels[len(s.levels)-1] }

// block is the number of the innermost level that holds statements.
func (s *surroundings) block() int {
	n := len(s.levels) - 1
	for !s.levels[n].holdsStatements() {
		n--
	}
	return n
}

// take goes one token on.
func (s *surroundings) take(i, end int) {
	t := s.list[i]
	switch t.tok {
	case token.SEMICOLON:
		newline := t.start == t.end
		if newline && !s.top().holdsStatements() {
			// A line can't end here: its brackets were not closed.
			s.levels = s.levels[:s.block()+1]
		}
		if v := s.top(); v.holdsStatements() && (newline || len(v.pending) == 0) {
			v.endStatement(end)
		}
	case token.COMMA:
		if v := s.top(); !v.holdsStatements() {
			v.pending = nil // a function's type, without a body
		}
	case token.COLON:
		if v := s.top(); v.holdsStatements() {
			v.clause = v.clause || v.first == token.CASE || v.first == token.DEFAULT
			v.endStatement(end)
		}
	case token.LPAREN, token.LBRACK, token.LBRACE:
		s.begin(t)
		s.levels = append(s.levels, level{bracket: t.tok, index: i, head: s.headOf(i), start: end})
	case token.RPAREN, token.RBRACK, token.RBRACE:
		s.closed = s.close(t.tok)
	case token.ASSIGN, token.DEFINE:
		v := s.top() // var f func() = ...
		v.assigned = true
		v.pending = slices.DeleteFunc(v.pending, func(tok token.Token) bool { return tok == token.FUNC })
	default:
		s.begin(t)
		switch t.tok {
		case token.IF, token.FOR, token.SWITCH, token.SELECT, token.FUNC, token.ELSE, token.STRUCT, token.INTERFACE:
			v := s.top()
			if n := len(v.pending); n > 0 && v.pending[n-1] == token.ELSE {
				v.pending = v.pending[:n-1] // else if
			}
			v.pending = append(v.pending, t.tok)
		}
	}
	s.prev = t.tok
}

func (s *surroundings) begin(t lexeme) {
	if v := s.top(); v.first == token.ILLEGAL {
		v.first, v.start = t.tok, t.start
	}
}

// close leaves the bracket that a closing one belongs to, and returns its
// head.
func (s *surroundings) close(closing token.Token) token.Token {
	for n := len(s.levels) - 1; n > 0; n-- {
		if s.levels[n].bracket == opening(closing) {
			head := s.levels[n].head
			s.levels = s.levels[:n]
			return head
		}
	}
	return token.ILLEGAL
}

// headOf finds out what the opening bracket that is token i belongs to.
func (s *surroundings) headOf(i int) token.Token {
	v, before := s.top(), s.tok(i-1)
	switch s.tok(i) {
	case token.LPAREN:
		switch before {
		case token.VAR, token.CONST, token.TYPE, token.IMPORT:
			return before
		}
	case token.LBRACE:
		if n := len(v.pending); n > 0 && !s.endsLiteralType(i-1) {
			head := v.pending[n-1]
			v.pending = v.pending[:n-1]
			// The others were of function types, as its results have them.
			for n--; head == token.FUNC && n > 0 && v.pending[n-1] == token.FUNC; n-- {
				v.pending = v.pending[:n-1]
			}
			return head
		}
		switch before {
		case token.ILLEGAL, token.SEMICOLON, token.LBRACE, token.RBRACE, token.COLON:
			if v.holdsStatements() && len(v.pending) == 0 {
				return token.LBRACE
			}
		}
	}
	return token.ILLEGAL
}

// endsLiteralType says whether token i ends the type of a literal such as
// []int{1}, which may stand also where a block is to come.
func (s *surroundings) endsLiteralType(i int) bool {
	j := i
	for s.tok(j) == token.IDENT || s.tok(j) == token.PERIOD || s.tok(j) == token.MUL {
		j--
	}
	if j == i || s.tok(j) != token.RBRACK || s.partner[j] < 0 {
		return false
	}
	// func() []T { has such a type too, for its result.
	return !slices.Contains(s.top().pending, token.FUNC)
}

// closing is the text that closes all brackets down to a level, so that a
// parser takes it for whole: also the block of a header, and a case's colon.
func (s *surroundings) closing(down int) string {
	var out strings.Builder
	for n := len(s.levels) - 1; n >= down; n-- {
		v := &s.levels[n]
		if v.first == token.CASE {
			if v.head == token.SELECT && s.count(v, token.ARROW) == 0 {
				out.WriteString(" <- nil")
			}
			out.WriteString(":")
		}
		for _, p := range v.pending {
			if p != token.FUNC || !v.declaresType() {
				out.WriteString(s.headerEnd(v, p) + " {}")
			}
		}
		if n == down {
			break
		}
		switch v.bracket {
		case token.LPAREN:
			out.WriteString(")")
		case token.LBRACK:
			out.WriteString("]")
		case token.LBRACE:
			out.WriteString("}")
			// go and defer need a call.
			if first := s.levels[n-1].first; v.head == token.FUNC && (first == token.GO || first == token.DEFER) && s.levels[n-1].holdsStatements() {
				out.WriteString("()")
			}
		}
	}
	return out.String()
}

// levelsBefore is the number of the innermost level that was open at an offset.
func (s *surroundings) levelsBefore(offset int) int {
	n := len(s.levels) - 1
	for n > 0 && s.list[s.levels[n].index].start >= offset {
		n--
	}
	return n
}

// headerEnd is what the header of an if, for or switch lacks that has come to
// the cursor, where the block would start.
func (s *surroundings) headerEnd(v *level, keyword token.Token) string {
	if !v.assigned || s.count(v, token.RANGE) > 0 {
		return ""
	}
	parts := s.count(v, token.SEMICOLON)
	switch {
	case keyword == token.FOR && parts < 2:
		return strings.Repeat(";", 2-parts)
	case keyword == token.IF && parts == 0:
		return "; true"
	case keyword == token.SWITCH && parts == 0:
		return ";"
	}
	return ""
}

// count is how often the statement that the cursor is in has a token so far.

func (s *surroundings) count(v *level, tok token.Token) int {
	n := 0
	for _, t := range slices.Backward(s.list) {
		if t.start < v.start {
			break
		}
		if t.tok == tok {
			n++
		}
	}
	return n
}

// statementGone are the surroundings if the statement that the cursor is in were
// not there.
func (s *surroundings) statementGone() *surroundings {
	without := *s
	without.levels = slices.Clone(s.levels[:s.block()+1])
	without.top().endStatement(0)
	return &without
}

// inside says whether the cursor is in a block with one of the heads, without
// a function between.
func (s *surroundings) inside(heads ...token.Token) bool {
	for _, v := range slices.Backward(s.levels) {
		if v.bracket == token.LBRACE && slices.Contains(heads, v.head) {
			return true
		}
		if v.head == token.FUNC {
			return false
		}
	}
	return false
}
