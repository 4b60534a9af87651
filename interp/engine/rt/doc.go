// Package rt is what lowered cells call while they run: the runtime support
// between a learner's Go and yaegi.
//
// Everything here answers one question first: which cell does this goroutine
// belong to? A [Runtime] marks each goroutine it starts with a strand, kept in
// the goroutine's profiler label. Go hands labels on to every goroutine that a
// goroutine starts, compiled libraries included, so the answer is right also
// for output that comes long after its cell has ended.
//
// From the strand follow the rest: where printed text goes, which channel is
// closed when the cell is interrupted, and the lines a panic went through.
package rt
