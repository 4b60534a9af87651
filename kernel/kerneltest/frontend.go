package kerneltest

import (
	"bytes"
	"context"
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	"gopost/kernel"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// Channel is one of the channels on which a front end sends.
type Channel string

// The channels, by the names of the specification.
const (
	Shell   Channel = "shell"
	Control Channel = "control"
	Stdin   Channel = "stdin"
	iopub   Channel = "iopub"
)

// FrontEnd is connected to a kernel. Its methods fail the test when the kernel
// does not do what they expect; they may be called by the test's goroutine
// only.
type FrontEnd struct {
	// Connection is the kernel's.
	Connection kernel.Connection

	tb        testing.TB
	key       wire.Key
	author    *protocol.Author
	peers     map[Channel]*peer
	boxes     map[Channel]*mailbox
	heartbeat *peer
	readers   sync.WaitGroup
	ended     chan error // what kernel.Serve returned; nil for Connect
}

// NewConnection returns what a connection file could hold: free ports for
// transport tcp, free paths for ipc, and a key.
func NewConnection(tb testing.TB, transport string) kernel.Connection {
	tb.Helper()
	c := kernel.Connection{Transport: transport, SignatureScheme: "hmac-sha256", Key: "a key for tests"}
	ports := []*int{&c.ShellPort, &c.IOPubPort, &c.StdinPort, &c.ControlPort, &c.HBPort}
	if transport == "ipc" {
		// A test's own folder can be too long for a socket's path.
		dir, err := os.MkdirTemp("", "k")
		if err != nil {
			tb.Fatal(err)
		}
		tb.Cleanup(func() { _ = os.RemoveAll(dir) })
		c.IP = filepath.Join(dir, "s")
		for i, p := range ports {
			*p = i + 1
		}
		return c
	}
	c.IP = "127.0.0.1"
	for _, p := range ports {
		// All stay open until all are chosen, so that they differ.
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			tb.Fatal(err)
		}
		defer l.Close()
		*p = l.Addr().(*net.TCPAddr).Port
	}
	return c
}

// WriteConnectionFile writes c as Jupyter does for a kernel that it starts.
func WriteConnectionFile(tb testing.TB, path string, c kernel.Connection) {
	tb.Helper()
	text, err := json.Marshal(c)
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o600); err != nil {
		tb.Fatal(err)
	}
}

// Serve runs a kernel in this process, over ipc, and connects to it. When the
// test ends, the kernel is ended if it still runs, and must end without error.
func Serve(tb testing.TB, start kernel.Factory, o kernel.Options) *FrontEnd {
	tb.Helper()
	return ServeOn(tb, NewConnection(tb, "ipc"), start, o)
}

// ServeOn is Serve on a given connection.
func ServeOn(tb testing.TB, c kernel.Connection, start kernel.Factory, o kernel.Options) *FrontEnd {
	tb.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- kernel.Serve(ctx, c, start, o) }()
	tb.Cleanup(func() {
		cancel()
		select {
		case err := <-served:
			if err != nil {
				tb.Errorf("the kernel ended with an error: %v", err)
			}
		case <-time.After(patience):
			tb.Error("the kernel has not ended")
		}
	})
	f := Connect(tb, c)
	f.ended = served
	return f
}

// Connect connects to a kernel that runs, or that is about to listen. It
// returns when the kernel has confirmed the subscription to iopub, so that
// nothing sent from then on is missed.
func Connect(tb testing.TB, c kernel.Connection) *FrontEnd {
	tb.Helper()
	f := &FrontEnd{
		Connection: c,
		tb:         tb,
		key:        wire.Key(c.Key),
		author:     protocol.NewAuthor(),
		peers:      make(map[Channel]*peer),
		boxes:      make(map[Channel]*mailbox),
	}
	tb.Cleanup(f.close)
	// Shell is the last that a kernel opens.
	f.open(Shell, c.ShellPort, zmq4.Dealer)
	f.open(Control, c.ControlPort, zmq4.Dealer)
	f.open(Stdin, c.StdinPort, zmq4.Dealer)
	f.open(iopub, c.IOPubPort, zmq4.Sub)
	f.heartbeat = f.dial(c.HBPort, zmq4.Req)
	if err := f.peers[iopub].send([][]byte{{1}}); err != nil {
		tb.Fatal(err)
	}
	var welcome protocol.Welcome
	f.take(iopub, "").decode(tb, welcome.MsgType(), &welcome)
	return f
}

