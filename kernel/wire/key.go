package wire

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

// ErrSignature is what [Key.Verify] returns for a message that was not signed
// with the key.
var ErrSignature = errors.New("the message's signature does not fit the connection file's key: drop the message, and check that the front end reads this kernel's connection file")

// Key signs messages: the connection file's "key". An empty Key signs nothing
// and accepts everything, as Jupyter's specification says
// (https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol).
type Key []byte

// Sign returns the signature of a message's four JSON parts as it stands on
// the wire: HMAC-SHA256 in lower-case hexadecimal digits, or nothing with an
// empty key.
func (k Key) Sign(m *Message) []byte {
	if len(k) == 0 {
		return nil
	}
	mac := hmac.New(sha256.New, k)
	for _, part := range [...][]byte{m.Header, m.Parent, m.Metadata, m.Content} {
		mac.Write(part)
	}
	return hex.AppendEncode(nil, mac.Sum(nil))
}

// Verify returns [ErrSignature] unless m's Signature is the one that Sign
// makes. The time it takes says nothing about where the two differ.
func (k Key) Verify(m *Message) error {
	if len(k) > 0 && !hmac.Equal(k.Sign(m), m.Signature) {
		return ErrSignature
	}
	return nil
}
