package syntax_test

import (
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gopost/interp/syntax"
)

// TestCell checks what is said of cells, as far as it differs from what the
// compiler says of a function: the rest is compared in package check.
func TestCell(t *testing.T) {
	tests := []struct {
		src  string
		want []syntax.Error
	}{
		{"x := 1\nfunc f() {}\nimport \"fmt\"\nx", nil},
		{"x := 1 2", []syntax.Error{{7, "syntax error: unexpected literal 2 at end of statement"}}},
		{"x := 1 +  \n", []syntax.Error{{8, "syntax error: unexpected EOF, expected expression"}}},
		{"f(1,\n  2", []syntax.Error{{8, "syntax error: unexpected newline in argument list; possibly missing comma or )"}}},
		{"x := 1 }", []syntax.Error{{7, "syntax error: unexpected }"}}},
		{"while true {\n\tf()\n}\ny := )", []syntax.Error{
			{6, "syntax error: unexpected name true at end of statement"},
			{25, "syntax error: unexpected ), expected expression"},
		}},
		{"func f() {\n\tx :=\n}\nfunc g() {\n\ty := 1 2\n}", []syntax.Error{
			{17, "syntax error: unexpected }, expected expression"},
			{38, "syntax error: unexpected literal 2 at end of statement"},
		}},
		{"x := 'ab' // no rune", []syntax.Error{{5, "more than one character in rune literal"}}},
		{"L:", nil},
		{"", nil},
	}
	for _, tt := range tests {
		got := syntax.Check(tt.src, syntax.Cell)
		if len(got) != len(tt.want) {
			t.Errorf("%q:\nhave %v\nwant %v", tt.src, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%q:\nhave %v\nwant %v", tt.src, got[i], tt.want[i])
			}
		}
	}
}

// TestRightPrograms finds nothing wrong with files of the standard library.
func TestRightPrograms(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skipf("there is no go command, so the sources of the standard library can't be found: %v", err)
	}
	n := 0
	for _, dir := range []string{"go/types", "fmt", "net/http", "slices", "sync", "reflect", "encoding/json", "iter"} {
		files, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(root)), "src", dir, "*.go"))
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			n++
			for _, grammar := range []syntax.Grammar{syntax.File, syntax.Cell} {
				if errs := syntax.Check(string(src), grammar); len(errs) > 0 {
					t.Errorf("%s: %v", file, errs)
				}
			}
		}
	}
	if n == 0 {
		t.Skip("this machine has no sources of the standard library")
	}
}

// FuzzCheck reads any text to its end, and finds nothing wrong with what Go's
// parser accepts as a file.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		"package p\nfunc f[T ~int|string](x ...T) (y []T, err error) { return x[:1:2], nil }",
		"for i := range 3 { switch x := y.(type) { case int: goto L; default: } }",
		"type T[P *int,] struct{ a, b int `tag`; *T; p.Q[int] }",
		"if x := (T{1: {2}}); x == 'a' { go func() {}() } else if <-c {",
		"x, y = <-chan<- int(z), a.(b) /* \n */ }) ] '", "select { case x <- \"", "func (", "var (", "import", "a[", "@“x”\x00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, e := range syntax.Check(src, syntax.Cell) {
			if e.Offset < 0 || e.Offset > len(src) || e.Msg == "" {
				t.Errorf("%q: %+v", src, e)
			}
		}
		errs := syntax.Check(src, syntax.File)
		_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
		if err == nil && len(errs) > 0 && !stricter(errs) {
			t.Errorf("%q: %v, but the parser accepts it", src, errs)
		}
	})
}

// stricter says whether the compiler refuses what Go's parser leaves to others.
func stricter(errs []syntax.Error) bool {
	for _, e := range errs {
		for _, text := range []string{"imports must", "multiple receivers", "no receiver", "cannot declare in post", ":= or = or comma", "...", "cannot use", "before {", "type parameter", "BOM", "index required", "must be function call", "composite literal", "expected type argument list"} {
			if strings.Contains(e.Msg, text) {
				return true
			}
		}
	}
	return false
}

// TestDeep reads texts that are nested deeper than any stack, in a time that
// grows with their length.
func TestDeep(t *testing.T) {
	for _, part := range []string{"(", "[", "{", "}", "func(", "x[", "-", "*", "if{}else ", "func(){", "struct{a ", "L:", "T{{", "<-", "for{", "func (", "1 2\n", "chan ", "x:=func()", "switch{case 1:"} {
		syntax.Check(strings.Repeat(part, 1<<17/len(part)), syntax.Cell)
		syntax.Check("package p\nvar x = "+strings.Repeat(part, 1<<16/len(part)), syntax.File)
	}
}
