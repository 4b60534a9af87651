package wire_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gopost/kernel/wire"
)

// TestFloodThenClose closes a socket right behind many messages: the last one
// arrives too, also at a peer that keeps sending, whose unread bytes would make
// a plain close throw away what is on its way.
func TestFloodThenClose(t *testing.T) {
	endpoints(t, func(t *testing.T, endpoint string) {
		for range 20 {
			const last = 2000
			s := listen(t, endpoint, wire.Router, wire.Options{})
			c := dial(t, s.Endpoint(), "DEALER", "d")
			c.ping("entered")
			chatter := make(chan struct{})
			go func() {
				defer close(chatter)
				msg := encode(strings.Repeat("c", 1000))
				for {
					if _, err := c.Write(msg); err != nil {
						return
					}
				}
			}()
			collected := make(chan error, 1)
			go func() {
				defer c.Close()
				collected <- collect(c, last)
			}()
			text := strings.Repeat("x", 100)
			for i := range last {
				send(t, s, wire.Must, "d", "stream", strconv.Itoa(i), text)
			}
			send(t, s, wire.Must, "d", "shutdown_reply", strconv.Itoa(last))
			if err := s.Close(deadline(t)); err != nil {
				t.Error(err)
			}
			if err := <-collected; err != nil {
				t.Fatal(err)
			}
			<-chatter
		}
	})
}

func TestOpenAndCloseLeaveNoGoroutine(t *testing.T) {
	endpoints(t, func(t *testing.T, endpoint string) {
		peers := map[wire.Kind]string{wire.Router: "DEALER", wire.XPub: "SUB", wire.Reply: "REQ"}
		for range 50 {
			for kind, peer := range peers {
				ep := endpoint
				if strings.HasPrefix(ep, "ipc://") {
					ep = "ipc://" + filepath.Join(t.TempDir(), "s")
				}
				s, err := wire.Listen(ep, kind, wire.Options{})
				if err != nil {
					t.Fatal(err)
				}
				c := dial(t, s.Endpoint(), peer, "")
				c.ping("entered")
				silent := dialRaw(t, s.Endpoint())
				gone := dial(t, s.Endpoint(), peer, "")
				_ = gone.Close()
				_ = c.Close()
				if err := s.Close(deadline(t)); err != nil {
					t.Error(err)
				}
				_ = silent.Close()
			}
		}
		waitFor(t, "all goroutines to end", func() bool { return ours() == 0 })
	})
}

func TestCloseTwice(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Reply, wire.Options{})
	for range 2 {
		if err := s.Close(deadline(t)); err != nil {
			t.Error(err)
		}
	}
}
