package main_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/goproxytest"
	"github.com/rogpeppe/go-internal/testscript"
)

// program is the gopost that TestMain has built. Tests run it as people do.
var program string

func TestMain(m *testing.M) { os.Exit(buildAndRun(m)) }

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "gopost-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "gopost")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-o", program, ".")
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "gopost does not build:", err)
		return 1
	}
	return m.Run()
}

// TestScripts runs testdata/script: every command and every wrong use of it,
// in a home folder of its own. Modules come from a proxy that serves
// interp/testdata/mod, and from nowhere else.
func TestScripts(t *testing.T) {
	cache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := goproxytest.NewTestServer(t, "interp/testdata/mod", "")
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("GOPROXY", modules.URL)
			env.Setenv("PROXY", modules.URL)
			env.Setenv("GOCACHE", strings.TrimSpace(string(cache)))
			env.Setenv("PROGRAM", program)
			env.Setenv("GOSUMDB", "off")
			env.Setenv("GONOPROXY", "none")
			env.Setenv("GOFLAGS", "-modcacherw") // so that the script's folder can be removed
			for _, name := range []string{"JUPYTER_DATA_DIR", "JUPYTER_PATH", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"} {
				env.Setenv(name, "")
			}
			return os.Mkdir(filepath.Join(env.WorkDir, "home"), 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exit": exitCode,
			"argv": argv,
		},
	})
}

// exitCode is the script command "exit CODE PROGRAM ARGUMENT...": it runs the
// program, whose output stdout and stderr can then be matched, and compares its
// exit code. The built-in exec tells only failure from success.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE PROGRAM ARGUMENT...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	exit := new(exec.ExitError)
	switch {
	case errors.As(err, &exit):
		got = fmt.Sprint(exit.ExitCode())
	case err != nil:
		ts.Fatalf("%s: %v", args[1], err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// argv is the script command "argv FILE NAME": it sets the variable NAME to the
// program that a kernel.json names.
func argv(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: argv FILE NAME")
	}
	ts.Setenv(args[1], kernelArgv(ts.ReadFile(args[0]), func(err error) { ts.Fatalf("%s: %v", args[0], err) })[0])
}

// kernelArgv returns the command line in the text of a kernel.json.
func kernelArgv(text string, fail func(error)) []string {
	var spec struct{ Argv []string }
	if err := json.Unmarshal([]byte(text), &spec); err != nil {
		fail(err)
	}
	if len(spec.Argv) != 3 || spec.Argv[1] != "kernel" || spec.Argv[2] != "{connection_file}" {
		fail(fmt.Errorf("argv is %q", spec.Argv))
	}
	return spec.Argv
}

// TestGoRunLeavesNothingTemporary is the promise that `go run . install` makes:
// the kernel still starts when go run's own folder is gone.
func TestGoRunLeavesNothingTemporary(t *testing.T) {
	prefix := t.TempDir()
	cmd := exec.Command("go", "run", ".", "install", "--prefix", prefix)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	dir := filepath.Join(prefix, "share", "jupyter", "kernels", "gopost")
	text, err := os.ReadFile(filepath.Join(dir, "kernel.json"))
	if err != nil {
		t.Fatal(err)
	}
	args := kernelArgv(string(text), func(err error) { t.Fatal(err) })
	if filepath.Dir(args[0]) != dir {
		t.Errorf("the kernelspec names %s, which is not beside it", args[0])
	}
	out, err := exec.Command(args[0], "version").Output()
	if err != nil || !strings.HasPrefix(string(out), "gopost ") {
		t.Errorf("the copied program says %q, %v", out, err)
	}
}
