package wire

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"gopost/kernel/wire/internal/zmtp"
)

// errClosing ends the reading of a peer whose socket is being closed.
var errClosing = errors.New("the socket closes")

// peer is one connection of a socket.
type peer struct {
	socket *Socket
	conn   net.Conn
	in     *zmtp.Reader
	out    *queue

	// The goroutine that reads has these for itself.
	opened   bool   // the handshake is over
	armed    bool   // the connection has a read deadline
	identity string // of a Router's peer; set before it is entered in the routes

	topics topics // of an XPub's peer, guarded by the socket's mu
}

func newPeer(s *Socket, conn net.Conn) *peer {
	p := &peer{socket: s, conn: conn, out: newQueue(s.opts.QueueBytes)}
	p.in = zmtp.NewReader(conn, s.opts.limits(), zmtp.Hooks{BeforeRead: p.beforeRead, Reserve: s.reserve})
	return p
}

// serve is the life of a connection: the handshake, then reading until the
// peer leaves, is cut, or the socket closes. Writing is another goroutine's,
// which it waits for.
func (p *peer) serve() {
	defer p.socket.forget(p)
	defer p.end()
	if err := p.open(); err != nil {
		p.socket.report(p, "refused a connection", err)
		return
	}
	written := make(chan error, 1)
	go func() { written <- p.write() }()

	err := p.read()
	p.in.Release()
	if !errors.Is(err, errClosing) {
		p.end()
		<-written
		p.socket.report(p, "lost a connection", err)
		return
	}
	p.out.end()
	if <-written == nil {
		p.hangUp()
	}
}

// end drops the connection and whatever waits for it. It may be called by
// anybody and more than once.
func (p *peer) end() {
	p.out.kill()
	_ = p.conn.Close()
}

// open does the handshake and enters the peer in the socket's books.
func (p *peer) open() error {
	s := p.socket
	if err := p.conn.SetDeadline(time.Now().Add(s.opts.HandshakeTimeout)); err != nil {
		return err
	}
	p.armed = true
	ready, err := handshake(p.conn, p.in, s.kind)
	if err != nil {
		return err
	}
	if err := p.conn.SetWriteDeadline(time.Time{}); err != nil {
		return err
	}
	p.opened = true
	s.enter(p, ready.Identity)
	return nil
}

// beforeRead gives a read its deadline: the handshake's stays as it is, a
// message that has begun must go on, and for the next one the peer has all
// the time in the world.
func (p *peer) beforeRead(partial bool) error {
	s := p.socket
	if p.opened {
		switch {
		case partial:
			p.armed = true
			_ = p.conn.SetReadDeadline(time.Now().Add(s.opts.StallTimeout))
		case p.armed:
			p.armed = false
			_ = p.conn.SetReadDeadline(time.Time{})
		}
	}
	// After the deadline, because Close sets its own after it has closed the
	// channel: one of the two is seen.
	select {
	case <-s.closing:
		return errClosing
	default:
		return nil
	}
}

// read takes messages and commands until one of them, or the connection, is
// broken.
func (p *peer) read() error {
	for {
		var dst [][]byte
		if p.socket.kind == Router {
			dst = append(make([][]byte, 0, 8), []byte(p.identity))
		}
		msg, cmd, err := p.in.Next(dst)
		switch {
		case err != nil && p.socket.isClosing() && errors.Is(err, os.ErrDeadlineExceeded):
			return errClosing
		case err != nil:
			return err
		case cmd != nil:
			err = p.command(cmd)
		default:
			err = p.message(msg)
		}
		if err != nil {
			return err
		}
	}
}

func (p *peer) message(msg [][]byte) error {
	switch p.socket.kind {
	case Router:
		select {
		case p.socket.inbox <- msg:
			return nil
		case <-p.socket.closing:
			return errClosing
		}
	case Reply:
		return p.answer(zmtp.AppendMessage(nil, msg))
	}
	// ZMTP 3.0 has no commands for subscriptions: their messages start with one
	// byte that says which way it goes. Others are not for us.
	if len(msg) != 1 || len(msg[0]) == 0 {
		return nil
	}
	switch topic := msg[0][1:]; msg[0][0] {
	case 1:
		return p.subscribe(topic)
	case 0:
		p.cancel(topic)
	}
	return nil
}

func (p *peer) command(cmd *zmtp.Command) error {
	switch cmd.Name {
	case zmtp.Ping:
		context, err := cmd.PingContext()
		if err != nil {
			return err
		}
		return p.answer(zmtp.AppendCommand(nil, zmtp.Pong, context))
	case zmtp.Subscribe:
		return p.subscribe(cmd.Body)
	case zmtp.Cancel:
		p.cancel(cmd.Body)
	case zmtp.Error:
		return fmt.Errorf("the peer reports an error: %q", cmd.Body)
	}
	return nil
}

// answer queues what the peer itself has asked for. It waits until most of
// what was asked before is written, so that a peer that asks and never reads
// costs no more than that.
func (p *peer) answer(encoded []byte) error {
	if !p.out.settle(p.socket.closing) {
		return errClosing
	}
	p.out.offer(encoded, Must)
	return nil
}

// write sends what is queued until the queue ends.
func (p *peer) write() error {
	for {
		c, err := p.out.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		// In pieces, for the queue to see that a long message makes way.
		for rest := c.bytes; len(rest) > 0; {
			n, err := p.conn.Write(rest[:min(len(rest), 4*chunkBytes)])
			p.out.written(n)
			if err != nil {
				p.end()
				return err
			}
			rest = rest[n:]
		}
		p.out.reuse(c)
	}
}

// hangUp tells the peer that nothing more comes, and waits for it to leave:
// closing at once would throw away what the network still holds, if the peer
// has sent something that we have not read. A peer that goes on sending has not
// come to the end of what it is to read, and gets more time.
func (p *peer) hangUp() {
	half, ok := p.conn.(interface{ CloseWrite() error })
	// Nobody misses a last heartbeat.
	if !ok || p.socket.kind == Reply || half.CloseWrite() != nil {
		return
	}
	unread := make([]byte, 16<<10)
	for p.allow(p.socket.opts.Linger) == nil {
		if _, err := p.conn.Read(unread); err != nil {
			return
		}
	}
}

// allow gives the next reads time. It takes mu, for Close holds that while it
// ends all reading with a deadline in the past, which must not come after this
// one.
func (p *peer) allow(d time.Duration) error {
	p.socket.mu.Lock()
	defer p.socket.mu.Unlock()
	return p.conn.SetReadDeadline(time.Now().Add(d))
}
