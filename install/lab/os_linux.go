package lab

import "syscall"

// endWithParent has the system end a command when the thread that started it
// ends, which is how it learns that gopost was killed.
func endWithParent(attr *syscall.SysProcAttr) { attr.Pdeathsig = syscall.SIGTERM }
