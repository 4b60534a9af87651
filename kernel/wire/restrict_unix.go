//go:build unix

package wire

import "syscall"

// restrictSocket gives a socket that is not bound yet the mode 0600, which
// Linux hands on to the socket file. Other systems ignore it or refuse; for
// them the mode is set again when the file is there.
func restrictSocket(_, _ string, c syscall.RawConn) error {
	return c.Control(func(fd uintptr) {
		_ = syscall.Fchmod(int(fd), 0o600)
	})
}
