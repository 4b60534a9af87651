package engine

import (
	"fmt"
	"reflect"
	"sync"
	"unsafe"
)

// words has the layout of a reflect.Value. Yaegi keeps every variable and every
// intermediate result as one; where both sides of an operation have the kind
// that is expected, the engine works on the memory behind them.
type words struct {
	typ, ptr unsafe.Pointer
	flag     uintptr
}

// activation has the layout of yaegi's frame: the variables of one function
// call.
type activation struct {
	id       uint64
	callees  *callee // in the place of what only yaegi's debugger uses
	root     *activation
	anc      *activation
	data     []words
	mutex    sync.RWMutex
	deferred [][]reflect.Value
	panicked any
	done     reflect.SelectCase
}

// The bits of a reflect.Value's flag. A variable's is its kind with indirect
// and addressable.
const (
	flagKind      = 1<<5 - 1
	flagIndirect  = 1 << 7
	flagAddress   = 1 << 8
	flagMethod    = 1 << 9
	flagVariable  = flagIndirect | flagAddress
	flagEmbedded  = 1 << 6
	flagUnexposed = 1 << 5
	flagReadOnly  = flagEmbedded | flagUnexposed
)

// checkActivation compares the two layouts above with the originals.
func checkActivation(frame reflect.Type) error {
	value, mine := reflect.TypeFor[reflect.Value](), reflect.TypeFor[activation]()
	if err := sameOffsets(value, reflect.TypeFor[words](), []string{"typ_", "ptr", "flag"}); err != nil {
		return err
	}
	var v int
	if got := of(reflect.ValueOf(&v).Elem()); got.flag != flagVariable|uintptr(reflect.Int) || got.ptr != unsafe.Pointer(&v) {
		return fmt.Errorf("this version of Go marks variables in another way: build gopost with the Go version that go.mod names")
	}
	names := []string{"id", "debug", "root", "anc", "data", "mutex", "deferred", "recovered", "done"}
	if frame.Size() != mine.Size() {
		return fmt.Errorf("this version of yaegi has a frame of another size: go.mod must name v0.16.1")
	}
	return sameOffsets(frame, mine, names)
}

func sameOffsets(original, mine reflect.Type, names []string) error {
	for i, name := range names {
		f, ok := original.FieldByName(name)
		if m := mine.Field(i); !ok || f.Offset != m.Offset || f.Type.Size() != m.Type.Size() {
			return fmt.Errorf("%v has no field %s where it was: go.mod must name Go 1.26 and yaegi v0.16.1", original, name)
		}
	}
	return nil
}

// of returns the words of v.
func of(v reflect.Value) words { return *(*words)(unsafe.Pointer(&v)) }

// value returns the reflect.Value that w is.
func (w *words) value() reflect.Value { return *(*reflect.Value)(unsafe.Pointer(w)) }

// typeWord returns the pointer that stands for t in a reflect.Value.
func typeWord(t reflect.Type) unsafe.Pointer {
	return (*[2]unsafe.Pointer)(unsafe.Pointer(&t))[1]
}
