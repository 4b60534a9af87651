package interp

import (
	"fmt"
	"go/types"
	"regexp"
	"slices"
	"strings"
)

// redefined explains the text of a failed type assertion in which a type plays
// a part that several cells define: "interface {} is main.Point, not
// main.Point" makes no sense to who doesn't know of both. It is "" for others.
func (s *Session) redefined(text string) string {
	if !strings.HasPrefix(text, "interface conversion: ") {
		return ""
	}
	for _, m := range regexp.MustCompile(`main\.(\pL[\pL\pN_]*)`).FindAllStringSubmatch(text, -1) {
		cells := s.definitions(m[1])
		if len(cells) > 1 {
			return fmt.Sprintf("%s was defined in %s and redefined in %s: a value keeps the %s it was made from, and these are different types",
				m[1], cells[0], list(cells[1:]), m[1])
		}
	}
	return ""
}

// definitions are the names of the cells that define a type of that name.
func (s *Session) definitions(name string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	type definition struct {
		pos  int
		cell string
	}
	var found []definition
	for cell, ch := range s.cells {
		for _, obj := range ch.Defs {
			if t, ok := obj.(*types.TypeName); ok && t.Name() == name {
				found = append(found, definition{int(t.Pos()), cell})
			}
		}
	}
	slices.SortFunc(found, func(a, b definition) int { return a.pos - b.pos })
	var cells []string
	for _, d := range found {
		cells = append(cells, d.cell)
	}
	return cells
}

// list joins names as in a sentence.
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
