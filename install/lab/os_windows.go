package lab

import (
	"errors"
	"os"
	"os/exec"

	"golang.org/x/sys/windows"
)

func tryLock(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

// inOwnGroup does nothing: on Windows JupyterLab ends by itself, without
// asking, on the console's Ctrl-C, and must be in the console's group for it.
func inOwnGroup(*exec.Cmd) {}

// ask has nothing to do, for the console has told JupyterLab already.
func ask(*exec.Cmd) error { return nil }

func kill(cmd *exec.Cmd) error { return cmd.Process.Kill() }

func superuser() bool { return false }
