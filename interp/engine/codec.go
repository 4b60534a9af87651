package engine

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Kernel and worker talk over the worker's standard input and output in
// frames: a length of four bytes, little endian, a kind, and the fields of the
// kind's message. Strings, lists and maps are preceded by their length.

// kind says what a frame holds.
type kind byte

const (
	// From the kernel.
	kindRun kind = iota + 1
	kindInterrupt
	kindAnswer
	// From the worker.
	kindStream
	kindLate
	kindDisplay
	kindClear
	kindAsk
	kindForget
	kindExit
	kindOutcome
)

// maxFrame bounds one frame: a display of this size is beyond any front end.
const maxFrame = 256 << 20

var errShort = errors.New("a message between kernel and worker ended too early")

// appendFrame appends one frame whose fields body appends.
func appendFrame(b []byte, k kind, body func([]byte) []byte) []byte {
	start := len(b)
	b = append(b, 0, 0, 0, 0, byte(k))
	if body != nil {
		b = body(b)
	}
	binary.LittleEndian.PutUint32(b[start:], uint32(len(b)-start-4))
	return b
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendInt(b []byte, n int) []byte { return binary.AppendVarint(b, int64(n)) }

func appendList[T any](b []byte, list []T, one func([]byte, T) []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, v := range list {
		b = one(b, v)
	}
	return b
}

func appendMap(b []byte, m map[string]string) []byte {
	return appendList(b, slices.Sorted(maps.Keys(m)), func(b []byte, k string) []byte {
		return appendString(appendString(b, k), m[k])
	})
}

// readFrame reads one frame. The bytes are the caller's.
func readFrame(r *bufio.Reader) (kind, *fields, error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := binary.LittleEndian.Uint32(head[:])
	if n == 0 || n > maxFrame {
		return 0, nil, fmt.Errorf("a message between kernel and worker claims %d bytes; at most %d are allowed", n, maxFrame)
	}
	// Memory grows with what arrives, not with what the length claims.
	var b bytes.Buffer
	b.Grow(min(int(n), 64<<10))
	if _, err := io.CopyN(&b, r, int64(n-1)); err != nil {
		return 0, nil, err
	}
	return kind(head[4]), &fields{b: b.Bytes()}, nil
}

// fields reads the fields of a frame in order. After the first error all that
// follows is zero.
type fields struct {
	b   []byte
	err error
}

func (f *fields) fail() {
	f.b, f.err = nil, errShort
}

func (f *fields) length() int {
	n, size := binary.Uvarint(f.b)
	if size <= 0 || n > uint64(len(f.b)-size) {
		f.fail()
		return 0
	}
	f.b = f.b[size:]
	return int(n)
}

func (f *fields) string() string {
	n := f.length()
	s := string(f.b[:n])
	f.b = f.b[n:]
	return s
}

func (f *fields) bool() bool {
	if len(f.b) == 0 {
		f.fail()
		return false
	}
	v := f.b[0] != 0
	f.b = f.b[1:]
	return v
}

func (f *fields) int() int {
	n, size := binary.Varint(f.b)
	if size <= 0 {
		f.fail()
		return 0
	}
	f.b = f.b[size:]
	return int(n)
}

func readList[T any](f *fields, one func(*fields) T) []T {
	n := f.length()
	if n == 0 {
		return nil
	}
	list := make([]T, 0, n)
	for range n {
		list = append(list, one(f))
	}
	return list
}

func readMap(f *fields) map[string]string {
	n := f.length()
	if n == 0 {
		return nil
	}
	m := make(map[string]string, n)
	for range n {
		k := f.string()
		m[k] = f.string()
	}
	return m
}
