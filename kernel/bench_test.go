package kernel_test

import (
	"testing"

	"gopost/kernel"
)

// BenchmarkExecute is a cell with a value, from the request to idle, front end
// included.
func BenchmarkExecute(b *testing.B) {
	_, f := serve(b, kernel.Options{})
	for b.Loop() {
		c := f.Execute("value 2")
		c.ExpectOK()
		c.SkipToIdle()
	}
}
