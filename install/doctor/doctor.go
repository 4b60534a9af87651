package doctor

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"gopost/install"
	"gopost/install/lab"
	"gopost/install/python"
)

// ErrBroken says that something does not work; the report says what.
var ErrBroken = errors.New("something is broken: the lines above that start with BROKEN say what, and what to do")

// The commands that write kernelspecs.
const (
	installCommand = "gopost install"
	labCommand     = "gopost lab"
)

// report collects findings, a line each.
type report struct {
	w      io.Writer
	broken bool
}

// A report that can't be written has no one to be told to.
func (r *report) line(word, format string, args ...any) {
	_, _ = fmt.Fprintf(r.w, "%-7s "+format+"\n", append([]any{word}, args...)...)
}

func (r *report) ok(format string, args ...any)   { r.line("ok", format, args...) }
func (r *report) info(format string, args ...any) { r.line("-", format, args...) }
func (r *report) warn(format string, args ...any) { r.line("warn", format, args...) }
func (r *report) bad(format string, args ...any) {
	r.broken = true
	r.line("BROKEN", format, args...)
}

// Examine looks at everything and writes a report to w. It starts programs and
// waits for them, so it takes a few seconds. The error is ErrBroken when
// something does not work.
func Examine(ctx context.Context, w io.Writer) error {
	r := &report{w: w}
	r.program()
	py := r.python(ctx)
	installed := r.kernels(ctx, install.SearchPath(py), installCommand)
	installed += r.privateLab(ctx)
	if installed == 0 {
		r.info("no kernel is installed: `gopost install` does that, or `gopost lab` opens JupyterLab with one")
		r.itself(ctx)
	}
	if ctx.Err() != nil {
		return errors.New("the examination was interrupted: run `gopost doctor` again for the rest of it")
	}
	if r.broken {
		return ErrBroken
	}
	return nil
}

func (r *report) program() {
	exe, err := install.Program()
	if err != nil {
		r.bad("%s", err)
		return
	}
	r.ok("gopost %s is %s", install.Version(), exe)
}

// python reports on the active Python; nil when there is none.
func (r *report) python(ctx context.Context) *python.Info {
	py, err := python.Active(ctx)
	if err != nil {
		r.warn("%s; only `gopost run` works without it", err)
		return nil
	}
	r.ok("Python %s is %s, of the environment %s", py.Version(), py.Path, py.Prefix)
	if py.Jupyter == "" {
		r.info("this Python has no Jupyter: `gopost lab` brings its own")
	} else {
		r.ok("Jupyter is there (jupyter_core %s)", py.Jupyter)
	}
	return &py
}

// kernels reports on the kernelspecs of ours in the data folders, and returns
// how many there are. The command renew writes them.
func (r *report) kernels(ctx context.Context, dirs []string, renew string) int {
	n := 0
	for _, dir := range dirs {
		specs, err := filepath.Glob(filepath.Join(dir, "kernels", "*", "kernel.json"))
		if err != nil || len(specs) == 0 {
			r.info("%s: no kernels", dir)
			continue
		}
		ours := 0
		for _, path := range specs {
			if r.kernel(ctx, filepath.Dir(path), renew) {
				ours++
			}
		}
		if ours == 0 {
			r.info("%s: %d kernels, none of gopost", dir, len(specs))
		}
		n += ours
	}
	return n
}

// kernel reports on one kernelspec, and says whether it is ours.
func (r *report) kernel(ctx context.Context, dir, renew string) bool {
	spec, err := install.ReadSpec(dir)
	if err != nil {
		// A damaged one may be ours: by its name it is likely.
		if filepath.Base(dir) == install.DefaultName {
			r.bad("%s", err)
		} else {
			r.warn("%s", err)
		}
		return false
	}
	if !spec.Ours() {
		return false
	}
	program := spec.Argv[0]
	if _, err := os.Stat(program); err != nil {
		r.bad("%s: its program %s is gone; run `%s` again, as before", dir, program, renew)
		return true
	}
	if install.Temporary(program) && filepath.Dir(program) != dir {
		r.warn("%s: its program %s lies in a temporary folder and may vanish; run `%s` again", dir, program, renew)
	}
	if have := spec.Metadata.Gopost.Version; have != install.Version() {
		r.older(dir, have, renew)
	}
	r.start(ctx, fmt.Sprintf("%s (%s)", dir, spec.DisplayName), spec)
	r.trust(dir, spec)
	return true
}

// trust says what the kernel's cells may do to the machine.
func (r *report) trust(dir string, spec install.Spec) {
	if spec.Trusted() {
		r.info("%s: it is for trusted use: its cells may start other programs (os/exec and the like)", dir)
		return
	}
	r.info("%s: its cells may not start other programs; a kernel installed with --trusted lets them", dir)
}

// older reports on a kernel of another version. That of the private lab needs
// no one's care: each start of the lab renews it.
func (r *report) older(dir, have, renew string) {
	if renew == labCommand {
		r.info("%s: it is of version %s; the next `%s` brings it to that of the gopost which runs it", dir, have, renew)
		return
	}
	r.warn("%s: it is of version %s; `%s` brings it to %s", dir, have, renew, install.Version())
}

func (r *report) start(ctx context.Context, what string, spec install.Spec) {
	found, err := probe(ctx, spec)
	if err != nil {
		r.bad("%s: %s", what, err)
		return
	}
	r.ok("%s: starts, answers and runs a cell (%s)", what, found)
}

// itself tries the running program when no kernelspec names one.
func (r *report) itself(ctx context.Context) {
	exe, err := install.Program()
	if err != nil {
		return // reported already
	}
	r.start(ctx, "this program as a kernel", install.Spec{Argv: []string{exe, "kernel", "{connection_file}"}})
}

// privateLab reports on the environment of the lab command, and returns how
// many kernels it has.
func (r *report) privateLab(ctx context.Context) int {
	env, err := lab.Locate()
	switch {
	case err != nil:
		r.warn("%s", err)
	case env.Ready():
		r.ok("the private JupyterLab is set up in %s", env.Dir)
		return r.kernels(ctx, []string{filepath.Join(env.Dir, "share", "jupyter")}, labCommand)
	case env.Begun():
		r.warn("the private JupyterLab in %s is unfinished: the next `gopost lab` makes it anew", env.Dir)
	default:
		r.info("the private JupyterLab is not set up: `gopost lab` does that")
	}
	return 0
}
