//go:build unix

package doctor_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/install"
	"gopost/install/doctor"
	"gopost/install/lab"
)

// TestOlderKernels has a kernel of another version for the user, and one in
// the private lab. Each is renewed by the command that wrote it.
func TestOlderKernels(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", filepath.Join(home, "cache"))
	t.Setenv("HOME", home) // for the cache folder on a Mac
	t.Setenv("JUPYTER_DATA_DIR", filepath.Join(home, "data"))
	t.Setenv("PATH", home) // no Python: its kernels are none of the test's
	env, err := lab.Locate()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{env.Python(), filepath.Join(env.Dir, "gopost-complete")} {
		write(t, file, "")
	}
	program := filepath.Join(home, "program")
	write(t, program, "#!/bin/sh\nexit 3\n")
	for _, place := range []install.Place{{}, {Prefix: env.Dir}} {
		dir, err := install.Install(t.Context(), install.Options{Place: place, Program: program})
		if err != nil {
			t.Fatal(err)
		}
		spec := filepath.Join(dir, "kernel.json")
		text, err := os.ReadFile(spec)
		if err != nil {
			t.Fatal(err)
		}
		write(t, spec, strings.Replace(string(text), `"version": "`, `"version": "other-`, 1))
	}
	var report strings.Builder
	if err := doctor.Examine(t.Context(), &report); !errors.Is(err, doctor.ErrBroken) {
		t.Errorf("the kernels don't work, but the error is %v", err)
	}
	for _, line := range strings.Split(report.String(), "\n") {
		inLab := strings.Contains(line, env.Dir)
		switch {
		case !strings.Contains(line, "it is of version other-"):
		case inLab && (!strings.HasPrefix(line, "- ") || !strings.Contains(line, "the next `gopost lab` brings it")):
			t.Errorf("of the lab's kernel it says: %s", line)
		case !inLab && (!strings.HasPrefix(line, "warn ") || !strings.Contains(line, "`gopost install` brings it")):
			t.Errorf("of the user's kernel it says: %s", line)
		}
	}
	if n := strings.Count(report.String(), "it is of version other-"); n != 2 {
		t.Errorf("it finds %d kernels of another version:\n%s", n, report.String())
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}
