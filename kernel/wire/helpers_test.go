package wire_test

import (
	"errors"
	"io"
	"net"
	"os"
	"testing"

	"gopost/kernel/wire/internal/zmtp"
)

func encode(frames ...string) []byte {
	return zmtp.AppendMessage(nil, multipart(frames...))
}

// expectClosed reads until the other side has closed the connection.
func expectClosed(tb testing.TB, conn net.Conn) {
	tb.Helper()
	if _, err := io.Copy(io.Discard, conn); errors.Is(err, os.ErrDeadlineExceeded) {
		tb.Error("the connection is still open")
	}
}

// leaveStale makes the socket file of a process that has died.
func leaveStale(tb testing.TB, path string) {
	tb.Helper()
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		tb.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	if err := l.Close(); err != nil {
		tb.Fatal(err)
	}
}
