//go:build unix

package engine

import (
	"context"
	"os"
	"runtime/pprof"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"

	"gopost/interp/engine/rt"
)

// pump copies what comes out of a pipe to a stream of the cell. It does so in
// a goroutine of its own, and at once in drain, so that what is printed in
// other ways keeps its place.
type pump struct {
	w, r *os.File
	raw  syscall.RawConn // of r
	done chan struct{}

	mu   sync.Mutex
	to   *rt.Writer
	buf  []byte
	held int // bytes of an incomplete character at the start of buf
}

func newPump(to *rt.Writer) (*pump, *os.File, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	raw, err := r.SyscallConn()
	if err != nil {
		r.Close()
		w.Close()
		return nil, nil, err
	}
	p := &pump{w: w, r: r, raw: raw, done: make(chan struct{}), to: to, buf: make([]byte, 32<<10)}
	go p.copy()
	return p, w, nil
}

func (p *pump) copy() {
	defer close(p.done)
	defer p.r.Close()
	// A goroutine inherits the cell of its parent, which first imported os.
	pprof.SetGoroutineLabels(context.Background())
	ended := false
	for !ended {
		// The file is closed when this fails.
		if p.raw.Read(func(fd uintptr) bool {
			some := false
			some, ended = p.forward(fd)
			return some || ended
		}) != nil {
			break
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.to.Emit(p.buf[:p.held])
}

// forward copies what is in the pipe now. ended says that nothing more comes.
func (p *pump) forward(fd uintptr) (some, ended bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		n, err := unix.Read(int(fd), p.buf[p.held:])
		switch {
		case err == unix.EINTR:
		case err != nil:
			return some, err != unix.EAGAIN
		case n == 0:
			return some, true
		default:
			text := p.buf[:p.held+n]
			whole := len(text) - partialRune(text)
			p.to.Emit(text[:whole])
			p.held = copy(p.buf, text[whole:])
			some = true
		}
	}
}

// drain returns when all that was written so far has been copied.
func (p *pump) drain() {
	p.raw.Control(func(fd uintptr) { p.forward(fd) }) // a closed file holds nothing
}

func (p *pump) close() {
	p.w.Close()
	<-p.done
}
