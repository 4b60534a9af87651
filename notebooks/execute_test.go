package notebooks_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopost/interp"
	"gopost/interp/engine"
	"gopost/notebooks/ipynb"
)

// TestMain lets the test binary be the worker process of the sessions it starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		os.Exit(engine.Main())
	}
	os.Exit(m.Run())
}

// execute runs all cells of a notebook in a fresh session and returns it as it
// was written afterwards. A non-empty answer replaces the exercise.
func execute(t *testing.T, name, answer string) (notebook, error) {
	t.Helper()
	nb, err := ipynb.Parse(bytesOf(t, name))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range nb.Cells {
		if answer != "" && c.HasTag("exercise") {
			c.Source = answer
		}
	}
	var stdout, stderr bytes.Buffer
	run := ipynb.NewRun(nb, strings.NewReader(""), &stdout, &stderr)
	session, err := interp.New(interp.Options{Sink: run})
	if err != nil {
		t.Fatal(err)
	}
	failed := run.Execute(t.Context(), session)
	var written bytes.Buffer
	if err := nb.Write(&written); err != nil {
		t.Fatal(err)
	}
	executed := notebook{name: name}
	if err := json.Unmarshal(written.Bytes(), &executed); err != nil {
		t.Fatal(err)
	}
	return executed, failed
}

// quietly lets the worker of a race-enabled test race: notebook 8 does so on
// purpose. The detector's reports go to a file, and are no failure.
func quietly(t *testing.T) {
	t.Setenv("GORACE", "exitcode=0 log_path="+filepath.Join(t.TempDir(), "race"))
}

func TestExecuted(t *testing.T) {
	quietly(t)
	each(t, func(t *testing.T, committed notebook) {
		executed, err := execute(t, committed.name, "")
		if err != nil {
			t.Errorf("a cell failed that is not tagged so: %v", err)
		}
		for i, want := range committed.Cells {
			compare(t, want, executed.Cells[i])
		}
	})
}

// compare holds an executed cell against the committed one, as its metadata
// says.
func compare(t *testing.T, want, got cell) {
	t.Helper()
	how := want.Metadata.Gopost
	if len(got.Outputs) != len(want.Outputs) {
		t.Errorf("cell %s shows %d outputs, want %d: %+v", want.ID, len(got.Outputs), len(want.Outputs), got.Outputs)
		return
	}
	for i, w := range want.Outputs {
		g, equal := got.Outputs[i], false
		switch how.Compare {
		case "set":
			equal = g.Type == w.Type && g.Name == w.Name && same(string(g.Text), string(w.Text), true)
		case "pattern":
			equal = g.Type == w.Type && g.Name == w.Name && regexp.MustCompile(how.Pattern).MatchString(string(g.Text))
		default:
			equal = shown(g) == shown(w)
		}
		if !equal {
			t.Errorf("cell %s shows\n%s\nwant (%s)\n%s", want.ID, shown(g), cmp.Or(how.Compare, "exact"), shown(w))
		}
	}
}

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// shown is all of an output that a learner sees, but its colours.
func shown(o output) string {
	lines := []string{o.Type + " " + o.Name, string(o.Text)}
	for mime, data := range o.Data {
		lines = append(lines, mime+": "+string(data))
	}
	slices.Sort(lines[2:])
	if o.Type == "error" {
		lines = append(lines, o.ErrorName+": "+o.ErrorValue, ansi.ReplaceAllString(strings.Join(o.Traceback, "\n"), ""))
	}
	return strings.Join(lines, "\n")
}

// Each exercise can be solved, and its check notices.
func TestSolved(t *testing.T) {
	quietly(t)
	each(t, func(t *testing.T, nb notebook) {
		executed, err := execute(t, nb.name, solutions[nb.name])
		if err != nil {
			t.Fatal(err)
		}
		if got := verdict(executed); !strings.HasPrefix(got, "Well done!") {
			t.Errorf("the check of the model solution prints %q", got)
		}
	})
}

// verdict is what the check of the exercise prints.
func verdict(nb notebook) string {
	at := slices.IndexFunc(nb.Cells, func(c cell) bool { return c.has("check") })
	return nb.Cells[at].printed()
}
