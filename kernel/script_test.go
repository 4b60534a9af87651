package kernel_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"gopost/interp"
	"gopost/kernel"
	"gopost/kernel/kerneltest"
)

// script is an interpreter whose language is made for testing the protocol:
// each line of a cell is a command, done in order.
//
//	out TEXT, err TEXT     print a line on stdout, stderr
//	raw TEXT               print a Go string literal
//	flood N                print N numbered lines
//	spam                   print until the cell is interrupted
//	draw                   show rich output until the cell is interrupted
//	show MIME TEXT         show rich output, with display ID d1
//	update MIME TEXT       replace it
//	clear, clearwait       clear the output
//	ask PROMPT             ask for a line, and print it
//	secret PROMPT          the same for a password
//	asks GATE PROMPT       ask in a goroutine, once the gate is open, and print what comes of it
//	wait GATE              block until the test opens the gate or the cell is interrupted
//	later GATE TEXT        the same in a goroutine that outlives the cell, then print
//	fail NAME              end with an error
//	value TEXT             the cell's value
//	panic                  panic in the interpreter
type script struct {
	sink interp.Sink
	run  sync.Mutex // cells run one at a time

	mu    sync.Mutex
	gates map[string]chan struct{}
	late  sync.WaitGroup
	ended chan struct{}
	cells []interp.Cell
}

// newScript returns a scripted interpreter and the factory that hands it out.
func newScript() (*script, kernel.Factory) {
	s := &script{gates: make(map[string]chan struct{}), ended: make(chan struct{})}
	return s, func(sink interp.Sink) (interp.Interpreter, error) {
		s.sink = sink
		return s, nil
	}
}

// serve runs a kernel with a scripted interpreter.
func serve(t testing.TB, o kernel.Options) (*script, *kerneltest.FrontEnd) {
	t.Helper()
	s, start := newScript()
	return s, kerneltest.Serve(t, start, o)
}

func (s *script) gate(name string) chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gates[name] == nil {
		s.gates[name] = make(chan struct{})
	}
	return s.gates[name]
}

func (s *script) open(name string) { close(s.gate(name)) }

// ran returns the cells that were run so far.
func (s *script) ran() []interp.Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]interp.Cell(nil), s.cells...)
}

func (s *script) Run(ctx context.Context, c interp.Cell) interp.Result {
	s.run.Lock()
	defer s.run.Unlock()
	s.mu.Lock()
	s.cells = append(s.cells, c)
	s.mu.Unlock()
	var result interp.Result
	for _, line := range strings.Split(c.Source, "\n") {
		verb, rest, _ := strings.Cut(line, " ")
		if result.Err = s.do(ctx, c, verb, rest, &result); result.Err != nil {
			return result
		}
	}
	return result
}

func (s *script) do(ctx context.Context, c interp.Cell, verb, rest string, result *interp.Result) *interp.Error {
	first, second, _ := strings.Cut(rest, " ")
	switch verb {
	case "out":
		s.sink.Stream(c.ID, interp.Stdout, rest+"\n")
	case "err":
		s.sink.Stream(c.ID, interp.Stderr, rest+"\n")
	case "raw":
		text, err := strconv.Unquote(rest)
		if err != nil {
			return scriptError("SyntaxError", err)
		}
		s.sink.Stream(c.ID, interp.Stdout, text)
	case "flood":
		n, _ := strconv.Atoi(rest)
		for i := range n {
			s.sink.Stream(c.ID, interp.Stdout, fmt.Sprintln("line", i))
		}
	case "spam":
		for ctx.Err() == nil {
			s.sink.Stream(c.ID, interp.Stdout, "spam\n")
		}
		return scriptError("Interrupted", ctx.Err())
	case "draw":
		for ctx.Err() == nil {
			s.sink.Display(c.ID, interp.Display{Data: interp.Bundle{"text/plain": "drawing"}})
		}
		return scriptError("Interrupted", ctx.Err())
	case "show", "update":
		s.sink.Display(c.ID, interp.Display{Data: interp.Bundle{first: second}, ID: "d1", Update: verb == "update"})
	case "clear", "clearwait":
		s.sink.Clear(c.ID, verb == "clearwait")
	case "ask", "secret":
		text, err := s.sink.Input(ctx, c.ID, rest, verb == "secret")
		if err != nil {
			return scriptError("InputError", err)
		}
		s.sink.Stream(c.ID, interp.Stdout, text+"\n")
	case "asks":
		s.late.Go(func() {
			select {
			case <-s.gate(first):
			case <-s.ended:
				return
			}
			text, err := s.sink.Input(context.Background(), c.ID, second, false)
			if err != nil {
				text = err.Error()
			}
			s.sink.Stream(c.ID, interp.Stdout, text+"\n")
		})
	case "wait":
		select {
		case <-s.gate(rest):
		case <-s.ended:
			return scriptError("WorkerLost", errors.New("closed"))
		case <-ctx.Done():
			return scriptError("Interrupted", errors.New("interrupted"))
		}
	case "later":
		s.late.Go(func() {
			select {
			case <-s.gate(first):
				s.sink.Stream(c.ID, interp.Stdout, second+"\n")
			case <-s.ended:
			}
		})
	case "fail":
		return scriptError(rest, errors.New("it failed"))
	case "value":
		result.Value = &interp.Display{Data: interp.Bundle{"text/plain": rest}}
	case "panic":
		panic("scripted")
	}
	return nil
}

func scriptError(name string, err error) *interp.Error {
	return &interp.Error{Name: name, Value: err.Error(), Traceback: []string{name + ": " + err.Error()}}
}

// Eval gives the expression back, unless it says otherwise.
func (s *script) Eval(_ context.Context, _, expr string) interp.Result {
	if name, ok := strings.CutPrefix(expr, "fail "); ok {
		return interp.Result{Err: scriptError(name, errors.New("it failed"))}
	}
	return interp.Result{Value: &interp.Display{Data: interp.Bundle{"text/plain": expr}}}
}

func (s *script) Interrupt() {}

// Complete replaces the rune before the cursor.
func (s *script) Complete(source string, cursor int) interp.Completion {
	_, size := utf8.DecodeLastRuneInString(source[:cursor])
	return interp.Completion{Start: cursor - size, End: cursor, Matches: []interp.Match{
		{Text: "Println", Kind: "function", Signature: "func Println(a ...any) (n int, err error)"},
		{Text: "Print", Kind: "function"},
	}}
}

// Inspect knows what stands before the cursor.
func (s *script) Inspect(source string, cursor, detail int) interp.Inspection {
	if cursor == 0 {
		return interp.Inspection{}
	}
	return interp.Inspection{Data: interp.Bundle{"text/plain": fmt.Sprint(source[:cursor], " ", detail)}}
}

func (s *script) IsComplete(source string) interp.Completeness {
	if strings.HasSuffix(source, "{") {
		return interp.Completeness{Status: "incomplete", Indent: "\t"}
	}
	return interp.Completeness{Status: "complete"}
}

func (s *script) Restart() error { return nil }

func (s *script) Close() error {
	close(s.ended)
	s.late.Wait()
	return nil
}
