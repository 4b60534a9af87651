package check_test

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// TestTyping types the sessions of testdata and asks again and again what an
// editor asks. Nothing may panic, and what is offered must
// replace text around the cursor.
func TestTyping(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sessions in testdata: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fset := token.NewFileSet()
		s := check.New(std.NewImporter(fset), fset)
		for i, src := range strings.Split(string(text), "\n---\n") {
			for end := i % 5; end < len(src); end += 11 { // every letter would take too long
				typed := src[:end]
				cell.Complete(typed)
				if c := s.Complete(typed, end, nil); c.Start > end || c.End != end {
					t.Fatalf("%s: after %q: replaces %d to %d", file, typed, c.Start, c.End)
				}
				// The brackets are closed already, as editors do it.
				s.Complete(typed+"\n)}", end, nil)
				check1(t, s, fset, i, typed)
			}
			if c, errs := cell.Parse(fset, "", src); len(errs) == 0 {
				if ch, diags := s.Check(i, c); len(diags) == 0 {
					s.Commit(ch)
				}
			}
		}
	}
}

// check1 checks a text if it can be parsed.
func check1(t *testing.T, s *check.Session, fset *token.FileSet, number int, src string) {
	c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", number), src)
	if len(errs) > 0 {
		return
	}
	ch, diags := s.Check(number, c)
	for _, d := range diags {
		if strings.Contains(d.Msg, "the type checker failed") {
			t.Fatalf("%q: %v", src, d)
		}
	}
	if len(diags) == 0 {
		checkShape(t, ch, src)
	}
}
