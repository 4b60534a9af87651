package check_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestInspectWithoutGo inspects on a machine that has no Go: signatures and
// links are there all the same, and a package tells its names.
func TestInspectWithoutGo(t *testing.T) {
	t.Setenv("GOROOT", "")
	t.Setenv("PATH", t.TempDir())
	s := session(t)
	got := s.Inspect("fmt.Println", 11, 0)
	const want = "func fmt.Println(a ...any) (n int, err error)\n\nhttps://pkg.go.dev/fmt#Println"
	if got.Plain != want {
		t.Errorf("fmt.Println:\n%s", got.Plain)
	}
	if want := "```go\nfunc fmt.Println(a ...any) (n int, err error)\n```\n\n<https://pkg.go.dev/fmt#Println>"; got.Markdown != want {
		t.Errorf("fmt.Println in Markdown:\n%s", got.Markdown)
	}
	if got := s.Inspect("strings", 7, 0); !strings.Contains(got.Plain, "\nfunc strings.EqualFold(s string, t string) bool\n") || !strings.HasSuffix(got.Plain, "https://pkg.go.dev/strings") {
		t.Errorf("strings:\n%s", got.Plain)
	}
	if got := s.Inspect("mpsc.Channel", 12, 0); !strings.Contains(got.Plain, "Channel makes") {
		t.Errorf("mpsc.Channel:\n%s", got.Plain)
	}
}

// TestInspectComments shows the comments of Go's source where the machine has
// it, with links to what they mention.
func TestInspectComments(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command, so no Go source to read comments from")
	}
	s := session(t, "// Twice is half of [Four]. See [strings.Repeat].\nfunc Twice() {}")
	for _, c := range []struct{ src, plain, markdown string }{
		{"strings.Builder", "using Builder.Write methods", "using [Builder.Write](https://pkg.go.dev/strings#Builder.Write) methods"},
		{"strings.EqualFold", "case-folding", "case-folding"},
		{"var r http.Request\nr.Body", "Body is the request's body", "Body is the request's body"},
		{"strings", "Package strings implements", "Package strings implements"},
		{"time.Second", "Common durations", "Common durations"},
		{"x := strings.Builder{}\nx", "efficiently build a string", "efficiently build a string"},
		{"Twice", "half of Four. See strings.Repeat.", "half of Four. See [strings.Repeat](https://pkg.go.dev/strings#Repeat)."},
	} {
		got := s.Inspect(c.src, len(c.src), 0)
		if !strings.Contains(got.Plain, c.plain) {
			t.Errorf("%s has no %q:\n%s", c.src, c.plain, got.Plain)
		}
		if !strings.Contains(got.Markdown, c.markdown) {
			t.Errorf("%s has no %q:\n%s", c.src, c.markdown, got.Markdown)
		}
		if strings.HasPrefix(c.src, "strings") && strings.Contains(got.Plain, "func strings.Fields") {
			t.Errorf("%s lists the package:\n%s", c.src, got.Plain)
		}
	}
}
