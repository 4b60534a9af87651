package lab_test

import (
	"os"
	"path/filepath"
	"testing"

	"gopost/install/lab"
)

func TestEnvironmentIsReadyOnlyWhenWhole(t *testing.T) {
	env := lab.Env{Dir: filepath.Join(t.TempDir(), "lab")}
	want := func(step string, begun, ready bool) {
		t.Helper()
		if env.Begun() != begun || env.Ready() != ready {
			t.Errorf("%s: begun %v, ready %v", step, env.Begun(), env.Ready())
		}
	}
	write := func(path string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	want("nothing there", false, false)
	write(env.Python())
	want("interrupted after the first stage", true, false)
	write(filepath.Join(env.Dir, "gopost-complete"))
	want("complete", true, true)
	if err := os.Remove(env.Python()); err != nil {
		t.Fatal(err)
	}
	want("the Python it was made from uninstalled", true, false)
}

func TestLocateDependsOnNothingButTheRequirements(t *testing.T) {
	a, err := lab.Locate()
	if err != nil {
		t.Fatal(err)
	}
	b, err := lab.Locate()
	if err != nil || a != b {
		t.Errorf("first %v, then %v, %v", a, b, err)
	}
	if base := filepath.Base(filepath.Dir(a.Dir)); base != "gopost" {
		t.Errorf("it lies in %s", base)
	}
}
