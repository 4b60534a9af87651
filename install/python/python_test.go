package python_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"gopost/install/python"
)

func TestActiveAsksARealPython(t *testing.T) {
	if _, err := exec.LookPath("python3"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI has no python3")
		}
		t.Skip("no python3 on this machine")
	}
	info, err := python.Active(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !filepath.IsAbs(info.Path) || !filepath.IsAbs(info.Prefix) || !info.AtLeast(3, 0) || info.AtLeast(info.Major, info.Minor+1) {
		t.Errorf("it says %+v", info)
	}
}

func TestNoPython(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := python.Active(t.Context()); !errors.Is(err, python.ErrNotFound) || !strings.Contains(err.Error(), python.Hint()) {
		t.Errorf("the error is %v", err)
	}
}

// TestBrokenPythonsArePassedOver has programs that can't be had for real: a
// python3 that does not run, and Pythons of several ages.
func TestBrokenPythonsArePassedOver(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the programs are shell scripts")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	write := func(name, script string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write("python3", "echo no library >&2; exit 1")
	if _, err := python.Active(t.Context()); !errors.Is(err, python.ErrNotFound) || !strings.Contains(err.Error(), "no library") {
		t.Errorf("the error is %v", err)
	}
	write("python3", `echo '{"path": "/old", "major": 3, "minor": 7, "venv": true}'`)
	if info, err := python.Fit(t.Context(), 3, 10); err != nil || info.Path != "/old" || info.Version() != "3.7" {
		t.Errorf("with only an old one: %+v, %v", info, err)
	}
	write("python3.12", `echo '{"path": "/new", "major": 3, "minor": 12, "venv": true}'`)
	if info, err := python.Fit(t.Context(), 3, 10); err != nil || info.Path != "/new" {
		t.Errorf("with a new one beside it: %+v, %v", info, err)
	}
	write("python3", "echo hello")
	if _, err := python.Active(t.Context()); err == nil || !strings.Contains(err.Error(), "does not answer like a Python") {
		t.Errorf("the error is %v", err)
	}
}
