package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"gopost/notebooks"
	"gopost/notebooks/export"
)

// gocmd runs the go command without a network.
func gocmd(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	const patience = 5 * time.Minute
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOPROXY=off", "GOTOOLCHAIN=local", "GOFLAGS="), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return stdout.String()
}

// workspace is several modules that the go command takes in one go.
type workspace struct {
	dir     string
	modules []string
}

// build vets and builds all modules. Their programs are then in bin.
func (w *workspace) build(t *testing.T) {
	t.Helper()
	var work strings.Builder
	work.WriteString("go 1.26\n")
	for _, m := range w.modules {
		fmt.Fprintf(&work, "use ./%s\n", m)
	}
	if err := os.WriteFile(filepath.Join(w.dir, "go.work"), []byte(work.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	var all, mains []string
	for _, m := range w.modules {
		all = append(all, "./"+m+"/...")
		mains = append(mains, "./"+m)
	}
	gocmd(t, w.dir, nil, append([]string{"vet"}, all...)...)
	if err := os.Mkdir(filepath.Join(w.dir, "bin"), 0o777); err != nil {
		t.Fatal(err)
	}
	gocmd(t, w.dir, nil, append([]string{"build", "-o", "bin/"}, mains...)...)
}

// output is what the program of a module prints on stdout.
func (w *workspace) output(t *testing.T, module string) string {
	t.Helper()
	const patience = time.Minute
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, filepath.Join(w.dir, "bin", module))
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Errorf("%s: %v\n%s", module, err, stderr.String())
	}
	return string(out)
}

// Every module vets and builds, and prints what the notebook does.
func TestOutput(t *testing.T) {
	if testing.Short() {
		t.Skip("the go command builds some twenty programs")
	}
	w := &workspace{dir: t.TempDir()}
	reports := map[string]export.Report{}
	cases := goldens(t)
	for _, g := range cases {
		reports[g.name] = g.export(t, filepath.Join(w.dir, g.name))
		w.modules = append(w.modules, g.name)
	}
	tutorial, err := fs.Glob(notebooks.Files(), "*.ipynb")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range tutorial {
		name := strings.TrimSuffix(file, ".ipynb")
		report, err := export.Export(t.Context(), export.Options{Notebook: filepath.Join("..", file), Dir: filepath.Join(w.dir, name), Library: library})
		if err != nil {
			t.Fatal(err)
		}
		for _, out := range report.LeftOut {
			if out.Refused {
				t.Errorf("%s leaves out In[%d]: %s", name, out.Number, out.Reason)
			}
		}
		w.modules = append(w.modules, name)
	}
	w.build(t)

	for _, g := range cases {
		t.Run(g.name, func(t *testing.T) {
			got := w.output(t, reports[g.name].Module)
			if strings.Contains(string(g.archive.Comment), "not compared") {
				return
			}
			if want := g.ran(t, reports[g.name]); got != want {
				t.Errorf("the program prints\n%s\nand the notebook\n%s", got, want)
			}
		})
	}
	for _, file := range tutorial {
		name := strings.TrimSuffix(file, ".ipynb")
		t.Run(name, func(t *testing.T) { compare(t, file, w.output(t, name)) })
	}
}

// committed is what the tests read of a notebook, in a reading of its own.
type committed struct {
	Cells []struct {
		Outputs []struct {
			Name string   `json:"name"`
			Text []string `json:"text"`
		} `json:"outputs"`
		Metadata struct {
			Gopost struct {
				Compare string `json:"compare"`
				Pattern string `json:"pattern"`
			} `json:"gopost"`
		} `json:"metadata"`
	} `json:"cells"`
}

// compare holds what a program prints against the outputs that are committed
// with its notebook, cell by cell, in the way that each cell's metadata asks for.
func compare(t *testing.T, file, got string) {
	t.Helper()
	data, err := fs.ReadFile(notebooks.Files(), file)
	if err != nil {
		t.Fatal(err)
	}
	var nb committed
	if err := json.Unmarshal(data, &nb); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(got, "\n")
	for _, c := range nb.Cells {
		var want []string
		for _, o := range c.Outputs {
			if o.Name == "stdout" {
				want = append(want, o.Text...)
			}
		}
		n := min(len(want), len(lines))
		shown := slices.Clone(lines[:n])
		lines = lines[n:]
		switch c.Metadata.Gopost.Compare {
		case "set":
			slices.Sort(shown)
			slices.Sort(want)
		case "pattern":
			if regexp.MustCompile(c.Metadata.Gopost.Pattern).MatchString(strings.Join(shown, "")) {
				continue
			}
		}
		if !slices.Equal(shown, want) {
			t.Errorf("the program prints\n%s\nand the notebook\n%s", strings.Join(shown, ""), strings.Join(want, ""))
		}
	}
	if rest := strings.Join(lines, ""); rest != "" {
		t.Errorf("the program prints more than the notebook:\n%s", rest)
	}
}

// The module runs where it stands, with nothing but the go command.
func TestPlainGoRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "story")
	if _, err := export.Export(t.Context(), export.Options{Notebook: "../01-the-big-idea.ipynb", Dir: dir, Library: library}); err != nil {
		t.Fatal(err)
	}
	for _, flags := range []string{"", "-mod=mod"} {
		out := gocmd(t, dir, []string{"GOFLAGS=" + flags, "GOWORK=off"}, "run", ".")
		compare(t, "01-the-big-idea.ipynb", out)
	}
}
