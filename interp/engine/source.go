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
	hidden := strings.ReplaceAll(source, "\n//line ", "\n//Line ")
	file, err := parser.ParseFile(m.yaegi.FileSet(), name, hidden, parser.SkipObjectResolution)
	if err != nil {
		return nil, fmt.Errorf("the lowered cell is not Go: %w", err)
	}
	known := m.yaegi.FileSet().File(file.Package)
	var s scanner.Scanner
	s.Init(m.places.AddFile(name, known.Base(), len(source)), []byte(source), nil, 0)
	for {
		if _, tok, _ := s.Scan(); tok == token.EOF {
			return file, nil
		}
	}
}
