package check_test

import (
	"strings"
	"testing"

	"gopost/interp/cell"
)

// FuzzSession checks that whatever is typed, checking, completing and
// inspecting do not panic, and that go/types did not either.
func FuzzSession(f *testing.F) {
	for _, seed := range []string{
		"x := x + 1\nfunc f() int { return x }", "func (p *Point) M(", "p.", "for i := range p.x {", "type Point struct{}; func (p Point) Sum() {}",
		"L: x, y := 1, 2; goto L; func g() { y }", "package main; var a = b; var b = a; func main() {}", "import (\"fmt\"; . \"os\")",
		"switch v := any(p).(type) { case int: v. }", "var (a, b = f(); c int)\nfunc f() (int, int) { return c, b }", "fmt.Println(Point{x: 1,",
		"func (Point) x()", "func (p Point) Sum(int, ...string)", "a, b := 1", "x; y; z;", "func _() {}; func init() int {}", "%%trace\nmpsc.Channel[int]()",
		"func F[T any, U int](a T) U { return 1 }; F[int](1)", "const c = iota; c", "1 << 1000", "func (p Point) Sum() int",
	} {
		f.Add(seed)
	}
	s, fset := sessionAndFiles(f, "type Point struct{ x, y int }\nfunc (p Point) Sum() int { return p.x }\np := Point{1, 2}\nx, y := 1, \"a\"")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 500 {
			return
		}
		c, errs := cell.Parse(fset, "In[1]", src)
		if len(errs) > 0 {
			s.SyntaxErrors(1, c, errs)
		} else {
			ch, diags := s.Check(1, c)
			for _, d := range diags {
				if strings.Contains(d.Msg, "the type checker failed") {
					t.Fatal(d)
				}
			}
			if len(diags) == 0 {
				checkShape(t, ch, src)
			}
		}
		for offset := 0; offset <= len(src); offset += 3 {
			s.Complete(src, offset, nil)
		}
		s.Complete(src, len(src), nil)
		s.Inspect(src, len(src)/2, 1)
	})
}
