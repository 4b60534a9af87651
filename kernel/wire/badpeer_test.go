package wire_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"gopost/kernel/wire"
	"gopost/kernel/wire/internal/zmtp"
)

// badPeer is one way to break a server: the bytes that it sends, then nothing
// more, with the connection left open.
type badPeer struct {
	name string
	// greets and introduces say whether a good greeting and a good READY come
	// first.
	greets, introduces bool
	sends              []byte
	// endless sends the same again and again.
	endless bool
}

func property(name, value string) string {
	return string(rune(len(name))) + name + string(binary.BigEndian.AppendUint32(nil, uint32(len(value)))) + value
}

func readyOf(properties ...string) []byte {
	return zmtp.AppendCommand(nil, "READY", []byte(strings.Join(properties, "")))
}

func claim(flags byte, length uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{flags | 2}, length)
}

func random(n int) []byte {
	b := make([]byte, n)
	source := rand.NewChaCha8([32]byte{1})
	_, _ = source.Read(b)
	return b
}

func badPeers() []badPeer {
	plain := greeting()
	copy(plain[12:], "PLAIN")
	old := greeting()
	old[10] = 1
	web := "GET /api/kernels HTTP/1.1\r\nHost: localhost\r\n"
	return []badPeer{
		{name: "silent"},
		{name: "half a greeting", sends: greeting()[:30]},
		{name: "random bytes", sends: random(4096)},
		{name: "a web browser", sends: []byte(web + "\r\n")},
		{name: "a web browser with long headers", sends: []byte(web + strings.Repeat("Cookie: x\r\n", 100) + "\r\n")},
		{name: "an old version", sends: old[:12]},
		{name: "another security mechanism", sends: plain},

		{name: "no READY", greets: true},
		{name: "half a READY", greets: true, sends: readyOf(property("Socket-Type", "DEALER"))[:12]},
		{name: "an empty READY", greets: true, sends: readyOf()},
		{name: "a short READY", greets: true, sends: readyOf("\x0bSocket")},
		{name: "a READY of one byte", greets: true, sends: readyOf("\xff")},
		{name: "a READY that ends in a length", greets: true, sends: readyOf("\x0bSocket-Type\x00\x00")},
		{name: "a READY that ends in a value", greets: true, sends: readyOf("\x0bSocket-Type\x00\x00\x00\x06DEA")},
		{name: "a READY with a value of 4 GB", greets: true, sends: readyOf("\x0bSocket-Type\xff\xff\xff\xffDEALER")},
		{name: "a property without a name", greets: true, sends: readyOf("\x00\x00\x00\x00\x00", property("Socket-Type", "DEALER"))},
		{name: "Socket-Type missing", greets: true, sends: readyOf(property("Identity", "me"))},
		{name: "Socket-Type twice", greets: true, sends: readyOf(property("Socket-Type", "DEALER"), property("Socket-Type", "REQ"))},
		{name: "Socket-Type STREAM", greets: true, sends: readyOf(property("Socket-Type", "STREAM"))},
		{name: "Socket-Type that does not fit", greets: true, sends: readyOf(property("Socket-Type", "PUSH"))},
		{name: "an identity of 256 bytes", greets: true, sends: readyOf(property("Socket-Type", "DEALER"), property("Identity", strings.Repeat("i", 256)))},
		{name: "an identity of ours", greets: true, sends: readyOf(property("Socket-Type", "DEALER"), property("Identity", "\x00\x00\x00\x00\x01"))},
		{name: "a message for READY", greets: true, sends: encode("READY")},
		{name: "another command for READY", greets: true, sends: zmtp.AppendCommand(nil, "HELLO", nil)},
		{name: "a READY of 2^50 bytes", greets: true, sends: claim(4, 1<<50)},
		{name: "random bytes for READY", greets: true, sends: append([]byte{4}, random(4096)...)},

		{name: "a frame of 2^36 bytes", introduces: true, sends: claim(0, 1<<36)},
		{name: "a frame of 2^50 bytes", introduces: true, sends: claim(1, 1<<50)},
		{name: "a frame of 2^62 bytes", introduces: true, sends: claim(0, 1<<62)},
		{name: "a frame of 2^63 bytes", introduces: true, sends: claim(0, 1<<63)},
		{name: "a frame of 2^64-1 bytes", introduces: true, sends: claim(0, 1<<64-1)},
		{name: "a command of 2^36 bytes", introduces: true, sends: claim(4, 1<<36)},
		{name: "a frame as long as allowed that never comes", introduces: true, sends: claim(0, badPeerMessage)},
		{name: "another that never comes", introduces: true, sends: claim(1, badPeerMessage)},
		{name: "one that ends early", introduces: true, sends: append(claim(0, badPeerMessage), random(100)...)},
		{name: "half a header", introduces: true, sends: claim(0, 1000)[:5]},
		{name: "endless empty MORE frames", introduces: true, sends: bytes.Repeat([]byte{1, 0}, 1000), endless: true},
		{name: "endless long MORE frames", introduces: true, sends: append(claim(1, 64<<10), random(64<<10)...), endless: true},
		{name: "unknown flags", introduces: true, sends: []byte{0x80, 0}},
		{name: "an empty command", introduces: true, sends: []byte{4, 0}},
		{name: "a command that ends in its name", introduces: true, sends: []byte{4, 3, 9, 'P', 'I'}},
		{name: "a command with MORE", introduces: true, sends: []byte{5, 5, 4, 'P', 'I', 'N', 'G'}},
		{name: "a command inside a message", introduces: true, sends: append([]byte{1, 1, 'x'}, zmtp.AppendCommand(nil, zmtp.Ping, []byte{0, 0})...)},
		{name: "a PING too short", introduces: true, sends: zmtp.AppendCommand(nil, zmtp.Ping, []byte{0})},
		{name: "a PING too long", introduces: true, sends: zmtp.AppendCommand(nil, zmtp.Ping, make([]byte, 19))},
		{name: "an ERROR", introduces: true, sends: zmtp.AppendCommand(nil, zmtp.Error, []byte("\x04oops"))},
		{name: "random bytes after READY", introduces: true, sends: append([]byte{0xff}, random(4096)...)},
	}
}

