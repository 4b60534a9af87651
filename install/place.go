package install

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"gopost/install/python"
)

// Place is one of the data folders in which Jupyter looks for kernels. The
// zero Place is the user's own.
type Place struct {
	// SysPrefix means the Python environment that is active now.
	SysPrefix bool
	// Prefix, if not empty, means PREFIX/share/jupyter.
	Prefix string
}

// Dir returns the Jupyter data folder, absolute. For SysPrefix it starts
// Python to ask it, and waits for the answer.
func (p Place) Dir(ctx context.Context) (string, error) {
	switch {
	case p.Prefix != "":
		abs, err := filepath.Abs(p.Prefix)
		if err != nil {
			return "", err
		}
		return filepath.Join(abs, "share", "jupyter"), nil
	case p.SysPrefix:
		py, err := python.Active(ctx)
		if err != nil {
			return "", fmt.Errorf("--sys-prefix means the active Python environment, but there is %w; without it gopost installs for your user", err)
		}
		return filepath.Join(py.Prefix, "share", "jupyter"), nil
	default:
		return UserDataDir()
	}
}

// UserDataDir returns the user's own Jupyter data folder, found as Jupyter
// finds it: JUPYTER_DATA_DIR, else what the platform prescribes.
//
// See https://docs.jupyter.org/en/latest/use/jupyter-directories.html#data-files.
func UserDataDir() (string, error) {
	if dir := os.Getenv("JUPYTER_DATA_DIR"); dir != "" {
		return filepath.Abs(dir)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("your home folder is not known (%w): set JUPYTER_DATA_DIR, or use --prefix", err)
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Jupyter"), nil
	case "windows":
		if dir := os.Getenv("APPDATA"); dir != "" {
			return filepath.Join(dir, "jupyter"), nil
		}
		if dir := os.Getenv("JUPYTER_CONFIG_DIR"); dir != "" {
			return filepath.Join(dir, "data"), nil
		}
		return filepath.Join(home, ".jupyter", "data"), nil
	default:
		if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
			return filepath.Join(dir, "jupyter"), nil
		}
		return filepath.Join(home, ".local", "share", "jupyter"), nil
	}
}

// SearchPath lists every data folder that a Jupyter started from here would
// search: JUPYTER_PATH, the user's, that of py (nil for none), the system's.
func SearchPath(py *python.Info) []string {
	var dirs []string
	add := func(dir string) {
		for _, d := range dirs {
			if d == dir {
				return
			}
		}
		dirs = append(dirs, dir)
	}
	for _, dir := range filepath.SplitList(os.Getenv("JUPYTER_PATH")) {
		if dir != "" {
			add(dir)
		}
	}
	if dir, err := UserDataDir(); err == nil {
		add(dir)
	}
	if py != nil {
		add(filepath.Join(py.Prefix, "share", "jupyter"))
	}
	if runtime.GOOS == "windows" {
		if dir := os.Getenv("PROGRAMDATA"); dir != "" {
			add(filepath.Join(dir, "jupyter"))
		}
		return dirs
	}
	add("/usr/local/share/jupyter")
	add("/usr/share/jupyter")
	return dirs
}
