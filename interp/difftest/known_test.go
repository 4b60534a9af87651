package difftest_test

import (
	"os"
	"strings"
	"testing"
)

// readKnown reads the lines of testdata/known.txt that are about a source: which
// programs are refused, and words of the sentence that refuses them.
func readKnown(t *testing.T, source string) map[string]string {
	data, err := os.ReadFile("testdata/known.txt")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, sentence, ok := strings.Cut(line, ": ")
		if !ok {
			t.Errorf("testdata/known.txt: the line %q is not SOURCE/PROGRAM: WORDS", line)
		}
		if name, ok := strings.CutPrefix(name, source+"/"); ok {
			known[name] = strings.TrimSpace(sentence)
		}
	}
	return known
}
