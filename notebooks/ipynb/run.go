package ipynb

import (
	"context"
	"fmt"
	"io"
	"strings"

	"gopost/interp"
)

// Run is one execution of a notebook, and the [interp.Sink] of the session
// that executes it. It copies what cells print to two writers, and collects
// it for the notebook.
type Run struct {
	nb  *Notebook
	log *collector
	in  *lines
	// Colour keeps the colours of tracebacks, for terminals.
	Colour bool
}

// NewRun prepares the execution of a notebook. Streams and the plain text of
// results go to stdout, streams and tracebacks to stderr; cells that ask for
// input get the lines of stdin, which is read only then.
func NewRun(nb *Notebook, stdin io.Reader, stdout, stderr io.Writer) *Run {
	return &Run{nb: nb, log: newCollector(stdout, stderr), in: newLines(stdin)}
}

// CellError says which cell ended the execution of a notebook.
type CellError struct {
	// File is the Go file that the cell was made of; empty in a notebook.
	File string
	// Index counts the notebook's cells from 1, those of all types.
	Index int
	// Number is the n of In[n].
	Number int
	// Err is the cell's error.
	Err *interp.Error
}

// Error names the cell and its error.
func (e *CellError) Error() string {
	if e.File != "" {
		return fmt.Sprintf("%s failed: %s", e.File, e.Err)
	}
	return fmt.Sprintf("In[%d] (cell %d of the notebook) failed: %s", e.Number, e.Index, e.Err)
}

// Unwrap returns the cell's error.
func (e *CellError) Unwrap() error { return e.Err }

// Execute runs all code cells in order, as Jupyter's nbclient does: blank cells
// and those tagged skip-execution are passed over, and the first cell that
// fails ends the execution, unless it is tagged raises-exception. It blocks until
// the last cell has ended or ctx is done, closes the session, and puts the
// outputs into the notebook. The error is a *CellError when a cell failed.
func (r *Run) Execute(ctx context.Context, session interp.Interpreter) error {
	err := r.cells(ctx, session)
	// Goroutines of cells may print until the session is closed: only then
	// are the outputs complete.
	if cerr := session.Close(); cerr != nil && err == nil {
		err = fmt.Errorf("the session did not end well: %w", cerr)
	}
	r.log.finish()
	return err
}

func (r *Run) cells(ctx context.Context, session interp.Interpreter) error {
	number := 0
	for i, c := range r.nb.Cells {
		if c.Type != "code" || c.HasTag(TagSkipExecution) || strings.TrimSpace(c.Source) == "" {
			continue
		}
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stopped before cell %d: %w", i+1, err)
		}
		number++
		id := fmt.Sprintf("cell-%d", i+1)
		r.log.begin(id, c, number)
		res := session.Run(ctx, interp.Cell{ID: id, Number: number, Source: c.Source, Stdin: true})
		if res.Value != nil {
			r.log.result(id, *res.Value)
		}
		if res.Err == nil {
			continue
		}
		r.log.fail(id, res.Err, r.Colour)
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("stopped in cell %d: %w", i+1, err)
		}
		if !c.HasTag(TagRaisesException) {
			return &CellError{Index: i + 1, Number: number, Err: res.Err}
		}
	}
	return nil
}

// Stream takes what a cell printed.
func (r *Run) Stream(id string, s interp.Stream, text string) { r.log.stream(id, s, text) }

// Display takes what a cell showed.
func (r *Run) Display(id string, d interp.Display) { r.log.display(id, d) }

// Clear removes what a cell has shown so far from the notebook; a writer keeps
// what it got.
func (r *Run) Clear(id string, wait bool) { r.log.clear(id, wait) }

// Input reads a line of stdin.
func (r *Run) Input(ctx context.Context, id, prompt string, _ bool) (string, error) {
	r.log.prompt(prompt)
	return r.in.next(ctx)
}
