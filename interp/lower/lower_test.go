package lower_test

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/engine"
	"gopost/interp/lower"
	"gopost/interp/std"
)

// TestCells runs the cells of testdata/*.txt. A file is one session. A cell
// starts at a line "-- cell", what it prints follows after "-- out". A result
// is printed as "= value", a panic as "panic: text", and what the lowering
// refuses as "refused: sentence".
func TestCells(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := newSession(t)
			for i, c := range strings.Split("\n"+string(data), "\n-- cell\n")[1:] {
				src, want, _ := strings.Cut(c, "\n-- out")
				got := s.run(t, i+1, src)
				got = strings.ReplaceAll(got, "\n\n", "\n")
				if strings.TrimSpace(got) != strings.TrimSpace(want) {
					t.Errorf("cell %d:\n%s\ngot:\n%s\nwant:\n%s", i+1, src, got, strings.TrimSpace(want))
				}
			}
		})
	}
}

type session struct {
	fset    *token.FileSet
	check   *check.Session
	lower   *lower.Lowerer
	machine *engine.Machine
	out     *output
}

func newSession(t testing.TB) *session {
	fset := token.NewFileSet()
	imp := std.NewImporter(fset)
	out := &output{}
	m, err := engine.NewMachine(out, func(string, int) {})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(m.Close)
	return &session{fset, check.New(imp, fset), lower.New(imp), m, out}
}

func (s *session) run(t testing.TB, n int, src string) string {
	parsed, syntax := cell.Parse(s.fset, fmt.Sprintf("In[%d]", n), src)
	if len(syntax) > 0 {
		t.Fatalf("cell %d: %v", n, syntax)
	}
	checked, diags := s.check.Check(n, parsed)
	for _, d := range diags {
		t.Errorf("cell %d: %v: %s", n, d.Pos, d.Msg)
	}
	if len(diags) > 0 {
		return ""
	}
	p, err := s.lower.Cell(checked)
	var refusal *lower.Refusal
	if errors.As(err, &refusal) {
		return "refused: " + refusal.Msg
	}
	s.check.Commit(checked)
	return s.execute(t, n, p)
}

// execute runs a lowered cell and returns what it prints, its result and its
// panic.
func (s *session) execute(t testing.TB, n int, p *lower.Program) string {
	s.out.Reset()
	res := s.machine.Run(engine.Unit{Cell: "c", Number: n, Source: p.Source, Entry: p.Entry, Imports: p.Imports})
	if res.CompileError != "" {
		t.Errorf("cell %d: %s\n%s", n, res.CompileError, p.Source)
	}
	if testing.Verbose() && os.Getenv("LOWERED") != "" {
		t.Log(p.Source)
	}
	text := s.out.String()
	if res.Value != nil {
		text += "\n= " + res.Value.Data["text/plain"]
	}
	if res.Panic != nil {
		text += fmt.Sprintf("\npanic: %s", res.Panic.Text)
		for _, f := range res.Panic.Frames {
			if name := lower.FuncName(f.Func); name != "" || strings.HasPrefix(f.File, "In[") {
				text += fmt.Sprintf("\n\t%s %s:%d", name, f.File, f.Line)
			}
		}
	}
	return text
}

type output struct {
	mu sync.Mutex
	strings.Builder
}

func (o *output) Stream(id string, stderr bool, text string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.WriteString(text)
}
func (o *output) Late(id string, f *engine.Failure)   {}
func (o *output) Display(id string, d engine.Display) {}
func (o *output) Clear(id string, wait bool)          {}
func (o *output) Input(ctx context.Context, id, prompt string, password bool) (string, error) {
	return "", errors.New("no input")
}
