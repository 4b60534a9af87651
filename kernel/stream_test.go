package kernel_test

import (
	"fmt"
	"strings"
	"testing"

	"gopost/kernel"
	"gopost/kernel/kerneltest"
)

func TestFlood(t *testing.T) {
	const lines = 100_000
	_, f := serve(t, kernel.Options{})
	other := kerneltest.Connect(t, f.Connection)
	var want strings.Builder
	for i := range lines {
		fmt.Fprintln(&want, "line", i)
	}
	c := f.Execute(fmt.Sprint("flood ", lines))
	c.ExpectStart(1)
	c.ExpectStream("stdout", want.String())
	c.ExpectOK()
	c.ExpectIdle()
	// Whoever looks on sees the same.
	seen := other.Watch(c)
	seen.ExpectStart(1)
	seen.ExpectStream("stdout", want.String())
	seen.ExpectIdle()
}

// What is printed on two streams by turns stays in order.
func TestStreamOrder(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute(strings.Repeat("out a\nerr b\n", 50))
	c.ExpectStart(1)
	for range 50 {
		c.ExpectStream("stdout", "a\n")
		c.ExpectStream("stderr", "b\n")
	}
	c.ExpectOK()
	c.ExpectIdle()
}

// Text is shown while the cell still runs.
func TestStreamIsShownAtOnce(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	c := f.Execute("out a\nwait gate")
	c.ExpectStart(1)
	c.ExpectStream("stdout", "a\n")
	s.open("gate")
	c.ExpectOK()
	c.ExpectIdle()
}

// A character whose bytes come one by one is whole on the screen.
func TestStreamSplitCharacter(t *testing.T) {
	s, f := serve(t, kernel.Options{})
	c := f.Execute(`raw "x\xf0\x9f"` + "\nwait gate\n" + `raw "\x8e\x88"`)
	c.ExpectStart(1)
	c.ExpectStream("stdout", "x")
	s.open("gate")
	c.ExpectStream("stdout", "🎈")
	c.ExpectOK()
	c.ExpectIdle()
}

// Bytes that are no text are replaced, and nothing waits for their rest.
func TestStreamInvalidText(t *testing.T) {
	_, f := serve(t, kernel.Options{})
	c := f.Execute(`raw "a\xffb\xf0"`)
	c.ExpectStart(1)
	c.ExpectStream("stdout", "a\uFFFDb\uFFFD")
	c.ExpectOK()
	c.ExpectIdle()
}
