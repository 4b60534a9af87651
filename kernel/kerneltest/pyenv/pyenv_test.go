package pyenv_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"gopost/kernel/kerneltest/pyenv"
)

// TestEnvironmentIsMadeOnce lets several tests ask at once, in a cache folder
// that holds the remains of a run that was killed.
func TestEnvironmentIsMadeOnce(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CACHE_HOME", home)
	first := pyenv.Python(t, "")
	dir := filepath.Dir(filepath.Dir(first))
	if err := os.Remove(filepath.Join(dir, "complete")); err != nil {
		t.Fatal(err)
	}
	rubbish := filepath.Join(dir, "rubbish")
	if err := os.WriteFile(rubbish, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var asking sync.WaitGroup
	paths := make([]string, 4)
	for i := range paths {
		asking.Go(func() { paths[i] = pyenv.Python(&recorder{TB: t}, "") })
	}
	asking.Wait()
	for _, path := range paths {
		if path != first {
			t.Errorf("got %q, want %q", path, first)
		}
	}
	if _, err := os.Stat(rubbish); err == nil {
		t.Error("the incomplete environment was used")
	}
	out, err := exec.Command(first, "-c", "import sys; print(sys.prefix)").CombinedOutput()
	if got := strings.TrimSpace(string(out)); err != nil || filepath.Base(got) != filepath.Base(dir) {
		t.Errorf("the interpreter belongs to %q (%v), want %q", got, err, dir)
	}
}

func TestWithoutPythonTestsSkipOrFail(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for ci, want := range map[string]string{"": "skipped", "true": "failed"} {
		t.Setenv("CI", ci)
		r := &recorder{TB: t}
		done := make(chan struct{})
		go func() {
			defer close(done)
			pyenv.Python(r, "")
		}()
		<-done
		if !strings.HasPrefix(r.outcome, want) || !strings.Contains(r.outcome, "install Python 3") {
			t.Errorf("with CI=%q the test ended as %q, want %s and what to do", ci, r.outcome, want)
		}
	}
}

// recorder notes how a test ends, instead of ending it.
type recorder struct {
	testing.TB
	outcome string
}

func (r *recorder) Skipf(format string, args ...any) {
	r.outcome = "skipped: " + fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.outcome = "failed: " + fmt.Sprintf(format, args...)
	runtime.Goexit()
}
