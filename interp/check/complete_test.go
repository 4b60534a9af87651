package check_test

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// session runs cells that must be right.
func session(tb testing.TB, cells ...string) *check.Session {
	tb.Helper()
	s, _ := sessionAndFiles(tb, cells...)
	return s
}

func sessionAndFiles(tb testing.TB, cells ...string) (*check.Session, *token.FileSet) {
	tb.Helper()
	fset := token.NewFileSet()
	s := check.New(std.NewImporter(fset), fset)
	for i, src := range cells {
		c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", i+1), src)
		if len(errs) > 0 {
			tb.Fatal(errs)
		}
		ch, diags := s.Check(i+1, c)
		if len(diags) > 0 {
			tb.Fatal(check.Render(src, diags, false))
		}
		s.Commit(ch)
	}
	return s, fset
}

func TestComplete(t *testing.T) {
	s := session(t,
		`// Point is a place on the map.
type Point struct{ x, y int }

// Sum adds the coordinates.
func (p Point) Sum() int { return p.x + p.y }

// Outer is a Point with a name.
type Outer struct { Point; Name string }`,
		`here := Point{1, 2}
places := map[string]*Point{}
makePoint := func() (Point, error) { return here, nil }
tx, rx := mpsc.Channel[string]()`,
		`func (p *Point) Late() {}`,
	)
	tests := []struct {
		src   string // | is the cursor
		want  string // all must be there
		never string // none may be there
		kind  string // of the first of want
	}{
		{"strings.EqualF|", "EqualFold", "Split", "function"},
		{"strings.equalf|", "EqualFold", "", "function"},
		{"strings.Spl|", "Split SplitN", "Join", "function"},
		{"fmt.Println(strings.Spl|", "Split", "", "function"},
		{"fmt.Println(strings.Spl|)", "Split", "", "function"},
		{"for i := range 3 {\n\tfmt.Prin|", "Println Printf Print", "Sprint", "function"},
		{"if strings.Has|", "HasPrefix HasSuffix", "", "function"},
		{"x := )\nstrings.Spl|\ny := (", "Split", "", "function"},
		{"here.|", "x y Sum Late", "Name", "field"},
		{"here.S|", "Sum", "x", "method"},
		{"here.|\nfmt.Println(1)", "x Sum", "", "field"},
		{"places[\"a\"].|", "x y Sum Late", "", "field"},
		{"Outer{}.|", "Name Sum x Point Late", "", "field"},
		{"Point{x: 1, |", "y", "x Sum", "field"},
		{"Point{|}", "x y", "", "field"},
		{"rx.|", "Recv TryRecv Iter Drop", "Clone Send", "method"},
		{"tx.|", "Send Clone Drop", "Recv", "method"},
		{"func f(alpha int) {\n\tbeta := 2\n\t{ gamma := 3 }\n\t|\n}", "alpha beta here", "gamma delta", "variable"},
		{"func f(alpha int) {\n\tal|", "alpha", "", "variable"},
		{"func (p *Point) Next(step int) {\n\tp.|\n}", "x y Sum", "step", "field"},
		{"func (p *Point) Next(step int) {\n\tst|\n}", "step struct strings", "", "variable"},
		{"local := 1\nlo|", "local log", "", "variable"},
		{"lo|\nlocal := 1", "log", "local", "package"},
		{"func() { inner := 1; in|", "inner int int64 interface", "", "variable"},
		{"he|", "here", "", "variable"},
		{"ret|", "return", "", "keyword"},
		{"sel|", "select", "", "keyword"},
		{"app|", "append", "", "function"},
		{"mp|", "mpsc", "", "package"},
		{"displ|", "display", "", "package"},
		{"display.H|", "HTML", "", "function"},
		{"mpsc.|", "Channel SyncChannel ErrEmpty", "", "function"},
		{"var p Poi|", "Point", "", "type"},
		{"import \"enc|\"", "encoding/json", "os/exec", "package"},
		{"import (\n\t\"fmt\"\n\t\"str|", "strings strconv", "fmt", "package"},
		{"fmt.Println(\"he|\")", "", "here", ""},
		{"// he|", "", "here", ""},
		{"%tr|", "%trace", "%%trace", "magic"},
		{"%%|", "%%trace", "%trace", "magic"},
		{"L:\nfor {\n\tbreak |\n}", "L", "here", "label"},
		{"here|.Sum()", "here", "", "variable"},
		{"he|re.Sum()", "here", "", "variable"},
		{"v, _ := makePoint()\nv.|", "x Sum", "", "field"},
		{"for k, v := range places {\n\tfmt.Println(k, v.|)\n}", "x Sum", "", "field"},
		{"switch here.|", "Sum", "", "method"},
		{"var b strings.Builder\nb.Wri|", "WriteString WriteByte", "", "method"},
		{"time.Now().Add(1).|", "Format Unix", "", "method"},
		{"undefinedThing.|", "", "here", ""},
		{"|", "here Point tx", "append strings", "variable"},
	}
	magics := []string{"%trace", "%help", "%%trace", "%%race"}
	for _, tt := range tests {
		offset := strings.Index(tt.src, "|")
		src := tt.src[:offset] + tt.src[offset+1:]
		got := s.Complete(src, offset, magics)
		if got.Start > offset || got.End < offset {
			t.Errorf("%q: replaces %d to %d", tt.src, got.Start, got.End)
		}
		text := func(m check.Match) string { return m.Text }
		have := []string{}
		for _, m := range got.Matches {
			have = append(have, text(m))
		}
		for i, want := range strings.Fields(tt.want) {
			j := slices.Index(have, want)
			if j < 0 {
				t.Errorf("%q: no %s in %q", tt.src, want, have)
			} else if i == 0 && got.Matches[j].Kind != tt.kind {
				t.Errorf("%q: %s is a %s, want %s", tt.src, want, got.Matches[j].Kind, tt.kind)
			}
		}
		for _, never := range strings.Fields(tt.never) {
			if slices.Contains(have, never) {
				t.Errorf("%q: offers %s", tt.src, never)
			}
		}
	}
}

func TestCompleteReplacesTheWholeName(t *testing.T) {
	s := session(t)
	got := s.Complete("strings.EqualFo(1)", len("strings.Eq"), nil)
	if got.Start != len("strings.") || got.End != len("strings.EqualFo") {
		t.Errorf("replaces %d to %d", got.Start, got.End)
	}
	if got.Matches[0].Signature != "func strings.EqualFold(s string, t string) bool" {
		t.Errorf("signature %q", got.Matches[0].Signature)
	}
}

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
