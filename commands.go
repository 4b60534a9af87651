package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"gopost/install"
	"gopost/install/doctor"
	"gopost/install/lab"
	"gopost/interp"
	"gopost/interp/engine"
	"gopost/interp/own"
	"gopost/interp/std"
	"gopost/kernel"
	"gopost/notebooks"
	"gopost/notebooks/ipynb"
)

// command is one of gopost's commands.
type command struct {
	name  string
	args  string // as the usage line shows them
	short string // one line
	long  string // a page, with examples
	// hidden commands are for other programs.
	hidden bool
	// prepare declares the flags, and returns what is to be done once they
	// are set.
	prepare func(*flag.FlagSet) action
}

// action does a command's work with the arguments that are no flags.
type action func(ctx context.Context, args []string, s streams) error

func commands() []*command {
	return []*command{
		{name: "lab", args: "[--no-browser] [--port N]", short: "open the tutorial in JupyterLab", long: labHelp, prepare: labCommand},
		{name: "run", args: "FILE [-o OUT]", short: "execute a notebook or a Go file without Jupyter", long: runHelp, prepare: runCommand},
		{name: "vet", args: "FILE...", short: "find values that are used after they were sent", long: vetHelp, prepare: vetCommand},
		{name: "export", args: "NOTEBOOK.ipynb DIR", short: "turn a notebook into a Go program", long: exportHelp, prepare: exportCommand},
		{name: "install", args: "[--user | --sys-prefix | --prefix P] [--name N] [--display-name D] [--env K V]",
			short: "make the kernel known to your Jupyter", long: installHelp, prepare: installCommand},
		{name: "uninstall", args: "[--user | --sys-prefix | --prefix P] [--name N]",
			short: "remove what install made", long: uninstallHelp, prepare: uninstallCommand},
		{name: "doctor", short: "say what is installed where, and whether it works", long: doctorHelp, prepare: doctorCommand},
		{name: "kernel", args: "CONNECTION_FILE", short: "be a kernel: what Jupyter starts", long: kernelHelp, prepare: kernelCommand},
		{name: "version", short: "print the version", long: "Prints the version of gopost, and the Go and system it was built for.", prepare: versionCommand},
		{name: "worker", short: "run cells for a kernel", long: "Runs cells for a kernel, which starts it by itself.", hidden: true, prepare: workerCommand},
	}
}

// arguments refuses a wrong number of arguments.
func arguments(name string, args []string, want ...string) error {
	if len(args) < len(want) {
		return &usageError{name, fmt.Sprintf("gopost %s needs %s", name, want[len(args)])}
	}
	if len(args) > len(want) {
		return &usageError{name, fmt.Sprintf("gopost %s does not know what to do with %q", name, args[len(want)])}
	}
	return nil
}

// untilSignal returns a context that Ctrl-C or a SIGTERM ends.
func untilSignal(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
}

func labCommand(fs *flag.FlagSet) action {
	noBrowser := fs.Bool("no-browser", false, "")
	port := fs.Int("port", 0, "")
	trusted := trust(fs)
	return func(ctx context.Context, args []string, s streams) error {
		if err := arguments("lab", args); err != nil {
			return err
		}
		const maxPort = 65535
		given := false
		fs.Visit(func(f *flag.Flag) { given = given || f.Name == "port" })
		if given && (*port < 1 || *port > maxPort) {
			return &usageError{"lab", fmt.Sprintf("--port %d is not between 1 and %d", *port, maxPort)}
		}
		// The first signal ends ctx, the second comes through again.
		ctx, stop := untilSignal(ctx)
		defer stop()
		again := make(chan os.Signal, 1)
		context.AfterFunc(ctx, func() { signal.Notify(again, os.Interrupt, syscall.SIGTERM) })
		defer signal.Stop(again)
		return lab.Run(ctx, lab.Options{
			Browser: !*noBrowser, Port: *port, Trusted: *trusted, Notebooks: notebooks.Files(),
			Stdout: s.out, Stderr: s.err, Terminal: terminal(s.out), Again: again,
		})
	}
}

func runCommand(fs *flag.FlagSet) action {
	out := fs.String("o", "", "")
	trusted := trust(fs)
	return func(ctx context.Context, args []string, s streams) error {
		if err := arguments("run", args, "a FILE"); err != nil {
			return err
		}
		ctx, stop := untilSignal(ctx)
		defer stop()
		err := ipynb.ExecuteFile(ctx, ipynb.Options{
			File: args[0], Out: *out, Colour: terminal(s.err) && os.Getenv("NO_COLOR") == "",
			Stdin: s.in, Stdout: s.out, Stderr: s.err, New: sessions(*trusted),
		})
		if errors.Is(err, ipynb.ErrUsage) {
			return &usageError{"run", err.Error()}
		}
		return err
	}
}

