package engine

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"
)

// patience is how long an interrupted cell may take to stop before its worker
// is ended.
const patience = time.Second

// Options says how to start a worker.
type Options struct {
	// Command is the worker's program and its arguments; empty means this
	// program with the argument "worker". It must call [Main].
	Command []string
	// Env is added to the environment of this process.
	Env []string
	// Sink takes what cells produce.
	Sink Sink
}

// Worker is a worker process as the kernel sees it.
type Worker struct {
	cmd  *exec.Cmd
	sink Sink
	tail tail
	stop func() bool // detaches the worker from the context it was started with

	running sync.Mutex // held by Run: units run one at a time

	mu        sync.Mutex
	in        io.WriteCloser
	outcome   chan Outcome // non-nil while a unit runs
	impatient *time.Timer  // non-nil once that unit was interrupted
	overdue   bool         // impatient has ended the worker
	asks      map[int]context.CancelFunc
	farewell  string // what the worker said before it ended itself

	asking sync.WaitGroup
	dead   chan struct{} // closed when the process is gone and all is read
	exit   Exit          // valid when dead is closed
}

// Start starts a worker process. When ctx is done the worker is killed. The
// caller must Close the Worker.
func Start(ctx context.Context, o Options) (*Worker, error) {
	command := o.Command
	if len(command) == 0 {
		program, err := self()
		if err != nil {
			return nil, fmt.Errorf("gopost cannot find its own program to start a worker: %w", err)
		}
		command = []string{program, "worker"}
	}
	w := &Worker{sink: o.Sink, asks: map[int]context.CancelFunc{}, dead: make(chan struct{})}
	w.cmd = exec.Command(command[0], command[1:]...)
	w.cmd.Env = append(os.Environ(), o.Env...)
	w.cmd.Stderr = &w.tail
	w.cmd.WaitDelay = patience
	separate(w.cmd)
	in, err := w.cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("a worker cannot be started: %w", err)
	}
	w.in = in
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("a worker cannot be started: %w", err)
	}
	if err := w.cmd.Start(); err != nil {
		return nil, fmt.Errorf("the worker %s cannot be started: %w", command[0], err)
	}
	w.stop = context.AfterFunc(ctx, w.Kill)
	go w.listen(out)
	return w, nil
}

