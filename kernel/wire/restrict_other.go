//go:build !unix

package wire

import "syscall"

// restrictSocket does nothing: these systems have no mode for sockets.
func restrictSocket(_, _ string, _ syscall.RawConn) error { return nil }
