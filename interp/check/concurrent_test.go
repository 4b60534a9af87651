package check_test

import (
	"fmt"
	"go/token"
	"sync"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// Completion and inspection must work at any time. The race detector watches.
func TestConcurrentUse(t *testing.T) {
	fset := token.NewFileSet()
	s := check.New(std.NewImporter(fset), fset)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range 30 {
				s.Complete("v.", 2, nil)
				s.Complete("strings.Sp", 10, nil)
				s.Inspect("v.M()", 3, 1)
				s.Lookup("v")
			}
		})
	}
	for i := range 30 {
		src := "type T struct{ n int }\nv := T{1}\nfunc (t T) Own() int { return t.n + get() }\nfunc get() int { return v.n }"
		if i%3 != 0 {
			src = fmt.Sprintf("func (t T) M%d() int { return t.n }\nfunc (t T) M() int { return t.M%d() }\nv.M()", i, i)
		}
		c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", i), src)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		ch, diags := s.Check(i, c)
		if len(diags) > 0 {
			t.Fatal(check.Render(src, diags, false))
		}
		if i%2 == 0 {
			s.Commit(ch)
		}
	}
	wg.Wait()
}

// A cell that was checked but not committed leaves nothing behind, and can be
// committed even when another was checked in between.
func TestCommitAfterAnotherCheck(t *testing.T) {
	fset := token.NewFileSet()
	s := check.New(std.NewImporter(fset), fset)
	try := func(n int, src string) (*check.Checked, []check.Diagnostic) {
		c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", n), src)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		return s.Check(n, c)
	}
	first, diags := try(1, "type T struct{}\nt := T{}")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	s.Commit(first)
	method, diags := try(2, "func (T) M() int { return 1 }")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if _, diags := try(3, "t.M()"); len(diags) != 1 {
		t.Errorf("a method of a cell that was not committed can be called: %v", diags)
	}
	s.Commit(method)
	if _, diags := try(4, "t.M()"); len(diags) != 0 {
		t.Errorf("a committed method cannot be called: %v", diags)
	}
}
