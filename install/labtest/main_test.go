package labtest_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// Deadlines that only a hanging program meets. The first set-up downloads
// JupyterLab.
const (
	setUpDeadline = 10 * time.Minute
	quickDeadline = 2 * time.Minute
)

// program is the gopost that TestMain has built. Tests run it as people do.
var program string

func TestMain(m *testing.M) { os.Exit(buildAndRun(m)) }

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "gopost-labtest-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "gopost")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-o", program, "gopost")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "gopost does not build:", err)
		return 1
	}
	return m.Run()
}

// missing ends a test for which the machine lacks something: in CI that is a
// failure.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("CI must have what this test needs: %s", what)
	}
	t.Skipf("this test needs %s", what)
}

// needPython skips a test where the private environment can't be made.
func needPython(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("real clients take long")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		missing(t, "python3")
	}
}
