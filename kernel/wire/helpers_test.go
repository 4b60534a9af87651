package wire_test

import (
	"errors"
	"io"
	"net"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

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

// ours counts the goroutines that run code of package wire.
func ours() int {
	buf := make([]byte, 1<<20)
	stacks := string(buf[:runtime.Stack(buf, true)])
	n := 0
	for stack := range strings.SplitSeq(stacks, "\n\n") {
		if strings.Contains(stack, "gopost/kernel/wire.(*") {
			n++
		}
	}
	return n
}

// waitFor waits until ok, for what no channel tells.
func waitFor(tb testing.TB, what string, ok func() bool) {
	tb.Helper()
	give := time.After(patience)
	for !ok() {
		select {
		case <-time.After(5 * time.Millisecond):
		case <-give:
			tb.Fatalf("waited in vain for %s", what)
		}
	}
}
