package check

import (
	"go/scanner"
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopost/interp/cell"
)

// cursor is what surrounds a byte offset of an unfinished text.
type cursor struct {
	src        string
	offset     int
	start, end int // of the identifier around the offset, which may be empty
	text       token.Token
	textStart  int // of the comment or literal that the offset is in
}

// newCursor looks around an offset of src.
func newCursor(src string, offset int) *cursor {
	c := &cursor{src: src, offset: min(max(offset, 0), len(src))}
	c.start, c.end = c.offset, c.offset
	for c.start > 0 {
		r, size := utf8.DecodeLastRuneInString(src[:c.start])
		if !isIdentRune(r) {
			break
		}
		c.start -= size
	}
	for c.end < len(src) {
		r, size := utf8.DecodeRuneInString(src[c.end:])
		if !isIdentRune(r) {
			break
		}
		c.end += size
	}
	c.findText()
	return c
}

func isIdentRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// prefix is the part of the identifier before the cursor.
func (c *cursor) prefix() string { return c.src[c.start:c.offset] }

// findText finds the comment, string or rune that the cursor is in.
func (c *cursor) findText() {
	file := token.NewFileSet().AddFile("", -1, len(c.src))
	var s scanner.Scanner
	s.Init(file, []byte(c.src), func(token.Position, string) {}, scanner.ScanComments)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF || file.Offset(pos) >= c.offset {
			return
		}
		start := file.Offset(pos)
		end := tokenEnd(c.src, start, tok, lit)
		open := false // the text goes on to the cursor if nothing ends it
		switch tok {
		case token.COMMENT:
			open = lit[1] == '/' || !strings.HasSuffix(lit, "*/")
		case token.STRING, token.CHAR:
			open = len(lit) < 2 || lit[len(lit)-1] != lit[0]
		default:
			continue
		}
		if c.offset < end || c.offset == end && open {
			c.text, c.textStart = tok, start
			return
		}
	}
}

// magic is the name, with its percent signs, that is being written before the
// cursor, "" if there is none.
func (c *cursor) magic() (name string, start int) {
	line := strings.LastIndexByte(c.src[:c.start], '\n') + 1
	before := c.src[line:c.start]
	if mark := strings.TrimSpace(before); c.text == token.ILLEGAL && (mark == "%" || mark == "%%") {
		start = line + strings.IndexByte(before, '%')
		return c.src[start:c.offset], start
	}
	return "", 0
}

// goText is the same cursor in a text without the lines that are magics. It
// reports false if the cursor is in such a line.
func (c *cursor) goText() (*cursor, bool) {
	if !strings.Contains(c.src, "%") {
		return c, true
	}
	parsed, _ := cell.Parse(token.NewFileSet(), "", c.src)
	if len(parsed.Magics) == 0 || parsed.Source == "" {
		return c, true
	}
	line := strings.Count(c.src[:c.offset], "\n") + 1
	for _, m := range parsed.Magics {
		if m.Pos.Line == line {
			return nil, false
		}
	}
	return newCursor(parsed.Source, c.offset), true
}
