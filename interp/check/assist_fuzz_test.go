package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzAssist completes and inspects at any offset of any text. What is offered
// must replace text around the cursor, and stand on its own.
func FuzzAssist(f *testing.F) {
	files, err := filepath.Glob("testdata/assist/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("there are no questions in testdata/assist: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range strings.Split(string(text), "\n---\n") {
			if src, _, ok := strings.Cut(part, "\n-- "); ok {
				offset := strings.Index(src, cursorMark)
				f.Add(strings.ReplaceAll(src, cursorMark, ""), offset)
			}
		}
	}
	f.Add("\xff\xfe.", 3)
	f.Add("世界🎈.", 1)
	s := session(f, "type Point struct{ x, y int }\nfunc (p *Point) Sum() int { return p.x }\ntype List[T any] struct{ v T }\nfunc (l List[T]) Get() T { return l.v }",
		"here := Point{1, 2}\ncount := 1\nnames := []string{}\nlist := List[int]{}\nplaces := map[string]*Point{}")
	f.Fuzz(func(t *testing.T, src string, offset int) {
		if len(src) > 1000 || offset < 0 || offset > len(src) {
			return
		}
		got := s.Complete(src, offset, []string{"%help", "%%trace"})
		if got.Start < 0 || got.Start > offset || got.End < offset || got.End > len(src) {
			t.Fatalf("at %d of %q: replaces %d to %d", offset, src, got.Start, got.End)
		}
		seen := map[string]bool{}
		for _, m := range got.Matches {
			if m.Text == "" || m.Kind == "" || seen[m.Text] || !utf8.ValidString(m.Text) || strings.Contains(m.Signature, "cursor") && !strings.Contains(src, "cursor") {
				t.Fatalf("at %d of %q: offers %+v", offset, src, m)
			}
			seen[m.Text] = true
		}
		found := s.Inspect(src, offset, 1)
		if (found.Plain == "") != (found.Markdown == "") {
			t.Fatalf("at %d of %q: %+v", offset, src, found)
		}
	})
}
