package std_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

// TestDocFindsGo looks for Go's source where it may be: in GOROOT, around the
// go command, and where the command says. It runs this test binary again in
// environments that have one of the three.
func TestDocFindsGo(t *testing.T) {
	if os.Getenv("TEST_FINDS_GO") != "" {
		if got := new(std.Comments).Doc("fmt", "Println"); got != "Println is found." {
			t.Errorf("Doc = %q", got)
		}
		return
	}
	if runtime.GOOS == "windows" {
		t.Skip("the go commands of this test are shell scripts")
	}
	root := t.TempDir()
	write := func(name, text string, mode os.FileMode) {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	write("go/src/fmt/print.go", "package fmt\n\n// Println is found.\nfunc Println() {}\n", 0o644)
	write("go/bin/go", "#!/bin/sh\nexit 1\n", 0o755)
	write("wrapped/go", "#!/bin/sh\necho "+filepath.Join(root, "go")+"\n", 0o755)
	for name, env := range map[string][]string{
		"GOROOT":             {"GOROOT=" + filepath.Join(root, "go"), "PATH="},
		"around the command": {"PATH=" + filepath.Join(root, "go", "bin")},
		"go env":             {"PATH=" + filepath.Join(root, "wrapped")},
		"a wrong GOROOT":     {"GOROOT=" + root, "PATH=" + filepath.Join(root, "go", "bin")},
	} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestDocFindsGo$")
		cmd.Env = append(env, "TEST_FINDS_GO=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
