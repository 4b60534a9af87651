package notebooks_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Learners get every notebook of this folder that git knows, and no other.
func TestTrackedNotebooksAreEmbedded(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "git", "ls-files", "--", "*.ipynb").Output()
	if err != nil {
		t.Skipf("this is no clone, or git is not installed: %v", err)
	}
	var tracked []string
	for line := range strings.Lines(string(out)) {
		if name := strings.TrimSpace(line); !strings.Contains(name, "/") {
			tracked = append(tracked, strings.TrimSuffix(name, ".ipynb"))
		}
	}
	if got := names(t); !slices.Equal(got, tracked) {
		t.Errorf("embedded are\n%q\nand git tracks\n%q", got, tracked)
	}
}
