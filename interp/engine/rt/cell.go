package rt

import (
	"sync"
	"sync/atomic"
	"time"

	"gopost/interp/display"
)

// grace is how long deferred calls of an interrupted goroutine may block
// before they are interrupted as well.
const grace = 250 * time.Millisecond

// Cell is one execution of a cell, as its goroutines see it. It lives on for
// as long as one of them does.
type Cell struct {
	ID    string
	Stdin bool // the front end can ask the learner for input

	run  *Runtime
	done chan struct{} // closed when the cell is interrupted
	late chan struct{} // closed when its deferred calls have had their time

	cancelled atomic.Bool
	stopped   []Frame // where an interrupt met the cell's own goroutine

	mu      sync.Mutex
	over    bool     // the cell's own goroutine has returned
	failure *Failure // the first panic of one of its goroutines
	live    int      // goroutines of the cell, its own included
	value   *display.Data
	panics  int           // goroutines on which a panic is under way
	settled chan struct{} // closed when panics falls to 0; nil when nobody waits
}

// Failure is a panic that nobody recovered.
type Failure struct {
	// Name is "panic", or "fatal error" for what Go programs cannot recover.
	Name string
	// Text is what Go prints after the name.
	Text string
	// Frames lead from the panic outwards; empty when nothing is known.
	Frames []Frame
}

// Frame is one line of a traceback: a position inside the learner's code.
type Frame struct {
	Func string // such as main.f, or main.f.func for a function literal
	File string // In[3]
	Line int    // from 1
	Col  int    // from 1, in bytes
}

// Cancel interrupts every goroutine of the cell: blocked operations and loops
// unwind, running deferred calls on the way. It returns at once, and is safe
// to call twice and from any goroutine.
func (c *Cell) Cancel() {
	if !c.cancelled.CompareAndSwap(false, true) {
		return
	}
	c.mu.Lock()
	if c.live > 0 {
		c.run.cancelling.Add(1)
	}
	c.mu.Unlock()
	close(c.done)
	time.AfterFunc(grace, func() { close(c.late) })
}

// Cancelled says whether Cancel was called.
func (c *Cell) Cancelled() bool { return c.cancelled.Load() }

// Stopped returns where an interrupt met the cell's own goroutine, from there
// outwards: nil if the goroutine came to its end. Call it when Run has returned.
func (c *Cell) Stopped() []Frame { return c.stopped }

// fail takes the panic of one of the cell's goroutines. While the cell runs it
// ends the cell; afterwards the host is told.
func (c *Cell) fail(f *Failure) {
	c.mu.Lock()
	late, first := c.over, c.failure == nil
	if !late && first {
		c.failure = f
	}
	c.mu.Unlock()
	if late {
		c.run.host.Late(c, f)
		return
	}
	c.Cancel()
}

func (c *Cell) enter() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.live++
	if c.live == 1 && c.cancelled.Load() {
		c.run.cancelling.Add(1)
	}
}

// exit is the counterpart of enter. Loops look for interrupts only while a
// cancelled cell has goroutines left.
func (c *Cell) exit() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.live--
	if c.live == 0 && c.cancelled.Load() {
		c.run.cancelling.Add(-1)
	}
}

func (c *Cell) finish() *Failure {
	c.settle()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.over = true
	return c.failure
}
