package check_test

import (
	"fmt"
	"go/token"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// session runs cells that must be right.
func session(tb testing.TB, cells ...string) *check.Session {
	tb.Helper()
	s, _ := sessionAndFiles(tb, cells...)
	return s
}

func sessionAndFiles(tb testing.TB, cells ...string) (*check.Session, *token.FileSet) {
	tb.Helper()
	fset := token.NewFileSet()
	s := check.New(std.NewImporter(fset), fset)
	for i, src := range cells {
		c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", i+1), src)
		if len(errs) > 0 {
			tb.Fatal(errs)
		}
		ch, diags := s.Check(i+1, c)
		if len(diags) > 0 {
			tb.Fatal(check.Render(src, diags, false))
		}
		s.Commit(ch)
	}
	return s, fset
}
