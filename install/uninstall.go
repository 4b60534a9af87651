package install

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotInstalled says that there is no kernelspec to remove.
var ErrNotInstalled = errors.New("not installed")

// Uninstall removes a kernelspec that Install wrote, and returns its folder.
// Files that somebody else put into the folder stay, and so does a program
// that Install did not copy. Inside a prefix, folders that are empty then go. The error wraps ErrNotInstalled when there is
// nothing to remove.
func Uninstall(ctx context.Context, p Place, name string) (string, error) {
	dir, err := specDir(ctx, p, &name)
	if err != nil {
		return "", err
	}
	spec, err := ReadSpec(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("the kernel %s is %w in %s: `gopost doctor` lists where kernels are", name, ErrNotInstalled, filepath.Dir(dir))
	}
	if err != nil {
		return "", err
	}
	if !spec.Ours() {
		return "", fmt.Errorf("%s belongs to another kernel, %q: gopost removes only what it installed", dir, spec.DisplayName)
	}
	// kernel.json goes first, so that Jupyter never sees half a kernelspec.
	paths := []string{filepath.Join(dir, specFile)}
	for _, logo := range logoNames() {
		paths = append(paths, filepath.Join(dir, logo))
	}
	paths = append(paths, copies(dir)...)
	for _, path := range paths {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("the kernel in %s cannot be removed: %w", dir, err)
		}
	}
	// A folder with somebody's own files in it is not empty, and stays.
	for _, folder := range append([]string{dir}, made(p, dir)...) {
		if os.Remove(folder) != nil {
			break
		}
	}
	return dir, nil
}

// made lists the folders above a kernelspec that Install may have made for it,
// inmost first: those inside a prefix. Other data folders are Jupyter's own.
func made(p Place, dir string) []string {
	if p.Prefix == "" {
		return nil
	}
	const above = 3 // PREFIX/share/jupyter/kernels
	folders := make([]string, above)
	for i := range folders {
		dir = filepath.Dir(dir)
		folders[i] = dir
	}
	return folders
}
