package lab

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"gopost/install/python"
)

// errInterrupted does not wrap the context's error, whose words say nothing to
// a learner who has pressed Ctrl-C.
var errInterrupted = errors.New("the set-up was interrupted: the next `gopost lab` starts over")

// setUp makes the environment unless it is complete. Only one process at a
// time does so; the others wait for it.
func (e Env) setUp(ctx context.Context, p *progress) (err error) {
	if e.Ready() {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(e.Dir), 0o755); err != nil {
		return fmt.Errorf("the private environment cannot be made: %w; set XDG_CACHE_HOME to a folder of yours", err)
	}
	unlock, err := acquire(ctx, e.Dir+".lock", func() {
		p.say("Another gopost is setting up JupyterLab: waiting for it.")
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	if e.Ready() {
		return nil
	}
	p.say("Setting up JupyterLab in a private environment. This happens once, and takes a minute or two.")
	if e.Begun() {
		p.say("An earlier set-up was not finished: starting over.")
		if err := os.RemoveAll(e.Dir); err != nil {
			return fmt.Errorf("the unfinished environment cannot be removed: %w; delete %s by hand", err, e.Dir)
		}
	}
	return e.build(ctx, p)
}

// build runs the stages, the marker last.
func (e Env) build(ctx context.Context, p *progress) error {
	var py python.Info
	stages := []struct {
		name string
		work func(note func(string)) error
	}{
		{"looking for Python", func(func(string)) (err error) { py, err = findPython(ctx); return err }},
		{"making a virtual environment", func(func(string)) error { return e.makeVenv(ctx, py) }},
		{"installing JupyterLab", func(note func(string)) error { return e.pip(ctx, note) }},
		{"writing settings", func(func(string)) error { return e.writeSettings() }},
	}
	for i, s := range stages {
		if err := p.stage(ctx, i+1, len(stages), s.name, s.work); err != nil {
			if ctx.Err() != nil {
				return errInterrupted
			}
			return err
		}
	}
	text := "Python " + py.Version() + " at " + py.Path + "\n"
	return os.WriteFile(filepath.Join(e.Dir, marker), []byte(text), 0o644)
}

func findPython(ctx context.Context) (python.Info, error) {
	py, err := python.Fit(ctx, minMajor, minMinor)
	switch {
	case err != nil:
		return py, fmt.Errorf("JupyterLab needs Python %d.%d or newer: %w", minMajor, minMinor, err)
	case !py.AtLeast(minMajor, minMinor):
		return py, fmt.Errorf("JupyterLab needs Python %d.%d or newer, and %s is Python %s: %s",
			minMajor, minMinor, py.Path, py.Version(), python.Hint())
	case !py.Venv:
		hint := python.Hint()
		if runtime.GOOS == "linux" {
			hint = fmt.Sprintf("on Debian and Ubuntu, `sudo apt install python%s-venv` adds them", py.Version())
		}
		return py, fmt.Errorf("%s lacks the modules venv and ensurepip, which make virtual environments: %s", py.Path, hint)
	}
	return py, nil
}

func (e Env) makeVenv(ctx context.Context, py python.Info) error {
	cmd := exec.CommandContext(ctx, py.Path, "-m", "venv", e.Dir)
	cmd.Env = environ()
	cmd.WaitDelay = grace
	inOwnGroup(cmd)
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("python -m venv failed: %w\n%s", err, lastLines(string(out)))
	}
	return nil
}

// lastLines keeps what people need of a long output.
func lastLines(s string) string {
	const most = 12
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-most):], "\n")
}

// environ is the environment for Python programs of ours: nothing that makes
// them look for modules or configuration elsewhere, or install elsewhere.
func environ() []string {
	var env []string
	for _, kv := range os.Environ() {
		switch name, _, _ := strings.Cut(kv, "="); name {
		case "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__",
			"JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR",
			"JUPYTER_NO_CONFIG", "JUPYTER_PORT", "JUPYTER_TOKEN", "JUPYTERLAB_DIR",
			"JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR",
			"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIREMENT", "PIP_CONSTRAINT":
		default:
			env = append(env, kv)
		}
	}
	return append(env, "PYTHONNOUSERSITE=1", "PYTHONUNBUFFERED=1", "PIP_USER=0")
}
