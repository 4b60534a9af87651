//go:build unix

package labtest_test

import (
	"bytes"
	"context"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopost/kernel/kerneltest/pyenv"
	"gopost/notebooks/ipynb"
)

// client runs a Python program of Jupyter's, for which our kernel is installed
// in a folder of its own, and returns what it prints.
func client(t *testing.T, name string, args ...string) string {
	t.Helper()
	home := t.TempDir()
	install := exec.Command(program, "install", "--prefix", home)
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*quickDeadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "JUPYTER_PATH="+filepath.Join(home, "share", "jupyter"),
		"PATH="+filepath.Dir(name)+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, unwanted := range []string{"JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PYTHONPATH"} {
		cmd.Env = append(cmd.Env, unwanted+"=")
	}
	// A kernel that outlives its client may hold the pipe.
	cmd.WaitDelay = quickDeadline
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, &said)
	}
	return said.String()
}

// TestJupyterRun runs a file as a cell. The kernel is started with the file's
// name as an argument of its own, of which it must think nothing.
func TestJupyterRun(t *testing.T) {
	t.Parallel()
	jupyter := filepath.Join(filepath.Dir(privateEnvironment(t).Python()), "jupyter")
	file := filepath.Join(t.TempDir(), "hello.go")
	if err := os.WriteFile(file, []byte("fmt.Println(\"ran by\", \"jupyter\")\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := client(t, jupyter, "run", "--kernel", "gopost", file); !strings.Contains(said, "ran by jupyter\n") {
		t.Errorf("jupyter run printed %q", said)
	}
}

// TestNbconvert executes and exports the tutorial as README.md says.
func TestNbconvert(t *testing.T) {
	t.Parallel()
	jupyter := filepath.Join(filepath.Dir(privateEnvironment(t).Python()), "jupyter")
	for format, extension := range map[string]string{"html": ".html", "markdown": ".md", "slides": ".slides.html", "script": ".go"} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			copyUnexecuted(t, dir)
			args := []string{"nbconvert", "--to", format, "--execute", "--log-level=WARN"}
			for _, name := range names(t) {
				args = append(args, filepath.Join(dir, name))
			}
			client(t, jupyter, args...)
			for _, name := range names(t) {
				exported, err := os.ReadFile(filepath.Join(dir, strings.TrimSuffix(name, ".ipynb")+extension))
				if err != nil {
					t.Error(err)
					continue
				}
				text := string(exported)
				if strings.HasSuffix(extension, ".html") {
					text = html.UnescapeString(element.ReplaceAllString(text, ""))
				}
				for _, want := range exportedLines(expectations(t, name), format) {
					if !strings.Contains(text, want) {
						t.Errorf("the export of %s lacks %q", name, want)
					}
				}
			}
		})
	}
}

var (
	element = regexp.MustCompile(`<[^<>]*>`)
	colour  = regexp.MustCompile("\x1b\\[[0-9;]*m")
)

// exportedLines are those that an export has to hold: of scripts the code, else
// what the cells print, and the text of their errors.
func exportedLines(cells []expectation, format string) (lines []string) {
	for _, e := range cells {
		if format == "script" {
			lines = append(lines, slices.Collect(strings.Lines(e.cell.Source))...)
			continue
		}
		for _, o := range e.cell.Outputs {
			switch {
			case o.Type == "stream" && e.compare != "pattern":
				lines = append(lines, strings.Split(strings.TrimSpace(o.Text), "\n")...)
			case o.Type == "error":
				text := colour.ReplaceAllString(strings.Join(o.Traceback, "\n"), "")
				lines = append(lines, strings.Split(text, "\n")...)
			}
		}
	}
	return lines
}

// TestNbclient executes the tutorial with the library beneath nbconvert, and
// compares every output with the one that readers of the repository see.
func TestNbclient(t *testing.T) {
	t.Parallel()
	python := privateEnvironment(t).Python()
	dir := t.TempDir()
	copyUnexecuted(t, dir)
	client(t, python, "testdata/execute.py", dir)
	for _, name := range names(t) {
		executed, err := ipynb.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
			continue
		}
		code := slices.DeleteFunc(executed.Cells, func(c *ipynb.Cell) bool { return c.Type != "code" })
		for i, e := range expectations(t, name) {
			if want, got := shownBy(e.cell), shownBy(code[i]); !e.met(want, got) {
				t.Errorf("code cell %d of %s shows\n%s\nwant\n%s", i+1, name, got, want)
			}
		}
	}
}

// shownBy is what a reader sees below a cell, as text: streams, results, and
// errors.
func shownBy(c *ipynb.Cell) string {
	var b strings.Builder
	for _, o := range c.Outputs {
		switch o.Type {
		case "stream":
			b.WriteString(o.Text)
		case "error":
			b.WriteString(o.ErrorName + ": " + o.ErrorValue + "\n")
		default:
			b.WriteString(o.Data["text/plain"] + "\n")
		}
	}
	return b.String()
}

// met says whether a cell shows what it should.
func (e expectation) met(want, got string) bool {
	switch e.compare {
	case "pattern":
		return regexp.MustCompile(e.pattern).MatchString(got)
	case "set":
		return slices.Equal(slices.Sorted(strings.Lines(got)), slices.Sorted(strings.Lines(want)))
	default:
		return got == want
	}
}

// testEnvironment is a Python with jupyter_client and jupyter_kernel_test.
func testEnvironment(t *testing.T) string {
	t.Helper()
	needPython(t)
	requirements, err := os.ReadFile("testdata/requirements.txt")
	if err != nil {
		t.Fatal(err)
	}
	return pyenv.Python(t, string(requirements))
}

// TestJupyterClient is a conversation with the library that all the others are
// built on, in which nothing is left out.
func TestJupyterClient(t *testing.T) {
	t.Parallel()
	client(t, testEnvironment(t), "-m", "unittest", "discover", "-s", "testdata", "-p", "client.py")
}

// TestKernelSuite is Jupyter's own test of kernels. It skips what a kernel does
// not claim to do, and gopost claims everything.
func TestKernelSuite(t *testing.T) {
	t.Parallel()
	said := client(t, testEnvironment(t), "-m", "unittest", "discover", "-v", "-s", "testdata", "-p", "suite.py")
	if !strings.Contains(said, "Ran 13 tests") || !strings.HasSuffix(strings.TrimSpace(said), "OK") {
		t.Errorf("not 13 of 13:\n%s", said)
	}
}
