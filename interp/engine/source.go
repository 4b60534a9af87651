package engine

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopost/interp/engine/rt"
)

// parse parses the source of a unit for yaegi, which keeps imports by the name
// of the file that they are in, so each unit has another. Line directives are
// hidden from yaegi, because it looks that name up by position. What they say
// goes to m.places, which has the same positions. marks has the
// comments [rt.WrittenLiteral] and [rt.Adapter], by the position of the function
// literal.
func (m *Machine) parse(source string) (file *ast.File, marks map[token.Pos]string, err error) {
	m.units++
	name := fmt.Sprintf("unit%d.go", m.units)
	hidden := []byte(source)
	place := m.places.AddFile(name, m.yaegi.FileSet().Base(), len(source))
	m.unit = place
	marks = map[token.Pos]string{}
	last := token.NoPos // of the last token but comments
	var s scanner.Scanner
	s.Init(place, []byte(source), nil, scanner.ScanComments)
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			break
		}
		switch {
		case tok != token.COMMENT:
			last = pos
		case strings.HasPrefix(text, "//line "):
			hidden[place.Offset(pos)+len("//")] = 'L'
		case text == rt.WrittenLiteral, text == rt.Adapter:
			marks[last] = text
		}
	}
	file, err = parser.ParseFile(m.yaegi.FileSet(), name, hidden, parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, fmt.Errorf("the lowered cell is not Go: %w", err)
	}
	return file, marks, nil
}

// yaegiPosition is how yaegi writes a position of its own.
var yaegiPosition = regexp.MustCompile(`unit[0-9]+\.go:([0-9]+):([0-9]+)`)

// relocate puts the learner's positions in the place of yaegi's, in what yaegi
// says of the last unit.
func (m *Machine) relocate(text string) string {
	return yaegiPosition.ReplaceAllStringFunc(text, func(s string) string {
		at := yaegiPosition.FindStringSubmatch(s)
		line, _ := strconv.Atoi(at[1])
		col, _ := strconv.Atoi(at[2])
		if m.unit == nil || line < 1 || line > m.unit.LineCount() {
			return s
		}
		return m.places.Position(m.unit.LineStart(line) + token.Pos(col-1)).String()
	})
}

// sentence gives an error text the form of a sentence.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + strings.TrimRight(text[size:], ".") + "."
}
