package check

import (
	"go/token"
	"slices"
)

// only are the keywords at the cursor where nothing else can stand, none where
// the learner makes up a name. It reports false where other names can stand
// too.
func (p *place) only() ([]string, bool) {
	v := p.top()
	switch p.prev {
	case token.FUNC, token.TYPE, token.VAR, token.CONST, token.IMPORT:
		return nil, true
	case token.PACKAGE:
		return nil, true
	case token.ELSE:
		return []string{"if"}, true
	case token.RBRACE:
		if p.closed == token.IF && v.first != token.ILLEGAL {
			return []string{"else"}, true
		}
	case token.RPAREN:
		// The name of a method, behind its receiver.
		if open := p.partner[len(p.list)-1]; len(p.levels) == 1 && v.first == token.FUNC && p.tok(open-1) == token.FUNC && p.list[open-1].start == v.start {
			return nil, true
		}
	}
	if p.behindOperand() {
		return nil, true
	}
	if v.first != token.ILLEGAL {
		return nil, false
	}
	switch {
	case v.bracket == token.LPAREN && v.holdsStatements():
		return nil, true // a spec starts
	case (v.head == token.SWITCH || v.head == token.SELECT) && !v.clause:
		return []string{"case", "default"}, true
	}
	return nil, false
}

// behindOperand says whether the cursor is behind a value, in the same
// statement, where only an operator could stand.
func (p *place) behindOperand() bool {
	v := p.top()
	if v.first == token.ILLEGAL && v.holdsStatements() {
		return false
	}
	// Elsewhere a type may follow a name.
	expression := v.first == token.IDENT && v.holdsStatements() && v.head != token.STRUCT && v.head != token.INTERFACE && v.bracket != token.LPAREN
	switch p.prev {
	case token.INT, token.FLOAT, token.IMAG, token.CHAR, token.STRING, token.RBRACE:
		return true
	case token.RPAREN: // the results of a function may follow its parameters
		return !slices.Contains(v.pending, token.FUNC) && v.head != token.INTERFACE
	case token.IDENT:
		return expression && len(v.pending) == 0
	case token.RBRACK:
		last := len(p.list) - 1
		open := p.partner[last]
		return expression && open >= 0 && open < last-1 && p.tok(open-1) == token.IDENT
	}
	return false
}

// keywords are those that may stand at the cursor beside other names.
func (p *place) keywords() []string {
	v := p.top()
	if v.head == token.STRUCT || v.head == token.INTERFACE {
		if v.first == token.ILLEGAL {
			return nil
		}
	}
	words := []string{"chan", "func", "interface", "map", "struct"}
	if v.first != token.ILLEGAL || !v.holdsStatements() {
		if p.prev == token.LPAREN && p.tok(v.index-1) == token.PERIOD {
			words = append(words, "type") // x.(type)
		}
		if n := len(v.pending); n > 0 && v.pending[n-1] == token.FOR {
			switch p.prev {
			case token.FOR, token.ASSIGN, token.DEFINE:
				words = append(words, "range")
			}
		}
		return words
	}
	words = append(words, "const", "defer", "for", "go", "goto", "if", "return", "select", "switch", "type", "var")
	if len(p.levels) == 1 {
		words = append(words, "import")
		if len(p.list) == 0 {
			words = append(words, "package")
		}
	}
	if p.inside(token.FOR, token.SWITCH, token.SELECT) {
		words = append(words, "break")
	}
	if p.inside(token.FOR) {
		words = append(words, "continue")
	}
	switch v.head {
	case token.SWITCH:
		words = append(words, "case", "default", "fallthrough")
	case token.SELECT:
		words = append(words, "case", "default")
	}
	return words
}
