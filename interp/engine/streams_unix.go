//go:build unix

package engine

import (
	"os"

	"golang.org/x/sys/unix"
)

// takeStreams moves the wire away from file descriptors 0 and 1, where stray
// writes and processes that cells start would find it. Then 0 is empty, and 1
// is the same as 2.
func takeStreams() (in, out *os.File, err error) {
	keep := func(fd int, name string) (*os.File, error) {
		moved, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 3)
		if err != nil {
			return nil, err
		}
		return os.NewFile(uintptr(moved), name), nil
	}
	// A read that does not block leaves its thread to the cell that it has brought;
	// else another thread would have to be woken for it.
	if err := unix.SetNonblock(0, true); err != nil {
		return nil, nil, err
	}
	if in, err = keep(0, "from kernel"); err != nil {
		return nil, nil, err
	}
	if out, err = keep(1, "to kernel"); err != nil {
		return nil, nil, err
	}
	null, err := os.Open(os.DevNull)
	if err != nil {
		return nil, nil, err
	}
	defer null.Close()
	if err := unix.Dup2(int(null.Fd()), 0); err != nil {
		return nil, nil, err
	}
	return in, out, unix.Dup2(2, 1)
}
