package forge

import (
	"reflect"
	"runtime"
	"unsafe"
)

// assertionError has the shape of runtime.TypeAssertionError.
type assertionError struct {
	from, concrete, asserted *typ
	missing                  string
}

// AssertionError returns the error of a failed type assertion. from is the name
// of the interface type that the value was in, concrete the value's type, nil
// for none, and asserted the type that was wanted; missing is a method that
// concrete lacks, "" if asserted is no interface.
func AssertionError(from string, concrete, asserted reflect.Type, missing string) *runtime.TypeAssertionError {
	e := &assertionError{asserted: of(asserted), missing: missing}
	if from != "interface" { // what the runtime says of no type
		e.from = Declare(Decl{String: from, Layout: reflect.TypeFor[any]()}).typ
	}
	if concrete != nil {
		e.concrete = of(concrete)
	}
	return (*runtime.TypeAssertionError)(unsafe.Pointer(e))
}
