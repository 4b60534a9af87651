package notebooks_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// compile builds a Rust program and returns its path, or what rustc said.
func compile(t *testing.T, source string) (program, refusal string) {
	t.Helper()
	rustc, err := exec.LookPath("rustc")
	if err != nil {
		t.Skip("rustc is not installed: install Rust from https://rustup.rs to compare with it")
	}
	program = filepath.Join(t.TempDir(), "program")
	out, err := exec.CommandContext(t.Context(), rustc, "--edition", "2021", "-o", program, source).CombinedOutput()
	if err != nil {
		return "", string(out)
	}
	return program, ""
}

// The Rust programs print what the notebooks' Go cells print.
func TestRustPrintsTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("compiling the Rust programs takes a while")
	}
	each(t, func(t *testing.T, nb notebook) {
		var want, source string
		raced := false
		for _, c := range nb.Cells {
			if c.Metadata.Gopost.Rust == "" {
				continue
			}
			source = filepath.Join("testdata", "rust", c.Metadata.Gopost.Rust+".rs")
			want += c.printed()
			raced = raced || c.Metadata.Gopost.Compare == "set"
		}
		if source == "" {
			t.Skip("this notebook has no Rust program")
		}
		program, refusal := compile(t, source)
		if refusal != "" {
			t.Fatalf("rustc refuses %s:\n%s", source, refusal)
		}
		out, err := exec.CommandContext(t.Context(), program).Output()
		if err != nil {
			t.Fatalf("%s: %v", source, err)
		}
		if got := string(out); !same(got, want, raced) {
			t.Errorf("Rust prints\n%s\nand Go prints\n%s", got, want)
		}
	})
}

// same compares printed lines, as a set where threads race.
func same(got, want string, raced bool) bool {
	if !raced {
		return got == want
	}
	sorted := func(s string) []string { return slices.Sorted(strings.Lines(s)) }
	return slices.Equal(sorted(got), sorted(want))
}

// What the notebooks say Rust refuses, Rust refuses, for the reason they give.
func TestRustRefuses(t *testing.T) {
	if testing.Short() {
		t.Skip("calling the Rust compiler takes a while")
	}
	for name, code := range map[string]string{
		"refused-use-after-send": "E0382",
		"refused-receiver-clone": "E0599",
		"refused-shared-counter": "E0499",
	} {
		t.Run(name, func(t *testing.T) {
			_, refusal := compile(t, filepath.Join("testdata", "rust", name+".rs"))
			if !strings.Contains(refusal, "error["+code+"]") {
				t.Errorf("rustc should refuse it with %s, and says:\n%s", code, refusal)
			}
		})
	}
}

// Every Rust program in testdata is used by a test.
func TestRustProgramsAreUsed(t *testing.T) {
	files, err := os.ReadDir(filepath.Join("testdata", "rust"))
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, name := range names(t) {
		for _, c := range read(t, name).Cells {
			named[c.Metadata.Gopost.Rust] = true
		}
	}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".rs")
		if !strings.HasPrefix(name, "refused-") && !named[name] {
			t.Errorf("no cell is compared with %s", f.Name())
		}
	}
}
