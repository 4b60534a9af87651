package install

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// copyPrefix starts the name of every copy of the program; the hash of its
// content follows, so that a newer copy never overwrites one that runs.
const copyPrefix = "gopost-"

// Program returns the absolute path of the running program, symbolic links
// followed.
func Program() (string, error) {
	exe, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("the path of gopost itself is not known: %w", err)
	}
	return filepath.EvalSymlinks(exe)
}

// Temporary says whether a program lies in a folder that is cleaned up by
// itself: where `go run` builds, or a system's folder for temporary files.
func Temporary(program string) bool {
	parts := strings.Split(filepath.ToSlash(program), "/")
	if slices.ContainsFunc(parts, func(p string) bool { return strings.HasPrefix(p, "go-build") }) {
		return true
	}
	dirs := []string{os.TempDir(), os.Getenv("GOTMPDIR"), os.Getenv("GOCACHE")}
	if runtime.GOOS != "windows" {
		dirs = append(dirs, "/tmp", "/var/tmp")
	}
	if cache, err := os.UserCacheDir(); err == nil {
		dirs = append(dirs, filepath.Join(cache, "go-build"))
	}
	return slices.ContainsFunc(dirs, func(dir string) bool { return dir != "" && within(program, dir) })
}

func within(path, dir string) bool {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// CopyProgram puts a copy of program into dir, under a name made of its
// content's hash, and returns the copy's path. A copy that is there already
// is left as it is.
func CopyProgram(program, dir string) (_ string, err error) {
	src, err := os.Open(program)
	if err != nil {
		return "", fmt.Errorf("gopost cannot read its own program to copy it: %w", err)
	}
	defer src.Close()
	info, err := src.Stat()
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, src); err != nil {
		return "", err
	}
	const shortHash = 6
	dst := filepath.Join(dir, copyPrefix+hex.EncodeToString(sum.Sum(nil)[:shortHash])+exeSuffix())
	if have, err := os.Stat(dst); err == nil && have.Size() == info.Size() {
		return dst, nil
	}
	if _, err := src.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	tmp, err := os.CreateTemp(dir, ".copy-*")
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	_, cerr := io.Copy(tmp, src)
	if err := errors.Join(cerr, tmp.Chmod(0o755), tmp.Close()); err != nil {
		return "", err
	}
	return dst, os.Rename(tmp.Name(), dst)
}

func exeSuffix() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}
