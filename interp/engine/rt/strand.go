package rt

import "unsafe"

// label has the layout of internal/runtime/pprof/label.Label.
type label struct{ key, value string }

// mark is the label list that all strands share; its address tells a strand
// from a label set that a program made with runtime/pprof.
var mark = [1]label{{"gopost", "cell"}}

// strand is what the engine knows of one goroutine of a cell.
type strand struct {
	// labels comes first, so that a CPU profiler that follows the goroutine's
	// label pointer finds the list it expects.
	labels []label
	cell   *Cell
	trace  trace
	// superseded are the texts of panics whose deferred calls panicked in turn.
	superseded []string
	// traced says that the strand counts in its Runtime's tracing.
	traced bool
	// unwinding says that the goroutine is on its way out after an interrupt:
	// its deferred calls run, so they must not be interrupted in turn.
	unwinding bool
	// panicking says that a panic is on its way through the goroutine's
	// deferred calls, see Cell.settle.
	panicking bool
	// defers are the deferred calls that run now, nil for none.
	defers *Defers
	// entering says that a deferred function is being called, see Entered.
	entering bool
}

func newStrand(c *Cell) *strand { return &strand{labels: mark[:], cell: c} }

// Strand stands for a goroutine of a cell, for those who keep account of who
// waits where.
type Strand = strand

// Current returns the calling goroutine's Strand, nil if it belongs to no cell.
func Current() *Strand { return current() }

// The runtime promises to keep these two names for packages that store
// goroutine-local data this way (runtime/proflabel.go).

//go:linkname getLabel runtime/pprof.runtime_getProfLabel
func getLabel() unsafe.Pointer

//go:linkname setLabel runtime/pprof.runtime_setProfLabel
func setLabel(unsafe.Pointer)

// current returns the strand of the calling goroutine; nil when it belongs to
// no cell, or has labels of its own.
func current() *strand {
	s := (*strand)(getLabel())
	if s == nil || len(s.labels) != 1 || &s.labels[0] != &mark[0] {
		return nil
	}
	return s
}

// as marks the calling goroutine with s and returns a func that restores what
// was there.
func as(s *strand) func() {
	old := getLabel()
	setLabel(unsafe.Pointer(s))
	return func() { setLabel(old) }
}
