package ipynb_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/interp"
	"gopost/notebooks/ipynb"
)

// scripted is a session that obeys cells of one word each, so that a test
// decides what a session does when.
type scripted struct {
	interp.Interpreter
	sink   interp.Sink
	cancel context.CancelFunc
	ran    []string
	last   string
	closed bool
}

func (s *scripted) Run(ctx context.Context, c interp.Cell) interp.Result {
	s.ran = append(s.ran, strings.TrimSpace(c.Source))
	s.last = c.ID
	fail := func(name string) interp.Result {
		return interp.Result{Err: &interp.Error{Name: name, Value: "why", Traceback: []string{"\x1b[31m" + name + "\x1b[0m", "  In[1]:1"}}}
	}
	switch strings.TrimSpace(c.Source) {
	case "print":
		s.sink.Stream(c.ID, interp.Stdout, "a\n")
		s.sink.Stream(c.ID, interp.Stdout, "b\n")
		s.sink.Stream(c.ID, interp.Stderr, "oops\n")
	case "value":
		return interp.Result{Value: &interp.Display{Data: interp.Bundle{
			"text/plain": "1\n2", "text/html": "<b>&</b>", "application/json": `{"z":1}`, "image/png": "AAAA"}}}
	case "show":
		s.sink.Display(c.ID, interp.Display{ID: "d", Data: interp.Bundle{"text/plain": "old"}})
	case "update":
		s.sink.Display(c.ID, interp.Display{ID: "d", Update: true, Data: interp.Bundle{"text/plain": "new"}})
	case "clear":
		s.sink.Stream(c.ID, interp.Stdout, "gone\n")
		s.sink.Clear(c.ID, true)
		s.sink.Stream(c.ID, interp.Stdout, "stays\n")
		s.sink.Clear(c.ID, true)
	case "ask":
		got, err := s.sink.Input(ctx, c.ID, "name? ", false)
		if err != nil {
			return interp.Result{Err: &interp.Error{Name: "Panic", Value: err.Error()}}
		}
		s.sink.Stream(c.ID, interp.Stdout, "hello "+got+"\n")
	case "fail":
		return fail("Panic")
	case "hang":
		s.cancel()
		<-ctx.Done()
		return fail("Interrupted")
	}
	return interp.Result{}
}

// Close prints, like a goroutine that outlives its cell.
func (s *scripted) Close() error {
	s.closed = true
	s.sink.Stream(s.last, interp.Stdout, "late\n")
	return nil
}

// notebook makes a notebook file of code cells; one that starts with a tag and
// a colon carries the tag.
func notebook(t *testing.T, cells ...string) string {
	t.Helper()
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteString(",")
		}
		tag, source, tagged := strings.Cut(c, ":")
		if !tagged {
			tag, source = "", c
		}
		b.WriteString(`{"cell_type": "code", "metadata": {"tags": ["` + tag + `"]}, "source": "` + source + `"}`)
	}
	path := filepath.Join(t.TempDir(), "in.ipynb")
	text := `{"cells": [` + b.String() + `], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}`
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

type ran struct {
	session        *scripted
	stdout, stderr string
	nb             *ipynb.Notebook
	err            error
}

func execute(t *testing.T, file, stdin string) ran {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := &scripted{cancel: cancel}
	var stdout, stderr bytes.Buffer
	out := filepath.Join(t.TempDir(), "out.ipynb")
	err := ipynb.ExecuteFile(ctx, ipynb.Options{
		File: file, Out: out, Stdin: strings.NewReader(stdin), Stdout: &stdout, Stderr: &stderr,
		New: func(sink interp.Sink) (interp.Interpreter, error) { s.sink = sink; return s, nil },
	})
	nb, rerr := ipynb.ReadFile(out)
	if rerr != nil {
		t.Fatalf("the executed notebook: %v (the execution: %v)", rerr, err)
	}
	if !s.closed {
		t.Error("the session was not closed")
	}
	return ran{s, stdout.String(), stderr.String(), nb, err}
}

