package lower_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/traefik/yaegi/interp"
	"github.com/traefik/yaegi/stdlib"
)

// BenchmarkCost runs each program of testdata/cost both on plain yaegi and the way a
// cell goes, and reports how long each takes and the ratio of the two:
//
//	go test -run '^$' -bench Cost -benchtime 5x ./interp/lower
//
// A program for which plain yaegi has no mpsc is compared with channel.go, which
// sends as many messages through a native channel. To compare with CPython,
// time the same loops there: fib(25), 10,000,000 turns of "sum += i", and 200,000
// messages through queue.SimpleQueue between two threads.
func BenchmarkCost(b *testing.B) {
	files, err := filepath.Glob("testdata/cost/*.go")
	if err != nil || len(files) == 0 {
		b.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".go")
		b.Run(name, func(b *testing.B) {
			other, same := src, true
			if bytes.Contains(src, []byte("gopost/mpsc")) {
				if other, err = os.ReadFile("testdata/cost/channel.go"); err != nil {
					b.Fatal(err)
				}
				same = false
			}
			var plain, cell time.Duration
			for b.Loop() {
				p, want := onYaegi(b, string(other))
				c, got := asCell(b, string(src))
				if same && got != want {
					b.Fatalf("the cell prints %q, yaegi %q", got, want)
				}
				plain += p
				cell += c
			}
			b.ReportMetric(plain.Seconds()*1e3/float64(b.N), "yaegi-ms")
			b.ReportMetric(cell.Seconds()*1e3/float64(b.N), "cell-ms")
			b.ReportMetric(cell.Seconds()/plain.Seconds(), "ratio")
		})
	}
}

// onYaegi runs a program as yaegi alone does.
func onYaegi(b *testing.B, src string) (time.Duration, string) {
	var out bytes.Buffer
	i := interp.New(interp.Options{Stdout: &out})
	if err := i.Use(stdlib.Symbols); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	if _, err := i.Eval(src); err != nil {
		b.Fatal(err)
	}
	return time.Since(start), out.String()
}

// asCell runs a program as the only cell of a session.
func asCell(b *testing.B, src string) (time.Duration, string) {
	s := newSession(b)
	defer s.machine.Close()
	start := time.Now()
	out := s.run(b, 1, src)
	return time.Since(start), out
}
