package rt

import (
	"fmt"
	"go/token"
	"strings"
)

// maxTrace bounds what is kept of a deep recursion: both ends are enough.
const maxTrace = 100

// step is one thing a panic did on its way out: it left an operation (pos is
// set) or a function (name is set).
type step struct {
	pos  token.Pos
	name string
}

// trace collects the steps of the panics that unwind one goroutine. A panic
// leaves an operation, then its function, then the call of that function, and
// so on: two operations in a row mean that a deferred call panicked anew.
type trace struct {
	steps   []step
	dropped int
}

func (t *trace) add(s step) {
	if len(t.steps) >= maxTrace {
		t.dropped++
		return
	}
	t.steps = append(t.steps, s)
}

// forget drops the steps of the newest panic.
func (t *trace) forget() {
	t.dropped = 0
	for i := len(t.steps) - 1; i > 0; i-- {
		if t.steps[i].name == "" && t.steps[i-1].name == "" {
			t.steps = t.steps[:i]
			return
		}
	}
	t.steps = nil
}

// Left notes that a panic leaves the operation at pos.
func (r *Runtime) Left(pos token.Pos) {
	if s := current(); s != nil && !s.unwinding {
		s.trace.add(step{pos: pos})
	}
}

// LeftFunc notes that a panic leaves the interpreted function name.
func (r *Runtime) LeftFunc(name string) {
	if s := current(); s != nil && !s.unwinding {
		s.trace.add(step{name: name})
	}
}

// frames resolves the steps of the trace, from the panic outwards.
func (t *trace) frames(locate func(token.Pos) token.Position) []Frame {
	var out []Frame
	var pos token.Pos
	for _, s := range t.steps {
		if s.name == "" {
			if !pos.IsValid() {
				pos = s.pos
			}
			continue
		}
		if p := locate(pos); pos.IsValid() && strings.HasPrefix(p.Filename, "In[") {
			out = append(out, Frame{Func: s.name, File: p.Filename, Line: p.Line, Col: p.Column})
		}
		pos = token.NoPos
	}
	return out
}

func (s *strand) failure(v any) *Failure {
	f := describe(v)
	f.Frames = s.trace.frames(s.cell.run.locate)
	return f
}

// traceText writes frames as Go's own tracebacks do.
func traceText(frames []Frame) string {
	var b strings.Builder
	for _, f := range frames {
		fmt.Fprintf(&b, "\t%s(...)\n\t\t%s:%d:%d\n", f.Func, f.File, f.Line, f.Col)
	}
	return b.String()
}
