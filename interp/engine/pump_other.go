//go:build !unix

package engine

import (
	"bytes"
	"context"
	"crypto/rand"
	"os"
	"runtime/pprof"

	"gopost/interp/engine/rt"
)

// pump copies what comes out of a pipe to a stream of the cell.
type pump struct {
	w       *os.File
	mark    []byte // a random text that says: all before it has been copied
	reached chan struct{}
	done    chan struct{}
}

func newPump(to *rt.Writer) (*pump, *os.File, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	p := &pump{w: w, mark: []byte("\x00" + rand.Text()), reached: make(chan struct{}, 1), done: make(chan struct{})}
	go p.copy(r, to)
	return p, w, nil
}

func (p *pump) copy(r *os.File, to *rt.Writer) {
	defer close(p.done)
	defer r.Close()
	// A goroutine inherits the cell of its parent, which first imported os.
	pprof.SetGoroutineLabels(context.Background())
	buf := make([]byte, 32<<10)
	var held []byte // what may be the beginning of a mark
	for {
		n, err := r.Read(buf)
		held = append(held, buf[:n]...)
		for {
			i := bytes.Index(held, p.mark)
			if i < 0 {
				break
			}
			to.Emit(held[:i])
			held = held[i+len(p.mark):]
			p.reached <- struct{}{}
		}
		keep := max(overlap(held, p.mark), partialRune(held))
		to.Emit(held[:len(held)-keep])
		held = append(held[:0], held[len(held)-keep:]...)
		if err != nil {
			to.Emit(held)
			return
		}
	}
}

// overlap returns the length of the longest end of b that begins mark.
func overlap(b, mark []byte) int {
	for n := min(len(b), len(mark)-1); n > 0; n-- {
		if bytes.HasPrefix(mark, b[len(b)-n:]) {
			return n
		}
	}
	return 0
}

// drain writes a mark and waits until it comes out. A program that closed the
// file has nothing left to drain.
func (p *pump) drain() {
	if _, err := p.w.Write(p.mark); err != nil {
		return
	}
	select {
	case <-p.reached:
	case <-p.done:
	}
}

func (p *pump) close() {
	p.w.Close()
	<-p.done
}
