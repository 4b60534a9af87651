package engine

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
	"os"
	"runtime/pprof"
	"sync"
	"unicode/utf8"

	"gopost/interp/engine/rt"
)

// stdFiles are os.Stdin, os.Stdout and os.Stderr for code that insists on
// *os.File: pipes, made when a cell first imports package os or one that writes
// to them. What is written to one goes to the cell that runs now or ran last;
// standard input is empty.
type stdFiles struct {
	run *rt.Runtime
	// process says that compiled code in this process writes for cells, too.
	process bool
	once    sync.Once
	err     error

	in, out, errs *os.File
	pumps         []*pump
}

// writesToStdFiles says whether a compiled package writes to os.Stdout or
// os.Stderr itself.
func writesToStdFiles(path string) bool {
	switch path {
	case "flag", "go/ast", "runtime/debug", "testing":
		return true
	}
	return false
}

func (f *stdFiles) open() error {
	f.once.Do(func() {
		if f.in, f.err = os.Open(os.DevNull); f.err != nil {
			return
		}
		for _, to := range []struct {
			file **os.File
			w    *rt.Writer
		}{{&f.out, f.run.Stdout()}, {&f.errs, f.run.Stderr()}} {
			p, w, err := newPump(to.w)
			if err != nil {
				f.err = err
				return
			}
			*to.file = w
			f.pumps = append(f.pumps, p)
		}
		if f.process {
			os.Stdout, os.Stderr = f.out, f.errs
		}
		f.run.Redirect(f.redirect)
	})
	return f.err
}

// redirect returns the file that a cell has put in the place of a stream, nil
// for none.
func (f *stdFiles) redirect(stderr bool) io.Writer {
	now, made := f.out, f.pumps[0].w
	if stderr {
		now, made = f.errs, f.pumps[1].w
	}
	if now == made {
		return nil
	}
	return now
}

// drain returns when all that was written so far has reached the cell.
func (f *stdFiles) drain() {
	for _, p := range f.pumps {
		p.drain()
	}
}

func (f *stdFiles) close() {
	if f.in != nil {
		f.in.Close()
	}
	for _, p := range f.pumps {
		p.close()
	}
}

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
			to.Write(held[:i])
			held = held[i+len(p.mark):]
			p.reached <- struct{}{}
		}
		keep := max(overlap(held, p.mark), partialRune(held))
		to.Write(held[:len(held)-keep])
		held = append(held[:0], held[len(held)-keep:]...)
		if err != nil {
			to.Write(held)
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

// partialRune returns the length of the incomplete character at the end of b.
func partialRune(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n:]; utf8.RuneStart(c[0]) {
			if utf8.FullRune(c) {
				return 0
			}
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