func vetCommand(*flag.FlagSet) action {
	return func(_ context.Context, args []string, s streams) error {
		if len(args) == 0 {
			return &usageError{"vet", "gopost vet needs a FILE"}
		}
		findings, err := own.Vet(args, s.out)
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%w: name Go files that exist", err)
		}
		if err != nil {
			return err
		}
		if findings > 0 {
			return &exitError{exitFailed}
		}
		return nil
	}
}

// trust declares the flag that lets cells start other programs.
func trust(fs *flag.FlagSet) *bool { return fs.Bool("trusted", false, "") }

// sessions returns what starts the sessions that run cells.
func sessions(trusted bool) func(interp.Sink) (interp.Interpreter, error) {
	return func(s interp.Sink) (interp.Interpreter, error) {
		return interp.New(interp.Options{Sink: s, Policy: std.Policy{Trusted: trusted}})
	}
}

// places declares the flags that say where Jupyter's data is.
func places(fs *flag.FlagSet) func() (install.Place, error) {
	user := fs.Bool("user", false, "")
	var p install.Place
	fs.BoolVar(&p.SysPrefix, "sys-prefix", false, "")
	fs.StringVar(&p.Prefix, "prefix", "", "")
	return func() (install.Place, error) {
		n := 0
		fs.Visit(func(f *flag.Flag) {
			if f.Name == "user" || f.Name == "sys-prefix" || f.Name == "prefix" {
				n++
			}
		})
		if n > 1 {
			return p, &usageError{fs.Name(), "--user, --sys-prefix and --prefix exclude each other"}
		}
		if given := n == 1 && !*user && !p.SysPrefix; given && p.Prefix == "" {
			return p, &usageError{fs.Name(), "--prefix needs the name of a folder"}
		}
		return p, nil
	}
}

func installCommand(fs *flag.FlagSet) action {
	place := places(fs)
	env := pairs{}
	fs.Var(env, "env", "")
	name := fs.String("name", install.DefaultName, "")
	display := fs.String("display-name", install.DefaultDisplayName, "")
	trusted := trust(fs)
	return func(ctx context.Context, args []string, s streams) error {
		if err := arguments("install", args); err != nil {
			return err
		}
		p, err := place()
		if err != nil {
			return err
		}
		dir, err := install.Install(ctx, install.Options{Place: p, Name: *name, DisplayName: *display, Env: env, Trusted: *trusted})
		if errors.Is(err, install.ErrName) {
			return &usageError{"install", err.Error()}
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "Installed the kernel %q in %s\nJupyter shows it from now on; `gopost doctor` checks that it works.\n",
			cmp.Or(*display, install.DefaultDisplayName), dir)
		if *trusted {
			fmt.Fprintln(s.out, "It is for trusted use: its cells may start other programs. Open only notebooks that you trust in it.")
		}
		return nil
	}
}

func uninstallCommand(fs *flag.FlagSet) action {
	place := places(fs)
	name := fs.String("name", install.DefaultName, "")
	return func(ctx context.Context, args []string, s streams) error {
		if err := arguments("uninstall", args); err != nil {
			return err
		}
		p, err := place()
		if err != nil {
			return err
		}
		dir, err := install.Uninstall(ctx, p, *name)
		if errors.Is(err, install.ErrName) {
			return &usageError{"uninstall", err.Error()}
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "Removed the kernel from %s\n", dir)
		return nil
	}
}

func doctorCommand(*flag.FlagSet) action {
	return func(ctx context.Context, args []string, s streams) error {
		if err := arguments("doctor", args); err != nil {
			return err
		}
		ctx, stop := untilSignal(ctx)
		defer stop()
		return doctor.Examine(ctx, s.out)
	}
}

func kernelCommand(fs *flag.FlagSet) action {
	trusted := trust(fs)
	return func(ctx context.Context, args []string, s streams) error {
		// `jupyter run hello.go` hands its own arguments on to the kernel, and
		// means nothing by it.
		if err := arguments("kernel", args[:min(1, len(args))], "a CONNECTION_FILE, which Jupyter gives it"); err != nil {
			return err
		}
		return kernel.Run(ctx, args[0], sessions(*trusted), kernel.Options{
			Version: install.Version(),
			Log:     slog.New(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: slog.LevelWarn})),
		})
	}
}

func workerCommand(*flag.FlagSet) action {
	return func(_ context.Context, args []string, _ streams) error {
		if err := arguments("worker", args); err != nil {
			return err
		}
		if code := engine.Main(); code != exitOK {
			return &exitError{code}
		}
		return nil
	}
}

func versionCommand(*flag.FlagSet) action {
	return func(_ context.Context, args []string, s streams) error {
		if err := arguments("version", args); err != nil {
			return err
		}
		fmt.Fprintf(s.out, "gopost %s (%s %s/%s)\n", install.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return nil
	}
}

// terminal says whether w shows its text to a person.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
