package ipynb

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gopost/interp"
)

// Options say what [ExecuteFile] executes.
type Options struct {
	// File is a notebook (.ipynb) or a Go program in one file (.go).
	File string
	// Out is where the executed notebook goes; empty for nowhere.
	Out string
	// Colour keeps the colours of tracebacks.
	Colour bool
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	// New starts the session that executes the cells.
	New func(interp.Sink) (interp.Interpreter, error)
}

// ErrUsage is what errors wrap that say the command line was wrong.
var ErrUsage = errors.New("wrong usage")

// ExecuteFile executes a notebook, or a Go file as one cell, and writes the
// executed notebook to Out, also when a cell failed. It blocks until all is
// done or ctx is. The error is a *CellError when a cell failed.
func ExecuteFile(ctx context.Context, o Options) error {
	nb, err := open(o.File)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: name a notebook (.ipynb) or a Go file (.go) that exists", err)
	}
	if err != nil {
		return err
	}
	if o.Out != "" {
		// Better now than after a long execution.
		dir := filepath.Dir(o.Out)
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return fmt.Errorf("the folder of %s does not exist: create %s first", o.Out, dir)
		}
	}
	run := NewRun(nb, o.Stdin, o.Stdout, o.Stderr)
	run.Colour = o.Colour
	session, err := o.New(run)
	if err != nil {
		return fmt.Errorf("the Go session cannot be started: %w", err)
	}
	err = run.Execute(ctx, session)
	if failed := (*CellError)(nil); errors.As(err, &failed) && filepath.Ext(o.File) == ".go" {
		failed.File = o.File
	}
	if o.Out != "" {
		err = errors.Join(err, nb.WriteFile(o.Out))
	}
	return err
}

func open(path string) (*Notebook, error) {
	switch filepath.Ext(path) {
	case ".ipynb":
		return ReadFile(path)
	case ".go":
		src, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		return FromSource(filepath.Base(path), string(src))
	default:
		return nil, fmt.Errorf("%w: gopost runs notebooks (.ipynb) and Go files (.go), and %s is neither", ErrUsage, path)
	}
}
