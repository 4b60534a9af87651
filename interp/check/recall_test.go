package check_test

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// TestRecall types the sessions of testdata anew: of each name that a cell
// uses only the first letter is there, and the rest of its line, or of the
// cell, is still to come. Completion must offer the name, and inspection must
// know it once it is whole. A few such texts can be finished in several ways,
// so not all of the names can be known.
func TestRecall(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no sessions in testdata: %v", err)
	}
	r := &recall{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fset := token.NewFileSet()
		s := check.New(std.NewImporter(fset), fset)
		for i, src := range strings.Split(string(text), "\n---\n") {
			c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", i), src)
			if len(errs) > 0 {
				continue
			}
			ch, diags := s.Check(i, c)
			if len(diags) > 0 {
				continue
			}
			for id := range ch.Info.Uses {
				if ch.Info.Defs[id] != nil {
					continue // a receiver's type parameter: its name is chosen there
				}
				if offset := c.File.Offset(id.Pos()); strings.HasPrefix(src[offset:], id.Name) {
					r.ask(s, src, offset, id.Name)
				}
			}
			s.Commit(ch)
		}
	}
	const most = 0.02
	if n := float64(len(r.missed)); r.asked == 0 || n > most*float64(r.asked) {
		t.Errorf("%d of %d answers are missing, such as\n%s", len(r.missed), r.asked, strings.Join(r.missed[:min(len(r.missed), 10)], "\n\n"))
	}
}

type recall struct {
	asked  int
	missed []string
}

// ask asks for a name that stands at an offset of the text.
func (r *recall) ask(s *check.Session, src string, offset int, name string) {
	_, size := utf8.DecodeRuneInString(name)
	begun, whole := src[:offset+size], src[:offset+len(name)]
	_, below, _ := strings.Cut(src[offset:], "\n")
	for _, rest := range []string{"", "\n" + below} {
		r.asked += 2
		offered := false
		for _, m := range s.Complete(begun+rest, len(begun), nil).Matches {
			offered = offered || m.Text == name
		}
		if !offered {
			r.missed = append(r.missed, fmt.Sprintf("completion of %s: %s%s%s", name, begun, cursorMark, rest))
		}
		if s.Inspect(whole+rest, len(whole), 0).Plain == "" {
			r.missed = append(r.missed, fmt.Sprintf("inspection of %s: %s%s%s", name, whole, cursorMark, rest))
		}
	}
}
