// Package pyenv gives tests a Python that has the packages they ask for:
// Jupyter's own clients and libzmq are the peers that count, and they come in
// Python.
//
// The environments live in the user's cache folder, one for each list of
// requirements, so that only the first run of a test pays for the download. A
// machine without Python or network skips such tests, and says why; where the
// variable CI is true, a test that can't run has failed.
package pyenv

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// buildTime bounds the making of an environment, downloads included.
const buildTime = 10 * time.Minute

// Python returns the path of a Python interpreter whose environment has the
// requirements installed, given as lines of a requirements.txt with pinned
// versions. The commands of the packages are in the same folder. When there is
// no such environment yet, Python makes it, which may take minutes; several
// test processes that ask at once wait for one of them.
//
// Without python3, venv, or network, the test is skipped, or fails if the
// environment variable CI is "true".
func Python(tb testing.TB, requirements string) string {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.Context(), buildTime)
	defer cancel()
	python, err := environment(ctx, requirements)
	switch {
	case err == nil:
		return python
	case os.Getenv("CI") == "true":
		tb.Fatalf("this test needs Python, which CI must have: %v", err)
	default:
		tb.Skipf("this test needs Python: %v", err)
	}
	return ""
}

func environment(ctx context.Context, requirements string) (string, error) {
	base, err := exec.LookPath("python3")
	if err != nil {
		return "", fmt.Errorf("install Python 3 and put python3 in the PATH: %w", err)
	}
	version, err := run(ctx, base, "-c", "import sys; print(sys.version)")
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no cache folder to keep an environment in: %w", err)
	}
	sum := sha256.Sum256([]byte(version + requirements))
	dir := filepath.Join(cache, "gopost", "test-env", hex.EncodeToString(sum[:8]))
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return "", err
	}
	unlock, err := lockedfile.MutexAt(dir + ".lock").Lock()
	if err != nil {
		return "", err
	}
	defer unlock()

	// The scripts of an environment hold its path, so that it can't be made
	// elsewhere and moved. The mark, written last, tells a whole one from the
	// remains of a run that was killed.
	python, mark := interpreter(dir), filepath.Join(dir, "complete")
	if _, err := os.Stat(mark); err == nil {
		return python, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	if err := build(ctx, base, dir, requirements); err != nil {
		return "", err
	}
	return python, os.WriteFile(mark, nil, 0o644)
}

func build(ctx context.Context, base, dir, requirements string) error {
	if _, err := run(ctx, base, "-m", "venv", dir); err != nil {
		return fmt.Errorf("python3 cannot make a virtual environment (on Debian, install python3-venv): %w", err)
	}
	if requirements == "" {
		return nil
	}
	list := filepath.Join(dir, "requirements.txt")
	if err := os.WriteFile(list, []byte(requirements), 0o644); err != nil {
		return err
	}
	_, err := run(ctx, interpreter(dir), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", list)
	if err != nil {
		return fmt.Errorf("pip cannot install the requirements (is there a network?): %w", err)
	}
	return nil
}

func interpreter(dir string) string {
	if runtime.GOOS == "windows" {
		return filepath.Join(dir, "Scripts", "python.exe")
	}
	return filepath.Join(dir, "bin", "python")
}

// run returns what a command prints; its error holds what it complains about.
func run(ctx context.Context, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w\n%s%s", cmd, err, out, complaint.Bytes())
	}
	return string(out), nil
}
