package wire

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// turnedAway is how long accepting rests after a connection too many.
const turnedAway = 100 * time.Millisecond

// ErrClosed is what the methods of a Socket return when it has been closed.
var ErrClosed = errors.New("the socket is closed: listen again to go on")

// Socket is one of a kernel's channels, with all its connections. Its methods
// may be called by several goroutines at once.
type Socket struct {
	kind     Kind
	opts     Options
	listener net.Listener
	endpoint string

	inbox    chan [][]byte // not buffered: what nobody receives stays with the peers
	closing  chan struct{} // closed when Close begins
	incoming atomic.Int64  // bytes of large messages that are coming in

	running sync.WaitGroup // every goroutine of the socket

	mu       sync.Mutex // guards what follows, and is held for moments only
	closed   bool
	peers    map[*peer]struct{} // all connections, also in their handshake
	routes   map[string]*peer   // of a Router, by identity
	nextName uint32             // for peers that have no identity
	arrival  chan struct{}      // of a Router, closed when a peer has arrived; nil when nobody waits
	scratch  []byte             // for small messages that are sent
}

// Listen opens a socket on endpoint and starts to serve it: tcp://ip:port,
// where port 0 stands for a free one, or ipc://path. An ipc socket's file can
// be used by its owner alone (mode 0600), replaces the file that a dead process
// has left behind, and is removed by Close.
func Listen(endpoint string, kind Kind, o Options) (*Socket, error) {
	listener, endpoint, err := listen(endpoint)
	if err != nil {
		return nil, err
	}
	s := &Socket{
		kind:     kind,
		opts:     o.withDefaults(kind),
		listener: listener,
		endpoint: endpoint,
		inbox:    make(chan [][]byte),
		closing:  make(chan struct{}),
		peers:    map[*peer]struct{}{},
		routes:   map[string]*peer{},
	}
	s.running.Go(s.accept)
	return s, nil
}

// Endpoint returns where the socket listens, with the port that was chosen.
func (s *Socket) Endpoint() string { return s.endpoint }

// Receive returns the next message that a peer of a Router has sent, its
// identity as the first frame. It blocks until there is one, ctx is done (and
// returns its error) or the socket is closed ([ErrClosed]). The frames are the
// caller's.
func (s *Socket) Receive(ctx context.Context) ([][]byte, error) {
	if s.kind != Router {
		return nil, fmt.Errorf("a socket of kind %v hands no messages on: receive from a Router", s.kind)
	}
	select {
	case msg := <-s.inbox:
		return msg, nil
	case <-s.closing:
		return nil, ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Close ends the socket: it stops to accept connections and messages, writes
// what is queued for each peer, waits for the peers to hang up (see
// [Options.Linger]), and returns when every goroutine has ended. When ctx is
// done before that, Close drops what is still queued, and its error says so. To
// close a closed socket is no error.
func (s *Socket) Close(ctx context.Context) error {
	s.mu.Lock()
	var err error
	if !s.closed {
		s.closed = true
		close(s.closing)
		err = s.listener.Close()
		for p := range s.peers {
			// Readers that block see at once that it is over.
			_ = p.conn.SetReadDeadline(time.Unix(1, 0))
		}
	}
	s.mu.Unlock()

	unflushed := make(chan int, 1)
	stop := context.AfterFunc(ctx, func() { unflushed <- s.abort() })
	s.running.Wait()
	if stop() {
		return err
	}
	if n := <-unflushed; n > 0 {
		err = errors.Join(err, fmt.Errorf("%d of the peers of %s did not take all that was sent to them in time: %w", n, s.endpoint, ctx.Err()))
	}
	return err
}

// abort ends all connections as they are, and returns how many of them had
// something to be sent.
func (s *Socket) abort() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	unflushed := 0
	for p := range s.peers {
		if p.out.waiting() {
			unflushed++
		}
		p.end()
	}
	return unflushed
}

// accept starts a goroutine for each connection until the listener is closed.
func (s *Socket) accept() {
	for {
		conn, err := s.listener.Accept()
		switch {
		case err == nil:
			s.admit(conn)
		case errors.Is(err, net.ErrClosed):
			return
		default:
			// Most likely the process is out of file descriptors: others may
			// give theirs back.
			s.opts.Log.Warn("cannot accept a connection, will try again", "endpoint", s.endpoint, "error", err)
			if !s.pause(100 * time.Millisecond) {
				return
			}
		}
	}
}

// pause waits, and reports whether the socket is still open.
func (s *Socket) pause(d time.Duration) bool {
	select {
	case <-time.After(d):
		return true
	case <-s.closing:
		return false
	}
}

// admit starts to serve a connection, or turns it away.
func (s *Socket) admit(conn net.Conn) {
	p := newPeer(s, conn)
	if s.register(p) {
		s.running.Go(p.serve)
		return
	}
	_ = conn.Close()
	// Whoever is turned away comes back at once: a pause keeps the log and the
	// processor free. Nobody waits for it when the socket closes.
	if s.pause(turnedAway) {
		s.opts.Log.Warn("turned a connection away, there are too many: close front ends that are not used", "endpoint", s.endpoint, "peer", conn.RemoteAddr(), "most", s.opts.MaxPeers)
	}
}

func (s *Socket) register(p *peer) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || len(s.peers) >= s.opts.MaxPeers {
		return false
	}
	s.peers[p] = struct{}{}
	return true
}
