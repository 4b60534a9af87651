package engine_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"gopost/interp/engine"
)

// TestMain lets the test binary be its own worker.
func TestMain(m *testing.M) {
	if os.Getenv("GOPOST_TEST_WORKER") == "1" {
		os.Exit(engine.Main())
	}
	os.Exit(m.Run())
}

// recorder is a Sink that remembers.
type recorder struct {
	mu       sync.Mutex
	streams  map[string]string // by cell/stdout or cell/stderr
	events   []string
	displays []engine.Display
	answers  chan string // what the learner types; nil: cannot ask
	asked    chan string // told when a question has come
	changed  chan struct{}
}

func newRecorder() *recorder {
	return &recorder{streams: map[string]string{}, changed: make(chan struct{}, 1), asked: make(chan string, 100)}
}

func (r *recorder) note() {
	select {
	case r.changed <- struct{}{}:
	default:
	}
}

func (r *recorder) Stream(id string, stderr bool, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	name := id + "/stdout"
	if stderr {
		name = id + "/stderr"
	}
	r.streams[name] += text
	r.events = append(r.events, name+": "+text)
	r.note()
}

func (r *recorder) Late(id string, f *engine.Failure) {
	r.Stream(id, true, fmt.Sprintf("late %s: %s %v\n", f.Name, f.Text, f.Frames))
}

func (r *recorder) Display(id string, d engine.Display) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.displays = append(r.displays, d)
	r.events = append(r.events, fmt.Sprintf("%s/display: %v update=%v", id, d.Data["text/plain"], d.Update))
	r.note()
}

func (r *recorder) Clear(id string, wait bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.events = append(r.events, fmt.Sprintf("%s/clear: %v", id, wait))
	r.note()
}

func (r *recorder) Input(ctx context.Context, id, prompt string, password bool) (string, error) {
	r.asked <- id
	if r.answers == nil {
		return "", errors.New("this front end cannot ask")
	}
	select {
	case line := <-r.answers:
		return line, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func (r *recorder) stdout(id string) string { return r.get(id + "/stdout") }
func (r *recorder) stderr(id string) string { return r.get(id + "/stderr") }

func (r *recorder) get(name string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.streams[name]
}

// await waits until name's text holds want.
func (r *recorder) await(t *testing.T, name, want string) {
	t.Helper()
	deadline := time.After(20 * time.Second)
	for !strings.Contains(r.get(name), want) {
		select {
		case <-r.changed:
		case <-deadline:
			t.Fatalf("%s never held %q; it is %q", name, want, r.get(name))
		}
	}
}

// bench is a worker and what its cells show.
type bench struct {
	*engine.Worker
	*recorder
	n int
}

func start(t testing.TB) *bench {
	t.Helper()
	r := newRecorder()
	b := startWith(t, r)
	b.recorder = r
	return b
}

func startWith(t testing.TB, sink engine.Sink) *bench {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return startAs(t, sink, self)
}

func startAs(t testing.TB, sink engine.Sink, command ...string) *bench {
	t.Helper()
	w, err := engine.Start(context.Background(), engine.Options{
		Command: command, Env: []string{"GOPOST_TEST_WORKER=1", "GORACE=halt_on_error=1 atexit_sleep_ms=0"}, Sink: sink,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return &bench{Worker: w}
}

// unit makes a Unit of declarations and statements, as the lowering does.
// imports are the paths that the code uses; gopost/rt is always there.
func (b *bench) unit(imports, decls, body string) engine.Unit {
	b.n++
	return unit(b.n, imports, decls, body)
}

func unit(n int, imports, decls, body string) engine.Unit {
	paths := append(strings.Fields(imports), "gopost/rt")
	var src strings.Builder
	src.WriteString("package main\n\n")
	for _, p := range paths {
		fmt.Fprintf(&src, "import %q\n", p)
	}
	fmt.Fprintf(&src, "var _ = rt.Done\n")
	fmt.Fprintf(&src, "//line In[%d]:1:1\n%s\n", n, decls)
	fmt.Fprintf(&src, "func cell_%d() {\n//line In[%d]:1:1\n%s\n}\n", n, n, body)
	return engine.Unit{
		Cell: fmt.Sprintf("c%d", n), Number: n, Source: src.String(),
		Entry: fmt.Sprintf("cell_%d", n), Imports: paths, Stdin: true,
	}
}

// run runs statements.
func (b *bench) run(t testing.TB, imports, body string) engine.Outcome {
	t.Helper()
	return b.Run(t.Context(), b.unit(imports, "", body))
}

// begin runs a unit and returns when it has printed "on", with the channel on
// which its outcome will come.
func (b *bench) begin(t testing.TB, u engine.Unit) <-chan engine.Outcome {
	t.Helper()
	ended := make(chan engine.Outcome, 1)
	go func() { ended <- b.Run(context.Background(), u) }()
	deadline := time.After(20 * time.Second)
	for !strings.Contains(b.stdout(u.Cell), "on\n") {
		select {
		case <-b.changed:
		case o := <-ended:
			if !strings.Contains(b.stdout(u.Cell), "on\n") {
				t.Fatalf("it ended too early with %s", tell(o))
			}
			ended <- o
		case <-deadline:
			t.Fatal("it never printed on")
		}
	}
	return ended
}

// ok runs a unit that must end well, and returns what it printed.
func (b *bench) ok(t testing.TB, u engine.Unit) string {
	t.Helper()
	if o := b.Run(t.Context(), u); o.Panic != nil || o.Lost != nil || o.Interrupted || o.CompileError != "" {
		t.Fatalf("unit %d ended with %s\n%s", u.Number, tell(o), u.Source)
	}
	return b.stdout(u.Cell)
}

// tell says how a unit ended.
func tell(o engine.Outcome) string {
	switch {
	case o.Lost != nil:
		return fmt.Sprintf("lost: %+v", *o.Lost)
	case o.Panic != nil:
		return fmt.Sprintf("%s: %s %v", o.Panic.Name, o.Panic.Text, o.Panic.Frames)
	case o.CompileError != "":
		return "compile error: " + o.CompileError
	case o.Interrupted:
		return "interrupted"
	case o.Value != nil:
		return "value: " + o.Value.Data["text/plain"]
	}
	return "ok"
}
