package lower_test

import (
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
)

// TestCheckpoint lowers a cell that declares and redeclares, forgets it, and
// lowers it again: the same comes out, and runs.
func TestCheckpoint(t *testing.T) {
	s := newSession(t)
	s.run(t, 1, "import \"fmt\"\ntype P struct{ X int }\nfunc (p P) String() string { return fmt.Sprint(p.X) }\nfmt.Println(P{1})")
	c := s.checked(t, 2, "func (p P) String() string { return \"new\" }\ntype Q[T any] struct{ V T }\nq := Q[P]{P{2}}\nfmt.Println(q, P{3}, max(q.V.X, 1))")
	forget := s.lower.Checkpoint()
	first, err := s.lower.Cell(c)
	if err != nil {
		t.Fatal(err)
	}
	forget()

	again, err := s.lower.Cell(c)
	if err != nil {
		t.Fatal(err)
	}
	if first.Source != again.Source || first.Entry != again.Entry {
		t.Errorf("a forgotten cell lowers to\n%s\nbut at first to\n%s", again.Source, first.Source)
	}
	if got, want := s.execute(t, 2, again), "{new} new 2\n"; got != want {
		t.Errorf("the cell prints %q, not %q", got, want)
	}
}

// checked checks a cell and commits it.
func (s *session) checked(t *testing.T, n int, src string) *check.Checked {
	t.Helper()
	parsed, syntax := cell.Parse(s.fset, "In[2]", src)
	if len(syntax) > 0 {
		t.Fatal(syntax)
	}
	c, diags := s.check.Check(n, parsed)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	s.check.Commit(c)
	return c
}
