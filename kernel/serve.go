package kernel

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"gopost/interp"
	"gopost/kernel/protocol"
	"gopost/kernel/wire"
)

const (
	// defaultAbortQuiet is how long shell must be silent for the queue behind a
	// failed cell to count as complete.
	defaultAbortQuiet = 5 * time.Millisecond
	// maxAbortWait bounds that waiting.
	maxAbortWait = time.Second
	// endGrace is how long a running cell may take to notice that the kernel
	// ends, before its interpreter is closed under it.
	endGrace = 200 * time.Millisecond
	// flushTime bounds the sending of what is queued when the kernel ends.
	flushTime = 2 * time.Second
)

var (
	errShutdown   = errors.New("a front end has asked the kernel to end")
	errParentGone = errors.New("the process that started the kernel has ended")
)

// Factory starts an interpreter that prints, draws and asks through s. It is
// called once, while front ends are greeted already; it may take its time, but
// not for ever. When it fails, every cell says so.
type Factory func(s interp.Sink) (interp.Interpreter, error)

// Options are what may differ between kernels. The zero value is usable.
type Options struct {
	// Version is gopost's own, for kernel_info_reply; "dev" by default.
	Version string
	// Log takes what happens besides the protocol; nil discards it.
	Log *slog.Logger
	// History remembers cells; nil is [NewHistory].
	History History
	// Interrupts interrupt the running cell; nil for none. Run passes SIGINT.
	Interrupts <-chan os.Signal
	// ParentPID is the process without which the kernel has no purpose; 0 for
	// none. Run passes what Jupyter says.
	ParentPID int
	// AbortQuiet is for how long nothing must have come on shell, before the
	// queue behind a failed cell counts as complete; 0 is five milliseconds.
	AbortQuiet time.Duration
	// Output limits what a cell prints.
	Output OutputLimits
}

// kernel is one running kernel.
type kernel struct {
	conn       Connection
	version    string
	log        *slog.Logger
	history    History
	abortQuiet time.Duration

	writer    *writer
	pub       *publisher
	cells     *cells
	asker     *asker
	shell     channel
	control   channel
	heartbeat *wire.Socket

	ctx  context.Context // done when the kernel ends
	stop context.CancelCauseFunc

	started chan struct{}      // closed when in is set
	in      interp.Interpreter // the one that Factory made

	// Only shell's goroutine uses these, or the one that stands in for it.
	count  int        // of cells that were counted
	queued []*request // what came while a cell ran or failed

	mu         sync.Mutex
	cancelCell context.CancelCauseFunc // ends the running cell; nil when none runs
}

// Serve is a kernel on c's sockets. It blocks until a front end asks it to
// shut down, ctx is done or the parent process has gone: then it ends the
// interpreter, sends what is still queued, and returns nil. It fails when it
// can't listen, or when a socket fails. Every goroutine that it starts has ended when it returns.
func Serve(ctx context.Context, c Connection, start Factory, o Options) error {
	k := newKernel(ctx, c, o)
	defer k.stop(nil)
	if err := k.listen(); err != nil {
		return errors.Join(err, k.closeSockets())
	}
	k.pub.statusNow(nil, starting)

	var loops sync.WaitGroup
	loop := func(f func(context.Context) error) {
		loops.Go(func() {
			if err := f(k.ctx); err != nil && !errors.Is(err, context.Canceled) {
				k.stop(err)
			}
		})
	}
	loops.Go(func() { k.startInterpreter(start) })
	loop(k.serveShell)
	loop(k.serveControl)
	loop(k.asker.serve)
	loop(func(ctx context.Context) error { return k.serveInterrupts(ctx, o.Interrupts) })
	if o.ParentPID != 0 {
		loop(func(ctx context.Context) error { return watchParent(ctx, o.ParentPID) })
	}

	<-k.ctx.Done()
	if err := k.end(&loops); err != nil {
		// Whoever wanted the kernel to end has got that.
		k.log.Warn("The kernel has not ended cleanly.", "reason", err)
	}
	cause := context.Cause(k.ctx)
	switch {
	case errors.Is(cause, errShutdown), ctx.Err() != nil:
		return nil
	case errors.Is(cause, errParentGone):
		k.log.Info("The kernel has ended, for the process that started it has.")
		return nil
	}
	return cause
}