// badPeerMessage is the longest message that the test's sockets take. One bad
// peer really sends as much; the memory of all may not reach three times that.
const badPeerMessage = 8 << 20

// TestBadPeers lets all bad peers loose on one socket at once. Good peers, old
// and new, are served all the while; every bad connection is closed, whatever
// the headers claim costs no memory, and no goroutine stays behind.
func TestBadPeers(t *testing.T) {
	for kind, socketType := range map[wire.Kind]string{wire.Router: "DEALER", wire.XPub: "SUB", wire.Reply: "REQ"} {
		t.Run(kind.String(), func(t *testing.T) {
			s := listen(t, "tcp://127.0.0.1:0", kind, wire.Options{
				HandshakeTimeout: time.Second,
				StallTimeout:     time.Second,
				MaxFrame:         badPeerMessage,
				MaxMessage:       badPeerMessage,
			})
			if kind == wire.Router {
				echo(t, s)
			}
			old := dial(t, s.Endpoint(), socketType, "good")
			roundTrip(old, kind, s)
			goroutines := ours()

			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			var sending sync.WaitGroup
			table := badPeers()
			conns := make([]net.Conn, len(table))
			for i, bad := range table {
				conns[i] = dialRaw(t, s.Endpoint())
				sending.Go(func() { bad.misbehave(conns[i], socketType) })
			}
			roundTrip(old, kind, s)
			fresh := dial(t, s.Endpoint(), socketType, "fresh")
			roundTrip(fresh, kind, s)
			_ = fresh.Close()
			for i, bad := range table {
				t.Run(bad.name, func(t *testing.T) { expectClosed(t, conns[i]) })
			}
			sending.Wait()
			runtime.ReadMemStats(&after)
			if cost := after.TotalAlloc - before.TotalAlloc; cost > 3*badPeerMessage {
				t.Errorf("the bad peers cost %d MiB of memory", cost>>20)
			}
			roundTrip(old, kind, s)
			waitFor(t, "the goroutines of the bad peers to end", func() bool { return ours() <= goroutines })
		})
	}
}

