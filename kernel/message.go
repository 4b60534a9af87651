package kernel

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// nothing is the JSON of metadata and parents that say nothing.
const nothing = "{}"

// request is a message from a front end, its signature checked.
type request struct {
	*wire.Message
	header  protocol.Header
	aborted bool // it was queued behind a cell that failed, which matters to cells
}

// decode reads the request's content into dst.
func (r *request) decode(dst any) error {
	return protocol.Decode(r.header.MsgType, r.Content, dst)
}

// refuse is the answer to a request that makes no sense.
func (r *request) refuse(err error) answer {
	return answer{content: protocol.PlainReply{
		Request: r.header.MsgType,
		Reply:   protocol.Failed(protocol.Failure{Name: "BadRequest", Value: err.Error()}),
	}}
}

func errorf(format string, args ...any) error { return fmt.Errorf(format, args...) }

// writer signs and sends the kernel's own messages. Several goroutines use it.
type writer struct {
	author *protocol.Author
	key    wire.Key
}

// compose makes a message ready to be sent. identities are a peer's address or
// a topic, parent the header of the request that it belongs to, as it came.
func (w *writer) compose(identities [][]byte, parent, metadata []byte, msgType string, content []byte) (frames [][]byte, id string) {
	header, id := w.author.Header(msgType, time.Now())
	if parent == nil {
		parent = []byte(nothing)
	}
	if metadata == nil {
		metadata = []byte(nothing)
	}
	m := wire.Message{Identities: identities, Header: header, Parent: parent, Metadata: metadata, Content: content}
	return m.Encode(w.key), id
}

// receive blocks until a message comes that is signed and well formed. Others
// are dropped and logged: nobody can be answered who can't sign. The error is
// ctx's or the socket's.
func (k *kernel) receive(ctx context.Context, s *wire.Socket, channel string) (*request, error) {
	for {
		frames, err := s.Receive(ctx)
		if err != nil {
			return nil, err
		}
		r, err := k.parse(frames)
		if err == nil {
			return r, nil
		}
		k.log.Warn("A message was dropped.", "channel", channel, "reason", err)
	}
}

func (k *kernel) parse(frames [][]byte) (*request, error) {
	m, err := wire.Split(frames)
	if err != nil {
		return nil, err
	}
	if len(m.Identities) == 0 {
		return nil, errorf("the message's sender has the delimiter as its identity, so it can't be answered")
	}
	if err := k.writer.key.Verify(m); err != nil {
		return nil, err
	}
	header, err := protocol.ParseHeader(m.Header)
	if err != nil {
		return nil, err
	}
	if !json.Valid(m.Content) {
		return nil, errorf("the content of %s is not valid JSON", header.MsgType)
	}
	return &request{Message: m, header: header}, nil
}
