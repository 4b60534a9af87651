//go:build unix

package labtest_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gopost/notebooks"
	"gopost/notebooks/ipynb"
)

// names are the tutorial's notebooks in order.
func names(t *testing.T) []string {
	t.Helper()
	found, err := fs.Glob(notebooks.Files(), "*.ipynb")
	if err != nil || len(found) == 0 {
		t.Fatalf("the notebooks are %q, %v", found, err)
	}
	return found
}

// copyUnexecuted copies the tutorial's notebooks to dir, without their outputs:
// whatever a test finds there later, an execution has put there.
func copyUnexecuted(t *testing.T, dir string) {
	t.Helper()
	for _, name := range names(t) {
		data, err := fs.ReadFile(notebooks.Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		nb, err := ipynb.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, c := range nb.Cells {
			if c.Type == "code" {
				c.SetOutputs(0, nil)
			}
		}
		if err := nb.WriteFile(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
}

// writeNotebook makes a notebook of code cells.
func writeNotebook(t *testing.T, path string, sources ...string) {
	t.Helper()
	type cell struct {
		Type     string   `json:"cell_type"`
		Source   string   `json:"source"`
		Count    *int     `json:"execution_count"`
		Outputs  []string `json:"outputs"`
		Metadata struct{} `json:"metadata"`
	}
	nb := struct {
		Format   int    `json:"nbformat"`
		Minor    int    `json:"nbformat_minor"`
		Cells    []cell `json:"cells"`
		Metadata struct {
			Kernelspec struct {
				Name        string `json:"name"`
				DisplayName string `json:"display_name"`
			} `json:"kernelspec"`
		} `json:"metadata"`
	}{Format: 4, Minor: 4}
	nb.Metadata.Kernelspec.Name, nb.Metadata.Kernelspec.DisplayName = "gopost", "Go (gopost)"
	for _, source := range sources {
		nb.Cells = append(nb.Cells, cell{Type: "code", Source: source, Outputs: []string{}})
	}
	data, err := json.Marshal(nb)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// expectation is what a notebook says of one of its code cells. See the
// documentation of package notebooks.
type expectation struct {
	cell             *ipynb.Cell
	compare, pattern string
}

// expectations are those of a notebook's code cells, in order.
func expectations(t *testing.T, name string) []expectation {
	t.Helper()
	data, err := fs.ReadFile(notebooks.Files(), name)
	if err != nil {
		t.Fatal(err)
	}
	nb, err := ipynb.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var notes struct {
		Cells []struct {
			Metadata struct {
				Gopost struct{ Compare, Pattern string }
			}
		}
	}
	if err := json.Unmarshal(data, &notes); err != nil {
		t.Fatal(err)
	}
	var all []expectation
	for i, c := range nb.Cells {
		if c.Type == "code" {
			note := notes.Cells[i].Metadata.Gopost
			all = append(all, expectation{c, note.Compare, note.Pattern})
		}
	}
	if !slices.ContainsFunc(all, func(e expectation) bool { return len(e.cell.Outputs) > 0 }) {
		t.Fatalf("%s has no outputs", name)
	}
	return all
}
