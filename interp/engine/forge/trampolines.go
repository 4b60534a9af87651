//go:build amd64 || arm64

package forge

import "unsafe"

// Supported says whether this processor has entries for methods.
const Supported = true

// entries is machine code that no Go function calls by name.
//
//lint:ignore U1000 trampolines_*.s refers to it
func entries()

// jump is what each entry goes on to.
//
//lint:ignore U1000 trampolines_*.s refers to it
func jump()

// firstEntry returns the address of the first entry.
func firstEntry() unsafe.Pointer
