package wire

import (
	"bytes"
	"fmt"
)

const (
	delimiter = "<IDS|MSG>"
	// maxIdentities is more than any chain of proxies needs.
	maxIdentities = 16
	// signedParts are the signature and the four JSON parts.
	signedParts = 5
)

// Message is one message as it stands on the wire, by Jupyter's specification
// (https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol).
type Message struct {
	// Identities are the addresses of the peer that asked, on a Router, and
	// the topic on an XPub.
	Identities [][]byte
	// Signature is what came with a received message. Encode makes its own.
	Signature []byte
	// Header, Parent, Metadata and Content are JSON texts.
	Header, Parent, Metadata, Content []byte
	// Buffers are raw bytes that are not signed.
	Buffers [][]byte
}

// Split takes a received multipart apart. It copies nothing, does not look
// into the parts and does not check the signature: that is [Key.Verify]'s. Its
// error means that this is no Jupyter message, and should be dropped.
func Split(frames [][]byte) (*Message, error) {
	head := frames[:min(len(frames), maxIdentities+1)]
	for i, f := range head {
		if !bytes.Equal(f, []byte(delimiter)) {
			continue
		}
		rest := frames[i+1:]
		if len(rest) < signedParts {
			return nil, fmt.Errorf("the message has %d parts after %s, and a Jupyter message has at least %d", len(rest), delimiter, signedParts)
		}
		return &Message{
			Identities: frames[:i:i],
			Signature:  rest[0],
			Header:     rest[1],
			Parent:     rest[2],
			Metadata:   rest[3],
			Content:    rest[4],
			Buffers:    rest[signedParts:],
		}, nil
	}
	return nil, fmt.Errorf("none of the message's first %d frames is the delimiter %s: a Jupyter message needs one after its identities", len(head), delimiter)
}

// Encode returns the multipart of m, signed with key, ready for
// [Socket.Send]. The parts are not copied.
func (m *Message) Encode(key Key) [][]byte {
	frames := make([][]byte, 0, len(m.Identities)+1+signedParts+len(m.Buffers))
	frames = append(frames, m.Identities...)
	frames = append(frames, []byte(delimiter), key.Sign(m), m.Header, m.Parent, m.Metadata, m.Content)
	return append(frames, m.Buffers...)
}
