//go:build unix

package lab

import (
	"errors"
	"os"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

func tryLock(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

// inOwnGroup keeps the terminal's Ctrl-C from a command: gopost tells it, and
// its children, to end.
func inOwnGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	endWithParent(cmd.SysProcAttr)
	if cmd.Cancel != nil {
		cmd.Cancel = func() error { return kill(cmd) }
	}
}

// ask tells a command to end in its own time.
func ask(cmd *exec.Cmd) error { return cmd.Process.Signal(syscall.SIGTERM) }

// kill ends a command and its group at once.
func kill(cmd *exec.Cmd) error { return unix.Kill(-cmd.Process.Pid, unix.SIGKILL) }

// superuser says whether JupyterLab has to be told that this is on purpose.
func superuser() bool { return os.Geteuid() == 0 }
