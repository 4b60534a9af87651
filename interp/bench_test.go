package interp_test

import (
	"fmt"
	"go/token"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/lower"
	"gopost/interp/own"
	"gopost/interp/std"
)

// BenchmarkCell runs the smallest cell through all stages, worker included.
func BenchmarkCell(b *testing.B) {
	s := start(b)
	s.run(b, 1, "x := 1")
	for n := 2; b.Loop(); n++ {
		if r := s.run(b, n, "1+1"); r.Err != nil {
			b.Fatal(r.Err)
		}
	}
}

// BenchmarkTenLines runs a cell with declarations, statements and output.
func BenchmarkTenLines(b *testing.B) {
	s := start(b)
	const src = `type point struct{ x, y int }
func (p point) sum() int { return p.x + p.y }
total := 0
for i := range 3 {
	p := point{i, i + 1}
	total += p.sum()
}
names := []string{"a", "b"}
fmt.Println(total, names)
`
	for n := 1; b.Loop(); n++ {
		if r := s.run(b, n, src); r.Err != nil {
			b.Fatal(r.Err)
		}
	}
}

// BenchmarkFrontEnd takes a cell of ten lines through the stages before the
// engine, in a session that has run 1, 100 or 1000 cells like it before.
func BenchmarkFrontEnd(b *testing.B) {
	const src = `type point%[1]d struct{ x, y int }
func (p point%[1]d) sum() int { return p.x + p.y }
total%[1]d := 0
for i := range 3 {
	p := point%[1]d{i, i + 1}
	total%[1]d += p.sum()
}
names%[1]d := []string{"a", "b"}
fmt.Println(total%[1]d, names%[1]d)
total%[1]d
`
	for _, before := range []int{1, 100, 1000} {
		b.Run(fmt.Sprint(before), func(b *testing.B) {
			s := newFrontEnd()
			n := 0
			for ; n < before; n++ {
				s.cell(b, n+1, fmt.Sprintf(src, n))
			}
			start := cpuTime()
			for b.Loop() {
				// The same names again: the session stays as large as it is.
				s.cell(b, n+1, fmt.Sprintf(src, n))
			}
			b.ReportMetric(float64(cpuTime()-start)/float64(b.N), "cpu-ns/op")
		})
	}
}

// frontEnd is a session without an engine.
type frontEnd struct {
	fset  *token.FileSet
	check *check.Session
	own   *own.Session
	lower *lower.Lowerer
}

func newFrontEnd() *frontEnd {
	fset := token.NewFileSet()
	imp := std.NewImporter(fset)
	return &frontEnd{fset, check.New(imp, fset), own.New(), lower.New(imp)}
}

func (s *frontEnd) cell(b *testing.B, n int, src string) {
	parsed, syntax := cell.Parse(s.fset, fmt.Sprintf("In[%d]", n), src)
	if len(syntax) > 0 {
		b.Fatal(syntax)
	}
	checked, diags := s.check.Check(n, parsed)
	if len(diags) > 0 {
		b.Fatal(diags)
	}
	moves, found := s.own.Check(checked)
	if len(found) > 0 {
		b.Fatal(found)
	}
	s.lower.Checkpoint()
	if _, err := s.lower.Cell(checked); err != nil {
		b.Fatal(err)
	}
	s.check.Commit(checked)
	s.own.Commit(moves)
}
