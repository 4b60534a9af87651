package kerneltest

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/security/null"
)

// peer is one ZeroMQ connection of a front end.
type peer struct {
	conn net.Conn
	zmtp *zmq4.Conn
	mu   sync.Mutex // of sending
}

// buffered makes a connection cheap to read in the small steps of zmq4.
type buffered struct {
	net.Conn
	in *bufio.Reader
}

func (b buffered) Read(p []byte) (int, error) { return b.in.Read(p) }

// dial connects to a kernel's socket as a socket of the given type.
func dial(endpoint string, kind zmq4.SocketType, identity string) (*peer, error) {
	network, address, _ := strings.Cut(endpoint, "://")
	if network == "ipc" {
		network = "unix"
	}
	conn, err := net.DialTimeout(network, address, patience)
	if err != nil {
		return nil, fmt.Errorf("the kernel does not listen on %s: %w", endpoint, err)
	}
	zmtp, err := zmq4.Open(buffered{conn, bufio.NewReaderSize(conn, 64<<10)}, null.Security(), kind, zmq4.SocketIdentity(identity), false, nil)
	if err != nil {
		return nil, fmt.Errorf("the kernel refuses the handshake on %s: %w", endpoint, err)
	}
	return &peer{conn: conn, zmtp: zmtp}, nil
}

func (p *peer) send(frames [][]byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.zmtp.SendMsg(zmq4.NewMsgFrom(frames...))
}

func (p *peer) receive() ([][]byte, error) {
	msg, err := p.zmtp.RecvMsg()
	return msg.Frames, err
}
