package kerneltest

import (
	"encoding/json"

	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

// Message is what a kernel sent.
type Message struct {
	Header protocol.Header
	// Parent is the parent header as it came, ParentID its msg_id.
	Parent   json.RawMessage
	ParentID string
	Metadata json.RawMessage
	Content  json.RawMessage
}

// parse reads and verifies a multipart.
func parse(key wire.Key, frames [][]byte) (*Message, error) {
	m, err := wire.Split(frames)
	if err != nil {
		return nil, err
	}
	if err := key.Verify(m); err != nil {
		return nil, err
	}
	header, err := protocol.ParseHeader(m.Header)
	if err != nil {
		return nil, err
	}
	var parent protocol.Header
	if err := json.Unmarshal(m.Parent, &parent); err != nil {
		return nil, err
	}
	return &Message{Header: header, Parent: m.Parent, ParentID: parent.MsgID, Metadata: m.Metadata, Content: m.Content}, nil
}
