// Package engine runs lowered cells in a worker process.
//
// The kernel starts a [Worker] and gives it one [Unit] after the other; what
// they print and show arrives at a [Sink], and each ends with an [Outcome]. The
// worker is a process of its own, so the kernel answers while a cell spins,
// and a fatal error costs no more than the worker: the Outcome then says how
// it died.
//
// In the worker, [Main] reads units from standard input and runs them on a
// [Machine]: one yaegi interpreter with the state of the session. A Machine
// works in any process; tests of the lowering use it directly.
//
// # What lowered code calls
//
// Package gopost/rt (the folder rt) is what the lowering writes calls to: Go,
// Defers, Entered and Recover, Result and Results, Print and Println, Done and Stop,
// Stdin, Stdout and Stderr. Packages gopost/dyn and gopost/link carry types and
// channel operations. What prints, blocks or exits in the standard library is
// replaced when a cell imports it (see replacements): time.Sleep, sync.Mutex
// and its like, os.Exit, fmt.Print and fmt.Scan with their families, the
// default logger. All of it finds its cell through the calling goroutine.
//
// # Interrupts
//
// An interrupt closes the cell's channel, which every blocking operation
// selects on; loops and calls look at a counter as they come round. Both
// unwind the goroutine by a panic that runs its deferred calls and cannot be
// recovered. Deferred calls may block for a moment more. Goroutines of other
// cells are not touched. What has not stopped after a second is ended with the
// worker.
//
// # The wire
//
// Kernel and worker exchange length-prefixed frames over the worker's standard
// input and output (codec.go, messages.go). Printed text is gathered for a few
// milliseconds, travels in order with everything else, and always arrives
// before the outcome of its cell. Nothing is buffered without bound: while the
// Sink is busy, the pipe fills, and whoever prints waits.
//
// # Tracebacks
//
// Yaegi knows which functions a panic leaves, but not where in them it
// happened. So the body of each function runs inside its first step (see
// enclose), which knows the step that is under way, and notes its position when
// a panic leaves it. That costs one deferred call a function call, and nothing a
// step.
//
// # Speed
//
// Yaegi compiles a function to a graph of steps, closures that find their
// operands by reflection. For the most frequent of them the engine has steps of
// its own, which work on the variables' memory: arithmetic and comparisons of
// basic types, assignments, elements and fields, calls of declared functions,
// channel and mpsc operations (improvements lists them all). Three rules keep
// them honest. Each looks at its operands before it does anything, and leaves
// whatever is not as it should be to yaegi's step, which is kept beside it. None
// panics by itself: what is out of bounds, nil or zero is left to yaegi as well.
// And none needs to know what package lower meant: they only look at yaegi's
// graph, so new lowered code cannot break them, it can only be slow.
//
// To make another kind of step fast, write an improvement and enter it under the
// name of yaegi's generator. BenchmarkCost in package lower compares with plain
// yaegi; its program hot.go must go on printing what the compiled one prints.
package engine
