package engine

import (
	"fmt"
	"go/ast"
	"go/parser"
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
	place := m.places.AddFile(name, m.yaegi.FileSet().Base(), len(source))
	m.unit = place
	hidden := hideLines(source, place)
	file, err = parser.ParseFile(m.yaegi.FileSet(), name, hidden, parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, fmt.Errorf("the lowered cell is not Go: %w", err)
	}
	return file, marksOf(source, place), nil
}

// hideLines returns source with the line directives hidden, and tells place what
// they say. No string of lowered code goes over several lines, so that a line
// that looks like a directive is one.
func hideLines(source string, place *token.File) []byte {
	hidden := []byte(source)
	offset := 0
	for line := range strings.Lines(source) {
		next := offset + len(line)
		if next < len(source) {
			place.AddLine(next)
		}
		if said, ok := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "//line "); ok {
			hidden[offset+len("//")] = 'L'
			if name, line, col, ok := directive(said); ok {
				place.AddLineColumnInfo(next, name, line, col)
			}
		}
		offset = next
	}
	return hidden
}

// directive reads what follows //line: In[3]:2:1.
func directive(text string) (name string, line, col int, ok bool) {
	rest, last := cutNumber(text)
	name, line = cutNumber(rest)
	return name, line, last, line > 0 && last > 0
}

// cutNumber cuts ":n" from the end of text.
func cutNumber(text string) (rest string, n int) {
	i := strings.LastIndexByte(text, ':')
	if i < 0 {
		return text, 0
	}
	n, err := strconv.Atoi(text[i+1:])
	if err != nil {
		return text, 0
	}
	return text[:i], n
}

// marksOf finds the comments that stand after the word func.
func marksOf(source string, place *token.File) map[token.Pos]string {
	marks := map[token.Pos]string{}
	for _, mark := range []string{rt.WrittenLiteral, rt.Adapter} {
		for from := 0; ; {
			i := strings.Index(source[from:], mark)
			if i < 0 {
				break
			}
			before := strings.TrimRight(source[:from+i], " ")
			if word, ok := strings.CutSuffix(before, "func"); ok {
				marks[place.Pos(len(word))] = mark
			}
			from += i + len(mark)
		}
	}
	return marks
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