func TestOutputs(t *testing.T) {
	r := execute(t, notebook(t, "print", "value", "show", "update", "clear", "ask"), "Ada\n")
	if r.err != nil {
		t.Fatal(r.err)
	}
	if want := "a\nb\n1\n2\nold\nnew\ngone\nstays\nname? hello Ada\nlate\n"; r.stdout != want {
		t.Errorf("stdout is %q, want %q", r.stdout, want)
	}
	if r.stderr != "oops\n" {
		t.Errorf("stderr is %q", r.stderr)
	}
	cells := r.nb.Cells
	if o := cells[0].Outputs; len(o) != 2 || o[0].Text != "a\nb\n" || o[1].Name != "stderr" {
		t.Errorf("print left %+v", o)
	}
	if o := cells[1].Outputs; len(o) != 1 || o[0].Type != "execute_result" || o[0].Data["text/html"] != "<b>&</b>" ||
		o[0].Data["application/json"] == "" || o[0].Data["image/png"] != "AAAA" {
		t.Errorf("value left %+v", o)
	}
	if o := cells[2].Outputs; len(o) != 1 || o[0].Data["text/plain"] != "new" {
		t.Errorf("an update in a later cell left %+v", o)
	}
	if o := cells[4].Outputs; len(o) != 1 || o[0].Text != "stays\n" {
		t.Errorf("clear left %+v", o)
	}
	if o := cells[5].Outputs; len(o) != 1 || o[0].Text != "hello Ada\nlate\n" {
		t.Errorf("the last cell holds %+v", o)
	}
	if cells[5].ExecutionCount != 6 {
		t.Errorf("the last count is %d", cells[5].ExecutionCount)
	}
}

func TestWhereExecutionEnds(t *testing.T) {
	for name, test := range map[string]struct {
		cells []string
		want  string
		index int
	}{
		"at the first failure":     {[]string{"print", "fail", "print"}, "print fail", 2},
		"not at an expected one":   {[]string{"raises-exception:fail", "print"}, "fail print", 0},
		"skipped and blank cells":  {[]string{"skip-execution:fail", "  ", "print"}, "print", 0},
		"input that is not there":  {[]string{"ask", "print"}, "ask", 1},
		"a tag without a failure":  {[]string{"raises-exception:print", "print"}, "print print", 0},
		"a notebook without cells": {nil, "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := execute(t, notebook(t, test.cells...), "")
			if got := strings.Join(r.session.ran, " "); got != test.want {
				t.Errorf("ran %q, want %q", got, test.want)
			}
			var failed *ipynb.CellError
			if errors.As(r.err, &failed) != (test.index > 0) {
				t.Fatalf("the error is %v", r.err)
			}
			if failed != nil && failed.Index != test.index {
				t.Errorf("failed in cell %d, want %d", failed.Index, test.index)
			}
		})
	}
}

func TestFailureIsShownAndKept(t *testing.T) {
	r := execute(t, notebook(t, "fail"), "")
	if want := "Panic\n  In[1]:1\n"; r.stderr != want {
		t.Errorf("stderr is %q, want %q without colours", r.stderr, want)
	}
	o := r.nb.Cells[0].Outputs
	if len(o) != 2 || o[0].Type != "error" || o[0].ErrorName != "Panic" || o[0].Traceback[0] != "\x1b[31mPanic\x1b[0m" {
		t.Errorf("the notebook holds %+v", o)
	}
}

func TestInterruptEndsAlsoExpectedFailures(t *testing.T) {
	r := execute(t, notebook(t, "raises-exception:hang", "print"), "")
	if !errors.Is(r.err, context.Canceled) || len(r.session.ran) != 1 {
		t.Errorf("ran %v, error %v", r.session.ran, r.err)
	}
}

func TestGoFileIsOneCell(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	r := execute(t, write("hello.go", "// hi\npackage main\n\nfunc main() {}\n"), "")
	if r.err != nil {
		t.Fatal(r.err)
	}
	if got, want := r.nb.Cells[0].Source, "// hi\n            \n\nfunc main() {}\n"; got != want {
		t.Errorf("the cell is %q, want %q", got, want)
	}
	for file, want := range map[string]error{
		write("lib.go", "package lib\n"): ipynb.ErrSource,
		write("notes.txt", "hello"):      ipynb.ErrUsage,
		filepath.Join(dir, "gone.ipynb"): os.ErrNotExist,
	} {
		err := ipynb.ExecuteFile(t.Context(), ipynb.Options{File: file})
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", file, err, want)
		}
	}
}

func TestMissingFolderIsFoundBeforeTheRun(t *testing.T) {
	err := ipynb.ExecuteFile(t.Context(), ipynb.Options{
		File: notebook(t, "print"), Out: filepath.Join(t.TempDir(), "no", "out.ipynb"),
		New: func(interp.Sink) (interp.Interpreter, error) {
			t.Error("a session was started")
			return nil, errors.New("too late")
		},
	})
	if err == nil || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("the error is %v", err)
	}
}
