package own_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopost/interp/own"
)

// TestTutorial takes the tutorial's notebooks through the pass: what is not
// meant to fail is clean, and the tip on ownership is not.
func TestTutorial(t *testing.T) {
	files, err := filepath.Glob("../../notebooks/*.ipynb")
	if err != nil || len(files) == 0 {
		t.Fatalf("no notebooks: %v", err)
	}
	refused := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var nb struct {
			Cells []struct {
				Type     string          `json:"cell_type"`
				Source   json.RawMessage `json:"source"`
				Metadata struct{ Tags []string }
			}
		}
		if err := json.Unmarshal(text, &nb); err != nil {
			t.Fatal(err)
		}
		n := newNotebook()
		for _, c := range nb.Cells {
			if c.Type != "code" {
				continue
			}
			findings, err := n.run(sourceOf(t, c.Source))
			fails := slices.Contains(c.Metadata.Tags, "raises-exception")
			if ename, _ := own.Summary(findings); ename != "" {
				refused++
			}
			if !fails && (err != nil || len(findings) > 0) {
				t.Errorf("%s: %v\n%s", filepath.Base(file), err, strings.Join(own.Render(findings, n.source, false), "\n"))
			}
		}
	}
	if refused == 0 {
		t.Error("no cell of the tutorial shows a use after a move")
	}
}

// sourceOf is a cell's text, which a notebook has as one string or as lines.
func sourceOf(t *testing.T, raw json.RawMessage) string {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		return one
	}
	var lines []string
	if err := json.Unmarshal(raw, &lines); err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "")
}
