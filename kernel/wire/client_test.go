package wire_test

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"

	"gopost/kernel/wire"
	"gopost/kernel/wire/internal/zmtp"
)

// patience is how long a test waits for what must happen. It is only used up
// when something is broken.
const patience = 60 * time.Second

// client is a well-behaved peer on a real connection.
type client struct {
	net.Conn
	tb testing.TB
	in *zmtp.Reader
}

// listen opens a socket that is closed, and must have flushed, at the end.
func listen(tb testing.TB, endpoint string, kind wire.Kind, o wire.Options) *wire.Socket {
	tb.Helper()
	s, err := wire.Listen(endpoint, kind, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(deadline(tb)); err != nil {
			tb.Error(err)
		}
	})
	return s
}

func deadline(tb testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	tb.Cleanup(cancel)
	return ctx
}

// dialRaw connects and sends nothing.
func dialRaw(tb testing.TB, endpoint string) net.Conn {
	tb.Helper()
	transport, address, _ := strings.Cut(endpoint, "://")
	if transport == "ipc" {
		transport = "unix"
	}
	conn, err := net.DialTimeout(transport, address, patience)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
		tb.Fatal(err)
	}
	return conn
}

func greeting() []byte {
	g := make([]byte, 64)
	g[0], g[9], g[10], g[11] = 0xff, 0x7f, 3, 1
	copy(g[12:], "NULL")
	return g
}

// dial connects as a socket of the type given, and returns when the handshake
// is over.
func dial(tb testing.TB, endpoint, socketType, identity string) *client {
	tb.Helper()
	conn := dialRaw(tb, endpoint)
	limits := zmtp.Limits{Frame: 1 << 30, Message: 1 << 30, Parts: 1 << 20}
	c := &client{Conn: conn, tb: tb, in: zmtp.NewReader(conn, limits, zmtp.Hooks{})}
	c.write(zmtp.AppendReady(greeting(), zmtp.Ready{SocketType: socketType, Identity: identity}))
	if _, err := c.in.Greeting(); err != nil {
		tb.Fatal(err)
	}
	if _, err := c.in.Ready(); err != nil {
		tb.Fatal(err)
	}
	return c
}

func (c *client) write(b []byte) {
	c.tb.Helper()
	if _, err := c.Write(b); err != nil {
		c.tb.Fatal(err)
	}
}

func (c *client) send(frames ...string) {
	c.tb.Helper()
	c.write(zmtp.AppendMessage(nil, multipart(frames...)))
}

// subscribe subscribes to topics and returns when the socket has read it.
func (c *client) subscribe(topics ...string) {
	c.tb.Helper()
	for _, t := range topics {
		c.send("\x01" + t)
	}
	c.ping("subscribed")
}

// ping makes a round trip, so that all that was sent before it has been read.
func (c *client) ping(context string) {
	c.tb.Helper()
	c.write(zmtp.AppendCommand(nil, zmtp.Ping, []byte("\x00\x00"+context)))
	if cmd := c.command(); cmd.Name != zmtp.Pong || string(cmd.Body) != context {
		c.tb.Fatalf("the answer to PING %q is %s %q", context, cmd.Name, cmd.Body)
	}
}

func (c *client) command() *zmtp.Command {
	c.tb.Helper()
	msg, cmd, err := c.in.Next(nil)
	if err != nil {
		c.tb.Fatal(err)
	}
	if cmd == nil {
		c.tb.Fatalf("got the message %q where a command should be", msg)
	}
	return cmd
}

// receive returns the frames of the next message, joined by |.
func (c *client) receive() string {
	c.tb.Helper()
	msg, cmd, err := c.in.Next(nil)
	if err != nil {
		c.tb.Fatal(err)
	}
	if cmd != nil {
		c.tb.Fatalf("got the command %s where a message should be", cmd.Name)
	}
	return joined(msg)
}

func multipart(frames ...string) [][]byte {
	out := make([][]byte, len(frames))
	for i, f := range frames {
		out[i] = []byte(f)
	}
	return out
}

func joined(msg [][]byte) string {
	text := make([]string, len(msg))
	for i, f := range msg {
		text[i] = string(f)
	}
	return strings.Join(text, "|")
}

func receive(tb testing.TB, s *wire.Socket) [][]byte {
	tb.Helper()
	msg, err := s.Receive(deadline(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return msg
}

func send(tb testing.TB, s *wire.Socket, class wire.Class, frames ...string) {
	tb.Helper()
	if err := s.Send(multipart(frames...), class); err != nil {
		tb.Fatal(err)
	}
}
