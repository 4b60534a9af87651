//go:build !linux

package engine

import "os"

// self is this program.
func self() (string, error) { return os.Executable() }
