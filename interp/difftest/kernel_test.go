package difftest_test

import (
	"context"
	"errors"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"gopost/interp"
)

// interpretedLimit is how long the cells of a program may run: more than a
// compiled program may, for a machine that does other things as well.
const interpretedLimit = 30 * time.Second

// interpret runs cells in a session of their own, up to the first that fails.
func interpret(t *testing.T, dir string, cells []string) outcome {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out := &record{}
	s, err := interp.New(interp.Options{Sink: out, Worker: []string{exe, "worker", dir}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), interpretedLimit)
	defer cancel()
	o := outcome{end: finished}
	for i, source := range cells {
		r := s.Run(ctx, interp.Cell{ID: "cell", Number: i + 1, Source: source})
		if r.Err != nil {
			o.end, o.text = failed(r.Err)
			break
		}
	}
	// A goroutine that outlives main may print: a compiled program would be gone.
	o.stdout = out.take()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if ctx.Err() != nil {
		o.end, o.text = hung, ""
	}
	return o
}

var (
	exitCall = regexp.MustCompile(`the cell called os\.Exit\((\d+)\)`)
	exitCode = regexp.MustCompile(`the process ended with exit code (\d+)`)
)

// failed says how a cell ended whose result has an error, as ended does of a
// compiled program.
func failed(e *interp.Error) (end, string) {
	const runtimeEnded = "the Go runtime ended the process: "
	switch e.Name {
	case "Panic":
		return panicked, e.Value
	case "Deadlock":
		return fatal, "all goroutines are asleep - deadlock!"
	case "WorkerLost":
	default:
		return refused, e.Value
	}
	if m := exitCall.FindStringSubmatch(e.Value); m != nil {
		if m[1] == "0" {
			return finished, ""
		}
		return exited, m[1]
	}
	if _, text, ok := strings.Cut(e.Value, runtimeEnded); ok {
		text, _, _ = strings.Cut(text, ". A new one has been started")
		return fatal, text
	}
	if m := exitCode.FindStringSubmatch(e.Value); m != nil {
		return exited, m[1]
	}
	switch {
	case strings.Contains(e.Value, "(stack overflow)"):
		return fatal, "stack overflow"
	case strings.Contains(e.Value, "the cell called log.Fatal"):
		return exited, "1"
	}
	return fatal, e.Value
}

// record is a Sink that keeps what is printed on stdout.
type record struct {
	mu   sync.Mutex
	text strings.Builder
}

func (r *record) Stream(_ string, s interp.Stream, text string) {
	if s != interp.Stdout {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.text.WriteString(text)
}

func (r *record) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.String()
}

func (r *record) Display(string, interp.Display) {}

func (r *record) Clear(string, bool) {}

func (r *record) Input(context.Context, string, string, bool) (string, error) {
	return "", errors.New("nobody is there to ask")
}
