//go:build unix

package main_test

import (
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"gopost/install/lab"
)

// TestLab is what the learner does: start, look, end with Ctrl-C; and then
// again, which sets nothing up any more.
func TestLab(t *testing.T) {
	needPython(t)
	home := t.TempDir()
	l := startLab(t, home, nil)
	m := l.until(address, setUpDeadline)
	s := server{t, m[1], m[3]}
	s.listens()
	if m[2] != "/tree/00-index.ipynb" {
		t.Errorf("the page opens on %q", m[2])
	}

	var specs struct {
		Default     string
		Kernelspecs map[string]struct {
			Spec struct {
				DisplayName   string `json:"display_name"`
				Language      string
				InterruptMode string `json:"interrupt_mode"`
			}
			Resources map[string]string
		}
	}
	s.call("GET", "/api/kernelspecs", "", &specs)
	ours, ok := specs.Kernelspecs["gopost"]
	if !ok || len(specs.Kernelspecs) != 1 || specs.Default != "gopost" {
		t.Errorf("the kernels are %+v, by default %q", specs.Kernelspecs, specs.Default)
	}
	if ours.Spec.DisplayName != "Go (gopost)" || ours.Spec.Language != "go" || ours.Spec.InterruptMode != "message" {
		t.Errorf("the kernelspec is %+v", ours.Spec)
	}
	for _, logo := range []string{"logo-32x32", "logo-64x64", "logo-svg"} {
		if code := s.call("GET", ours.Resources[logo], "", nil); code != http.StatusOK {
			t.Errorf("%s: %d", logo, code)
		}
	}
	var index struct{ Type string }
	if s.call("GET", "/api/contents/00-index.ipynb?content=0", "", &index); index.Type != "notebook" {
		t.Errorf("the first notebook is a %q", index.Type)
	}

	var kernel struct{ ID, Name string }
	if code := s.call("POST", "/api/kernels", `{"name": "gopost"}`, &kernel); code != http.StatusCreated || kernel.ID == "" {
		t.Fatalf("no kernel was started: %d, %+v", code, kernel)
	}
	if code := l.end(syscall.SIGINT); code != 0 {
		t.Errorf("Ctrl-C ended it with code %d", code)
	}
	for _, part := range []string{kernel.ID, "HOME=" + home} {
		if left := processes(t, part); len(left) > 0 {
			t.Errorf("processes are left: %q", left)
		}
	}

	// The learner's own notebooks are never overwritten.
	mine := filepath.Join(home, "gopost-notebooks", "00-index.ipynb")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	l = startLab(t, home, nil)
	l.until("You changed 1 of the notebooks", quickDeadline)
	l.until(address, quickDeadline)
	// However gopost itself ends, on Linux nothing of it stays.
	last, want := syscall.SIGTERM, 0
	if runtime.GOOS == "linux" {
		last, want = syscall.SIGKILL, -1
	}
	if code := l.end(last); code != want {
		t.Errorf("%s ended it with code %d", last, code)
	}
	if left := processes(t, "HOME="+home); len(left) > 0 {
		t.Errorf("processes are left: %q", left)
	}
	if got, err := os.ReadFile(mine); err != nil || string(got) != "mine" {
		t.Errorf("the learner's notebook holds %q, %v", got, err)
	}
	if strings.Contains(l.said.String(), "Setting up") {
		t.Error("the second start set something up")
	}
}

// TestLabInClone starts where gopost's own source is: the notebooks are those
// of the clone, and the Go files beside them do not show.
func TestLabInClone(t *testing.T) {
	needPython(t)
	clone := t.TempDir()
	for name, content := range map[string]string{
		"go.mod": "module gopost\n\ngo 1.26\n", "notebooks/mine.ipynb": "{}", "notebooks/embed.go": "package notebooks",
		"notebooks/x_test.go": "package notebooks", "notebooks/images/a.svg": "<svg/>",
	} {
		path := filepath.Join(clone, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	l := startLab(t, clone, nil)
	m := l.until(address, setUpDeadline)
	s := server{t, m[1], m[3]}
	s.listens()
	var folder struct{ Content []struct{ Name string } }
	s.call("GET", "/api/contents/", "", &folder)
	if len(folder.Content) != 1 || folder.Content[0].Name != "mine.ipynb" {
		t.Errorf("the file browser lists %+v", folder.Content)
	}
	if code := l.end(syscall.SIGINT); code != 0 {
		t.Errorf("Ctrl-C ended it with code %d", code)
	}
	if _, err := os.Stat(filepath.Join(clone, "gopost-notebooks")); err == nil {
		t.Error("it copied notebooks although there are some")
	}
}

func TestLabPortInUse(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := strconv.Itoa(taken.Addr().(*net.TCPAddr).Port)
	l := startLab(t, t.TempDir(), nil, "--port", port)
	l.until("the port is in use: JupyterLab cannot listen on "+port, quickDeadline)
	if code := l.wait(); code != 1 {
		t.Errorf("the exit code is %d", code)
	}
}

func TestLabWithoutPython(t *testing.T) {
	home := t.TempDir()
	l := startLab(t, home, []string{"XDG_CACHE_HOME=" + home, "PATH=" + home})
	l.until(`JupyterLab needs Python 3\.10 or newer: no Python found on the PATH: install it`, quickDeadline)
	if code := l.wait(); code != 1 {
		t.Errorf("the exit code is %d", code)
	}
}

// TestLabUnfitPython has Pythons that a test can't install: one that is too
// old, and one without the modules that Debian ships apart.
func TestLabUnfitPython(t *testing.T) {
	for name, test := range map[string]struct{ answer, want string }{
		"too old": {`{"path": "/x/python3", "prefix": "/x", "major": 3, "minor": 8, "venv": true}`, `/x/python3 is Python 3\.8`},
		"no venv": {`{"path": "/x/python3", "prefix": "/x", "major": 3, "minor": 11, "venv": false}`, `lacks the modules venv and ensurepip`},
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			script := "#!/bin/sh\necho '" + test.answer + "'\n"
			if err := os.WriteFile(filepath.Join(home, "python3"), []byte(script), 0o755); err != nil {
				t.Fatal(err)
			}
			l := startLab(t, home, []string{"XDG_CACHE_HOME=" + home, "PATH=" + home})
			l.until(test.want, quickDeadline)
			if code := l.wait(); code != 1 {
				t.Errorf("the exit code is %d", code)
			}
		})
	}
}

