// Gopost is a Jupyter kernel for Go that teaches message passing, and the
// command that installs it, opens it in JupyterLab and runs its notebooks.
//
//	gopost lab          open the tutorial in JupyterLab
//	gopost run FILE     execute a notebook or a Go file, without Jupyter
//	gopost install      make the kernel known to a Jupyter that is there already
//	gopost help         all commands
//
// The exit code is 0 when the job is done, 1 when it failed, and 2 when the
// command line was wrong.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"gopost/interp/own"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	os.Exit(run(context.Background(), os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// run does what the command line says, and returns the exit code.
func run(ctx context.Context, args []string, s streams) int {
	err := dispatch(ctx, args, s)
	wrong := new(usageError)
	code := new(exitError)
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &code):
		return code.code
	case errors.As(err, &wrong):
		fmt.Fprintln(s.err, "gopost:", err)
		return exitUsage
	default:
		fmt.Fprintln(s.err, "gopost:", err)
		return exitFailed
	}
}

// exitError ends the program with a code when all has been said already.
type exitError struct{ code int }

func (e *exitError) Error() string { return fmt.Sprintf("exit code %d", e.code) }

// isVetTool says whether the go command calls, for `go vet -vettool=gopost`.
// See the package unitchecker, whose Main never returns.
func isVetTool(args []string) bool {
	last := args[len(args)-1]
	return args[0] == "-V=full" || args[0] == "-flags" ||
		strings.HasSuffix(last, ".cfg") && (len(args) == 1 || strings.HasPrefix(args[0], "-"))
}

func dispatch(ctx context.Context, args []string, s streams) error {
	if len(args) == 0 {
		overview(s.err)
		return &exitError{exitUsage}
	}
	if isVetTool(args) {
		unitchecker.Main(own.Analyzer)
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "--help", "-help":
		overview(s.out)
		return nil
	case "help":
		return help(rest, s)
	case "--version", "-version":
		name = "version"
	}
	c := lookup(name)
	if c == nil {
		return unknown(name)
	}
	flags := newFlags(c.name)
	work := c.prepare(flags)
	rest, err := parse(flags, rest)
	if errors.Is(err, errHelp) {
		fmt.Fprint(s.out, c.usage())
		return nil
	}
	if err != nil {
		return err
	}
	return work(ctx, rest, s)
}
