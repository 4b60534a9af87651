package own_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"gopost/interp/own"
)

// corpusCells are the sessions of the corpus.
func corpusCells(tb testing.TB) []string {
	var list []string
	for _, file := range scripts(tb) {
		text, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		for _, session := range strings.Split("\n"+string(text), "\n=== ")[1:] {
			_, cells, _ := strings.Cut(session, "\n")
			list = append(list, cells)
		}
	}
	return list
}

// checkAll runs a session and shows what is found. Whatever the stages before
// accept must neither panic nor make findings that can't be shown.
func checkAll(t *testing.T, session string) {
	n := newNotebook()
	for _, src := range strings.Split(session, "\n---\n") {
		findings, err := n.run(src)
		if err != nil {
			continue
		}
		for _, f := range findings {
			if !f.Pos.IsValid() || f.Msg == "" || len(f.Labels) == 0 || len(f.Help) == 0 {
				t.Errorf("incomplete finding %+v in\n%s", f, src)
			}
		}
		if lines := own.Render(findings, n.source, true); len(findings) > 0 && len(lines) < 5*len(findings) {
			t.Errorf("%d lines for %d findings", len(lines), len(findings))
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, session := range corpusCells(f) {
		f.Add(session)
	}
	f.Fuzz(checkAll)
}

// TestMutations leaves out each even line of the corpus once, and swaps each
// odd one with the line before: much of that is Go again.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("it checks some thousand cells")
	}
	for _, session := range corpusCells(t) {
		lines := strings.Split(session, "\n")
		for i := range lines {
			mutant := slices.Clone(lines)
			if i%2 == 0 {
				mutant = slices.Delete(mutant, i, i+1)
			} else {
				mutant[i], mutant[i-1] = mutant[i-1], mutant[i]
			}
			checkAll(t, strings.Join(mutant, "\n"))
		}
	}
}
