// Package own follows the ownership of values: what was sent, dropped or given
// to a goroutine is not used again. Go has no such rule; Rust has, and its
// compiler is the best teacher of message passing because it refuses and says
// why. This package says it of Go, with rustc's own code and form:
//
//	s := "hello"
//	tx.Send(s)
//	fmt.Println(s) // wrong: s was given away
//
//	error[E0382]: use of moved value: `s`
//	 --> In[7]:3:13
//	  |
//	1 | s := "hello"
//	  | - move occurs because `s` has type `string`, which does not implement Copy
//	2 | tx.Send(s)
//	  |         - value moved here
//	3 | fmt.Println(s)
//	  |             ^ value used here after move
//	  |
//	  = help: to keep `s`, give a copy away: `strings.Clone(s)`
//
// Right is to send a copy and keep the value:
//
//	tx.Send(strings.Clone(s))
//	fmt.Println(s)
//
// A goroutine that works with a channel takes what it captures:
//
//	go func() { tx.Send("from the goroutine") }()
//	tx.Send("from here") // wrong: tx was given to the goroutine
//
// Right is to clone the sender before the go statement:
//
//	tx2 := tx.Clone()
//	go func() { tx2.Send("from the goroutine") }()
//	tx.Send("from here")
//
// Numbers and the like are copied, and native channels, locks and contexts are
// shared: they never move. A variable that gets a new value can be used again.
//
// # How it works
//
// For each function, golang.org/x/tools/go/cfg makes a control-flow graph. A
// state says at each of its points which places (variables, and fields of
// variables) were moved on some path from the function's start; where paths
// meet, states are joined, and loops are followed until nothing changes. Then
// each use is compared with the state before it.
//
// A call does what the called function's summary says: which parameters it
// gives away, which outside variables it reads, moves and sets. Summaries of
// functions and closures, and what is moved, outlive the cell: see [Session].
//
// Where the pass can't know, it stays silent: it would rather miss a mistake
// than report one that is none.
package own