// Run executes u and blocks until it has ended. All that its cell showed until
// then has reached the Sink. Units run one at a time: a second Run waits for
// the first. Cancelling ctx interrupts the unit.
func (w *Worker) Run(ctx context.Context, u Unit) Outcome {
	w.running.Lock()
	defer w.running.Unlock()
	done := make(chan Outcome, 1)
	w.mu.Lock()
	w.outcome = done
	err := w.send(kindRun, func(b []byte) []byte { return appendUnit(b, u) })
	w.mu.Unlock()
	if err == nil {
		defer context.AfterFunc(ctx, w.Interrupt)()
	}
	var o Outcome
	select {
	case o = <-done:
	case <-w.dead:
		select {
		case o = <-done: // it came just before the end
		default:
			exit := w.exit
			o = Outcome{Lost: &exit}
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.outcome = nil
	if w.impatient != nil {
		w.impatient.Stop()
		w.impatient = nil
	}
	return o
}

// Interrupt interrupts the unit that runs now, if one does, and returns at
// once. A unit that has not stopped after a second is ended with its worker.
func (w *Worker) Interrupt() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.outcome == nil || w.impatient != nil {
		return
	}
	// A worker that is already gone has no use for the message.
	_ = w.send(kindInterrupt, nil)
	w.impatient = time.AfterFunc(patience, w.lose)
}

// lose ends a worker whose cell did not obey.
func (w *Worker) lose() {
	w.mu.Lock()
	late := w.outcome != nil && w.impatient != nil
	w.overdue = w.overdue || late
	w.mu.Unlock()
	if late {
		w.Kill()
	}
}

// Kill ends the worker, and the processes its cells started, at once.
func (w *Worker) Kill() { end(w.cmd) }

// Done returns a channel that is closed when the worker has ended.
func (w *Worker) Done() <-chan struct{} { return w.dead }

// Close ends the worker and waits for it. Nothing reaches the Sink afterwards.
func (w *Worker) Close() error {
	w.stop()
	w.mu.Lock()
	err := w.in.Close()
	w.mu.Unlock()
	late := time.AfterFunc(patience, w.Kill)
	defer late.Stop()
	<-w.dead
	if err != nil && !errors.Is(err, os.ErrClosed) {
		return fmt.Errorf("the worker's input cannot be closed: %w", err)
	}
	return nil
}

// send writes one message to the worker. w.mu is held.
func (w *Worker) send(k kind, body func([]byte) []byte) error {
	_, err := w.in.Write(appendFrame(nil, k, body))
	return err
}

// listen takes what the worker sends until it ends.
func (w *Worker) listen(out io.Reader) {
	defer close(w.dead)
	r := bufio.NewReaderSize(out, 64<<10)
	var err error
	for err == nil {
		var (
			k kind
			f *fields
		)
		if k, f, err = readFrame(r); err == nil {
			err = w.take(k, f)
		}
	}
	w.mu.Lock()
	for _, cancel := range w.asks {
		cancel()
	}
	w.mu.Unlock()
	w.asking.Wait()
	// The end of the wire means that the process is exiting: what its cells
	// started goes with it. Once it is waited for, its group's id may be
	// another's.
	w.Kill()
	waited := w.cmd.Wait()
	w.exit = w.explain(waited)
}

func (w *Worker) take(k kind, f *fields) error {
	switch k {
	case kindStream:
		id, stderr := f.string(), f.bool()
		if f.err == nil {
			w.sink.Stream(id, stderr, string(f.b))
		}
	case kindLate:
		id, p := f.string(), f.failure()
		if f.err == nil {
			w.sink.Late(id, p)
		}
	case kindDisplay:
		id, d := f.string(), f.display()
		if f.err == nil {
			w.sink.Display(id, d)
		}
	case kindClear:
		id, wait := f.string(), f.bool()
		if f.err == nil {
			w.sink.Clear(id, wait)
		}
	case kindAsk:
		n, id, prompt, password := f.int(), f.string(), f.string(), f.bool()
		if f.err == nil {
			w.ask(n, id, prompt, password)
		}
	case kindForget:
		n := f.int()
		w.mu.Lock()
		if cancel := w.asks[n]; cancel != nil {
			cancel()
		}
		w.mu.Unlock()
	case kindExit:
		who, code := f.string(), f.int()
		w.mu.Lock()
		w.farewell = fmt.Sprintf("the cell called %s(%d)", who, code)
		if who != "os.Exit" {
			w.farewell = "the cell called " + who
		}
		w.mu.Unlock()
	case kindOutcome:
		o := f.outcome()
		w.mu.Lock()
		if w.outcome != nil && f.err == nil {
			w.outcome <- o
			w.outcome = nil
		}
		w.mu.Unlock()
	default:
		return fmt.Errorf("a message of unknown kind %d came from the worker", k)
	}
	return f.err
}

// ask has the learner asked for a line, while other messages go on.
func (w *Worker) ask(n int, id, prompt string, password bool) {
	ctx, cancel := context.WithCancel(context.Background())
	w.mu.Lock()
	w.asks[n] = cancel
	w.mu.Unlock()
	w.asking.Go(func() {
		line, err := w.sink.Input(ctx, id, prompt, password)
		cancel()
		if err != nil {
			line = err.Error()
		}
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.asks, n)
		// A worker that is gone waits for no answer.
		_ = w.send(kindAnswer, func(b []byte) []byte {
			return appendString(appendBool(appendInt(b, n), err == nil), line)
		})
	})
}
