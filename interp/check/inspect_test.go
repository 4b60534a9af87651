package check_test

import (
	"strings"
	"testing"
)

func TestInspect(t *testing.T) {
	s := session(t,
		"// Twice doubles a number.\nfunc Twice(n int) int { return 2 * n }",
		"// Box holds one thing.\ntype Box[T any] struct {\n\tV T\n}\n\n// Get returns the thing.\nfunc (b Box[T]) Get() T { return b.V }",
		"b := Box[int]{V: 1}",
		"type Plain struct{ n int }",
		"// Later came later.\nfunc (p *Plain) Later(n int) error { return nil }\nplain := Plain{}",
	)
	tests := []struct {
		src  string // | is the cursor
		want []string
	}{
		{"strings.Equal|Fold", []string{"func strings.EqualFold(s string, t string) bool", "Unicode case-folding"}},
		{"strings.EqualFold|", []string{"func strings.EqualFold(s string, t string) bool"}},
		{"strings.EqualFold(|", []string{"func strings.EqualFold(s string, t string) bool"}},
		{"strings.EqualFold(\"a\", |)", []string{"func strings.EqualFold"}},
		{"str|ings.EqualFold", []string{"package strings // strings, imported by itself"}},
		{"Twi|ce(3)", []string{"func Twice(n int) int", "Twice doubles a number."}},
		{"b|", []string{"var b Box[int]", "func (Box[int]).Get() int"}},
		{"b.Ge|t()", []string{"func (Box[int]).Get() int", "Get returns the thing."}},
		{"b.V|", []string{"field V int", "field of Box[int]"}},
		{"Bo|x[int]{}", []string{"type Box[T any] struct {", "\tV T", "Box holds one thing."}},
		{"plain.Lat|er(1)", []string{"func (*Plain).Later(n int) error", "Later came later."}},
		{"Pla|in", []string{"type Plain struct {\n\tn int\n}", "Later(n int) error"}},
		{"var sb strings.Builder\nsb.WriteS|tring(\"\")", []string{"func (*strings.Builder).WriteString(s string) (int, error)"}},
		{"mpsc.Chan|nel[int]()", []string{"Channel[T any]"}},
		{"le|n(\"a\")", []string{"func len"}},
		{"x := 5\nfmt.Println(x|)", []string{"var x int"}},
		{"func f(arg string) {\n\tar|g\n", []string{"var arg string"}},
		{"fo|r {", []string{"keyword for"}},
		{"time.Sleep(time.Second|", []string{"const time.Second time.Duration = 1000000000"}},
		{"nothing|", nil},
		{"\"text|\"", nil},
		{"// Twi|ce", nil},
		{"|", nil},
	}
	for _, tt := range tests {
		offset := strings.Index(tt.src, "|")
		got := s.Inspect(tt.src[:offset]+tt.src[offset+1:], offset, 0)
		if tt.want == nil && got.Plain != "" {
			t.Errorf("%q: %s", tt.src, got.Plain)
		}
		for _, want := range tt.want {
			if !strings.Contains(got.Plain, want) {
				t.Errorf("%q: no %q in:\n%s", tt.src, want, got.Plain)
			}
		}
		if tt.want != nil && !strings.HasPrefix(got.Markdown, "```go\n") {
			t.Errorf("%q: markdown is %q", tt.src, got.Markdown)
		}
	}
}

func TestInspectShowsSource(t *testing.T) {
	s := session(t,
		"type T struct{ n int }\nvar (\n\tone = 1 // the first\n\ttwo = 2\n)",
		"// M is late.\nfunc (t T) M() int {\n\treturn t.n\n}\nfunc plain() {}",
	)
	tests := []struct{ src, want string }{
		{"plain", "func plain() {}"},
		{"T{}.M", "func (t T) M() int {\n\treturn t.n\n}"},
		{"T", "type T struct{ n int }"},
		{"one", "one = 1"},
	}
	for _, tt := range tests {
		got := s.Inspect(tt.src, len(tt.src), 1)
		if !strings.Contains(got.Markdown, "```go\n"+tt.want+"\n```") {
			t.Errorf("%s: no source in\n%s", tt.src, got.Markdown)
		}
		if brief := s.Inspect(tt.src, len(tt.src), 0); strings.Contains(brief.Markdown, "```go\n"+tt.want+"\n```") && tt.src != "T" {
			t.Errorf("%s: source without being asked in\n%s", tt.src, brief.Markdown)
		}
	}
}
