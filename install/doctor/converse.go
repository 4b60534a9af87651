package doctor

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"strconv"
	"time"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/security/null"

	"gopost/kernel"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// caller asks a kernel questions, as a front end does.
type caller struct {
	ctx    context.Context
	c      kernel.Connection
	author *protocol.Author
}

// converse introduces itself to a kernel, has it run a cell, tells it to end,
// and returns what the kernel said it is. It blocks until ctx is done if the
// kernel does not answer.
func converse(ctx context.Context, c kernel.Connection) (string, error) {
	a := caller{ctx: ctx, c: c, author: protocol.NewAuthor()}
	var info protocol.KernelInfoReply
	if err := a.ask(c.ShellPort, "kernel_info_request", struct{}{}, &info); err != nil {
		return "", err
	}
	var run protocol.ExecuteReply
	request := protocol.ExecuteRequest{Code: "1 + 1", Silent: true}
	if err := a.ask(c.ShellPort, "execute_request", request, &run); err != nil {
		return "", err
	}
	if run.Status != "ok" {
		why := run.Status
		if run.Failure != nil {
			why = run.Failure.Name + ": " + run.Failure.Value
		}
		return "", fmt.Errorf("it cannot even run the cell %q: %s", request.Code, why)
	}
	var bye protocol.ShutdownReply
	if err := a.ask(c.ControlPort, "shutdown_request", protocol.ShutdownRequest{}, &bye); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %s, protocol %s", info.Implementation, info.ImplementationVersion, info.ProtocolVersion), nil
}

// ask sends a request over a connection of its own and waits for the reply.
func (a caller) ask(port int, msgType string, content any, reply any) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("no answer to %s: %w", msgType, err)
		}
	}()
	raw, err := json.Marshal(content)
	if err != nil {
		return err
	}
	conn, err := a.dial(port)
	if err != nil {
		return err
	}
	defer conn.Close()
	// Reads and the handshake know no context: closing the connection ends them.
	defer context.AfterFunc(a.ctx, func() { _ = conn.Close() })()
	dealer, err := zmq4.Open(conn, null.Security(), zmq4.Dealer, zmq4.SocketIdentity(a.author.Session), false, nil)
	if err != nil {
		return fmt.Errorf("port %d does not speak ZeroMQ: %w", port, err)
	}
	header, id := a.author.Header(msgType, time.Now())
	key := wire.Key(a.c.Key)
	m := wire.Message{Header: header, Parent: []byte("{}"), Metadata: []byte("{}"), Content: raw}
	if err := dealer.SendMsg(zmq4.NewMsgFrom(m.Encode(key)...)); err != nil {
		return err
	}
	for {
		got, err := dealer.RecvMsg()
		if err != nil {
			return err
		}
		m, err := wire.Split(got.Frames)
		if err != nil {
			return err
		}
		if err := key.Verify(m); err != nil {
			return err
		}
		parent, err := protocol.ParseHeader(m.Parent)
		if err != nil || parent.MsgID != id {
			continue
		}
		return json.Unmarshal(m.Content, reply)
	}
}

// dial connects to a port, again and again while the kernel does not listen
// yet, until ctx is done.
func (a caller) dial(port int) (net.Conn, error) {
	const retry = 10 * time.Millisecond
	tick := time.NewTicker(retry)
	defer tick.Stop()
	var d net.Dialer
	for {
		conn, err := d.DialContext(a.ctx, "tcp", net.JoinHostPort(a.c.IP, strconv.Itoa(port)))
		if err == nil {
			return conn, nil
		}
		select {
		case <-a.ctx.Done():
			return nil, fmt.Errorf("it does not listen on port %d", port)
		case <-tick.C:
		}
	}
}