// misbehave sends what is bad until the server ends it.
func (b badPeer) misbehave(conn net.Conn, socketType string) {
	var good []byte
	if b.greets || b.introduces {
		good = greeting()
	}
	if b.introduces {
		good = zmtp.AppendReady(good, zmtp.Ready{SocketType: socketType})
	}
	_, err := conn.Write(append(good, b.sends...))
	for b.endless && err == nil {
		_, err = conn.Write(b.sends)
	}
}

// echo sends back what a Router receives, until it is closed.
func echo(t *testing.T, s *wire.Socket) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			msg, err := s.Receive(deadline(t))
			if err != nil {
				return
			}
			_ = s.Send(msg, wire.Must)
		}
	}()
	t.Cleanup(func() {
		_ = s.Close(deadline(t))
		<-done
	})
}

// roundTrip shows that a peer is served.
func roundTrip(c *client, kind wire.Kind, s *wire.Socket) {
	c.tb.Helper()
	if kind == wire.XPub {
		topic := c.LocalAddr().String()
		c.subscribe(topic)
		send(c.tb, s, wire.Must, topic, "news")
		if got := c.receive(); got != topic+"|news" {
			c.tb.Errorf("a good peer received %q", got)
		}
		return
	}
	c.send("", "are you there?")
	if got := c.receive(); got != "|are you there?" {
		c.tb.Errorf("a good peer received %q", got)
	}
}

// TestShortReadyDoesNotReachZmq4 sends properties that make zmq4's own reader
// panic, one after the other, so that a failure names its bytes.
func TestShortReadyDoesNotReachZmq4(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{})
	whole := property("Socket-Type", "DEALER") + property("Identity", "me")
	for n := range len(whole) {
		// Cut between the two properties it is a good one.
		if n == len(property("Socket-Type", "DEALER")) {
			continue
		}
		conn := dialRaw(t, s.Endpoint())
		if _, err := conn.Write(append(greeting(), readyOf(whole[:n])...)); err != nil {
			t.Fatal(err)
		}
		expectClosed(t, conn)
	}
	dial(t, s.Endpoint(), "DEALER", "still served")
}

func TestTooManyConnectionsAreTurnedAway(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Reply, wire.Options{MaxPeers: 2})
	first := dial(t, s.Endpoint(), "REQ", "")
	second := dial(t, s.Endpoint(), "REQ", "")
	expectClosed(t, dialRaw(t, s.Endpoint()))
	_ = first.Close()
	waitFor(t, "a place to become free", func() bool {
		conn := dialRaw(t, s.Endpoint())
		defer conn.Close()
		_, err := io.ReadFull(conn, make([]byte, 64))
		return err == nil
	})
	roundTrip(second, wire.Reply, s)
}

// TestIncomingMessagesShareAnAccount lets many peers each begin a large
// message: the account is used up before the memory is.
func TestIncomingMessagesShareAnAccount(t *testing.T) {
	s := listen(t, "tcp://127.0.0.1:0", wire.Router, wire.Options{MaxIncoming: 4 << 20, StallTimeout: time.Hour})
	const peers, sent = 8, 1 << 20
	closed := make(chan error, peers)
	var sending sync.WaitGroup
	t.Cleanup(sending.Wait) // when dial's cleanups have closed all connections
	for range peers {
		c := dial(t, s.Endpoint(), "DEALER", "")
		sending.Go(func() {
			_, _ = c.Write(append(claim(0, 2*sent), make([]byte, sent)...))
			_, err := io.Copy(io.Discard, c)
			closed <- err
		})
	}
	// What is over the account is at least half of what is sent, less what
	// comes free.
	for range 3 {
		if err := <-closed; errors.Is(err, os.ErrDeadlineExceeded) {
			t.Fatal("the account is overdrawn, and nobody was cut")
		}
	}
	echo(t, s)
	roundTrip(dial(t, s.Endpoint(), "DEALER", "good"), wire.Router, s)
}
