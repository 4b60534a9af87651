package std_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"gopost/interp/std"
)

func TestDocOfStandardPackages(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command, so no Go source to read comments from")
	}
	var comments std.Comments
	for _, c := range []struct{ path, name, want string }{
		{"fmt", "", "Package fmt implements"},
		{"fmt", "Println", "Println formats using the default formats"},
		{"strings", "Builder", "A Builder is used to"},
		{"strings", "Builder.Len", "Len returns the number"},
		{"time", "Second", "Common durations"},
		{"net/http", "Request.Body", "Body is the request's body"},
		{"sort", "Interface.Less", "Less reports whether"},
		{"io", "EOF", "EOF is the error returned by Read"},
		{"fmt", "nosuch", ""},
		{"no/such", "Name", ""},
	} {
		got := comments.Doc(c.path, c.name)
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("Doc(%q, %q) = %q, want it to start with %q", c.path, c.name, got, c.want)
		}
	}
}

func TestDocOfOwnPackages(t *testing.T) {
	var comments std.Comments
	for _, c := range []struct{ path, name, want string }{
		{"gopost/mpsc", "", "Package mpsc"},
		{"gopost/mpsc", "Channel", "Channel"},
		{"gopost/mpsc", "Sender.Send", "Send"},
		{"gopost/display", "Markdown", "Markdown"},
	} {
		if got := comments.Doc(c.path, c.name); !strings.HasPrefix(got, c.want) {
			t.Errorf("Doc(%q, %q) = %q, want it to start with %q", c.path, c.name, got, c.want)
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct{ path, name, want string }{
		{"math/rand/v2", "", "https://pkg.go.dev/math/rand/v2"},
		{"strings", "Builder.Len", "https://pkg.go.dev/strings#Builder.Len"},
		{"gopost/mpsc", "Channel", ""},
	} {
		if got := std.Link(c.path, c.name); got != c.want {
			t.Errorf("Link(%q, %q) = %q, want %q", c.path, c.name, got, c.want)
		}
	}
}

// A machine without Go is made by running this test binary again with nothing
// in its environment.
func TestDocWithoutGo(t *testing.T) {
	if os.Getenv("TEST_WITHOUT_GO") != "" {
		if got := new(std.Comments).Doc("fmt", "Println"); got != "" {
			t.Errorf("Doc on a machine without Go = %q, want none", got)
		}
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestDocWithoutGo$")
	cmd.Env = []string{"TEST_WITHOUT_GO=1", "PATH=" + filepath.Join(t.TempDir(), "none")}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
