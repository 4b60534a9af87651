package progen_test

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"strings"
	"sync"
	"testing"
	"time"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/engine"
	"gopost/interp/lower"
	"gopost/interp/std"
)

// How long a program may run. The generator bounds a program's cost: compiled
// it takes a millisecond. One that was reduced may never end.
const (
	patience = 30 * time.Second
	haste    = 2 * time.Second
)

// interpreter runs programs, each as the one cell of a new session.
type interpreter struct {
	fset *token.FileSet
	imp  *std.Importer
}

func newInterpreter() *interpreter {
	fset := token.NewFileSet()
	return &interpreter{fset, std.NewImporter(fset)}
}

// run returns what a program prints. The error says that it did not come to
// its end: it was refused, could not be compiled, or panicked.
func (in *interpreter) run(src string, patience time.Duration) (stdout string, err error) {
	parsed, syntax := cell.Parse(in.fset, "In[1]", src)
	if len(syntax) > 0 {
		return "", fmt.Errorf("syntax: %v", syntax[0])
	}
	checked, diags := check.New(in.imp, in.fset).Check(1, parsed)
	if len(diags) > 0 {
		return "", fmt.Errorf("check: %v: %s", diags[0].Pos, diags[0].Msg)
	}
	p, err := lower.New(in.imp).Cell(checked)
	if err != nil {
		return "", fmt.Errorf("refused: %w", err)
	}
	out := &output{}
	m, err := engine.NewMachine(out, func(string, int) {})
	if err != nil {
		return "", err
	}
	defer m.Close()
	limit := time.AfterFunc(patience, m.Interrupt)
	defer limit.Stop()
	res := m.Run(engine.Unit{Cell: "c", Number: 1, Source: p.Source, Entry: p.Entry, Imports: p.Imports})
	switch {
	case res.CompileError != "":
		err = errors.New(res.CompileError)
	case res.Panic != nil:
		err = fmt.Errorf("panic: %s", res.Panic.Text)
	case res.Interrupted:
		err = fmt.Errorf("it did not end within %v", patience)
	}
	return out.String(), err
}

// output collects what is printed to stdout.
type output struct {
	mu   sync.Mutex
	text strings.Builder
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

func (o *output) Stream(id string, stderr bool, text string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !stderr {
		o.text.WriteString(text)
	}
}

func (o *output) Late(string, *engine.Failure)   {}
func (o *output) Display(string, engine.Display) {}
func (o *output) Clear(string, bool)             {}
func (o *output) Input(context.Context, string, string, bool) (string, error) {
	return "", errors.New("there is no input")
}

// skipWithout skips a test that needs the compiler where there is none, except
// in CI, which has one.
func skipWithout(t testing.TB, missing error) {
	if missing == nil {
		return
	}
	if inCI() {
		t.Fatal(missing)
	}
	t.Skipf("no Go toolchain to compare with: %v", missing)
}
