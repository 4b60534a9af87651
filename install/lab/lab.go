package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"

	"gopost/install"
)

const kernelName = install.DefaultName

// firstNotebook is the one that JupyterLab opens at the start.
const firstNotebook = "00-index.ipynb"

// Options say how [Run] runs JupyterLab.
type Options struct {
	// Browser opens the page by itself.
	Browser bool
	// Port is where JupyterLab listens; 0 leaves the choice to it.
	Port int
	// Trusted lets cells start other programs.
	Trusted bool
	// Notebooks are copied for learners who have no clone of gopost.
	Notebooks fs.FS
	// Stdout takes the progress, Stderr JupyterLab's own words.
	Stdout, Stderr io.Writer
	// Terminal says that Stdout is one.
	Terminal bool
	// Again tells of another wish to end while JupyterLab is shutting down:
	// then it is ended at once.
	Again <-chan os.Signal
}

// ErrPort says that the port asked for is taken.
var ErrPort = errors.New("the port is in use")

// Run sets up the private environment where that is still to be done, starts
// JupyterLab in it, and blocks until JupyterLab has ended. When ctx is done it
// shuts JupyterLab down, kernels first, and returns nil once all is gone.
func Run(ctx context.Context, o Options) error {
	if o.Port != 0 {
		if err := portFree(o.Port); err != nil {
			return err
		}
	}
	env, err := Locate()
	if err != nil {
		return err
	}
	p := newProgress(o.Stdout, o.Terminal)
	if err := env.setUp(ctx, p); err != nil {
		return err
	}
	if _, err := install.Install(ctx, install.Options{Place: install.Place{Prefix: env.Dir}, Trusted: o.Trusted}); err != nil {
		return fmt.Errorf("the kernel cannot be installed in the private environment: %w", err)
	}
	dir, err := notebooks(o.Notebooks, p)
	if err != nil {
		return err
	}
	p.say("JupyterLab is starting with the notebooks in " + dir + ". Ctrl-C here ends it.")
	return env.serve(ctx, dir, o, p)
}

// portFree finds out early, and says clearly, that a port is taken.
func portFree(port int) error {
	l, err := net.Listen("tcp", net.JoinHostPort("localhost", strconv.Itoa(port)))
	if err != nil {
		return fmt.Errorf("%w: JupyterLab cannot listen on %d (%w); choose another, or leave out --port and it finds a free one", ErrPort, port, err)
	}
	return l.Close()
}

// stateDir is where JupyterLab keeps what learners set, apart from the
// configuration of other Jupyters.
func stateDir() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder for JupyterLab's settings: %w; set HOME or XDG_CONFIG_HOME", err)
	}
	return filepath.Join(config, "gopost", "jupyter"), nil
}
