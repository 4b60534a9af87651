package rt

import (
	"context"
	"go/token"
	"io"
	"runtime"
	"sync/atomic"

	"gopost/interp/display"
)

// Host is the outside world of a Runtime. Its methods are called from many
// goroutines.
type Host interface {
	// Stream takes text a cell printed, and may block while the reader is
	// slow. It must not call back into the Runtime.
	Stream(c *Cell, stderr bool, text string)
	// Late takes a panic in a goroutine of a cell that is over.
	Late(c *Cell, f *Failure)
	// Display takes rich output; update replaces what id showed before.
	Display(c *Cell, d display.Data, id string, update bool)
	// Clear removes the cell's output, at once or when the next one comes.
	Clear(c *Cell, wait bool)
	// Input asks for one line, without its newline, until ctx is done.
	Input(ctx context.Context, c *Cell, prompt string) (string, error)
	// Exit ends the process for os.Exit and log.Fatal: who names the call.
	Exit(c *Cell, who string, code int)
}

// Runtime is the runtime support of one interpreter.
type Runtime struct {
	redirect func(stderr bool) io.Writer // nil while the streams are where they were
	host     Host
	// cancelling counts cancelled cells that still have goroutines. It is the
	// only thing that interpreted loops look at while nobody interrupts.
	cancelling atomic.Int32
	// tracing counts goroutines that a panic has left an operation of.
	tracing atomic.Int32
	// front is the cell that runs now or ran last: it gets what goroutines
	// without a strand print, such as finalizers.
	front atomic.Pointer[Cell]
	in    lineReader
	// locate finds the place of a node in the learner's code.
	locate func(token.Pos) token.Position
}

// New returns a Runtime whose cells talk to host; locate resolves positions of
// tracebacks.
func New(host Host, locate func(token.Pos) token.Position) *Runtime {
	r := &Runtime{host: host, locate: locate}
	r.front.Store(r.newCell("", false))
	r.in.init()
	return r
}

func (r *Runtime) newCell(id string, stdin bool) *Cell {
	return &Cell{ID: id, Stdin: stdin, run: r, done: make(chan struct{}), late: make(chan struct{})}
}

// NewCell returns a cell that is ready to run.
func (r *Runtime) NewCell(id string, stdin bool) *Cell {
	c := r.newCell(id, stdin)
	r.front.Store(c)
	return c
}

// cell returns the cell of the calling goroutine.
func (r *Runtime) cell() *Cell {
	if s := current(); s != nil {
		return s.cell
	}
	return r.front.Load()
}

// Run calls f in a goroutine of c and waits until f has returned, panicked or
// ended its goroutine. It returns the panic that ended the cell, f's own or
// that of a goroutine f started; nil if there was none or the cell was
// interrupted.
func (r *Runtime) Run(c *Cell, f func()) *Failure {
	ended := make(chan *Failure, 1)
	r.Start(c, f, func(failure *Failure) { ended <- failure })
	return <-ended
}

// Start does what Run does, but returns at once; then gets the result, in f's
// goroutine. Waking another one would take longer than most cells run.
func (r *Runtime) Start(c *Cell, f func(), then func(*Failure)) {
	c.enter()
	go roomy(func() {
		defer func() { then(c.finish()) }()
		c.stopped = c.guard(f)
	})
}

// roomy calls f on a stack that need not grow often: compiling a cell goes deep,
// and a new goroutine's stack would be copied again and again.
//
//go:noinline
func roomy(f func()) {
	var room [16 << 10]byte
	f()
	runtime.KeepAlive(&room)
}

// Go runs f in a new goroutine of the calling goroutine's cell. A panic in f
// ends that cell if it still runs, or is told on the cell's stderr; nothing
// else dies.
func (r *Runtime) Go(f func()) {
	c := r.cell()
	c.enter()
	go c.guard(f)
}

// guard runs f as a goroutine of c. The caller has called enter. Of an f that
// was interrupted it returns where.
func (c *Cell) guard(f func()) (stopped []Frame) {
	s := newStrand(c)
	defer as(s)()
	defer c.exit()
	defer s.untraced()
	defer func() {
		switch v := recover(); {
		case v == nil:
		case isStop(v):
			stopped = s.trace.frames(c.run.locate)
		default:
			c.fail(s.failure(v))
		}
		s.setPanicking(false)
	}()
	f()
	return nil
}

// Go runs f in a new goroutine of the calling goroutine's cell. In a goroutine
// of no cell it is a plain go statement.
func Go(f func()) {
	s := current()
	if s == nil {
		go f()
		return
	}
	s.cell.enter()
	go s.cell.guard(f)
}
