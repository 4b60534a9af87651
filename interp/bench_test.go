package interp_test

import "testing"

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
