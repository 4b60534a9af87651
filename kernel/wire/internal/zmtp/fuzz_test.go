package zmtp_test

import (
	"bytes"
	"testing"
	"testing/iotest"

	"gopost/kernel/wire/internal/zmtp"
)

// FuzzReader reads arbitrary frames: whatever is accepted keeps the limits,
// and encodes to what a second reader, that gets its bytes one by one, reads
// as the same.
func FuzzReader(f *testing.F) {
	f.Add(zmtp.AppendMessage(nil, [][]byte{[]byte("hello"), nil, bytes.Repeat([]byte("x"), 300)}))
	f.Add(zmtp.AppendCommand(nil, zmtp.Ping, []byte("\x00\x00context")))
	f.Add([]byte{2, 0, 0, 0, 16, 0, 0, 0, 0})
	f.Add(bytes.Repeat([]byte{1, 0}, 100))
	limits := zmtp.Limits{Frame: 1 << 10, Message: 1 << 11, Parts: 8}
	f.Fuzz(func(t *testing.T, data []byte) {
		fast := zmtp.NewReader(bytes.NewReader(data), limits, zmtp.Hooks{})
		slow := zmtp.NewReader(iotest.OneByteReader(bytes.NewReader(data)), limits, zmtp.Hooks{})
		for {
			msg, cmd, err := fast.Next(nil)
			msg2, cmd2, err2 := slow.Next(nil)
			if (err == nil) != (err2 == nil) || (cmd == nil) != (cmd2 == nil) {
				t.Fatalf("read at once: %v, %v; byte by byte: %v, %v", cmd, err, cmd2, err2)
			}
			if err != nil {
				return
			}
			if cmd != nil {
				if cmd.Name != cmd2.Name || !bytes.Equal(cmd.Body, cmd2.Body) {
					t.Fatalf("read at once: %v; byte by byte: %v", cmd, cmd2)
				}
				continue
			}
			size := 0
			for _, f := range msg {
				size += len(f)
			}
			if len(msg) == 0 || len(msg) > limits.Parts || size > limits.Message {
				t.Fatalf("a message of %d parts and %d bytes was taken", len(msg), size)
			}
			encoded := zmtp.AppendMessage(nil, msg)
			if len(encoded) != zmtp.MessageSize(msg) {
				t.Fatalf("the encoding has %d bytes, and was said to have %d", len(encoded), zmtp.MessageSize(msg))
			}
			if !bytes.Equal(encoded, zmtp.AppendMessage(nil, msg2)) {
				t.Fatalf("read at once: %q; byte by byte: %q", msg, msg2)
			}
		}
	})
}

// FuzzHandshake reads arbitrary greetings and READYs. What it accepts is what
// zmq4 gets to see, encoded anew: it must read as the same.
func FuzzHandshake(f *testing.F) {
	greeting := append(append([]byte{0xff}, make([]byte, 8)...), 0x7f, 3)
	greeting = append(greeting, make([]byte, 64-len(greeting))...)
	f.Add(zmtp.AppendReady(bytes.Clone(greeting), zmtp.Ready{SocketType: "DEALER", Identity: "me"}))
	f.Add(zmtp.AppendCommand(bytes.Clone(greeting), "READY", []byte("\x0bsocket-type\x00\x00\x00\x03SUB")))
	f.Add([]byte("GET / HTTP/1.1\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		read := func(data []byte) (zmtp.Ready, error) {
			r := zmtp.NewReader(bytes.NewReader(data), zmtp.Limits{}, zmtp.Hooks{})
			if _, err := r.Greeting(); err != nil {
				return zmtp.Ready{}, err
			}
			return r.Ready()
		}
		ready, err := read(data)
		if err != nil {
			return
		}
		again, err := read(zmtp.AppendReady(bytes.Clone(greeting), ready))
		if err != nil || again != ready {
			t.Fatalf("%+v was encoded as %+v (%v)", ready, again, err)
		}
	})
}
