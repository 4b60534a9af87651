package progen_test

import (
	"go/token"
	"strings"
	"testing"

	"gopost/interp/progen"
	"gopost/interp/std"
)

// TestReduce reduces a generated program to the one call that matters, and the
// imports and variables that only other parts used go as well.
func TestReduce(t *testing.T) {
	imp := std.NewImporter(token.NewFileSet())
	src := progen.Generate(progen.Seed(3), "")
	got := progen.Reduce(src, imp, 2000, func(src string) bool {
		return strings.Contains(src, "describe(recover())")
	})
	if n := strings.Count(got, "\n"); n > 30 {
		t.Errorf("%d lines are left of %d:\n%s", n, strings.Count(src, "\n"), got)
	}
	if err := wellTyped(token.NewFileSet(), imp, got); err != nil {
		t.Errorf("the result is not well-typed: %v\n%s", err, got)
	}
}
