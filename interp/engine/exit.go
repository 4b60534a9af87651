package engine

import (
	"fmt"
	"strings"
	"sync"
)

// tail keeps the first and the last of what is written to it: the Go runtime
// says why it dies in its first lines.
type tail struct {
	mu   sync.Mutex
	head []byte
	end  []byte
}

const tailSize = 8 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := len(p)
	if room := tailSize - len(t.head); room > 0 {
		take := min(room, len(p))
		t.head, p = append(t.head, p[:take]...), p[take:]
	}
	t.end = append(t.end, p...)
	if over := len(t.end) - tailSize; over > 0 {
		t.end = append(t.end[:0], t.end[over:]...)
	}
	return n, nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.head) + string(t.end)
}

// explain says why the worker is gone. waited is what waiting for it returned.
func (w *Worker) explain(waited error) Exit {
	w.mu.Lock()
	defer w.mu.Unlock()
	e := Exit{Code: w.cmd.ProcessState.ExitCode(), Signal: signalOf(w.cmd), Stderr: w.tail.String()}
	e.Fatal = fatalError(e.Stderr)
	e.OutOfMemory = strings.Contains(e.Fatal, "out of memory") || strings.Contains(e.Fatal, "cannot allocate memory")
	switch {
	case w.farewell != "":
		e.Reason = w.farewell
	case w.overdue:
		e.Reason = "the cell did not stop within a second of the interrupt, so its process was ended"
	case e.OutOfMemory:
		e.Reason = "the cell needed more memory than there is"
	case e.Fatal != "":
		e.Reason = "the Go runtime ended the process: " + e.Fatal
	case e.Signal == "killed":
		e.Reason = "the process was killed, as the system does when memory runs out"
	case e.Signal != "":
		e.Reason = fmt.Sprintf("the process was ended by the signal %q", e.Signal)
	case waited != nil:
		e.Reason = fmt.Sprintf("the process ended with exit code %d", e.Code)
	default:
		e.Reason = "the process ended"
	}
	return e
}

// fatalError finds the Go runtime's last words in stderr: the text after
// "fatal error: ", or of a panic in a goroutine that nobody guards.
func fatalError(stderr string) string {
	for line := range strings.Lines(stderr) {
		line = strings.TrimRight(line, "\r\n")
		if text, ok := strings.CutPrefix(line, "fatal error: "); ok {
			return text
		}
		if text, ok := strings.CutPrefix(line, "panic: "); ok {
			return "panic: " + text
		}
		if strings.HasPrefix(line, "runtime: out of memory") {
			return "out of memory"
		}
	}
	return ""
}
