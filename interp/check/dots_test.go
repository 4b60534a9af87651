package check_test

import (
	"slices"
	"strings"
	"testing"

	"gopost/interp/check"
)

// TestCompleteDots offers what an import with a dot brings, in its cell and in
// those that follow.
func TestCompleteDots(t *testing.T) {
	s := session(t, "import . \"strings\"", "var b Builder")
	for src, want := range map[string]string{"ToUp|": "ToUpper", "b.WriteS|": "WriteString", "import . \"strconv\"\nAto|": "Atoi"} {
		before, after, _ := strings.Cut(src, "|")
		c := s.Complete(before+after, len(before), nil)
		if !slices.ContainsFunc(c.Matches, func(m check.Match) bool { return m.Text == want && m.Kind != "package" }) {
			t.Errorf("%s: %s is not offered: %v", src, want, c.Matches)
		}
	}
	if i := s.Inspect("Repeat", 3, 0); !strings.Contains(i.Plain, "func strings.Repeat") {
		t.Errorf("inspection of Repeat: %q", i.Plain)
	}
}
