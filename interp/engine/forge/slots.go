package forge

import (
	"errors"
	"reflect"
	"sync/atomic"
	"unsafe"
)

const (
	// slots is the number of entries in trampolines_*.s, and entrySize what
	// lies between two of them.
	slots     = 16384
	entrySize = 16
)

// The machine code reads this table, so it has to be a variable of the
// package: a slot holds a function value, and is written once.
var (
	targets [slots]unsafe.Pointer
	taken   atomic.Int32
)

// ErrFull says that no more methods can be made in this process.
var ErrFull = errors.New("this session has defined more methods than a kernel can hold; restart the kernel to go on")

// takeSlot returns the address of machine code that calls f.
func takeSlot(f reflect.Value) (entry unsafe.Pointer, err error) {
	n := taken.Add(1) - 1
	if n >= slots {
		return nil, ErrFull
	}
	held := reflect.New(f.Type())
	held.Elem().Set(f)
	targets[n] = *(*unsafe.Pointer)(held.UnsafePointer())
	return unsafe.Add(firstEntry(), n*entrySize), nil
}
