package interp_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"gopost/interp"
)

// TestAssistWhileRunning asks for help with code while a cell spins: the
// answers come at once, and know what the cells before have defined.
func TestAssistWhileRunning(t *testing.T) {
	s := start(t)
	s.run(t, 1, "import \"strings\"\nlongName := strings.ToUpper(\"a\")\n// Point is a place.\ntype Point struct{ X int }\nfunc (p *Point) Move() {}\np := Point{}")
	ended := make(chan interp.Result)
	go func() { ended <- s.run(t, 2, "fmt.Println(\"started\")\nfor {}") }()
	s.out.await(t, "started")
	questions := map[string]func() bool{
		"completion of longN": func() bool {
			c := s.Complete("longN", 5)
			return len(c.Matches) == 1 && c.Matches[0].Text == "longName"
		},
		"completion of p.": func() bool {
			c := s.Complete("fmt.Println(p.", 14)
			return slices.ContainsFunc(c.Matches, func(m interp.Match) bool { return m.Text == "Move" && m.Kind == "method" })
		},
		"inspection of strings.ToUpper": func() bool {
			return strings.Contains(s.Inspect("strings.ToUpper", 12, 0).Data["text/plain"], "func strings.ToUpper")
		},
		"inspection of Point": func() bool {
			return strings.Contains(s.Inspect("Point{", 6, 0).Data["text/markdown"], "Point is a place.")
		},
		"completeness": func() bool { return s.IsComplete("for {").Status == "incomplete" },
	}
	for name, right := range questions {
		// Other programs may take the processor away for a while: the quickest
		// of some answers shows whether one has to wait for the cell.
		quickest := time.Hour
		for range 5 {
			began := time.Now()
			if !right() {
				t.Errorf("%s: the answer is wrong", name)
			}
			quickest = min(quickest, time.Since(began))
		}
		if quickest > 50*time.Millisecond {
			t.Errorf("%s: the answer takes %v", name, quickest)
		}
	}
	select {
	case r := <-ended:
		t.Errorf("the cell ended meanwhile: %+v", r)
	default:
		s.Interrupt()
		<-ended
	}
}

// TestInspectMagic explains a magic, wherever in its line the cursor is.
func TestInspectMagic(t *testing.T) {
	s := start(t)
	for cursor := range len("%help") + 1 {
		if got := s.Inspect("%help\n1", cursor, 0).Data["text/plain"]; !strings.HasPrefix(got, "%help ") || strings.Contains(got, "\n") {
			t.Errorf("at %d: %q", cursor, got)
		}
	}
	if got := s.Inspect("%help\n1", 6, 0); got.Data != nil {
		t.Errorf("in the next line: %+v", got)
	}
	if got := s.Inspect("%nothing", 3, 0); got.Data != nil {
		t.Errorf("of an unknown magic: %+v", got)
	}
}
