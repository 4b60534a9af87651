package export_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gopost/notebooks/export"
	"gopost/notebooks/ipynb"
)

const hello = `{"cells": [{"cell_type": "code", "metadata": {}, "source": "mpsc.Channel[int]()", "outputs": [], "execution_count": null}],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 4}`

// write puts a notebook into a folder of its own.
func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// The name of a module is one that the go command accepts and that no standard
// package has.
func TestModuleName(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{"05-a-simple-story.ipynb", "05-a-simple-story"},
		{"My First  Notebook (2).ipynb", "My-First-Notebook-2"},
		{"fmt.ipynb", "fmt-notebook"},
		{"internal.ipynb", "internal-notebook"},
		{"cmd.ipynb", "cmd-notebook"},
		{"信.ipynb", "notebook"},
		{"...ipynb", "notebook"},
		{"con.ipynb", "notebook"},
		{"v1.2.ipynb", "v1.2"},
	} {
		t.Run(test.want, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "module")
			report, err := export.Export(t.Context(), export.Options{Notebook: write(t, test.file, hello), Dir: dir, Library: library})
			if err != nil {
				t.Fatal(err)
			}
			if report.Module != test.want {
				t.Errorf("%s becomes module %s, want %s", test.file, report.Module, test.want)
			}
			want := test.want + "\n" + test.want + "/internal/mpsc\n" + test.want + "/internal/mpsc/core\n"
			if got := gocmd(t, dir, []string{"GOWORK=off"}, "list", "./..."); got != want {
				t.Errorf("the go command lists\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// tree lists a folder, all levels.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, _ fs.DirEntry, err error) error {
		names = append(names, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(names, "\n")
}

// Whatever goes wrong, nothing is written.
func TestNothingWritten(t *testing.T) {
	const file = "post.ipynb"
	license := &fstest.MapFile{Data: []byte("license")}
	for _, test := range []struct {
		what, text string
		dir        string
		library    fs.FS
		is         error
		says       string
	}{
		{what: "no JSON", text: "{", is: ipynb.ErrFormat},
		{what: "the folder is not empty", dir: ".", says: "is not empty"},
		{what: "the folder is a file", dir: file, says: "is a file"},
		{what: "no parent", dir: "a/b", says: "create"},
		{what: "no name", dir: "none", is: export.ErrUsage},
		{what: "no library", library: fstest.MapFS{"LICENSE": license}, says: "package gopost/mpsc is missing"},
		{what: "a library with dependencies", says: "example.org/x", library: fstest.MapFS{
			"LICENSE": license, "mpsc/mpsc.go": {Data: []byte("package mpsc\n\nimport _ \"example.org/x\"\n")},
		}},
	} {
		t.Run(test.what, func(t *testing.T) {
			if test.text == "" {
				test.text = hello
			}
			if test.library == nil {
				test.library = library
			}
			notebook := write(t, file, test.text)
			o := export.Options{Notebook: notebook, Dir: filepath.Join(filepath.Dir(notebook), test.dir), Library: test.library}
			switch test.dir {
			case "":
				o.Dir = filepath.Join(filepath.Dir(notebook), "out")
			case "none":
				o.Dir = ""
			}
			_, err := export.Export(t.Context(), o)
			if err == nil || test.is != nil && !errors.Is(err, test.is) || !strings.Contains(err.Error(), test.says) {
				t.Errorf("the error is %v", err)
			}
			if got, want := tree(t, filepath.Dir(notebook)), ".\n"+file; got != want {
				t.Errorf("the folder holds\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A notebook without code is a program that does nothing.
func TestNoCode(t *testing.T) {
	text := `{"cells": [{"cell_type": "markdown", "metadata": {}, "source": "# Only words"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}`
	dir := filepath.Join(t.TempDir(), "words")
	if _, err := export.Export(t.Context(), export.Options{Notebook: write(t, "words.ipynb", text), Dir: dir, Library: library}); err != nil {
		t.Fatal(err)
	}
	if out := gocmd(t, dir, []string{"GOWORK=off"}, "run", "."); out != "" {
		t.Errorf("it prints %q", out)
	}
}
