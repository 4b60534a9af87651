package wire

import (
	"fmt"
	"io"
	"net"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/security/null"

	"gopost/kernel/wire/internal/zmtp"
)

// handshake exchanges greetings and READY over conn and returns what the peer
// says of itself. The connection's deadline bounds it. Bytes that the peer
// sent after READY stay in r.
func handshake(conn net.Conn, r *zmtp.Reader, kind Kind) (ready zmtp.Ready, err error) {
	// The gate lets no input through that is known to make zmq4 panic; what is
	// not known must not end the process either.
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("the handshake failed in zmq4: %v", v)
		}
	}()
	g := &gate{Conn: conn, in: r}
	_, err = zmq4.Open(g, null.Security(), zmq4.SocketType(kind.String()), nil, false, nil)
	if g.err != nil {
		// zmq4 wraps it, and may report what followed from it instead.
		err = g.err
	}
	return g.ready, err
}

// gate is the connection as zmq4 sees it during the handshake: it reads one
// checked greeting, then one checked READY, then nothing.
type gate struct {
	net.Conn
	in    *zmtp.Reader
	step  int
	rest  []byte // of the present step, not read yet
	ready zmtp.Ready
	err   error
}

// Read implements io.Reader.
func (g *gate) Read(p []byte) (int, error) {
	if len(g.rest) == 0 {
		if g.rest, g.err = g.next(); g.err != nil {
			return 0, g.err
		}
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}

func (g *gate) next() ([]byte, error) {
	g.step++
	switch g.step {
	case 1:
		return g.in.Greeting()
	case 2:
		var err error
		if g.ready, err = g.in.Ready(); err != nil {
			return nil, err
		}
		if !known(zmq4.SocketType(g.ready.SocketType)) {
			return nil, fmt.Errorf("the peer is a socket of type %q, which no kernel talks with", g.ready.SocketType)
		}
		return zmtp.AppendReady(nil, g.ready), nil
	}
	return nil, io.EOF
}

// known reports whether zmq4 can tell if a socket type is compatible with
// another; it panics on types that it does not know.
func known(t zmq4.SocketType) bool {
	switch t {
	case zmq4.Pair, zmq4.Pub, zmq4.Sub, zmq4.Req, zmq4.Rep, zmq4.Dealer,
		zmq4.Router, zmq4.Pull, zmq4.Push, zmq4.XPub, zmq4.XSub:
		return true
	}
	return false
}
