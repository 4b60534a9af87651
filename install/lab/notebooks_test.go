package lab_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"gopost/install/lab"
)

func notebooks(a, b string) fstest.MapFS {
	return fstest.MapFS{"a.ipynb": {Data: []byte(a)}, "images/b.svg": {Data: []byte(b)}}
}

func check(t *testing.T, dir, name, want string) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", name, got, err, want)
	}
}

func TestNotebooksAreUpdatedUntilTheyAreChanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	copies := func(source fstest.MapFS) int {
		t.Helper()
		kept, err := lab.CopyNotebooks(source, dir)
		if err != nil {
			t.Fatal(err)
		}
		return kept
	}
	if kept := copies(notebooks("a1", "b1")); kept != 0 {
		t.Errorf("kept %d in an empty folder", kept)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.ipynb"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if kept := copies(notebooks("a2", "b2")); kept != 1 {
		t.Errorf("kept %d, want the changed one", kept)
	}
	check(t, dir, "a.ipynb", "mine")
	check(t, dir, "images/b.svg", "b2")

	// Who deletes a notebook gets a fresh one.
	if err := os.Remove(filepath.Join(dir, "a.ipynb")); err != nil {
		t.Fatal(err)
	}
	if kept := copies(notebooks("a2", "b2")); kept != 0 {
		t.Errorf("kept %d", kept)
	}
	check(t, dir, "a.ipynb", "a2")
}

func TestForeignFilesAndDamagedLedgerChangeNothing(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"a.ipynb": "theirs", ".gopost-notebooks.json": "{", "own.ipynb": "own"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := lab.CopyNotebooks(notebooks("a1", "b1"), dir)
	if err != nil || kept != 1 {
		t.Errorf("kept %d, %v", kept, err)
	}
	check(t, dir, "a.ipynb", "theirs")
	check(t, dir, "own.ipynb", "own")
	check(t, dir, "images/b.svg", "b1")
}
