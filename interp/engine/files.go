package engine

import (
	"io"
	"os"
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
// for none: then what was written to the files comes first.
func (f *stdFiles) redirect(stderr bool) io.Writer {
	now, made := f.out, f.pumps[0].w
	if stderr {
		now, made = f.errs, f.pumps[1].w
	}
	if now == made {
		f.drain()
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