// TestLabSetUpInterrupted interrupts a set-up, and finds that the next one
// starts it over and, with no network, says so.
func TestLabSetUpInterrupted(t *testing.T) {
	needPython(t)
	home := t.TempDir()
	// Nothing listens on port 1: as good as no network, and quick.
	offline := []string{"XDG_CACHE_HOME=" + home, "PIP_INDEX_URL=http://127.0.0.1:1/simple", "PIP_FIND_LINKS=", "PIP_CONFIG_FILE=/dev/null"}
	l := startLab(t, home, offline)
	l.until(`\[2/4\] making a virtual environment`, quickDeadline)
	if code := l.end(syscall.SIGTERM); code != 1 {
		t.Errorf("the interrupted set-up exits with code %d", code)
	}
	if !strings.Contains(l.said.String(), "the set-up was interrupted") {
		t.Error("it does not say that it was interrupted")
	}
	if left := processes(t, "HOME="+home); len(left) > 0 {
		t.Errorf("processes are left: %q", left)
	}

	// How far the interrupted one came is chance; this is the least.
	if begun, err := filepath.Glob(filepath.Join(home, "gopost", "lab-*.lock")); err != nil || len(begun) != 1 {
		t.Fatalf("the set-up left %q, %v", begun, err)
	} else if err := os.MkdirAll(strings.TrimSuffix(begun[0], ".lock"), 0o755); err != nil {
		t.Fatal(err)
	}
	l = startLab(t, home, offline)
	l.until("An earlier set-up was not finished: starting over", quickDeadline)
	l.until("the Python package index cannot be reached: the first `gopost lab` needs the network", quickDeadline)
	if code := l.wait(); code != 1 {
		t.Errorf("the set-up without network exits with code %d", code)
	}
}

// TestLabSetUpsTakeTurns holds the lock of a set-up, as another gopost would.
func TestLabSetUpsTakeTurns(t *testing.T) {
	home := t.TempDir()
	env := []string{"XDG_CACHE_HOME=" + home, "PATH=" + home}
	// Without Python the first set-up ends at once, and leaves the lock's file.
	startLab(t, home, env).wait()
	locks, err := filepath.Glob(filepath.Join(home, "gopost", "lab-*.lock"))
	if err != nil || len(locks) != 1 {
		t.Fatalf("the locks are %q, %v", locks, err)
	}
	f, err := os.Open(locks[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	l := startLab(t, home, env)
	l.until("Another gopost is setting up JupyterLab: waiting", quickDeadline)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	l.until("no Python found", quickDeadline)
	if code := l.wait(); code != 1 {
		t.Errorf("the exit code is %d", code)
	}
}

// TestExecutedNotebookIsValid asks Jupyter's own library about the notebook
// that gopost run writes, with outputs of every kind.
func TestExecutedNotebookIsValid(t *testing.T) {
	needPython(t)
	env, err := lab.Locate()
	if err != nil {
		t.Fatal(err)
	}
	if !env.Ready() {
		l := startLab(t, t.TempDir(), nil)
		l.until(address, setUpDeadline)
		l.end(syscall.SIGINT)
	}
	out := filepath.Join(t.TempDir(), "out.ipynb")
	run := exec.Command(program, "run", "testdata/outputs.ipynb", "-o", out)
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	// What nbformat would write is what we have written.
	script := `import sys, nbformat
text = open(sys.argv[1], encoding="utf-8").read()
nb = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
nbformat.validate(nb)
kinds = [o.output_type for c in nb.cells for o in c.get("outputs", [])]
assert kinds == ["stream", "stream", "execute_result", "display_data", "display_data", "error"], kinds
assert nbformat.writes(nb) + "\n" == text, nbformat.writes(nb)
`
	if said, err := exec.Command(env.Python(), "-c", script, out).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}
