package engine_test

import (
	"testing"

	"gopost/interp/engine"
)

// BenchmarkRoundTrip is the cost of 1+1, both processes together.
func BenchmarkRoundTrip(b *testing.B) {
	bench := start(b)
	for b.Loop() {
		bench.run(b, "", `rt.Result("int", 1+1)`)
	}
}

// BenchmarkLoop is a million turns of a loop with a call, an index and sums.
func BenchmarkLoop(b *testing.B) {
	bench := start(b)
	bench.ok(b, bench.unit("", "func add(a, b int) int { return a + b }", ""))
	for b.Loop() {
		bench.ok(b, bench.unit("", "", `a := []int{1, 2, 3, 4}
s := 0
for i := 0; i < 1000000; i++ {
	s += a[i%4]
	if i%10 == 0 {
		s = add(s, i)
	}
}`))
	}
}

// BenchmarkPrint is 100,000 printed lines.
func BenchmarkPrint(b *testing.B) {
	bench := start(b)
	bench.Worker.Close()
	bench = start(b)
	u := func() engine.Unit {
		return bench.unit("fmt", "", "for i := 0; i < 100000; i++ {\nfmt.Println(`line`, i)\n}")
	}
	for b.Loop() {
		u := u()
		if got := bench.ok(b, u); len(got) != 1088890 {
			b.Fatalf("%d bytes came", len(got))
		}
	}
}

// BenchmarkMachine is 1+1 without the second process.
func BenchmarkMachine(b *testing.B) {
	m, err := engine.NewMachine(newRecorder(), func(string, int) {})
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	n := 0
	for b.Loop() {
		n++
		m.Run(unit(n, "", "", `rt.Result("int", 1+1)`))
	}
}
