package kernel

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"
)

// parentPoll is how often the parent is looked for: systems have no common way
// to be told.
const parentPoll = 500 * time.Millisecond

// watchParent blocks until the process pid has ended (errParentGone) or ctx is
// done. A process that is not there from the start is not waited for: Jupyter
// may have started the kernel in another container, where pid means nothing.
func watchParent(ctx context.Context, pid int) error {
	p, err := os.FindProcess(pid)
	if err != nil || !alive(p) {
		return nil
	}
	defer func() { _ = p.Release() }()
	direct := os.Getppid() == pid
	ticker := time.NewTicker(parentPoll)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return ctx.Err()
		}
		// A parent that has ended but was not waited for looks alive, except
		// that its children have got another one.
		if !alive(p) || direct && os.Getppid() != pid {
			return errParentGone
		}
	}
}

// alive reports whether p can be signalled, or would be but for permissions.
func alive(p *os.Process) bool {
	err := p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}
