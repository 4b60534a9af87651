package own_test

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/own"
	"gopost/interp/std"
)

// TestScripts runs the sessions in testdata. A file holds several: each starts
// with a line "=== name", and its cells stand between lines of dashes. What is
// expected of a line stands in a comment at its end:
//
//	fmt.Println(s) // want "use of moved value: `s`"
//	fmt.Println(b) // warn "shares its memory"
//
// All else must be clean. A cell with errors is refused, as in a notebook.
func TestScripts(t *testing.T) {
	cases := 0
	for _, file := range scripts(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			for _, session := range strings.Split("\n"+string(text), "\n=== ")[1:] {
				name, cells, _ := strings.Cut(session, "\n")
				cases++
				t.Run(name, func(t *testing.T) { runSession(t, strings.Split(cells, "\n---\n")) })
			}
		})
	}
	if cases < 80 {
		t.Errorf("the corpus has %d sessions, fewer than 80", cases)
	}
}

func scripts(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sessions in testdata: %v", err)
	}
	return files
}

// notebook is a session with all the stages before ownership.
type notebook struct {
	fset    *token.FileSet
	check   *check.Session
	own     *own.Session
	sources map[string]string
	cells   int
}

func newNotebook() *notebook {
	fset := token.NewFileSet()
	return &notebook{fset: fset, check: check.New(std.NewImporter(fset), fset), own: own.New(), sources: map[string]string{}}
}

func (n *notebook) source(file string) string { return n.sources[file] }

// run checks a cell and commits it unless it is refused. The error is one of
// the stages before.
func (n *notebook) run(src string) ([]own.Finding, error) {
	n.cells++
	name := fmt.Sprintf("In[%d]", n.cells)
	n.sources[name] = src
	c, errs := cell.Parse(n.fset, name, src)
	if len(errs) > 0 {
		return nil, errs.Err()
	}
	ch, diags := n.check.Check(n.cells, c)
	if len(diags) > 0 {
		return nil, fmt.Errorf("%v", diags)
	}
	oc, findings := n.own.Check(ch)
	if ename, _ := own.Summary(findings); ename == "" {
		n.check.Commit(ch)
		n.own.Commit(oc)
	}
	return findings, nil
}

var expectation = regexp.MustCompile(`// (want|warn) "([^"]*)"`)

func runSession(t *testing.T, cells []string) {
	n := newNotebook()
	for i, src := range cells {
		findings, err := n.run(src)
		if err != nil {
			t.Fatalf("cell %d: %v", i+1, err)
		}
		for no, line := range strings.Split(src, "\n") {
			m := expectation.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			rest := findings[:0:0]
			found := false
			for _, f := range findings {
				if f.Pos.Line == no+1 && f.Warning == (m[1] == "warn") && strings.Contains(strings.Join(own.Render([]own.Finding{f}, n.source, false), "\n"), m[2]) {
					found = true
				} else {
					rest = append(rest, f)
				}
			}
			if !found {
				t.Errorf("cell %d line %d: no %s with %q in\n%s", i+1, no+1, m[1], m[2], strings.Join(own.Render(findings, n.source, false), "\n"))
			}
			findings = rest
		}
		if len(findings) > 0 {
			t.Errorf("cell %d: unexpected:\n%s", i+1, strings.Join(own.Render(findings, n.source, false), "\n"))
		}
	}
}
