package cell

import (
	"fmt"
	"go/scanner"
	"go/token"
	"slices"
)

// kind says which copy of the text an item belongs to.
type kind int

const (
	stmtItem kind = iota
	declItem
	importItem
	packageItem
)

// item is a stretch of the source from one semicolon outside all brackets to
// the next: a declaration, a statement, or a part of one (the header of a for
// statement has semicolons too).
type item struct {
	kind       kind
	start, end int  // byte offsets, without the space around
	newline    bool // the semicolon is a line end, or the cell's
}

// lexeme is one token of the source.
type lexeme struct {
	tok        token.Token
	lit        string
	start, end int
}

// parser is the state of one Parse.
type parser struct {
	cell    *Cell
	tokens  []lexeme
	items   []item
	stray   []int             // offsets of closing braces that close nothing
	errs    scanner.ErrorList // of the parser, in its words
	own     scanner.ErrorList // about what only cells have
	openEnd bool              // a raw string or comment is not terminated
	open    []int
}

// tokenize fills p.tokens. Lexical errors are left to the parser.
func (p *parser) tokenize() {
	src := []byte(p.cell.Source)
	fset := token.NewFileSet()
	file := fset.AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, func(_ token.Position, msg string) {
		if msg == "raw string literal not terminated" || msg == "comment not terminated" {
			p.openEnd = true
		}
	}, 0)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return
		}
		start := file.Offset(pos)
		end := start
		switch {
		case tok == token.SEMICOLON && lit == "\n":
		case lit != "":
			// Not start+len(lit): a raw string's lit has lost its carriage returns.
			end = start + len(lit)
			if tok == token.STRING && lit[0] == '`' {
				end = rawEnd(src, start)
			}
		default:
			end = start + len(tok.String())
		}
		p.tokens = append(p.tokens, lexeme{tok, lit, start, min(end, len(src))})
	}
}

// rawEnd is where the raw string that starts at offset start ends.
func rawEnd(src []byte, start int) int {
	for i := start + 1; i < len(src); i++ {
		if src[i] == '`' {
			return i + 1
		}
	}
	return len(src)
}

// split fills p.items.
func (p *parser) split() {
	var stack []token.Token // closing brackets that are waited for
	var cur *item
	for i, t := range p.tokens {
		if cur == nil {
			if t.tok == token.SEMICOLON && t.lit == "\n" {
				continue
			}
			p.items = append(p.items, item{kind: p.kindAt(i), start: t.start})
			cur = &p.items[len(p.items)-1]
		}
		cur.end = t.end
		switch t.tok {
		case token.LPAREN:
			stack, p.open = append(stack, token.RPAREN), append(p.open, t.start)
		case token.LBRACK:
			stack, p.open = append(stack, token.RBRACK), append(p.open, t.start)
		case token.LBRACE:
			stack, p.open = append(stack, token.RBRACE), append(p.open, t.start)
		case token.RPAREN, token.RBRACK, token.RBRACE:
			n := len(stack) - 1
			for n >= 0 && stack[n] != t.tok {
				n--
			}
			if n >= 0 {
				stack, p.open = stack[:n], p.open[:n]
			} else if t.tok == token.RBRACE {
				// Left in, it would close the function around the statements.
				p.stray = append(p.stray, t.start)
				p.errs.Add(p.cell.position(t.start), "expected statement, found '}'")
			}
		case token.SEMICOLON:
			if len(stack) == 0 {
				cur.newline = t.lit != ";"
				p.cell.Muted = t.lit == ";" && cur.kind == stmtItem
				cur = nil
			}
		}
	}
}

// kindAt is the kind of the item that starts with token i.
func (p *parser) kindAt(i int) kind {
	switch p.tokens[i].tok {
	case token.PACKAGE:
		if len(p.items) == 0 {
			return packageItem
		}
	case token.IMPORT:
		return importItem
	case token.TYPE, token.CONST:
		return declItem
	case token.FUNC:
		if p.isFuncDecl(i + 1) {
			return declItem
		}
	}
	return stmtItem
}

// isFuncDecl tells a function declaration from a function literal by the
// tokens after func: a name, or a receiver, a name and parameters.
func (p *parser) isFuncDecl(i int) bool {
	if p.at(i) == token.IDENT {
		return true
	}
	if p.at(i) != token.LPAREN {
		return false
	}
	i = p.skipBrackets(i)
	if p.at(i) != token.IDENT {
		return false
	}
	i++
	if p.at(i) == token.LBRACK {
		i = p.skipBrackets(i)
	}
	return p.at(i) == token.LPAREN
}

// at is token i, or EOF.
func (p *parser) at(i int) token.Token {
	if i >= len(p.tokens) {
		return token.EOF
	}
	return p.tokens[i].tok
}

// skipBrackets is the index after the bracket that closes the one at i.
func (p *parser) skipBrackets(i int) int {
	opening := []token.Token{token.LPAREN, token.LBRACK, token.LBRACE}
	closing := []token.Token{token.RPAREN, token.RBRACK, token.RBRACE}
	depth := 0
	for ; i < len(p.tokens); i++ {
		if slices.Contains(opening, p.tokens[i].tok) {
			depth++
		} else if slices.Contains(closing, p.tokens[i].tok) {
			depth--
		}
		if depth == 0 {
			return i + 1
		}
	}
	return i
}

// packageClause reads the item of a package clause.
func (p *parser) packageClause(it item) {
	for _, t := range p.tokens {
		if t.start < it.start || t.start >= it.end || t.tok == token.PACKAGE {
			continue
		}
		if t.tok == token.IDENT {
			p.cell.Package = nameAt(p.cell, t)
			if t.lit != "main" {
				p.own.Add(p.cell.position(t.start), fmt.Sprintf("package %s: cells belong to package main: write package main, or leave the line out", t.lit))
			}
			return
		}
		break
	}
	p.own.Add(p.cell.position(it.start), "a name is missing after package: write package main, or leave the line out")
}
