package own_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"gopost/interp/own"
)

// TestAnalyzer checks a package as go vet would. The tree that analysistest
// wants is made with the real package mpsc in it.
func TestAnalyzer(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a package with the go command")
	}
	files := map[string]string{}
	add := func(from, to string) {
		names, err := filepath.Glob(filepath.Join(from, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files[to+"/"+filepath.Base(name)] = string(text)
		}
	}
	add("../../mpsc", "gopost/mpsc")
	add("../../mpsc/core", "gopost/mpsc/core")
	add("testdata/src/letters", "letters")
	dir, clean, err := analysistest.WriteFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	defer clean()
	analysistest.Run(t, dir, own.Analyzer, "letters")
}
