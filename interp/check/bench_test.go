package check_test

import (
	"fmt"
	"go/token"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// BenchmarkCheck checks the cell of a session that has many cells behind it:
// the cost must not depend on how many.
func BenchmarkCheck(b *testing.B) {
	for _, cells := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("after=%d", cells), func(b *testing.B) {
			s, fset := longSession(b, cells)
			b.ReportAllocs()
			for b.Loop() {
				c, errs := cell.Parse(fset, "In[0]", "total := 0\nfor i := range 10 {\n\ttotal += f0(i)\n}\nfmt.Println(total, v0)")
				if len(errs) > 0 {
					b.Fatal(errs)
				}
				if _, diags := s.Check(0, c); len(diags) > 0 {
					b.Fatal(diags)
				}
			}
		})
	}
}

// longSession has n cells that each define a function, a type with a method
// and a variable.
func longSession(tb testing.TB, n int) (*check.Session, *token.FileSet) {
	fset := token.NewFileSet()
	s := check.New(std.NewImporter(fset), fset)
	for i := range n {
		src := fmt.Sprintf("func f%[1]d(n int) int { return n + %[1]d }\ntype T%[1]d struct{ n int }\nfunc (t T%[1]d) M() int { return f%[1]d(t.n) }\nv%[1]d := T%[1]d{%[1]d}.M()\nfmt.Println(v%[1]d)", i)
		c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", i), src)
		if len(errs) > 0 {
			tb.Fatal(errs)
		}
		ch, diags := s.Check(i, c)
		if len(diags) > 0 {
			tb.Fatal(diags)
		}
		s.Commit(ch)
	}
	return s, fset
}

// BenchmarkComplete completes a member in a session that has many cells behind
// it.
func BenchmarkComplete(b *testing.B) {
	for _, cells := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("after=%d", cells), func(b *testing.B) {
			s, _ := longSession(b, cells)
			const src = "for i := range 10 {\n\tfmt.Prin"
			b.ReportAllocs()
			for b.Loop() {
				if c := s.Complete(src, len(src), nil); len(c.Matches) != 3 {
					b.Fatal(c)
				}
			}
		})
	}
}
