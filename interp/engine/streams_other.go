//go:build !unix

package engine

import "os"

// takeStreams uses the standard streams as they are.
func takeStreams() (in, out *os.File, err error) { return os.Stdin, os.Stdout, nil }
