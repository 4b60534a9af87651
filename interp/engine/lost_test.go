package engine_test

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"gopost/interp/engine"
)

func TestLost(t *testing.T) {
	tests := []struct {
		name, imports, decls, body string
		reason, fatal              string
		code                       int
	}{
		{"exit", "fmt os", "", "fmt.Println(`last words`)\nos.Exit(3)",
			"the cell called os.Exit(3)", "", 3},
		{"log", "fmt log", "", "fmt.Println(`last words`)\nlog.Fatal(`no more`)",
			"the cell called log.Fatal", "", 1},
		{"stack", "fmt", "func f(n int) int { return f(n+1) + 1 }", "fmt.Println(`last words`)\nf(0)",
			"the Go runtime ended the process: stack overflow", "stack overflow", 2},
		{"maps", "fmt", "", `fmt.Println("last words")
m := map[int]int{}
for i := 0; i < 8; i++ {
	rt.Go(func() { for j := 0; ; j++ { m[j%100] = j } })
}
for j := 0; ; j++ { m[j%100] = j }`,
			"the Go runtime ended the process: concurrent map writes", "concurrent map writes", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "maps" && raceEnabled {
				t.Skip("the race detector stops the worker before the map does")
			}
			b := start(t)
			u := b.unit(test.imports, test.decls, test.body)
			o := b.Run(t.Context(), u)
			if o.Lost == nil {
				t.Fatalf("ended with %s", tell(o))
			}
			if o.Lost.Reason != test.reason || o.Lost.Fatal != test.fatal || o.Lost.Code != test.code {
				t.Errorf("ended with %s", tell(o))
			}
			if got := b.stdout(u.Cell); got != "last words\n" {
				t.Errorf("printed %q", got)
			}
			if o := b.run(t, "", ""); o.Lost == nil || o.Lost.Reason != test.reason {
				t.Errorf("a lost worker runs on: %s", tell(o))
			}
		})
	}
}

func TestOutOfMemory(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil || raceEnabled || runtime.GOOS != "linux" {
		t.Skip("needs ulimit -v, which the race detector does not survive")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b := startAs(t, newRecorder(), sh, "-c", `ulimit -v 3000000; exec "$0"`, self)
	o := b.Run(t.Context(), b.unit("", "", "var all [][]byte\nfor {\nall = append(all, make([]byte, 100000000))\n}"))
	if o.Lost == nil || !o.Lost.OutOfMemory || o.Lost.Reason != "the cell needed more memory than there is" {
		t.Fatalf("ended with %s", tell(o))
	}
}

// A program that is no worker is found out.
func TestNoWorker(t *testing.T) {
	b := startAs(t, newRecorder(), "echo", "hello, I am no worker")
	if o := b.run(t, "", ""); o.Lost == nil {
		t.Fatalf("ended with %s", tell(o))
	}
	_, err := engine.Start(t.Context(), engine.Options{Command: []string{"/no/such/program"}, Sink: newRecorder()})
	if err == nil || !strings.Contains(err.Error(), "/no/such/program cannot be started") {
		t.Errorf("starting nothing gives the error %v", err)
	}
}

// Close ends a cell that runs; its context ends a worker.
func TestCloseWhileRunning(t *testing.T) {
	b := start(t)
	u := b.unit("fmt", "", "fmt.Println(`on`)\nfor {\n}")
	ended := b.begin(t, u)
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if o := <-ended; o.Lost == nil {
		t.Errorf("ended with %s", tell(o))
	}
}

func TestKill(t *testing.T) {
	b := start(t)
	b.Kill()
	<-b.Done()
	if o := b.run(t, "", ""); o.Lost == nil || o.Lost.Signal != "killed" || !strings.Contains(o.Lost.Reason, "killed") {
		t.Fatalf("ended with %s", tell(o))
	}
}
