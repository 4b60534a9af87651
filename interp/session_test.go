package interp_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"gopost/interp"
	"gopost/interp/engine"
)

// TestMain lets the test binary be its own worker.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		os.Exit(engine.Main())
	}
	os.Exit(m.Run())
}

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestSessions runs the cells of testdata/*.txt, a session a file. After the
// line "-- out" stands what the cell shows: its output, "= result", and of an
// error the traceback after a line with its name.
func TestSessions(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no sessions in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := start(t)
			for i, c := range strings.Split("\n"+string(data), "\n-- cell\n")[1:] {
				src, want, _ := strings.Cut(c, "\n-- out")
				if got := s.show(t, i+1, src); got != strings.Trim(want, "\n") {
					t.Errorf("In[%d]:\n%s\n\nshows:\n%s\n\nwant:\n%s", i+1, src, got, want)
				}
			}
		})
	}
}

type session struct {
	*interp.Session
	out *record
}

func start(t testing.TB) *session {
	out := &record{changed: make(chan struct{}, 1)}
	s, err := interp.New(interp.Options{Sink: out})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return &session{s, out}
}

func (s *session) run(t testing.TB, n int, src string) interp.Result {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	r := s.Run(ctx, interp.Cell{ID: "cell", Number: n, Source: src})
	if ctx.Err() != nil {
		t.Fatalf("In[%d] did not end in a minute:\n%s", n, src)
	}
	return r
}

// show runs a cell and returns all that a learner sees of it.
func (s *session) show(t testing.TB, n int, src string) string {
	s.out.take()
	r := s.run(t, n, src)
	text := s.out.take()
	if r.Value != nil {
		text += "= " + r.Value.Data["text/plain"] + "\n"
	}
	if r.Err != nil {
		text += r.Err.Name + "\n" + strings.Join(r.Err.Traceback, "\n") + "\n"
	}
	return strings.TrimRight(ansi.ReplaceAllString(text, ""), "\n")
}

// record is a Sink that keeps the text.
type record struct {
	mu      sync.Mutex
	text    strings.Builder
	changed chan struct{}
}

func (r *record) Stream(_ string, s interp.Stream, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if s == interp.Stderr {
		text = "stderr: " + text
	}
	r.text.WriteString(text)
	select {
	case r.changed <- struct{}{}:
	default:
	}
}

func (r *record) Display(_ string, d interp.Display) {
	r.Stream("", interp.Stdout, "display: "+d.Data["text/plain"]+"\n")
}

func (r *record) Clear(string, bool) {}

func (r *record) Input(context.Context, string, string, bool) (string, error) {
	return "", errors.New("nobody is there to ask")
}

func (r *record) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	text := r.text.String()
	r.text.Reset()
	return text
}

// await blocks until a cell has printed the text.
func (r *record) await(t testing.TB, want string) {
	deadline := time.After(time.Minute)
	for {
		r.mu.Lock()
		seen := strings.Contains(r.text.String(), want)
		r.mu.Unlock()
		if seen {
			return
		}
		select {
		case <-r.changed:
		case <-deadline:
			t.Fatalf("nobody printed %q", want)
		}
	}
}

// TestInterrupt interrupts waits of every kind: the cell ends, the state stays.
func TestInterrupt(t *testing.T) {
	s := start(t)
	s.run(t, 1, "kept := 42\ntx, rx := mpsc.Channel[int]()")
	for i, wait := range []string{
		"for {}",
		"<-make(chan int)",
		"select {}",
		"make(chan int) <- 1",
		"rx.Recv()",
		"for range rx.Iter() {}",
		"time.Sleep(time.Hour)",
		"var mu sync.Mutex\nmu.Lock()\nmu.Lock()",
		"var wg sync.WaitGroup\nwg.Add(1)\nwg.Wait()",
		"func f(n int) int { return f(n%2) }\nfor { f2 := func() {}; f2() }",
	} {
		s.out.take()
		ended := make(chan interp.Result)
		go func() { ended <- s.run(t, i+2, "fmt.Println(\"started\")\n"+wait) }()
		s.out.await(t, "started")
		s.Interrupt()
		r := <-ended
		if r.Err == nil || r.Err.Name != "Interrupted" {
			t.Fatalf("%s: ended with %+v, not as interrupted", wait, r.Err)
		}
		// It may have been caught on its way to the wait; TestStoppedAt is strict.
		if !strings.HasPrefix(r.Err.Value, fmt.Sprintf("stopped at In[%d]:", i+2)) {
			t.Errorf("%s: %s", wait, r.Err.Value)
		}
		if got := s.show(t, 100, "kept"); got != "= 42" {
			t.Fatalf("after %s: kept is %q, want 42", wait, got)
		}
	}
	s.Interrupt() // at rest: nothing happens
	if got := s.show(t, 101, "kept"); got != "= 42" {
		t.Errorf("after an interrupt at rest: %q", got)
	}
}

// TestEval evaluates user expressions: they see the session and leave nothing.
func TestEval(t *testing.T) {
	s := start(t)
	s.run(t, 1, "x := 20")
	if r := s.Eval(context.Background(), "e", "x*2 + 2"); r.Err != nil || r.Value.Data["text/plain"] != "42" {
		t.Errorf("x*2 + 2: %+v", r)
	}
	if r := s.Eval(context.Background(), "e", "nothing"); r.Err == nil || !strings.Contains(r.Err.Value, "undefined: nothing") {
		t.Errorf("nothing: %+v", r.Err)
	}
	if r := s.Eval(context.Background(), "e", "[]int{x}[x]"); r.Err == nil || r.Err.Name != "Panic" || !strings.Contains(r.Err.Value, "index out of range") {
		t.Errorf("an index out of range: %+v", r.Err)
	}
	s.Eval(context.Background(), "e", "y := 1")
	if got := s.show(t, 2, "y"); !strings.Contains(got, "undefined: y") {
		t.Errorf("a user expression left y behind: %s", got)
	}
}

// TestTable shows the values in a slice's table as they print in the slice.
func TestTable(t *testing.T) {
	s := start(t)
	s.run(t, 1, `type Kind uint8
func (k Kind) String() string { return [...]string{"start", "stop"}[k] }
type Event struct {
	Kind   Kind
	Err    error
	hidden Kind
	next   *Event
}`)
	r := s.run(t, 2, `[]Event{{1, errors.New("<no>"), 1, nil}, {}}`)
	const head = "<table>\n<thead><tr><th>Kind</th><th>Err</th><th>hidden</th><th>next</th></tr></thead>\n<tbody>\n"
	const one = "<tr><td>stop</td><td>&lt;no&gt;</td><td>1</td><td>&lt;nil&gt;</td></tr>\n"
	const two = "<tr><td>start</td><td>&lt;nil&gt;</td><td>0</td><td>&lt;nil&gt;</td></tr>\n"
	const end = "</tbody>\n</table>"
	if r.Value == nil || r.Value.Data["text/html"] != head+one+two+end {
		t.Errorf("a slice of structs shows as %+v", r.Value)
	}
	r = s.run(t, 3, `[]*Event{{Kind: 1, Err: errors.New("<no>"), hidden: 1}, {}}`)
	if r.Value == nil || r.Value.Data["text/html"] != head+one+two+end {
		t.Errorf("a slice of pointers shows as %+v", r.Value)
	}
}

// TestRestart forgets everything.
func TestRestart(t *testing.T) {
	s := start(t)
	s.run(t, 1, "x := 1")
	if err := s.Restart(); err != nil {
		t.Fatal(err)
	}
	if got := s.show(t, 1, "x"); !strings.Contains(got, "undefined: x") {
		t.Errorf("after a restart x is %s", got)
	}
	if got := s.show(t, 2, "1 + 1"); got != "= 2" {
		t.Errorf("after a restart: %s", got)
	}
}

// TestStoppedAt names the lines of an interrupted cell, innermost first.
func TestStoppedAt(t *testing.T) {
	s := start(t)
	s.run(t, 1, "func wait(rx *mpsc.Receiver[int]) {\n\tdefer fmt.Println(\"cleaned up\")\n\tfor range rx.Iter() {\n\t}\n}")
	s.run(t, 2, "tx, rx := mpsc.Channel[int]()")
	ended := make(chan interp.Result)
	// The cell tells of its start once it has had ample time to get to the wait.
	const tell = `go func() { time.Sleep(300 * time.Millisecond); fmt.Println("started") }()`
	go func() { ended <- s.run(t, 3, tell+"\nwait(rx)") }()
	s.out.await(t, "started")
	s.Interrupt()
	const want = `stopped at In[1]:3; what the cell had defined until then is kept
In[1]:3 in wait
   3 | 	for range rx.Iter() {
In[3]:2
   2 | wait(rx)`
	r := <-ended
	if r.Err == nil || ansi.ReplaceAllString(strings.Join(r.Err.Traceback, "\n"), "") != "Interrupted: "+want {
		t.Errorf("ended with %+v", r.Err)
	}
}

// TestLatePanic shows the panic of a goroutine whose cell is over as any other.
func TestLatePanic(t *testing.T) {
	s := start(t)
	s.run(t, 1, "type clerk struct{}\nfunc (c *clerk) trip(wait chan int) {\n\t<-wait\n\tpanic(\"late\")\n}")
	s.run(t, 2, "wait := make(chan int)\ngo func() {\n\t(&clerk{}).trip(wait)\n}()")
	s.run(t, 3, "wait <- 1")
	s.out.await(t, "trip(wait)")
	const want = "stderr: panic: late\nIn[1]:4 in (*clerk).trip\n   4 | \tpanic(\"late\")\nIn[2]:3\n   3 | \t(&clerk{}).trip(wait)\n"
	if got := ansi.ReplaceAllString(s.out.take(), ""); got != want {
		t.Errorf("shows\n%s", got)
	}
}

// TestNoWorker says why to every cell, not to the first alone.
func TestNoWorker(t *testing.T) {
	s, err := interp.New(interp.Options{Sink: &record{changed: make(chan struct{}, 1)}, Worker: []string{"/no/such/program"}})
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 2; n++ {
		r := s.Run(context.Background(), interp.Cell{ID: "cell", Number: n, Source: "1"})
		if r.Err == nil || r.Err.Name != "WorkerLost" || !strings.Contains(r.Err.Value, "/no/such/program") {
			t.Errorf("In[%d]: %+v", n, r.Err)
		}
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
