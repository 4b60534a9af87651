package interp

import (
	"gopost/interp/cell"
	"gopost/interp/check"
)

// Complete says what could stand at the cursor, a byte offset into source. It
// answers also while a cell runs.
func (s *Session) Complete(source string, cursor int) Completion {
	return s.names().Complete(source, cursor, magicNames())
}

// Inspect says what is known of the name at the cursor, a byte offset into
// source. It answers also while a cell runs.
func (s *Session) Inspect(source string, cursor, detail int) Inspection {
	found := s.names().Inspect(source, cursor, detail)
	if found.Plain == "" {
		return Inspection{}
	}
	return Inspection{Data: Bundle{"text/plain": found.Plain, "text/markdown": found.Markdown}}
}

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
