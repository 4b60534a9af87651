package install

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Options say what [Install] installs where.
type Options struct {
	// Place is the data folder, the user's own by default.
	Place Place
	// Name is the kernelspec's folder name, DefaultName if empty.
	Name string
	// DisplayName is what people see, DefaultDisplayName if empty.
	DisplayName string
	// Env is added to the kernel's environment.
	Env map[string]string
	// Trusted installs a kernel whose cells may start other programs.
	Trusted bool
	// Program runs the kernel: the running program if empty. It is copied into
	// the kernelspec when it lies in a temporary folder.
	Program string
}

// nameRule is what jupyter_client accepts as the name of a kernel.
var nameRule = regexp.MustCompile(`^[a-zA-Z0-9._-]+$`)

// ErrName says that a kernel cannot have a name.
var ErrName = errors.New("the name of a kernel consists of the letters a to z, digits, dots, underscores and hyphens")

// CheckName returns an error that wraps ErrName for a name that Jupyter would
// not find.
func CheckName(name string) error {
	if !nameRule.MatchString(name) || strings.Trim(name, ".") == "" {
		return fmt.Errorf("%q is no name for a kernel: %w", name, ErrName)
	}
	return nil
}

// Install writes a kernelspec and returns its folder. It replaces an older one
// of ours, never that of another kernel.
func Install(ctx context.Context, o Options) (string, error) {
	dir, err := specDir(ctx, o.Place, &o.Name)
	if err != nil {
		return "", err
	}
	previous := ""
	if old, err := ReadSpec(dir); err == nil && old.Ours() {
		previous = old.Argv[0]
	} else if err == nil {
		return "", fmt.Errorf("%s belongs to another kernel, %q: choose a different name with --name", dir, old.DisplayName)
	}
	if o.DisplayName == "" {
		o.DisplayName = DefaultDisplayName
	}
	if o.Program == "" {
		if o.Program, err = Program(); err != nil {
			return "", err
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", unwritable(dir, err)
	}
	if Temporary(o.Program) {
		if o.Program, err = CopyProgram(o.Program, dir); err != nil {
			return "", unwritable(dir, err)
		}
	}
	if err := newSpec(o).write(dir); err != nil {
		return "", unwritable(dir, err)
	}
	// The copy before this one stays: kernels that run from it start their
	// workers from the same file. Removing an older one can fail, on Windows,
	// while it runs; the next install tries again.
	for _, old := range copies(dir) {
		if old != o.Program && old != previous {
			_ = os.Remove(old)
		}
	}
	return dir, nil
}

// specDir resolves the folder of a kernelspec, and an empty name.
func specDir(ctx context.Context, p Place, name *string) (string, error) {
	if *name == "" {
		*name = DefaultName
	}
	if err := CheckName(*name); err != nil {
		return "", err
	}
	data, err := p.Dir(ctx)
	if err != nil {
		return "", err
	}
	return filepath.Join(data, "kernels", strings.ToLower(*name)), nil
}

// unwritable turns a failed write into a sentence that says what to do.
func unwritable(dir string, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("you may not write to %s (%w): install for your user alone with --user, or choose a folder of yours with --prefix", dir, err)
	}
	return fmt.Errorf("the kernelspec cannot be written to %s: %w; choose another folder with --prefix", dir, err)
}

// copies lists the copies of the program in a kernelspec's folder.
func copies(dir string) []string {
	found, err := filepath.Glob(filepath.Join(dir, copyPrefix+"*"))
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(found, func(path string) bool {
		info, err := os.Lstat(path)
		return err != nil || !info.Mode().IsRegular()
	})
}
