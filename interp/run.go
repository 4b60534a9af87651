package interp

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/engine"
	"gopost/interp/lower"
	"gopost/interp/own"
)

// ran is a cell that was accepted.
type ran struct {
	number  int
	source  string
	checked *check.Checked
}

// Run executes a cell and blocks until it has ended. Cells run one at a time:
// a second Run waits for the first. Cancelling ctx interrupts the cell.
func (s *Session) Run(ctx context.Context, c Cell) Result {
	s.turn.Lock()
	defer s.turn.Unlock()
	ctx, done := s.interruptible(ctx)
	defer done()
	return s.execute(ctx, c, fmt.Sprintf("In[%d]", c.Number), true)
}

// Eval evaluates one expression of a front end's user_expressions. What it
// defines is forgotten.
func (s *Session) Eval(ctx context.Context, id, expr string) Result {
	s.turn.Lock()
	defer s.turn.Unlock()
	ctx, done := s.interruptible(ctx)
	defer done()
	return s.execute(ctx, Cell{ID: id, Source: expr}, "In[expression]", false)
}

// interruptible makes a context that Interrupt cancels.
func (s *Session) interruptible(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.interrupt = cancel
	return ctx, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.interrupt = nil
		cancel()
	}
}

// execute takes a cell through its stages. name is what positions in it are
// called; keep says whether later cells see what it defines.
func (s *Session) execute(ctx context.Context, c Cell, name string, keep bool) Result {
	notice, err := s.ready()
	if err != nil {
		return Result{Err: workerLost(err.Error() + ". Restart the kernel; if that does not help, run `gopost doctor`.")}
	}
	if notice != "" {
		s.sink.Stream(c.ID, Stderr, notice+"\n")
	}

	parsed, syntax := cell.Parse(s.scope.FileSet(), name, c.Source)
	if len(syntax) > 0 {
		return Result{Err: compileError(c.Source, s.scope.SyntaxErrors(c.Number, parsed, syntax))}
	}
	if err := s.magics(ctx, c.ID, parsed.Magics); err != nil {
		return Result{Err: err}
	}
	if err := s.prepare(ctx, c.ID, parsed); err != nil {
		return Result{Err: err}
	}
	checked, diags := s.scope.Check(c.Number, parsed)
	if len(diags) > 0 {
		return Result{Err: compileError(c.Source, diags)}
	}
	moves, refused := s.owned(c, name, checked)
	if refused != nil {
		if keep {
			s.scope.Refused(checked)
		}
		return Result{Err: refused}
	}
	return s.runChecked(ctx, c, name, stages{checked, moves}, keep)
}

// owned lets package own look at a cell. Findings that are only warnings are
// printed, and the cell runs.
func (s *Session) owned(c Cell, name string, checked *check.Checked) (*own.Cell, *Error) {
	moves, found := s.owners.Check(checked)
	if len(found) == 0 {
		return moves, nil
	}
	ename, evalue := own.Summary(found)
	// A warning is ordinary text on stderr, which may be a pipe.
	text := own.Render(found, func(file string) string {
		if file == name {
			return c.Source
		}
		return s.source(file)
	}, ename != "")
	if ename != "" {
		return nil, &Error{Name: ename, Value: evalue, Traceback: text}
	}
	s.sink.Stream(c.ID, Stderr, strings.Join(text, "\n")+"\n")
	return moves, nil
}

// stages are what the stages before the lowering made of a cell.
type stages struct {
	checked *check.Checked
	moves   *own.Cell
}

func (s *Session) runChecked(ctx context.Context, c Cell, name string, done stages, keep bool) Result {
	forget := s.lowerer.Checkpoint()
	program, err := s.lowerer.Cell(done.checked)
	var refusal *lower.Refusal
	if errors.As(err, &refusal) {
		if keep {
			s.scope.Refused(done.checked)
		}
		return Result{Err: s.refusedBy(name, c.Source, refusal)}
	}
	if ctx.Err() != nil {
		forget()
		return Result{Err: s.interrupted(nil)}
	}
	if keep {
		s.sayImports(c.ID, done.checked)
	}
	// A goroutine that panics may name the cell before Run returns.
	s.setCell(name, c.Source, done.checked)
	o := s.engine.Run(ctx, unit(c, program))
	if o.CompileError != "" {
		forget()
		if keep {
			s.scope.Refused(done.checked)
		}
		return Result{Err: unsupported(o.CompileError)}
	}
	if keep {
		s.scope.Commit(done.checked)
		s.owners.Commit(done.moves)
		s.history = append(s.history, &ran{c.Number, c.Source, done.checked})
	}
	switch {
	case o.Lost != nil:
		lost, err := s.revive()
		if err != nil {
			lost = "It cannot be replaced: " + err.Error() + "."
		}
		return Result{Err: workerLost(programEnded + ": " + reason(name, o.Lost) + ". " + lost)}
	case o.Interrupted:
		return Result{Err: s.interrupted(o.Stopped)}
	case o.Panic != nil:
		return Result{Err: s.panicked(o.Panic)}
	}
	res := Result{}
	if o.Value != nil && !c.Silent {
		res.Value = o.Value
	}
	return res
}

// everyday are the packages that go without saying: a note on each would stand
// between a lesson and its output.
var everyday = [...]string{
	"bufio", "bytes", "context", "errors", "fmt", "io", "maps", "math", "os", "slices", "sort", "strconv", "strings", "sync", "time",
}

// sayImports says which packages a cell got without asking, each once in a
// session.
func (s *Session) sayImports(id string, c *check.Checked) {
	for _, path := range c.AutoImports() {
		if !slices.Contains(everyday[:], path) && !s.imported[path] {
			s.imported[path] = true
			s.sink.Stream(id, Stderr, fmt.Sprintf("added: import %q\n", path))
		}
	}
}

func unit(c Cell, p *lower.Program) engine.Unit {
	return engine.Unit{
		Cell: c.ID, Number: c.Number, Source: p.Source, Entry: p.Entry, Imports: p.Imports, Stdin: c.Stdin,
	}
}
