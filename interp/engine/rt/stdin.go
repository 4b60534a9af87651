package rt

import (
	"context"
	"io"
)

// lineReader is standard input: lines that the learner types when the program
// asks for them. What one read leaves of a line is there for the next, also in
// a later cell.
type lineReader struct {
	turn chan struct{} // holds one token: whoever has it may read
	rest string
}

func (l *lineReader) init() {
	l.turn = make(chan struct{}, 1)
	l.turn <- struct{}{}
}

// Reader is standard input of a cell.
type Reader struct{ run *Runtime }

// Stdin returns what stands for os.Stdin where an io.Reader is wanted.
func (r *Runtime) Stdin() *Reader { return &Reader{run: r} }

// Read returns what is left of the last line, or asks the notebook for a new
// one and blocks until it is there or the cell is interrupted. Where the front
// end cannot ask, it returns io.EOF.
func (in *Reader) Read(p []byte) (int, error) {
	return in.run.readInput(p)
}

// Close does nothing: standard input belongs to the notebook.
func (in *Reader) Close() error { return nil }

func (r *Runtime) readInput(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	select {
	case <-r.in.turn:
	case <-Done():
		Stop()
	}
	defer func() { r.in.turn <- struct{}{} }()
	if r.in.rest == "" {
		line, err := r.askLine()
		if err != nil {
			return 0, err
		}
		r.in.rest = line + "\n"
	}
	n := copy(p, r.in.rest)
	r.in.rest = r.in.rest[n:]
	return n, nil
}

func (r *Runtime) askLine() (string, error) {
	c := r.cell()
	if !c.Stdin {
		return "", io.EOF
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	type answer struct {
		line string
		err  error
	}
	got := make(chan answer, 1)
	go func() {
		line, err := r.host.Input(ctx, c, "")
		got <- answer{line, err}
	}()
	select {
	case a := <-got:
		if a.err != nil {
			return "", io.EOF
		}
		return a.line, nil
	case <-Done():
		cancel()
		<-got
		Stop()
	}
	return "", io.EOF
}
