package lower_test

import (
	"errors"
	"go/token"
	"os"
	"path/filepath"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/lower"
	"gopost/interp/std"
)

// FuzzCell lowers whatever go/types accepts. It must never panic, and what it
// refuses it must refuse in a sentence with a position.
func FuzzCell(f *testing.F) {
	files, err := filepath.Glob("testdata/programs/*.go")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	for _, src := range []string{
		"x := 1\nx",
		"type T struct{ a, _ int; _ string }\nT{}",
		"type F func(F) F\nvar f F\nf == nil",
		"func g[T any](x T) T { type p struct{ v T }; return p{x}.v }\ng(1)",
		"L:\nfor { select { case <-make(chan int): break L; default: break L } }",
		"for i, x := range func(yield func(int, string) bool) { yield(1, \"a\") } { defer println(i, x) }",
		"var e interface{ M(...int) (int, error) }\n_ = e\n_, ok := any(e).(error)\nok",
		"const c = 1 << 90\nc >> 88",
		"switch x := any(3).(type) { case nil: _ = x; case int, string: _ = x }",
		"a, b := <-make(chan chan int), [...]string{2: \"x\"}\n_, _ = a, b",
	} {
		f.Add(src)
	}
	fset := token.NewFileSet()
	imp := std.NewImporter(fset)
	f.Fuzz(func(t *testing.T, src string) {
		parsed, syntax := cell.Parse(fset, "In[1]", src)
		if len(syntax) > 0 {
			return
		}
		checked, diags := check.New(imp, fset).Check(1, parsed)
		if len(diags) > 0 {
			return
		}
		_, err := lower.New(imp).Cell(checked)
		var refusal *lower.Refusal
		if errors.As(err, &refusal) && (refusal.Msg == "" || !refusal.Pos.IsValid()) {
			t.Errorf("a refusal without a sentence or a position: %#v", refusal)
		}
	})
}
