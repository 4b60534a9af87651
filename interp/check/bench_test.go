package check_test

import (
	"fmt"
	"go/token"
	"strings"
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

// BenchmarkComplete completes in a session that has many cells behind it: each
// kind of place, whole and unfinished. The cells of a notebook are short, the
// last of these is a long one.
func BenchmarkComplete(b *testing.B) {
	const long = "type P struct{ X, Y int }\nfunc (p P) Sum() int { return p.X + p.Y }\nfunc work(p P) {\n"
	questions := []struct{ name, src string }{
		{"package", "for i := range 10 {\n\tfmt.Prin"},
		{"member", "v := T0{}\nfmt.Println(v."},
		{"argument", "fmt.Println(f0(v"},
		{"name", "v"},
		{"header", "for _, x := range v0."},
		{"unknown", "if undefined(1, nothing."},
		{"long", long + strings.Repeat("\tif p.X > 1 {\n\t\tfmt.Println(p.Sum(), p.Y)\n\t}\n", 50) + "\tfmt.Println(p."},
	}
	for _, cells := range []int{1, 100, 1000} {
		s, _ := longSession(b, cells)
		for _, q := range questions {
			b.Run(fmt.Sprintf("%s/after=%d", q.name, cells), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					s.Complete(q.src, len(q.src), nil)
				}
			})
		}
	}
}

// BenchmarkInspect inspects in such a session.
func BenchmarkInspect(b *testing.B) {
	s, _ := longSession(b, 100)
	for _, src := range []string{"f0(1)", "strings.Repeat(", "v0"} {
		b.Run(src, func(b *testing.B) {
			for b.Loop() {
				if s.Inspect(src, len(src), 0).Plain == "" {
					b.Fatal("nothing is known")
				}
			}
		})
	}
}
