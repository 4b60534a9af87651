// Package interp turns Go cells into results. It knows nothing of Jupyter: a
// front end (package kernel, or the run command) hands it a [Cell] and gets a
// [Result] back, while whatever the cell prints or shows on the way arrives at
// the front end's [Sink].
//
// A [Session] is what one notebook has: the names its cells have defined so
// far, and a worker process in which the cells run. The stages of a cell's
// life are folders of their own, in this order:
//
//	cell    split the text into imports, declarations, statements and magics
//	check   go/types over the whole session: every error `go build` would give
//	own     ownership: a value that was sent is not used again
//	lower   checked Go to the plain Go that yaegi runs faithfully
//	engine  yaegi, in the worker process
//
// # Modules
//
// `%get path@version` makes a third-party module known to the session, see
// package modules. Its packages are checked and lowered from source.
//
// # What cells refuse
//
// What go/types accepts runs as `go run` runs it, or is refused before it starts,
// by a sentence that names the construct and a way round. The constructs are in
// one list, which a test holds against the code: see package refused, the page
// refused.md in its folder, and `%help refused` in a cell. What is refused for
// safety alone, Options.Policy can allow.
package interp

import (
	"context"

	"gopost/interp/check"
	"gopost/interp/engine"
)

// Cell is one piece of code that a front end asks to run.
type Cell struct {
	// ID names this execution. It comes back with everything the cell prints
	// or shows, also when a goroutine of the cell outlives it.
	ID string
	// Number is the n of In[n]: positions in errors name it.
	Number int
	// Source is the text as the learner wrote it.
	Source string
	// Silent cells show no result value.
	Silent bool
	// Stdin says whether the front end can ask the learner for input.
	Stdin bool
}

// Stream is one of the two text streams of a cell.
type Stream string

// The streams, by the names that Jupyter and Unix share.
const (
	Stdout Stream = "stdout"
	Stderr Stream = "stderr"
)

// Bundle holds one piece of output in several forms, by MIME type. Values are
// text; images are base64; for application/json and types ending in +json the
// value is a JSON text.
type Bundle = map[string]string

// Display is rich output that a cell shows.
type Display = engine.Display

// Sink takes what cells produce while they run. Its methods are called from
// several goroutines and may be called after Run has returned, for goroutines
// outlive their cells. They must not call back into the Session.
type Sink interface {
	// Stream takes text that cell id printed.
	Stream(id string, s Stream, text string)
	// Display takes rich output that cell id showed.
	Display(id string, d Display)
	// Clear removes what cell id has shown so far, at once or, with wait,
	// when its next output comes.
	Clear(id string, wait bool)
	// Input asks the learner for a line, and blocks until it is there (without
	// its newline) or ctx is done. It fails with an error when the front end
	// cannot ask.
	Input(ctx context.Context, id, prompt string, password bool) (string, error)
}

// Result is how a cell ended.
type Result struct {
	// Value is what the cell's last expression evaluated to; nil for none.
	Value *Display
	// Err is nil when the cell ran to its end.
	Err *Error
}

// Error says why a cell failed, in the form in which Jupyter shows errors.
type Error struct {
	// Name is the kind of error: CompileError, OwnershipError, Panic,
	// Deadlock, Interrupted, WorkerLost.
	Name string
	// Value is the error in one sentence.
	Value string
	// Traceback is the whole text, a line an entry, with ANSI colours.
	Traceback []string
}

// Error returns name and value in one line.
func (e *Error) Error() string { return e.Name + ": " + e.Value }

// Completeness says whether a text is a whole cell, for consoles that must
// decide what the Enter key means.
type Completeness struct {
	// Status is complete, incomplete, invalid or unknown.
	Status string
	// Indent is what the next line of an incomplete text should start with.
	Indent string
}

// Completion is what could stand at the cursor, and Match one of the choices.
type (
	Completion = check.Completion
	Match      = check.Match
)

// Inspection is what is known of the name at the cursor; nil Data: nothing.
type Inspection struct {
	// Data holds text/plain and text/markdown.
	Data Bundle
}

// Interpreter is what a front end needs of a session: [Session] is the one
// implementation outside tests.
type Interpreter interface {
	// Run executes a cell and blocks until it has ended. Cells run one at a
	// time: a second Run waits for the first. Cancelling ctx interrupts the
	// cell.
	Run(ctx context.Context, c Cell) Result
	// Eval evaluates one expression of a front end's user_expressions,
	// without touching the session's history of cells.
	Eval(ctx context.Context, id, expr string) Result
	// Interrupt ends the cell that runs now, if one does, and returns at once.
	Interrupt()
	// Complete, Inspect and IsComplete answer also while a cell runs. cursor
	// is a byte offset into source.
	Complete(source string, cursor int) Completion
	Inspect(source string, cursor int, detail int) Inspection
	IsComplete(source string) Completeness
	// Restart forgets everything and starts a fresh worker.
	Restart() error
	// Close ends the worker and waits for it. Nothing reaches the Sink afterwards.
	Close() error
}
