package engine

import (
	"io"
	"sync"
	"time"
)

const (
	// lull is how long output may wait for more of it, to travel together.
	lull = 4 * time.Millisecond
	// full is how much may wait before the cell that prints has to.
	full = 128 << 10
)

// outbox is the worker's end of the wire: what cells print is gathered and
// written in batches, in order with everything else. While the kernel is slow
// to read, whoever prints waits.
type outbox struct {
	w io.Writer

	writing sync.Mutex // held while a batch is written; taken before mu
	mu      sync.Mutex
	batch   []byte // whole frames, and text that is about to become one
	spare   []byte // the batch before, to be used again
	text    []byte // printed text that is not in batch yet
	cell    string
	stderr  bool
	timer   *time.Timer // nil unless a flush is due
	flushes sync.WaitGroup
	wrote   time.Time // when the last batch went
	err     error
}

// stream adds text that a cell printed.
func (o *outbox) stream(cell string, stderr bool, text string) {
	o.mu.Lock()
	if o.cell != cell || o.stderr != stderr {
		o.seal()
		o.cell, o.stderr = cell, stderr
	}
	o.text = append(o.text, text...)
	// After a lull the first text goes at once: it may be the last words of a
	// program that dies.
	if len(o.text)+len(o.batch) >= full || o.timer == nil && time.Since(o.wrote) > lull {
		o.mu.Unlock()
		o.flush()
		return
	}
	if o.timer == nil {
		o.flushes.Add(1)
		o.timer = time.AfterFunc(lull, func() {
			defer o.flushes.Done()
			o.flush()
		})
	}
	o.mu.Unlock()
}

// seal makes a frame of the text. o.mu is held.
func (o *outbox) seal() {
	if len(o.text) == 0 {
		return
	}
	o.batch = appendFrame(o.batch, kindStream, func(b []byte) []byte {
		b = appendBool(appendString(b, o.cell), o.stderr)
		return append(b, o.text...)
	})
	o.text = o.text[:0]
}

// send adds a frame and writes all there is.
func (o *outbox) send(k kind, body func([]byte) []byte) {
	o.mu.Lock()
	o.seal()
	o.batch = appendFrame(o.batch, k, body)
	o.mu.Unlock()
	o.flush()
}

// flush returns when all that was added before has been written.
func (o *outbox) flush() {
	o.writing.Lock()
	defer o.writing.Unlock()
	o.mu.Lock()
	if o.timer != nil {
		if o.timer.Stop() {
			o.flushes.Done()
		}
		o.timer = nil
	}
	o.seal()
	batch := o.batch
	o.batch, o.spare = o.spare[:0], nil
	o.wrote = time.Now()
	failed := o.err != nil
	o.mu.Unlock()
	var err error
	if len(batch) > 0 && !failed {
		_, err = o.w.Write(batch)
	}
	if cap(batch) > 4*full {
		batch = nil
	}
	o.mu.Lock()
	o.spare = batch[:0]
	if err != nil {
		o.err = err
	}
	o.mu.Unlock()
}

// close writes what is left and waits for the timer.
func (o *outbox) close() {
	o.flush()
	o.flushes.Wait()
}
