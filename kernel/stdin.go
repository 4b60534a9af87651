package kernel

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"sync"

	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

var (
	errNoStdin = errors.New("this front end can't be asked for input: it ran the cell with allow_stdin false; " +
		"run the cell in a notebook or a console, or put the input into a variable")
	errCellEnded = errors.New("the cell that asks for input has ended, so no front end shows its question; " +
		"read the input before the cell ends, or wait in the cell for the goroutine that reads it")
	errStale = errors.New("its question is no longer open")
)

// asker asks the learner on stdin: the one channel on which the kernel asks
// and the front end answers. Source: messaging, "Messages on the stdin
// (ROUTER/DEALER) channel".
type asker struct {
	k      *kernel
	socket *wire.Socket
	turn   chan struct{} // full while a question is open: front ends show one

	mu   sync.Mutex
	open *question
}

// question is an input_request that has no reply yet.
type question struct {
	id         string
	identities [][]byte
	answer     chan protocol.InputReply // room for the one answer
}

// ask blocks until the front end of cell c has answered, the cell has ended or
// was interrupted, or ctx is done. io.EOF means that the learner has ended the
// input.
func (a *asker) ask(ctx context.Context, c *cell, prompt string, password bool) (string, error) {
	if c == nil {
		return "", errCellEnded
	}
	if !c.stdin {
		return "", errNoStdin
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer context.AfterFunc(c.ctx, func() { cancel(context.Cause(c.ctx)) })()
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
	q, err := a.put(ctx, c, protocol.InputRequest{Prompt: prompt, Password: password})
	if err != nil {
		return "", err
	}
	defer a.setOpen(nil)
	select {
	case reply := <-q.answer:
		if reply.Value == "\x04" {
			return "", io.EOF
		}
		return reply.Value, nil
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

// put sends a question to the front end of cell c.
func (a *asker) put(ctx context.Context, c *cell, content protocol.InputRequest) (*question, error) {
	raw, err := protocol.Encode(content)
	if err != nil {
		return nil, err
	}
	// ZeroMQ drops what has no addressee, and a cell can ask sooner than its
	// front end has connected to stdin.
	if err := a.socket.Await(ctx, c.identities[0]); err != nil {
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return nil, err
	}
	// What the cell has printed so far often says what is asked for.
	a.k.pub.sync()
	frames, id := a.k.writer.compose(c.identities, c.parent, nil, content.MsgType(), raw)
	q := &question{id: id, identities: c.identities, answer: make(chan protocol.InputReply, 1)}
	a.setOpen(q)
	a.k.send(a.socket, frames, wire.Must)
	return q, nil
}

func (a *asker) setOpen(q *question) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.open = q
}

// serve takes the answers until ctx is done.
func (a *asker) serve(ctx context.Context) error {
	for {
		r, err := a.k.receive(ctx, a.socket, "stdin")
		if err != nil {
			return err
		}
		if err := a.take(r); err != nil {
			level := slog.LevelWarn
			if errors.Is(err, errStale) {
				level = slog.LevelDebug // learners interrupt cells that ask: that is no fault
			}
			a.k.log.Log(ctx, level, "An answer on stdin was dropped.", "reason", err)
		}
	}
}

// take hands an input_reply to the question that it answers.
func (a *asker) take(r *request) error {
	if r.header.MsgType != "input_reply" {
		return errorf("it is of type %s, but only input_reply is expected there", r.header.MsgType)
	}
	var reply protocol.InputReply
	if err := r.decode(&reply); err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	q := a.open
	if q == nil {
		return fmt.Errorf("%w: no cell is waiting for input", errStale)
	}
	if !slices.EqualFunc(q.identities, r.Identities, bytes.Equal) {
		return errors.New("it comes from a front end that was not asked")
	}
	// Not every client names the question that it answers, but one that names an
	// earlier question answers something that is no longer asked.
	if parent, err := protocol.ParseHeader(r.Parent); err == nil && parent.MsgID != q.id && a.k.writer.author.Wrote(parent.MsgID) {
		return fmt.Errorf("%w: it answers an earlier question", errStale)
	}
	select {
	case q.answer <- reply:
		return nil
	default:
		return errors.New("the question has an answer already")
	}
}
