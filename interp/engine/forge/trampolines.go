//go:build amd64 || arm64

package forge

import "unsafe"

// Supported says whether this processor has entries for methods.
const Supported = true

// entries and jump are machine code that no Go function calls by name.
//
//nolint:unused
func entries()

//nolint:unused
func jump()

// firstEntry returns the address of the first entry.
func firstEntry() unsafe.Pointer
