package interp

import (
	"context"
	"fmt"
	"strings"

	"gopost/interp/cell"
)

// get makes modules known: %get path@version ...
func (s *Session) get(ctx context.Context, id string, m cell.Magic) *Error {
	paths := strings.Fields(m.Args)
	if len(paths) == 0 {
		return magicError(m, "%%get needs a module, with a version if you like: %%get github.com/google/uuid@v1.6.0.")
	}
	got, err := s.modules.Get(ctx, paths, s.progress(id))
	if ctx.Err() != nil {
		return s.interrupted(nil)
	}
	if err != nil {
		return magicError(m, "%%get %s: %v", m.Args, err)
	}
	s.scope.Refresh()
	for _, g := range got {
		text := fmt.Sprintf("Got %s %s.", g.Path, g.Version)
		if used := s.importer.Version(g.Path); used != "" && used != g.Version {
			text = fmt.Sprintf("Got %s %s, but cells have imported packages of %s: these stay until the kernel is restarted.", g.Path, g.Version, used)
		}
		s.sink.Stream(id, Stdout, text+"\n")
		if g.Package == "" {
			continue
		}
		if _, err := s.importer.Import(g.Package); err != nil {
			s.sink.Stream(id, Stderr, "But "+err.Error()+".\n")
		}
	}
	return nil
}

// progress tells the learner what %get or an import is waiting for.
func (s *Session) progress(id string) func(string) {
	return func(sentence string) { s.sink.Stream(id, Stdout, sentence+"\n") }
}

// prepare has the packages from modules that a cell imports listed: the type
// checker, which completion waits for, is not to wait for the network.
func (s *Session) prepare(ctx context.Context, id string, c *cell.Cell) *Error {
	paths := c.ImportPaths()
	if len(paths) == 0 {
		return nil
	}
	news, err := s.modules.Prepare(ctx, paths, s.progress(id))
	if ctx.Err() != nil {
		return s.interrupted(nil)
	}
	if err != nil {
		text := "the modules of this cell's imports can't be had: " + err.Error()
		return &Error{Name: nameCompile, Value: text, Traceback: []string{text}}
	}
	if news {
		s.scope.Refresh()
	}
	return nil
}
