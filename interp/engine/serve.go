package engine

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"sync"
)

// maxStack ends a runaway recursion long before it takes all memory.
const maxStack = 128 << 20

// Main is what a worker process does: it runs the units that come in on
// standard input until that ends, and returns the exit code. It takes over the
// process: standard streams, arguments and limits.
func Main() int {
	debug.SetMaxStack(maxStack)
	// Nobody reads the million frames of an overflown stack, and writing them takes
	// seconds. GOTRACEBACK brings them back.
	debug.SetTraceback("none")
	os.Args = os.Args[:1]
	in, out, err := takeStreams()
	if err != nil {
		fmt.Fprintf(os.Stderr, "the worker cannot set up its streams: %v\n", err)
		return 1
	}
	if err := serve(in, out); err != nil {
		fmt.Fprintf(os.Stderr, "the worker lost its kernel: %v\n", err)
		return 1
	}
	return 0
}

// server is the worker's side of the wire.
type server struct {
	machine *Machine
	out     *outbox

	mu    sync.Mutex
	asked int
	asks  map[int]chan answer
}

type answer struct {
	line string
	err  error
}

// serve runs units until in ends.
func serve(in io.Reader, out io.Writer) error {
	s := &server{out: &outbox{w: out}, asks: map[int]chan answer{}}
	defer s.out.close()
	var err error
	if s.machine, err = NewMachine(remote{s}, s.exit); err != nil {
		return err
	}
	s.machine.ownProcess()
	r := bufio.NewReaderSize(in, 32<<10)
	for {
		k, f, err := readFrame(r)
		if errors.Is(err, io.EOF) {
			return nil // the kernel is gone, and with it the point of running
		}
		if err != nil {
			return err
		}
		if err := s.take(k, f); err != nil {
			return err
		}
	}
}

// take handles one message from the kernel. It does not block: an interrupt
// must be heard while a cell runs.
func (s *server) take(k kind, f *fields) error {
	switch k {
	case kindRun:
		u := f.unit()
		if f.err != nil {
			return f.err
		}
		s.machine.begin(u)(func(o Outcome) {
			s.out.send(kindOutcome, func(b []byte) []byte { return appendOutcome(b, o) })
		})
	case kindInterrupt:
		s.machine.Interrupt()
	case kindAnswer:
		id, ok, line := f.int(), f.bool(), f.string()
		if f.err != nil {
			return f.err
		}
		a := answer{line: line}
		if !ok {
			a = answer{err: errors.New(line)}
		}
		s.mu.Lock()
		ch := s.asks[id]
		delete(s.asks, id)
		s.mu.Unlock()
		if ch != nil {
			ch <- a
		}
	default:
		return fmt.Errorf("a message of unknown kind %d came from the kernel", k)
	}
	return nil
}

// exit tells the kernel who ends the process, and ends it.
func (s *server) exit(who string, code int) {
	s.out.send(kindExit, func(b []byte) []byte { return appendInt(appendString(b, who), code) })
	os.Exit(code)
}

// remote is the Sink at the other end of the wire.
type remote struct{ *server }

func (r remote) Stream(id string, stderr bool, text string) { r.out.stream(id, stderr, text) }

func (r remote) Late(id string, p *Failure) {
	r.out.send(kindLate, func(b []byte) []byte { return appendFailure(appendString(b, id), p) })
}

func (r remote) Display(id string, d Display) {
	r.out.send(kindDisplay, func(b []byte) []byte { return appendDisplay(appendString(b, id), d) })
}

func (r remote) Clear(id string, wait bool) {
	r.out.send(kindClear, func(b []byte) []byte { return appendBool(appendString(b, id), wait) })
}

func (r remote) Input(ctx context.Context, id, prompt string, password bool) (string, error) {
	ch := make(chan answer, 1)
	r.mu.Lock()
	r.asked++
	n := r.asked
	r.asks[n] = ch
	r.mu.Unlock()
	r.out.send(kindAsk, func(b []byte) []byte {
		return appendBool(appendString(appendString(appendInt(b, n), id), prompt), password)
	})
	select {
	case a := <-ch:
		return a.line, a.err
	case <-ctx.Done():
		r.mu.Lock()
		delete(r.asks, n)
		r.mu.Unlock()
		r.out.send(kindForget, func(b []byte) []byte { return appendInt(b, n) })
		return "", ctx.Err()
	}
}
