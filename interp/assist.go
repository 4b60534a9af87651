package interp

import (
	"go/token"
	"strings"

	"gopost/interp/cell"
	"gopost/interp/check"
)

// Complete says what could stand at the cursor, a byte offset into source. It
// answers also while a cell runs.
func (s *Session) Complete(source string, cursor int) Completion {
	return s.names().Complete(source, cursor, magicNames[:])
}

// Inspect says what is known of the name at the cursor, a byte offset into
// source, or of the magic that the cursor's line is. It answers also while a
// cell runs.
func (s *Session) Inspect(source string, cursor, detail int) Inspection {
	if about := aboutMagic(source, cursor); about != "" {
		return Inspection{Data: Bundle{"text/plain": about, "text/markdown": "```\n" + about + "\n```"}}
	}
	found := s.names().Inspect(source, cursor, detail)
	if found.Plain == "" {
		return Inspection{}
	}
	return Inspection{Data: Bundle{"text/plain": found.Plain, "text/markdown": found.Markdown}}
}

// aboutMagic is what %help says about the magic in the cursor's line, "" if
// there is none.
func aboutMagic(source string, cursor int) string {
	if !strings.Contains(source, "%") {
		return ""
	}
	parsed, _ := cell.Parse(token.NewFileSet(), "", source)
	line := strings.Count(source[:min(max(cursor, 0), len(source))], "\n") + 1
	for _, m := range parsed.Magics {
		if m.Pos.Line != line {
			continue
		}
		name := "%" + m.Name
		if m.Cell {
			name = "%" + name
		}
		return helpOn(name)
	}
	return ""
}

// helpOn is the entry of the help text that starts with a word, "" for none.
func helpOn(word string) string {
	var entry []string
	for line := range strings.Lines(help) {
		fields := strings.Fields(line)
		indent := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case entry == nil && indent == helpIndent && len(fields) > 0 && fields[0] == word:
			entry = append(entry, strings.TrimSpace(line))
		case entry == nil:
		case indent > helpIndent:
			entry = append(entry, strings.TrimRight(line[helpIndent:], "\n"))
		default:
			return strings.Join(entry, "\n")
		}
	}
	return strings.Join(entry, "\n")
}

// helpIndent is how far the entries of the help text are indented.
const helpIndent = 2

// IsComplete says whether source is a whole cell.
func (s *Session) IsComplete(source string) Completeness {
	status, indent := cell.Complete(source)
	return Completeness{Status: string(status), Indent: indent}
}

func (s *Session) names() *check.Session {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.scope
}
