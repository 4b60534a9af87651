package engine

import (
	"os/exec"
	"syscall"
)

// separate puts cmd in a process group of its own, so that Ctrl-C in a terminal
// does not reach it and killing it takes its children along, and lets the
// kernel's death end it.
func separate(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// end kills the process group of cmd.
func end(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// signalOf returns the name of the signal that ended cmd, "" for none.
func signalOf(cmd *exec.Cmd) string {
	if ws, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && ws.Signaled() {
		return ws.Signal().String()
	}
	return ""
}
