// Package sync is the standard library's package sync for interpreted code:
// the same types, methods and messages, but a goroutine that waits in one of
// them can be interrupted with its cell.
//
// As in Go, the zero values are ready to use and must not be copied after
// first use.
//
// # The same to look at
//
// Learners print a struct that holds a mutex, and look at its fields through
// reflect. So each type here is defined from the one that it stands for:
//
//	type Mutex sync.Mutex
//
// It has that type's fields and none of that type's methods. Nothing outside
// package sync can name those fields, so there is a twin for each type (mutex
// for Mutex) with the same layout in memory, through which the methods get at
// them. The fields hold what they hold in Go: bit 0 of a mutex's state says that
// it is locked, the bits from 3 on count those who wait, a wait group has its
// counter in the upper half of a word, and so on. Taking or leaving a lock that
// nobody else wants is therefore what it is in Go, one atomic operation.
//
// # Waiting
//
// Go's own locks wait on a semaphore of the runtime, which knows nothing of
// interrupts. Here a goroutine that has to wait makes a channel and puts it into
// a table under the address of the lock (see table); it selects on the channel
// and on the interrupt of its cell. Who finds out from the state of a lock that
// somebody waits takes the longer way as well: it locks the part of the table
// that the address belongs to, which guards the state of every lock with waiters,
// and closes the channel of the one whose turn it is.
//
// Turns are taken in the order in which the waiters came, and a lock goes
// straight from its holder to the next: it is never free in between. Go lets a
// goroutine that runs anyway go first for up to a millisecond; a program cannot
// count on either.
//
// A waiter that is interrupted leaves the table. If its turn came at that very
// moment, it passes the lock or the signal on.
package sync
