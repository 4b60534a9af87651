package zmtp

import (
	"encoding/binary"
	"fmt"
	"strings"
)

const (
	greetingBytes = 64
	identityBytes = 255

	propSocketType = "Socket-Type"
	propIdentity   = "Identity"
	cmdReady       = "READY"
)

// Greeting reads a peer's 64 bytes. It looks at each byte that says what
// protocol this is as soon as that byte is there, so that a web browser is
// turned away at its first letter instead of being waited for.
func (r *Reader) Greeting() ([]byte, error) {
	signs := []struct {
		at int
		ok func(b byte) bool
	}{
		{0, func(b byte) bool { return b == 0xff }},
		{9, func(b byte) bool { return b == 0x7f }},
		{10, func(major byte) bool { return major >= 3 }},
	}
	for _, s := range signs {
		if err := r.need(s.at+1, true); err != nil {
			return nil, err
		}
		if b := r.buf[r.start+s.at]; !s.ok(b) {
			return nil, fmt.Errorf("byte %d of the greeting is %#02x: the peer does not speak ZMTP 3", s.at, b)
		}
	}
	if err := r.need(greetingBytes, true); err != nil {
		return nil, err
	}
	g := append([]byte(nil), r.buf[r.start:r.start+greetingBytes]...)
	r.start += greetingBytes
	return g, nil
}

// Ready is what a peer says of itself in its READY command.
type Ready struct {
	// SocketType is ZeroMQ's name of it: DEALER, SUB and so on.
	SocketType string
	// Identity is the address that the peer has chosen, empty for none.
	Identity string
}

// Ready reads a peer's READY command and its properties. Their names may be
// written in any case (spec 23); other properties than the two of [Ready] are
// checked for their form and skipped.
func (r *Reader) Ready() (Ready, error) {
	flags, size, err := r.header(true)
	if err != nil {
		return Ready{}, err
	}
	if flags&flagCommand == 0 {
		return Ready{}, fmt.Errorf("a message came where READY must stand")
	}
	cmd, err := r.command(flags, size)
	if err != nil {
		return Ready{}, err
	}
	r.Release()
	if cmd.Name != cmdReady {
		return Ready{}, fmt.Errorf("the command %q came where READY must stand", cmd.Name)
	}
	return parseReady(cmd.Body)
}

func parseReady(body []byte) (Ready, error) {
	var ready Ready
	seen := map[string]bool{}
	for len(body) > 0 {
		name, value, rest, err := property(body)
		if err != nil {
			return Ready{}, err
		}
		body = rest
		name = strings.ToLower(name)
		if seen[name] {
			return Ready{}, fmt.Errorf("READY holds the property %q twice", name)
		}
		seen[name] = true
		switch name {
		case strings.ToLower(propSocketType):
			ready.SocketType = value
		case strings.ToLower(propIdentity):
			ready.Identity = value
		}
	}
	if ready.SocketType == "" {
		return Ready{}, fmt.Errorf("READY does not say what type of socket the peer is")
	}
	if len(ready.Identity) > identityBytes {
		return Ready{}, fmt.Errorf("the identity has %d bytes, and at most %d are allowed", len(ready.Identity), identityBytes)
	}
	// ROUTER gives names that start with a zero to peers that chose none; a
	// peer that could choose such a name could take another's place.
	if strings.HasPrefix(ready.Identity, "\x00") {
		return Ready{}, fmt.Errorf("the identity %q starts with a zero byte, which is reserved", ready.Identity)
	}
	return ready, nil
}

// property splits the first property off body: a length, a name, a length of
// four bytes, a value.
func property(body []byte) (name, value string, rest []byte, err error) {
	n := int(body[0])
	body = body[1:]
	if n == 0 || len(body) < n+4 {
		return "", "", nil, fmt.Errorf("READY ends inside a property's name")
	}
	name = string(body[:n])
	v := binary.BigEndian.Uint32(body[n:])
	body = body[n+4:]
	if uint64(v) > uint64(len(body)) {
		return "", "", nil, fmt.Errorf("READY ends inside the value of %q", name)
	}
	return name, string(body[:v]), body[v:], nil
}

// AppendReady appends a READY command that says what ready says, with the
// names of properties as the specification writes them.
func AppendReady(dst []byte, ready Ready) []byte {
	var body []byte
	for _, p := range [...]struct{ name, value string }{
		{propSocketType, ready.SocketType},
		{propIdentity, ready.Identity},
	} {
		body = append(body, byte(len(p.name)))
		body = append(body, p.name...)
		body = binary.BigEndian.AppendUint32(body, uint32(len(p.value)))
		body = append(body, p.value...)
	}
	return AppendCommand(dst, cmdReady, body)
}
