package display

import (
	"crypto/rand"
	"fmt"
	"io"
	"os"
)

// Output is where shown data goes.
type Output interface {
	// Display shows d under id; update replaces what id showed before.
	Display(d Data, id string, update bool)
	// Clear removes what was shown, at once or when the next output comes.
	Clear(wait bool)
}

// Displayer shows data on one Output. Kernels give the cells they run the
// methods of a Displayer in place of [Show] and [Clear].
type Displayer struct{ out Output }

// To returns a Displayer for out.
func To(out Output) Displayer { return Displayer{out} }

// Show shows d at once and returns a handle to replace it.
func (s Displayer) Show(d Data) *Handle {
	h := &Handle{id: rand.Text(), out: s.out}
	s.out.Display(d.clone(), h.id, false)
	return h
}

// Clear removes what the cell has shown so far, at once or, with wait, when
// its next output comes: that avoids flicker.
func (s Displayer) Clear(wait bool) { s.out.Clear(wait) }

// Handle stands for data that is on show. It may be used by several
// goroutines.
type Handle struct {
	id  string
	out Output
}

// Update shows d in place of what the handle showed before.
func (h *Handle) Update(d Data) { h.out.Display(d.clone(), h.id, true) }

// Show shows d at once and returns a handle to replace it. Outside a notebook
// it prints d's text form on standard output, a line.
func Show(d Data) *Handle { return To(terminal{os.Stdout}).Show(d) }

// Clear removes what the cell has shown so far, at once or, with wait, when
// its next output comes. Outside a notebook it does nothing.
func Clear(wait bool) { To(terminal{os.Stdout}).Clear(wait) }

// terminal is the Output of ordinary programs.
type terminal struct{ w io.Writer }

func (t terminal) Display(d Data, _ string, _ bool) { fmt.Fprintln(t.w, d) }

func (t terminal) Clear(bool) {}
