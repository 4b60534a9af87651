package mpsc_test

import (
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Any Go program can use mpsc, and an exported notebook carries a copy of it:
// so it may import the standard library and itself, nothing else.
func TestImports(t *testing.T) {
	for _, pattern := range []string{"*.go", "core/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files match %s: %v", pattern, err)
		}
		for _, name := range files {
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range f.Imports {
				path, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				first, rest, _ := strings.Cut(path, "/")
				ours := first == "gopost" && (rest == "mpsc" || strings.HasPrefix(rest, "mpsc/"))
				if !ours && (first == "gopost" || strings.Contains(first, ".")) {
					t.Errorf("%s imports %s", name, path)
				}
			}
		}
	}
}
