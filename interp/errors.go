package interp

import (
	"fmt"
	"strings"

	"gopost/interp/check"
	"gopost/interp/engine"
	"gopost/interp/internal/ansi"
	"gopost/interp/lower"
)

// The names that errors have in a reply.
const (
	nameCompile     = "CompileError"
	nameUnsupported = "Unsupported"
	namePanic       = "Panic"
	nameInterrupted = "Interrupted"
	nameLost        = "WorkerLost"
	nameMagic       = "MagicError"
)

func compileError(source string, diags []check.Diagnostic) *Error {
	value := diags[0].String()
	if n := len(diags) - 1; n == 1 {
		value += " (and 1 more error)"
	} else if n > 1 {
		value += fmt.Sprintf(" (and %d more errors)", n)
	}
	return &Error{Name: nameCompile, Value: value, Traceback: lines(check.Render(source, diags, true))}
}

// refusedBy shows what the lowering refuses, in the cell of that name or in a
// module's file.
func (s *Session) refusedBy(name, source string, r *lower.Refusal) *Error {
	if r.Pos.Filename != name {
		source = s.source(r.Pos.Filename)
	}
	d := check.Diagnostic{Pos: r.Pos, Msg: r.Msg}
	e := &Error{Name: nameUnsupported, Value: r.Msg, Traceback: lines(check.Render(source, []check.Diagnostic{d}, true))}
	if !r.Pos.IsValid() {
		e.Traceback = []string{ansi.Bold(r.Msg)}
	}
	return e
}

func unsupported(sentence string) *Error {
	return &Error{Name: nameUnsupported, Value: sentence, Traceback: []string{ansi.Bold(sentence)}}
}

// interrupted says where an interrupt met the cell, if that is known.
func (s *Session) interrupted(frames []engine.Frame) *Error {
	text := "the cell was stopped; what it had defined until then is kept"
	if len(frames) > 0 {
		text = fmt.Sprintf("stopped at %s:%d; what the cell had defined until then is kept", frames[0].File, frames[0].Line)
	}
	e := &Error{Name: nameInterrupted, Value: text, Traceback: []string{ansi.Bold(nameInterrupted+":") + " " + text}}
	e.Traceback = append(e.Traceback, s.trace(frames)...)
	return e
}

// programEnded begins what is said when the worker is gone.
const programEnded = "The program that runs your cells has ended"

// reason says how the cell of that name ended its worker.
func reason(name string, e *engine.Exit) string {
	if e.Fatal == "stack overflow" {
		return name + " called functions within functions until the stack was full (stack overflow): look for a recursion that does not end"
	}
	return strings.TrimSuffix(e.Reason, ".")
}

func workerLost(sentence string) *Error {
	if sentence != "" {
		sentence = strings.ToUpper(sentence[:1]) + sentence[1:]
	}
	return &Error{Name: nameLost, Value: sentence, Traceback: []string{ansi.Bold(nameLost+":") + " " + sentence}}
}

// panicked shows a panic with the learner's lines that it left.
func (s *Session) panicked(f *engine.Failure) *Error {
	e := &Error{Name: namePanic, Value: f.Text}
	// As Go does, so that no line of the text looks like one of the traceback.
	e.Traceback = lines(ansi.Bold(f.Name + ": " + strings.ReplaceAll(f.Text, "\n", "\n\t")))
	if why := s.redefined(f.Text); why != "" {
		e.Traceback = append(e.Traceback, ansi.Bold("help:")+" "+why)
	}
	calls, start := s.split(f.Frames)
	e.Traceback = append(e.Traceback, s.trace(calls)...)
	if start != nil {
		e.Traceback = append(e.Traceback, s.frame("goroutine started at ", *start)...)
	}
	return e
}

// trace shows the learner's lines that frames stand for, innermost first.
func (s *Session) trace(frames []engine.Frame) []string {
	var all []string
	for _, frame := range frames {
		all = append(all, s.frame("", frame)...)
	}
	return all
}

// frame shows one of them.
func (s *Session) frame(before string, frame engine.Frame) []string {
	where := before + ansi.Bold(fmt.Sprintf("%s:%d", frame.File, frame.Line))
	if name := lower.FuncName(frame.Func); name != "" {
		where += " in " + name
	}
	all := []string{where}
	if text := s.line(frame.File, frame.Line); text != "" {
		all = append(all, fmt.Sprintf("%4d | %s", frame.Line, text))
	}
	return all
}

// line returns a line of an earlier cell, or "".
func (s *Session) line(name string, n int) string {
	all := strings.Split(s.source(name), "\n")
	if n < 1 || n > len(all) {
		return ""
	}
	return strings.TrimRight(all[n-1], "\r")
}

func lines(text string) []string { return strings.Split(strings.TrimRight(text, "\n"), "\n") }
