package zmtp

import "encoding/binary"

// The bits of a frame's first byte. The other five must be zero.
const (
	flagMore    = 1 << 0
	flagLong    = 1 << 1
	flagCommand = 1 << 2
	flagsKnown  = flagMore | flagLong | flagCommand
)

// shortBody is the longest body whose length fits in one byte.
const shortBody = 255

// MessageSize returns how many bytes [AppendMessage] adds for frames.
func MessageSize(frames [][]byte) int {
	n := 0
	for _, f := range frames {
		n += headerSize(len(f)) + len(f)
	}
	return n
}

// AppendMessage appends the encoding of one message, a frame for each of
// frames, to dst and returns the extended slice.
func AppendMessage(dst []byte, frames [][]byte) []byte {
	for i, f := range frames {
		var flags byte
		if i < len(frames)-1 {
			flags = flagMore
		}
		dst = append(appendHeader(dst, flags, len(f)), f...)
	}
	return dst
}

// AppendCommand appends the encoding of one command to dst and returns the
// extended slice. The name has at most 255 bytes.
func AppendCommand(dst []byte, name string, body []byte) []byte {
	dst = appendHeader(dst, flagCommand, 1+len(name)+len(body))
	dst = append(dst, byte(len(name)))
	dst = append(dst, name...)
	return append(dst, body...)
}

func headerSize(body int) int {
	if body > shortBody {
		return 9
	}
	return 2
}

func appendHeader(dst []byte, flags byte, body int) []byte {
	if body > shortBody {
		return binary.BigEndian.AppendUint64(append(dst, flags|flagLong), uint64(body))
	}
	return append(dst, flags, byte(body))
}
