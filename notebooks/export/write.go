package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// target checks that a folder can become the module: it is empty, or there is
// none and its parent exists.
func target(dir string) (exists bool, err error) {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		parent := filepath.Dir(filepath.Clean(dir))
		if info, err := os.Stat(parent); err != nil || !info.IsDir() {
			return false, fmt.Errorf("the folder of %s does not exist: create %s first", dir, parent)
		}
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, fmt.Errorf("%s is a file: name a folder that does not exist yet, or is empty", dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false, err
	}
	if len(entries) > 0 {
		return false, fmt.Errorf("the folder %s is not empty, and nothing in it is overwritten: name another, or one that does not exist yet", dir)
	}
	return true, nil
}

// write makes the module in one step: in a folder beside its place, or inside
// it if it is there already, that becomes the module when it is complete.
func write(dir string, files map[string][]byte) (err error) {
	exists, err := target(dir)
	if err != nil {
		return err
	}
	beside := filepath.Dir(filepath.Clean(dir))
	if exists {
		beside = dir
	}
	tmp, err := os.MkdirTemp(beside, ".gopost-export-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	made := filepath.Join(tmp, "module")
	for name, data := range files {
		path := filepath.Join(made, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			return err
		}
	}
	if !exists {
		return os.Rename(made, dir)
	}
	return moveInto(made, dir)
}

// moveInto moves what is in a folder to another, or nothing.
func moveInto(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for i, e := range entries {
		if err := os.Rename(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			for _, moved := range entries[:i] {
				err = errors.Join(err, os.RemoveAll(filepath.Join(to, moved.Name())))
			}
			return err
		}
	}
	return nil
}
