package wire

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"syscall"
)

// enter makes a peer whose handshake is done reachable under its identity, or
// under a name of ours if it has none. Whoever had the identity before is cut:
// a client that connects anew must get its replies, though its old connection
// has not ended yet.
func (s *Socket) enter(p *peer, identity string) {
	if s.kind != Router {
		return
	}
	if old := s.route(p, identity); old != nil {
		s.opts.Log.Info("a new connection takes over an identity", "endpoint", s.endpoint, "peer", p.conn.RemoteAddr())
		old.end()
	}
}

// route puts a peer under its identity and returns who was there before.
func (s *Socket) route(p *peer, identity string) (old *peer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if identity == "" {
		// As libzmq does: a zero byte, which peers may not start with, and a
		// number.
		s.nextName++
		identity = string(binary.BigEndian.AppendUint32([]byte{0}, s.nextName))
	}
	p.identity = identity
	old = s.routes[identity]
	s.routes[identity] = p
	if s.arrival != nil {
		close(s.arrival)
		s.arrival = nil
	}
	return old
}

// forget takes a peer out of the books.
func (s *Socket) forget(p *peer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.peers, p)
	if s.routes[p.identity] == p {
		delete(s.routes, p.identity)
	}
}

// reserve keeps the account of large messages that are coming in.
func (s *Socket) reserve(n int) error {
	if s.incoming.Add(int64(n)) > int64(s.opts.MaxIncoming) && n > 0 {
		s.incoming.Add(int64(-n))
		return fmt.Errorf("the messages that are coming in have more than the %d bytes that all peers share", s.opts.MaxIncoming)
	}
	return nil
}

func (s *Socket) isClosing() bool {
	select {
	case <-s.closing:
		return true
	default:
		return false
	}
}

// report logs why a peer has gone: that one leaves is daily life, that one
// broke the rules is not.
func (s *Socket) report(p *peer, what string, err error) {
	level := slog.LevelWarn
	for _, usual := range []error{io.EOF, net.ErrClosed, syscall.ECONNRESET, syscall.EPIPE, errClosing} {
		if errors.Is(err, usual) {
			level = slog.LevelDebug
		}
	}
	s.opts.Log.Log(context.Background(), level, what, "endpoint", s.endpoint, "peer", p.conn.RemoteAddr(), "error", err)
}