// dial connects to a port, and tries again while the kernel is not there yet.
func (f *FrontEnd) dial(port int, kind zmq4.SocketType) *peer {
	f.tb.Helper()
	ticker := time.NewTicker(2 * time.Millisecond)
	defer ticker.Stop()
	for end := time.Now().Add(patience); ; <-ticker.C {
		// jupyter_client gives all its sockets one identity: that is how the
		// kernel knows whom to ask for input.
		p, err := dial(f.Connection.Endpoint(port), kind, f.author.Session)
		if err == nil {
			return p
		}
		if time.Now().After(end) {
			f.tb.Fatal(err)
		}
	}
}

func (f *FrontEnd) open(c Channel, port int, kind zmq4.SocketType) {
	f.tb.Helper()
	p, box := f.dial(port, kind), newMailbox()
	f.peers[c], f.boxes[c] = p, box
	f.readers.Go(func() {
		for {
			frames, err := p.receive()
			if err != nil {
				box.close(err)
				return
			}
			m, err := parse(f.key, frames)
			if err != nil {
				f.tb.Errorf("the kernel sent a broken message on %s: %v", c, err)
				continue
			}
			box.put(m)
		}
	})
}

func (f *FrontEnd) close() {
	for _, p := range f.peers {
		_ = p.conn.Close()
	}
	if f.heartbeat != nil {
		_ = f.heartbeat.conn.Close()
	}
	f.readers.Wait()
}

// take returns the next message on a channel that belongs to a request.
func (f *FrontEnd) take(c Channel, parent string) *Message {
	f.tb.Helper()
	m, err := f.boxes[c].take(parent)
	if m == nil {
		f.tb.Fatalf("nothing came on %s for request %q (%v)", c, parent, err)
	}
	return m
}

// Beat sends a heartbeat and waits for its echo.
func (f *FrontEnd) Beat() {
	f.tb.Helper()
	want := [][]byte{{}, []byte("beat")}
	if err := f.heartbeat.send(want); err != nil {
		f.tb.Fatal(err)
	}
	got, err := f.heartbeat.receive()
	if err != nil || len(got) != 2 || !bytes.Equal(got[1], want[1]) {
		f.tb.Fatalf("the heartbeat %q came back as %q (%v)", want, got, err)
	}
}

// Send sends a request, its content one of package protocol's types or
// anything else that can be written as JSON.
func (f *FrontEnd) Send(c Channel, msgType string, content any) *Request {
	f.tb.Helper()
	raw, err := json.Marshal(content)
	if err != nil {
		f.tb.Fatal(err)
	}
	return f.sendRaw(c, msgType, []byte("{}"), raw)
}

// SendRaw sends a request whose content need not be valid.
func (f *FrontEnd) SendRaw(c Channel, msgType, content string) *Request {
	f.tb.Helper()
	return f.sendRaw(c, msgType, []byte("{}"), []byte(content))
}

func (f *FrontEnd) sendRaw(c Channel, msgType string, parent, content []byte) *Request {
	f.tb.Helper()
	header, id := f.author.Header(msgType, time.Now())
	m := wire.Message{Header: header, Parent: parent, Metadata: []byte("{}"), Content: content}
	f.SendFrames(c, m.Encode(f.key)...)
	return &Request{ID: id, Header: header, f: f, channel: c}
}

// SendFrames sends a multipart as it is.
func (f *FrontEnd) SendFrames(c Channel, frames ...[]byte) {
	f.tb.Helper()
	if err := f.peers[c].send(frames); err != nil {
		f.tb.Fatal(err)
	}
}

// WaitEnd waits until the kernel that Serve has started has ended by itself.
func (f *FrontEnd) WaitEnd() {
	f.tb.Helper()
	select {
	case err := <-f.ended:
		f.ended <- err // for the cleanup
		if err != nil {
			f.tb.Fatalf("the kernel ended with an error: %v", err)
		}
	case <-time.After(patience):
		f.tb.Fatal("the kernel has not ended")
	}
}
