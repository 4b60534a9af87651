package lower_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestPrograms runs each program of testdata/programs as one cell. It must
// print what stands beside it, which is what the compiled program printed.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/programs/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".go"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".go") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			if diff := firstDifference(newSession(t).run(t, 1, string(src)), string(want)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// firstDifference describes the first line in which two texts differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return "line " + strconv.Itoa(i+1) + ":\ngot:  " + a + "\nwant: " + b
		}
	}
	return ""
}
