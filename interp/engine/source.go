package engine

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
)

// parse parses the source of a unit for yaegi, which keeps imports by the name
// of the file that they are in, so each unit has another. Line directives are
// hidden from yaegi, because it looks that name up by position. What they say
// goes to m.places, which has the same positions.
func (m *Machine) parse(source string) (*ast.File, error) {
	m.units++
	name := fmt.Sprintf("unit%d.go", m.units)
	hidden := []byte(source)
	place := m.places.AddFile(name, m.yaegi.FileSet().Base(), len(source))
	var s scanner.Scanner
	s.Init(place, []byte(source), nil, scanner.ScanComments)
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			break
		}
		if tok == token.COMMENT && strings.HasPrefix(text, "//line ") {
			hidden[place.Offset(pos)+len("//")] = 'L'
		}
	}
	file, err := parser.ParseFile(m.yaegi.FileSet(), name, hidden, parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("the lowered cell is not Go: %w", err)
	}
	return file, nil
}
