//go:build unix && !linux

package lab

import "syscall"

// endWithParent can do nothing: only Linux tells a process that its parent is
// gone.
func endWithParent(*syscall.SysProcAttr) {}
