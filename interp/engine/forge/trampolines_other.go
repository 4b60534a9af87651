//go:build !amd64 && !arm64

package forge

import "unsafe"

// Supported says whether this processor has entries for methods.
const Supported = false

func firstEntry() unsafe.Pointer { panic("forge: there are no entries for methods on this processor") }
