package zmtp

import (
	"encoding/binary"
	"fmt"
	"io"
)

const (
	// bufferBytes holds a usual Jupyter message, so that it costs one read.
	bufferBytes = 8 << 10
	// trustedBytes is how much is set aside on a header's word alone, and how
	// much of a message is not put on the shared account.
	trustedBytes = 64 << 10
	// commandBytes is the longest command. Real ones are far shorter.
	commandBytes = 8 << 10
)

// Limits says how much one peer may send. All three count before anything is
// allocated.
type Limits struct {
	// Frame is the longest body of a frame, in bytes.
	Frame int
	// Message is the most that all bodies of one message hold, in bytes.
	Message int
	// Parts is the largest number of frames in one message.
	Parts int
}

// Reader reads a peer's greeting, READY and frames from one connection. It is
// for one goroutine.
type Reader struct {
	src     io.Reader
	limits  Limits
	before  func(partial bool) error
	reserve func(n int) error

	buf        []byte
	start, end int // buf[start:end] has arrived and is not used yet

	size int // bytes of the message that is being read
	held int // of these, what reserve has granted
}

// Hooks let the owner of a Reader share out what many connections have in
// common. A nil hook is not called.
type Hooks struct {
	// BeforeRead is called before each read that may block. partial says that a
	// message has begun and is incomplete. Its error ends the reading.
	BeforeRead func(partial bool) error
	// Reserve is asked for every n bytes by which a large message grows, and is
	// called with a negative n when the message has been handed on. Its error
	// ends the reading.
	Reserve func(n int) error
}

// NewReader returns a Reader of src.
func NewReader(src io.Reader, limits Limits, hooks Hooks) *Reader {
	r := &Reader{src: src, limits: limits, before: hooks.BeforeRead, reserve: hooks.Reserve}
	if r.before == nil {
		r.before = func(bool) error { return nil }
	}
	if r.reserve == nil {
		r.reserve = func(int) error { return nil }
	}
	return r
}

// Next reads the next message or command, and blocks until it is whole. A
// message's frames are appended to dst; a command comes back as such, beside a
// nil slice. Any error is final: there is no way to find the next frame.
func (r *Reader) Next(dst [][]byte) ([][]byte, *Command, error) {
	r.Release()
	for parts := 1; ; parts++ {
		flags, size, err := r.header(parts > 1)
		if err != nil {
			return nil, nil, err
		}
		if flags&flagCommand != 0 {
			if parts > 1 {
				return nil, nil, fmt.Errorf("a command stands inside a message, where ZMTP allows none")
			}
			cmd, err := r.command(flags, size)
			return nil, cmd, err
		}
		if parts > r.limits.Parts {
			return nil, nil, fmt.Errorf("a message has more than %d parts", r.limits.Parts)
		}
		if size > uint64(r.limits.Frame) {
			return nil, nil, fmt.Errorf("a frame claims %d bytes, and at most %d are taken", size, r.limits.Frame)
		}
		if int(size) > r.limits.Message-r.size {
			return nil, nil, fmt.Errorf("a message has more than the %d bytes that are taken", r.limits.Message)
		}
		body, err := r.body(int(size))
		if err != nil {
			return nil, nil, err
		}
		dst = append(dst, body)
		if flags&flagMore == 0 {
			return dst, nil, nil
		}
	}
}

// Release gives back what the last message has reserved. Next does it too; an
// owner that stops reading must.
func (r *Reader) Release() {
	if r.held > 0 {
		// Giving back can't be refused.
		_ = r.reserve(-r.held)
	}
	r.size, r.held = 0, 0
}

// header reads a frame's flags and length. inside says that frames of the same
// message came before.
func (r *Reader) header(inside bool) (flags byte, size uint64, err error) {
	if err := r.need(2, inside); err != nil {
		return 0, 0, err
	}
	flags = r.buf[r.start]
	if flags&^byte(flagsKnown) != 0 {
		return 0, 0, fmt.Errorf("a frame starts with %#02x, which is no ZMTP frame", flags)
	}
	if flags&flagLong == 0 {
		size = uint64(r.buf[r.start+1])
		r.start += 2
		return flags, size, nil
	}
	if err := r.need(9, true); err != nil {
		return 0, 0, err
	}
	size = binary.BigEndian.Uint64(r.buf[r.start+1:])
	r.start += 9
	return flags, size, nil
}

// body reads the size bytes of a frame, which is within its limits.
func (r *Reader) body(size int) ([]byte, error) {
	b := make([]byte, 0, min(size, trustedBytes))
	for {
		if len(b) == cap(b) && len(b) < size {
			bigger := make([]byte, len(b), min(size, 2*cap(b)))
			copy(bigger, b)
			b = bigger
		}
		if len(b) == size {
			return b, nil
		}
		n, err := r.some(b[len(b):cap(b)])
		if err != nil {
			return nil, err
		}
		b = b[:len(b)+n]
		if err := r.account(n); err != nil {
			return nil, err
		}
	}
}

// account adds n arrived bytes to the message's size, and reserves what is
// beyond the trusted ones.
func (r *Reader) account(n int) error {
	r.size += n
	due := r.size - trustedBytes - r.held
	if due <= 0 {
		return nil
	}
	if err := r.reserve(due); err != nil {
		return err
	}
	r.held += due
	return nil
}

// some copies what is buffered, or else reads from the connection into p.
func (r *Reader) some(p []byte) (int, error) {
	if r.start < r.end {
		n := copy(p, r.buf[r.start:r.end])
		r.start += n
		return n, nil
	}
	if len(p) >= bufferBytes {
		if err := r.before(true); err != nil {
			return 0, err
		}
		n, err := r.src.Read(p)
		if n > 0 {
			return n, nil
		}
		return 0, unexpected(err)
	}
	if err := r.need(1, true); err != nil {
		return 0, err
	}
	return r.some(p)
}

// need blocks until n bytes are buffered, n being at most bufferBytes. partial
// says that something has begun, so that the end of the stream is an error.
func (r *Reader) need(n int, partial bool) error {
	for r.end-r.start < n {
		if r.buf == nil {
			r.buf = make([]byte, bufferBytes)
		}
		if r.start > 0 {
			r.end = copy(r.buf, r.buf[r.start:r.end])
			r.start = 0
		}
		partial = partial || r.end > 0
		if err := r.before(partial); err != nil {
			return err
		}
		got, err := r.src.Read(r.buf[r.end:])
		r.end += got
		if got > 0 {
			continue
		}
		if partial {
			err = unexpected(err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