func newKernel(ctx context.Context, c Connection, o Options) *kernel {
	k := &kernel{
		conn:       c,
		version:    o.Version,
		log:        o.Log,
		history:    o.History,
		abortQuiet: o.AbortQuiet,
		writer:     &writer{author: protocol.NewAuthor(), key: wire.Key(c.Key)},
		cells:      newCells(o.Output),
		started:    make(chan struct{}),
	}
	k.ctx, k.stop = context.WithCancelCause(ctx)
	if k.version == "" {
		k.version = "dev"
	}
	if k.log == nil {
		k.log = slog.New(slog.DiscardHandler)
	}
	if k.history == nil {
		k.history = NewHistory()
	}
	if k.abortQuiet == 0 {
		k.abortQuiet = defaultAbortQuiet
	}
	k.pub = newPublisher(k.writer, k.cells, k.log)
	k.asker = &asker{k: k, turn: make(chan struct{}, 1)}
	k.shell = channel{name: "shell", handlers: shellHandlers(), status: k.pub.status}
	k.control = channel{name: "control", handlers: sharedHandlers(), status: k.pub.statusNow}
	return k
}

// listen opens the five sockets. What was opened before a failure stays open.
func (k *kernel) listen() error {
	for _, s := range []struct {
		channel string
		port    int
		kind    wire.Kind
		socket  **wire.Socket
		options wire.Options
	}{
		{"heartbeat", k.conn.HBPort, wire.Reply, &k.heartbeat, wire.Options{}},
		{"iopub", k.conn.IOPubPort, wire.XPub, &k.pub.socket, wire.Options{Welcome: k.pub.welcome}},
		{"control", k.conn.ControlPort, wire.Router, &k.control.socket, wire.Options{}},
		{"stdin", k.conn.StdinPort, wire.Router, &k.asker.socket, wire.Options{}},
		// Last: a front end that reaches shell can rely on all the others.
		{"shell", k.conn.ShellPort, wire.Router, &k.shell.socket, wire.Options{}},
	} {
		s.options.Log = k.log
		socket, err := wire.Listen(k.conn.Endpoint(s.port), s.kind, s.options)
		if err != nil {
			return fmt.Errorf("the kernel can't listen for its %s channel: %w", s.channel, err)
		}
		*s.socket = socket
	}
	return nil
}

func (k *kernel) startInterpreter(start Factory) {
	in, err := start(sink{k})
	if err != nil {
		k.log.Error("The interpreter could not be started.", "reason", err)
		in = newBroken(err)
	}
	k.in = in
	close(k.started)
}

// interpreter returns the interpreter, and blocks while it starts. The error
// is for a cell that was interrupted meanwhile.
func (k *kernel) interpreter(ctx context.Context) (interp.Interpreter, *interp.Error) {
	select {
	case <-k.started:
		return k.in, nil
	case <-ctx.Done():
		const why = "the cell was interrupted before it began, for the interpreter had not started yet; run it again"
		return nil, &interp.Error{Name: "Interrupted", Value: why, Traceback: []string{"Interrupted: " + why}}
	}
}

// end closes everything, in the order in which nothing is lost.
func (k *kernel) end(loops *sync.WaitGroup) error {
	ended := make(chan struct{})
	go func() { defer close(ended); loops.Wait() }()
	select {
	case <-ended:
	case <-time.After(endGrace):
	}
	<-k.started
	err := k.in.Close()
	<-ended
	k.pub.close()
	return errors.Join(err, k.closeSockets())
}

// closeSockets sends what is queued and closes the sockets, all at once.
func (k *kernel) closeSockets() error {
	ctx, cancel := context.WithTimeout(context.Background(), flushTime)
	defer cancel()
	sockets := []*wire.Socket{k.shell.socket, k.control.socket, k.asker.socket, k.pub.socket, k.heartbeat}
	errs := make([]error, len(sockets))
	var all sync.WaitGroup
	for i, s := range sockets {
		if s != nil {
			all.Go(func() { errs[i] = s.Close(ctx) })
		}
	}
	all.Wait()
	return errors.Join(errs...)
}
