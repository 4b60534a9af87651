package rt

import (
	"go/token"
	"strings"
	"sync/atomic"
)

// maxTrace bounds what is kept of a deep recursion: the calls around the panic
// say most.
const maxTrace = 200

// WrittenLiteral is the comment that stands after the word func of a function
// literal in lowered code if the learner wrote the literal. In tracebacks the
// others are part of the function around them.
const WrittenLiteral = "/*written*/"

// Adapter is what stands there if the literal only passes a call on, as the
// value of a method does. Tracebacks leave it out.
const Adapter = "/*adapter*/"

// Op is a place in the learner's code where a panic can happen.
type Op struct {
	Pos  token.Pos
	Func string // the function it is in, such as main.f or main.f.func1
	Part bool   // it is in a closure of that function which the learner did not write
}

// trace collects what a panic leaves on its way out: an operation, then nil
// for its function, then the call of that function, and so on.
type trace struct {
	steps []*Op
	// passing says that the panic is leaving the call that ran the deferred
	// calls of a function: that call is ours, not the learner's.
	passing bool
	// detail is what the panic's text lacks, such as the index.
	detail string
}

func (t *trace) add(o *Op) {
	if t.passing {
		t.passing = false
		return
	}
	if len(t.steps) < maxTrace {
		t.steps = append(t.steps, o)
	}
}

// Assigned is the detail of a panic that leaves an assignment to an element.
const Assigned = "assigned"

// Explain says what the text of the panic that leaves an operation lacks.
func (r *Runtime) Explain(detail string) {
	if s := current(); s != nil && len(s.trace.steps) == 0 {
		s.trace.detail = detail
	}
}

// complete adds the detail to the texts that lack it.
func (t *trace) complete(text string) string {
	switch text {
	case "runtime error: index out of range", "runtime error: slice bounds out of range":
		return text + t.detail
	}
	return text
}

// Innermost says whether the panic that goes on has not left any operation yet.
func (r *Runtime) Innermost() bool {
	s := current()
	return s != nil && len(s.trace.steps) == 0
}

// Reword gives the value of a panic, which has just left its first operation,
// the type and the text that it has in a compiled program.
func (r *Runtime) Reword(v any) any {
	s := current()
	if s == nil {
		return v
	}
	if x, ok := s.trace.asRuntimeError(plain(v)); ok {
		return x
	}
	return v
}

// Left notes that a panic leaves the operation o.
func (r *Runtime) Left(o *Op) {
	if s := current(); s != nil {
		s.trace.add(o)
		if !s.traced {
			s.traced = true
			r.tracing.Add(1)
		}
	}
}

// Swallowed forgets what a panic has left, for compiled code has recovered it:
// a call of that code has returned.
func (r *Runtime) Swallowed() {
	if s := current(); s != nil && s.traced {
		s.trace = trace{}
		s.untraced()
	}
}

// Enter begins a method that compiled code calls, which may have recovered a
// panic of another before.
func (r *Runtime) Enter() {
	if r.tracing.Load() != 0 {
		r.Swallowed()
	}
}

func (s *strand) untraced() {
	if s.traced {
		s.traced = false
		s.cell.run.tracing.Add(-1)
	}
}

// Tracing is not 0 while there may be something to forget, see
// [Runtime.Swallowed].
func (r *Runtime) Tracing() *atomic.Int32 { return &r.tracing }

// LeftFunc notes that a panic leaves an interpreted function.
func (r *Runtime) LeftFunc() { r.Left(nil) }

// frames resolves the steps of the trace, from the panic outwards. A closure
// that the learner did not write and the function around it share a frame.
func (t *trace) frames(locate func(token.Pos) token.Position) []Frame {
	var out []Frame
	inner := true // the next operation is the innermost of its function
	part := ""    // the function whose closure the last frame is in
	for _, o := range t.steps {
		if o == nil {
			if inner {
				part = "" // that function was left without a step of its own
			}
			inner = true
			continue
		}
		if !inner {
			continue
		}
		inner = false
		p := locate(o.Pos)
		if !strings.HasPrefix(p.Filename, "In[") && !strings.Contains(p.Filename, "@") { // a module's has a version
			continue
		}
		if o.Func != part {
			out = append(out, Frame{Func: o.Func, File: p.Filename, Line: p.Line, Col: p.Column})
		}
		part = ""
		if o.Part {
			part = o.Func
		}
	}
	return out
}

func (s *strand) failure(v any) *Failure {
	t := s.trace // which the value's own methods leave no trace in
	f := describe(v)
	f.Text = strings.Join(append(s.superseded, t.complete(f.Text)), "\npanic: ")
	f.Frames = t.frames(s.cell.run.locate)
	return f
}
