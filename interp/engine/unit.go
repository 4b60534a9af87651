package engine

import (
	"context"

	"gopost/interp/engine/rt"
)

// Unit is a lowered cell: what a worker runs.
type Unit struct {
	// Cell names the execution. All output of the cell's goroutines carries it.
	Cell string
	// Number is the n of In[n].
	Number int
	// Source is one Go file of package main: non-generic, with line directives
	// that lead back to the learner's text (//line In[3]:2:1), and the marks
	// [rt.WrittenLiteral] and [rt.Adapter].
	Source string
	// Entry is the func() in Source that runs after the declarations; "" for
	// none.
	Entry string
	// Imports are the import paths whose symbols Source uses.
	Imports []string
	// Stdin says whether the front end can ask the learner for input.
	Stdin bool
}

// Outcome is how a Unit ended. At most one of Panic, Interrupted, Lost and
// CompileError is set.
type Outcome struct {
	// Value is the value of the cell's last expression; nil for none.
	Value *Display
	// Panic is a panic of the cell or of a goroutine it started.
	Panic *Failure
	// Interrupted says that the cell ended because of an interrupt.
	Interrupted bool
	// Stopped says where the interrupt met the cell's own goroutine, from there
	// outwards; empty if that is not known.
	Stopped []Frame
	// Lost says that the worker died: the state of the session is gone.
	Lost *Exit
	// CompileError is what yaegi said against a Unit that it cannot run, in a
	// sentence. It means an error in the lowering, or a limit of yaegi.
	CompileError string
}

// Failure is a panic that nobody recovered.
type Failure = rt.Failure

// Frame is one line of a traceback.
type Frame = rt.Frame

// Exit says how a worker died.
type Exit struct {
	// Reason is one sentence, such as "the cell called os.Exit(3)".
	Reason string
	// Code is the exit code, -1 when a signal ended the worker.
	Code int
	// Signal names the signal, "" for none.
	Signal string
	// Fatal is the fatal error of the Go runtime, such as "stack overflow" or
	// "concurrent map writes"; "" for none.
	Fatal string
	// OutOfMemory says that the worker wanted more memory than there is.
	OutOfMemory bool
	// Stderr is the end of what the worker's Go runtime wrote.
	Stderr string
}

// Display is rich output.
type Display struct {
	// Data holds the output by MIME type; Metadata a JSON object by MIME type.
	Data, Metadata map[string]string
	// ID is not empty for a display that can be updated later.
	ID string
	// Update says that Data replaces what was shown under ID.
	Update bool
}

// Sink takes what cells produce. Its methods are called from several
// goroutines, and after Run has returned as well, for goroutines outlive their
// cells. A slow Sink slows the cells down.
type Sink interface {
	// Stream takes text that cell id printed.
	Stream(id string, stderr bool, text string)
	// Late takes a panic in a goroutine of cell id, which is over.
	Late(id string, f *Failure)
	// Display takes rich output that cell id showed.
	Display(id string, d Display)
	// Clear removes what cell id has shown, at once or when its next output
	// comes.
	Clear(id string, wait bool)
	// Input asks the learner for one line, without its newline, and blocks
	// until it is there or ctx is done.
	Input(ctx context.Context, id, prompt string, password bool) (string, error)
}
