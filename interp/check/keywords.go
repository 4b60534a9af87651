package check

import "go/token"

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
		if open := p.partner[len(p.list)-1]; len(p.levels) == 1 && v.first == token.FUNC && p.tok(open-1) == token.FUNC {
			return nil, true
		}
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
