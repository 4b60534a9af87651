package export_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"gopost/interp"
	"gopost/interp/engine"
	"gopost/notebooks/export"
	"gopost/notebooks/ipynb"
)

var update = flag.Bool("update", false, "write the programs into testdata anew")

// TestMain lets the test binary be the worker process of the sessions it starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		os.Exit(engine.Main())
	}
	os.Exit(m.Run())
}

// library is gopost's own module.
var library = os.DirFS("../..")

// golden is a file of testdata: a notebook as a txtar archive, whose last
// files are what becomes of it.
type golden struct {
	name    string
	archive *txtar.Archive
	cells   []txtar.File
	main    string // the program
	report  string
}

func readGolden(t *testing.T, path string) *golden {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g := &golden{name: strings.TrimSuffix(filepath.Base(path), ".txt"), archive: a}
	for _, f := range a.Files {
		switch f.Name {
		case "main.go":
			g.main = string(f.Data)
		case "report":
			g.report = string(f.Data)
		default:
			g.cells = append(g.cells, f)
		}
	}
	return g
}

// notebook is the notebook as JSON. A cell's file is named by its type and its
// tags.
func (g *golden) notebook(t *testing.T) []byte {
	t.Helper()
	type object = map[string]any
	var cells []object
	for _, f := range g.cells {
		words := strings.Fields(f.Name)
		c := object{"cell_type": words[0], "metadata": object{"tags": words[1:]}, "source": strings.TrimSuffix(string(f.Data), "\n")}
		if words[0] == "code" {
			c["outputs"], c["execution_count"] = []object{}, nil
		}
		cells = append(cells, c)
	}
	data, err := json.Marshal(object{"cells": cells, "metadata": object{}, "nbformat": 4, "nbformat_minor": 4})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// goldens are all files of testdata.
func goldens(t *testing.T) []*golden {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("testdata holds %v: %v", paths, err)
	}
	var list []*golden
	for _, path := range paths {
		list = append(list, readGolden(t, path))
	}
	return list
}

// export writes the notebook to a file and makes a module of it.
func (g *golden) export(t *testing.T, dir string) export.Report {
	t.Helper()
	file := filepath.Join(t.TempDir(), g.name+".ipynb")
	if err := os.WriteFile(file, g.notebook(t), 0o666); err != nil {
		t.Fatal(err)
	}
	report, err := export.Export(t.Context(), export.Options{Notebook: file, Dir: dir, Library: library})
	if err != nil {
		t.Fatalf("%s: %v", g.name, err)
	}
	return report
}

// What the program looks like, and what is said about it.
func TestPrograms(t *testing.T) {
	for _, g := range goldens(t) {
		t.Run(g.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "module")
			report := g.export(t, dir)
			src, err := os.ReadFile(filepath.Join(dir, "main.go"))
			if err != nil {
				t.Fatal(err)
			}
			said, err := json.MarshalIndent(report, "", "\t")
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				g.archive.Files = append(g.cells, txtar.File{Name: "main.go", Data: src}, txtar.File{Name: "report", Data: append(said, '\n')})
				if err := os.WriteFile("testdata/"+g.name+".txt", txtar.Format(g.archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if string(src) != g.main {
				t.Errorf("the program is\n%s\nwant\n%s", src, g.main)
			}
			if string(said)+"\n" != g.report {
				t.Errorf("the report is\n%s\nwant\n%s", said, g.report)
			}
		})
	}
}

// magics speak to the notebook, and are comments in a program.
var magics = regexp.MustCompile(`(?m)^%.*`)

// ran is what `gopost run` prints for the notebook on stdout, but without its
// refused cells, at which a run would end.
func (g *golden) ran(t *testing.T, report export.Report) string {
	t.Helper()
	nb, err := ipynb.Parse(g.notebook(t))
	if err != nil {
		t.Fatal(err)
	}
	number := 0
	for _, c := range nb.Cells {
		if c.Type != "code" || c.HasTag(ipynb.TagSkipExecution) {
			continue
		}
		number++
		c.Source = magics.ReplaceAllString(c.Source, "")
		for _, out := range report.LeftOut {
			if out.Number == number {
				c.Source = ";" // no output, and it counts
			}
		}
	}
	var stdout, stderr bytes.Buffer
	run := ipynb.NewRun(nb, strings.NewReader(""), &stdout, &stderr)
	session, err := interp.New(interp.Options{Sink: run})
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Execute(t.Context(), session); err != nil {
		t.Errorf("%s: %v\n%s", g.name, err, stderr.String())
	}
	return stdout.String()
}
