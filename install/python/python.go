// Package python finds the Python that Jupyter runs on, and asks it about
// itself.
package python

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// Info is what a Python says of itself.
type Info struct {
	// Path is the program, absolute.
	Path string `json:"path"`
	// Prefix is sys.prefix: the environment that the Python belongs to.
	Prefix string `json:"prefix"`
	// Major and Minor are the language version.
	Major int `json:"major"`
	Minor int `json:"minor"`
	// Venv says whether it can make virtual environments with pip inside:
	// Debian and its children ship that apart, as python3-venv.
	Venv bool `json:"venv"`
	// Jupyter is the version of its jupyter_core, "" when it has none.
	Jupyter string `json:"jupyter"`
}

// Version is the language version as people write it: "3.12".
func (i Info) Version() string { return fmt.Sprintf("%d.%d", i.Major, i.Minor) }

// AtLeast says whether the version is major.minor or newer.
func (i Info) AtLeast(major, minor int) bool {
	return i.Major > major || i.Major == major && i.Minor >= minor
}

// ErrNotFound says that the machine has no Python that runs.
var ErrNotFound = errors.New("no Python found")

// askTimeout is generous: the first start of a Python reads much from disk.
const askTimeout = time.Minute

// script prints Info as JSON, with nothing but what every Python 3 has.
const script = `
import json, sys
try:
    import importlib.util as u
    venv = all(u.find_spec(m) is not None for m in ("venv", "ensurepip"))
except Exception:
    venv = False
try:
    import importlib.metadata as m
    jupyter = m.version("jupyter_core")
except Exception:
    jupyter = ""
print(json.dumps({"path": sys.executable, "prefix": sys.prefix, "major": sys.version_info[0],
    "minor": sys.version_info[1], "venv": venv, "jupyter": jupyter}))
`

// Ask runs program and returns what it says of itself. It blocks until the
// program has answered, a minute at most.
func Ask(ctx context.Context, program string) (Info, error) {
	ctx, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-c", script)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return Info{}, fmt.Errorf("%s does not run: %w %s", program, err, strings.TrimSpace(stderr.String()))
	}
	var i Info
	if err := json.Unmarshal(out, &i); err != nil {
		return Info{}, fmt.Errorf("%s does not answer like a Python: %w", program, err)
	}
	return i, nil
}

// Active returns the Python that a shell would start: the one of the active
// virtual or conda environment, if there is one. The error wraps ErrNotFound
// when there is none at all.
func Active(ctx context.Context) (Info, error) {
	return first(ctx, []string{"python3", "python"}, func(Info) bool { return true })
}

// Fit looks for a Python of at least the given version that can make virtual
// environments: the active one first, then those that carry their version in
// their name. When none will do it returns the first it found, for the caller
// to say what that one lacks.
func Fit(ctx context.Context, major, minor int) (Info, error) {
	names := []string{"python3", "python"}
	const newestKnown = 20
	for m := newestKnown; m >= minor; m-- {
		names = append(names, fmt.Sprintf("python%d.%d", major, m))
	}
	return first(ctx, names, func(i Info) bool { return i.AtLeast(major, minor) && i.Venv })
}

// first returns the first program of the list that is a Python and good. If
// none is good, it is the first that runs.
func first(ctx context.Context, names []string, good func(Info) bool) (Info, error) {
	var found *Info
	var problems []string
	for _, name := range names {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		info, err := Ask(ctx, path)
		if err != nil {
			if ctx.Err() != nil {
				return Info{}, ctx.Err()
			}
			problems = append(problems, err.Error())
			continue
		}
		if good(info) {
			return info, nil
		}
		if found == nil {
			found = &info
		}
	}
	if found != nil {
		return *found, nil
	}
	if len(problems) > 0 {
		return Info{}, fmt.Errorf("%w that runs: %s", ErrNotFound, strings.Join(problems, "; "))
	}
	return Info{}, fmt.Errorf("%w on the PATH: %s", ErrNotFound, Hint())
}

// Hint says how to get a Python on this system.
func Hint() string {
	switch runtime.GOOS {
	case "windows":
		return "install it from https://www.python.org/downloads/ with \"Add python.exe to PATH\" ticked"
	case "darwin":
		return "install it with `brew install python3`, or from https://www.python.org/downloads/"
	default:
		return "install it with your package manager, as in `sudo apt install python3 python3-venv`"
	}
}
