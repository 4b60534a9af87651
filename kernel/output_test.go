package kernel_test

import (
	"fmt"
	"strings"
	"testing"

	"gopost/kernel"
	"gopost/kernel/kerneltest"
	"gopost/kernel/protocol"
)

// never is a rate at which nothing that is throttled comes while a test runs.
const never = 1

// numbered is what the scripted interpreter's flood prints.
func numbered(lines int) string {
	var b strings.Builder
	for i := range lines {
		fmt.Fprintln(&b, "line", i)
	}
	return b.String()
}

// streams reads what a cell prints until enough says so, and returns it.
func streams(c *kerneltest.Request, enough func(stdout, stderr string) bool) (stdout, stderr string) {
	var out, err strings.Builder
	for !enough(out.String(), err.String()) {
		var s protocol.Stream
		c.Expect("stream", &s)
		if s.Name == "stdout" {
			out.WriteString(s.Text)
		} else {
			err.WriteString(s.Text)
		}
	}
	return out.String(), err.String()
}

// What cells print in a class is never throttled: 100,000 lines, or 1.5 MB.
func TestOutputWithinTheBurst(t *testing.T) {
	_, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Rate: never}})
	c := f.Execute("flood 100000")
	c.ExpectStart(1)
	c.ExpectStream("stdout", numbered(100_000))
	c.ExpectOK()
	c.ExpectIdle()

	const lines = 1000
	line := strings.Repeat("x", 1499)
	c = f.Execute(strings.Repeat("out "+line+"\n", lines) + "value done")
	c.ExpectStart(2)
	c.ExpectStream("stdout", strings.Repeat(line+"\n", lines))
	c.ExpectResult("done")
	c.ExpectOK()
	c.ExpectIdle()
}

// What is throttled comes later, and comes whole.
func TestThrottledOutputIsWhole(t *testing.T) {
	_, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Burst: 4 << 10, Rate: 1 << 20}})
	c := f.Execute("flood 20000")
	c.ExpectStart(1)
	c.ExpectStream("stdout", numbered(20000))
	c.ExpectOK()
	c.ExpectIdle()
}

// An interrupt does not wait for what is throttled, and says that it is gone.
func TestInterruptOfThrottledCell(t *testing.T) {
	_, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Rate: never}})
	c := f.Execute("flood 1000000\nwait gate")
	c.ExpectStart(1)
	const most = 512 << 10 // of what comes at once
	streams(c, func(stdout, _ string) bool { return len(stdout) > most })
	f.Interrupt()
	_, stderr := streams(c, func(_, stderr string) bool { return strings.HasSuffix(stderr, "\n") })
	if !strings.Contains(stderr, "was interrupted while it printed faster") {
		t.Errorf("the notice is %q", stderr)
	}
	c.ExpectError("Interrupted")
	c.ExpectFailed()
	c.ExpectIdle()
	f.Run("out next")
}

// After the most there is one notice; the cell goes on, and can be stopped.
func TestOutputIsCut(t *testing.T) {
	const most = 10_000
	s, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Most: most}})
	c := f.Execute("flood 20000\nerr more\nflood 20000\nwait gate")
	c.ExpectStart(1)
	stdout, stderr := streams(c, func(_, stderr string) bool { return strings.HasSuffix(stderr, "\n") })
	if stdout != numbered(20000)[:most] {
		t.Errorf("%d bytes came, ending in %q", len(stdout), stdout[max(0, len(stdout)-20):])
	}
	for _, want := range []string{"not shown", "goes on", "■", "os.Create"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("the notice %q does not hold %q", stderr, want)
		}
	}
	s.open("gate")
	c.ExpectOK()
	c.ExpectIdle() // so that was the only notice

	c = f.Execute("spam")
	c.ExpectStart(2)
	streams(c, func(_, stderr string) bool { return strings.HasSuffix(stderr, "\n") })
	f.Interrupt()
	c.ExpectError("Interrupted")
	c.ExpectFailed()
	c.ExpectIdle()
}

// Each cell has a budget of its own.
func TestOutputOfTheNextCell(t *testing.T) {
	_, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Burst: 64 << 10, Rate: never, Most: 40_000}})
	for number := range 3 {
		c := f.Execute("flood 2000")
		c.ExpectStart(number + 1)
		c.ExpectStream("stdout", numbered(2000))
		c.ExpectOK()
		c.ExpectIdle()
	}
}

// A character is not cut in two.
func TestOutputIsCutBetweenCharacters(t *testing.T) {
	_, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Most: 6}})
	c := f.Execute("out 🎈🎈")
	c.ExpectStart(1)
	stdout, _ := streams(c, func(_, stderr string) bool { return stderr != "" })
	if stdout != "🎈" {
		t.Errorf("%q came", stdout)
	}
	c.ExpectOK()
	c.ExpectIdle()
}

// A cell that clears what it has printed may print as much again.
func TestClearedOutputIsNotCounted(t *testing.T) {
	_, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Most: 10}})
	c := f.Execute("out 123456789\nclear\nout 123456789\nclear\nout 123456789")
	c.ExpectStart(1)
	for range 2 {
		c.ExpectStream("stdout", "123456789\n")
		c.ExpectClear(false)
	}
	c.ExpectStream("stdout", "123456789\n")
	c.ExpectOK()
	c.ExpectIdle()
}

// A goroutine that outlives its cell holds up no other cell.
func TestFloodOfEndedCell(t *testing.T) {
	const burst = 4 << 10
	s, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Burst: burst, Rate: never}})
	first := f.Execute("later gate " + strings.Repeat("x", 2*burst))
	first.ExpectStart(1)
	first.ExpectOK()
	first.ExpectIdle()
	s.open("gate")
	_, stderr := streams(first, func(_, stderr string) bool { return strings.HasSuffix(stderr, "\n") })
	if !strings.Contains(stderr, "goroutine of this cell, which has ended") {
		t.Errorf("the notice is %q", stderr)
	}
	f.Run("out next")
}

// Rich output that comes endlessly leaves the cell interruptible as well.
func TestInterruptOfEndlessDisplays(t *testing.T) {
	_, f := serve(t, kernel.Options{Output: kernel.OutputLimits{Burst: 8 << 10, Rate: never}})
	c := f.Execute("draw")
	c.ExpectStart(1)
	c.ExpectDisplay()
	f.Interrupt()
	for m := c.Next(); m.Header.MsgType == "display_data"; m = c.Next() {
	}
	c.ExpectFailed()
	c.ExpectIdle()
}
