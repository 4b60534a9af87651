package interp

import (
	"context"
	"errors"
	"fmt"
	"go/token"
	"strings"
	"sync"

	"gopost/interp/check"
	"gopost/interp/engine"
	"gopost/interp/lower"
	"gopost/interp/modules"
	"gopost/interp/own"
	"gopost/interp/std"
)

// Options says how to start a [Session].
type Options struct {
	// Sink takes what cells print and show.
	Sink Sink
	// Worker is the command that starts a worker; empty means this program
	// with the argument "worker".
	Worker []string
	// Policy says what cells may use of the standard library.
	Policy std.Policy
}

// Session is what one notebook has: the names its cells have defined, and the
// worker process in which they run. It implements [Interpreter].
type Session struct {
	sink   Sink
	worker []string
	policy std.Policy

	modules *modules.Set

	// turn is held while a cell runs: cells run one at a time.
	turn    sync.Mutex
	engine  *engine.Worker
	owners  *own.Session
	lowerer *lower.Lowerer
	history []*ran
	// imported are the packages of which the learner was told that they were
	// imported by themselves.
	imported map[string]bool

	importer *modules.Importer

	first func() (*engine.Worker, error) // starts the first worker, once, or waits for it

	mu        sync.Mutex
	scope     *check.Session
	sources   map[string]string         // texts of the cells, by the name positions have
	cells     map[string]*check.Checked // and what they were checked as
	interrupt context.CancelFunc        // of the cell that runs now; nil for none
	closed    bool
}

var _ Interpreter = (*Session)(nil)

// New starts a session. It returns before the worker is up: the first cell
// waits for it.
func New(o Options) (*Session, error) {
	if o.Sink == nil {
		return nil, errors.New("a session needs a Sink for what its cells print; set Options.Sink")
	}
	s := &Session{sink: o.Sink, worker: o.Worker, policy: o.Policy, modules: modules.New()}
	s.reset()
	s.first = sync.OnceValues(s.start)
	go s.first() // Close waits for it
	return s, nil
}

// reset forgets all cells, but not the modules.
func (s *Session) reset() {
	fset := token.NewFileSet()
	importer := s.modules.NewImporter(fset, s.policy)
	s.lowerer = lower.New(importer)
	s.owners = own.New()
	s.history, s.imported = nil, map[string]bool{}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sources = map[string]string{}
	s.cells = map[string]*check.Checked{}
	s.importer = importer
	s.scope = check.New(importer, fset)
}

// source returns the text of a cell or of a module's file by the name that
// positions have, "" for a cell that was not accepted.
func (s *Session) source(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if text, ok := s.sources[name]; ok {
		return text
	}
	return s.modules.Text(name)
}

// cell returns what a cell was checked as by the name that positions have, nil
// for one that was not accepted.
func (s *Session) cell(name string) *check.Checked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cells[name]
}

func (s *Session) setCell(name, text string, ch *check.Checked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sources[name], s.cells[name] = text, ch
}

func (s *Session) start() (*engine.Worker, error) {
	return engine.Start(context.Background(), engine.Options{Command: s.worker, Sink: sink{s.sink, s}})
}

// ready waits for the worker and replaces one that has died. The caller holds
// turn. The notice says what the session lost, "" for nothing.
func (s *Session) ready() (notice string, err error) {
	if s.engine == nil {
		if s.engine, err = s.first(); err != nil {
			return "", err
		}
	}
	select {
	case <-s.engine.Done():
		lost, err := s.revive()
		return programEnded + ". " + lost, err
	default:
		return "", nil
	}
}

// Interrupt ends the cell that runs now, if one does, and returns at once.
func (s *Session) Interrupt() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.interrupt != nil {
		s.interrupt()
	}
}

// Restart forgets everything and starts a fresh worker. It waits for a cell
// that runs.
func (s *Session) Restart() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	if _, err := s.ready(); err != nil {
		return err
	}
	if err := s.engine.Close(); err != nil {
		return err
	}
	s.modules = modules.New()
	s.reset()
	w, err := s.start()
	if err != nil {
		return fmt.Errorf("a fresh worker cannot be started: %w", err)
	}
	s.engine = w
	return nil
}

// Close interrupts the cell that runs, ends the worker and waits for both.
func (s *Session) Close() error {
	s.Interrupt()
	s.turn.Lock()
	defer s.turn.Unlock()
	s.mu.Lock()
	closed := s.closed
	s.closed = true
	s.mu.Unlock()
	if closed {
		return nil
	}
	if s.engine == nil {
		w, err := s.first()
		if err != nil {
			return nil //nolint:nilerr // it has been told, or no cell wanted to know
		}
		s.engine = w
	}
	return s.engine.Close()
}

// sink passes on what the worker sends.
type sink struct {
	to      Sink
	session *Session
}

func (k sink) Stream(id string, stderr bool, text string) {
	if stderr {
		k.to.Stream(id, Stderr, text)
		return
	}
	k.to.Stream(id, Stdout, text)
}

func (k sink) Late(id string, f *engine.Failure) {
	k.to.Stream(id, Stderr, strings.Join(k.session.panicked(f).Traceback, "\n")+"\n")
}

func (k sink) Display(id string, d engine.Display) { k.to.Display(id, d) }

func (k sink) Clear(id string, wait bool) { k.to.Clear(id, wait) }

func (k sink) Input(ctx context.Context, id, prompt string, password bool) (string, error) {
	return k.to.Input(ctx, id, prompt, password)
}
