package cell

import (
	"go/scanner"
	"go/token"
	"strings"
	"unicode/utf8"
)

// Magic is a line that speaks to the notebook: %name args, or %%name args in a
// cell's first line. Which names exist is not this package's concern.
type Magic struct {
	// Name is without its percent signs.
	Name string
	// Args is the rest of the line, without the space around it.
	Args string
	// Cell says that it was written %%name and concerns the whole cell.
	Cell bool
	// Pos is the position of the first percent sign.
	Pos token.Position
}

// readMagics finds the magics and blanks their lines in c.Source. A line
// inside a raw string or a comment is text, whatever it starts with. No Go
// line of a valid cell starts with a percent sign otherwise, for the line
// before it would have to end in an operand, and that ends the statement.
func (c *Cell) readMagics(errs *scanner.ErrorList) {
	if !strings.Contains(c.Source, "%") {
		return
	}
	var out strings.Builder
	lex := lineState{}
	first := true // no line with text so far
	offset := 0
	for line := range strings.Lines(c.Source) {
		text := strings.TrimSpace(line)
		if lex.inCode() && isMagic(text) {
			start := offset + strings.Index(line, "%")
			name, args, _ := strings.Cut(strings.TrimLeft(text, "%"), " ")
			m := Magic{Name: name, Args: strings.TrimSpace(args), Cell: strings.HasPrefix(text, "%%"), Pos: c.position(start)}
			c.Magics = append(c.Magics, m)
			if m.Cell && !first {
				errs.Add(m.Pos, "%%"+name+" concerns the whole cell: write it in the cell's first line")
			}
			out.WriteString(blank(line))
		} else {
			lex.advance(line)
			out.WriteString(line)
		}
		if text != "" {
			first = false
		}
		offset += len(line)
	}
	c.Source = out.String()
}

// isMagic says whether a line, without the space around it, is a magic.
func isMagic(line string) bool {
	name, ok := strings.CutPrefix(line, "%")
	if !ok {
		return false
	}
	name = strings.TrimPrefix(name, "%")
	return name != "" && (name[0] == '_' || 'a' <= name[0]|0x20 && name[0]|0x20 <= 'z')
}

// blank replaces all but line ends by spaces, byte by byte.
func blank(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
	return string(b)
}

// lineState knows, between two lines, whether a raw string or a comment goes
// on. It is a scanner of its own because a magic's line is no Go, and Go's
// scanner would take an apostrophe there for a rune.
type lineState struct {
	open byte // '`' or '*' for what is open, 0 for none
}

func (s *lineState) inCode() bool { return s.open == 0 }

// advance reads one line.
func (s *lineState) advance(line string) {
	for i := 0; i < len(line); {
		switch rest := line[i:]; {
		case s.open == '`':
			end := strings.IndexByte(rest, '`')
			if end < 0 {
				return
			}
			s.open = 0
			i += end + 1
		case s.open == '*':
			end := strings.Index(rest, "*/")
			if end < 0 {
				return
			}
			s.open = 0
			i += end + 2
		case strings.HasPrefix(rest, "//"):
			return
		case strings.HasPrefix(rest, "/*"):
			s.open = '*'
			i += 2
		case rest[0] == '`':
			s.open = '`'
			i++
		case rest[0] == '"' || rest[0] == '\'':
			i += quoted(rest)
		default:
			_, size := utf8.DecodeRuneInString(rest)
			i += size
		}
	}
}

// quoted is the length of the quoted literal that s starts with, up to the end
// of the line when it is not closed.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}
