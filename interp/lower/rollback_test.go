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

// TestForgottenGenericMethod has a cell forgotten that gave a generic type a
// method: instances that the Lowerer keeps must not know it.
func TestForgottenGenericMethod(t *testing.T) {
	s := newSession(t)
	s.run(t, 1, "import \"fmt\"\ntype Q[T any] struct{ V T }\nfunc show[T any](v T) { fmt.Println(v, Q[T]{v}) }\nshow(1)\nfmt.Println(Q[Q[int]]{})")
	parsed, _ := cell.Parse(s.fset, "In[2]", "func (q Q[T]) String() string { return \"gone\" }\nshow(2)\nshow(true)")
	c, diags := s.check.Check(2, parsed)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	forget := s.lower.Checkpoint()
	if _, err := s.lower.Cell(c); err != nil {
		t.Fatal(err)
	}
	forget()

	if got, want := s.run(t, 3, "show(3)\nshow(\"s\")\nfmt.Println(Q[Q[int]]{})"), "3 {3}\ns {s}\n{{0}}\n"; got != want {
		t.Errorf("without the method the cell prints %q, not %q", got, want)
	}
	if got, want := s.run(t, 4, "func (q Q[T]) String() string { return \"back\" }\nshow(4)\nshow(1.5)\nfmt.Println(Q[Q[int]]{})"), "4 back\n1.5 back\nback\n"; got != want {
		t.Errorf("with the method it prints %q, not %q", got, want)
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
