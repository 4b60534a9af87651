package notebooks_test

import (
	"encoding/base64"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func TestFormat(t *testing.T) {
	id := regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
	each(t, func(t *testing.T, nb notebook) {
		if nb.Format != 4 || nb.Minor != 5 {
			t.Errorf("format %d.%d, want 4.5", nb.Format, nb.Minor)
		}
		k, l := nb.Metadata.Kernelspec, nb.Metadata.LanguageInfo
		if k.Name != "gopost" || k.DisplayName != "Go (gopost)" || k.Language != "go" {
			t.Errorf("kernelspec %+v", k)
		}
		if l.Name != "go" || l.FileExtension != ".go" || l.Mimetype != "text/x-go" {
			t.Errorf("language_info %+v", l)
		}
		// JupyterLab takes a notebook as changed when the kernel says otherwise.
		if !strings.HasPrefix(runtime.Version(), "go"+l.Version) || l.Mode != "go" || l.Exporter != "script" {
			t.Errorf("language_info %+v differs from what the kernel of %s says", l, runtime.Version())
		}
		seen := map[string]bool{}
		for _, c := range nb.Cells {
			if !id.MatchString(c.ID) || seen[c.ID] {
				t.Errorf("cell id %q is malformed or comes twice", c.ID)
			}
			seen[c.ID] = true
			if c.Type != "code" && c.Type != "markdown" {
				t.Errorf("cell %s: unexpected type %q", c.ID, c.Type)
			}
			if strings.TrimSpace(string(c.Source)) == "" {
				t.Errorf("cell %s is empty", c.ID)
			}
		}
	})
}

// The notebooks are committed executed, from top to bottom in a fresh kernel.
func TestExecutionCounts(t *testing.T) {
	each(t, func(t *testing.T, nb notebook) {
		want := 0
		for _, c := range nb.Cells {
			if c.Type != "code" {
				if c.ExecutionCount != nil || c.Outputs != nil {
					t.Errorf("cell %s: a markdown cell has no outputs", c.ID)
				}
				continue
			}
			want++
			if c.ExecutionCount == nil || *c.ExecutionCount != want {
				t.Errorf("cell %s: execution_count is not %d", c.ID, want)
			}
			for _, o := range c.Outputs {
				if o.Type == "execute_result" && (o.ExecutionCount == nil || *o.ExecutionCount != want) {
					t.Errorf("cell %s: its result is not numbered %d", c.ID, want)
				}
			}
		}
	})
}

// A cell fails when it is tagged so, and only then: `nbconvert --execute`
// stops at any other error.
func TestFailingCellsAreTagged(t *testing.T) {
	each(t, func(t *testing.T, nb notebook) {
		for i, c := range nb.Cells {
			failed := slices.ContainsFunc(c.Outputs, func(o output) bool { return o.Type == "error" })
			if failed != c.has("raises-exception") {
				t.Errorf("cell %s: failed is %t, but its tags are %q", c.ID, failed, c.Metadata.Tags)
			}
			if failed && !strings.Contains(string(nb.Cells[i-1].Source), "**") {
				t.Errorf("cell %s: the text above does not stress that the cell is refused", c.ID)
			}
		}
	})
}

func TestRefusals(t *testing.T) {
	refused := map[string][]string{} // notebook to "ename: evalue" of its errors
	each(t, func(t *testing.T, nb notebook) {
		for _, c := range nb.Cells {
			for _, o := range c.Outputs {
				if o.Type == "error" {
					refused[nb.name] = append(refused[nb.name], o.ErrorName+": "+o.ErrorValue)
				}
			}
		}
	})
	moved := func(name string) string { return "OwnershipError: use of moved value: `" + name + "`" }
	want := []string{moved("s"), moved("s"), moved("tube")}
	if got := refused["09-pro-tips"]; !slices.Equal(got, want) {
		t.Errorf("09-pro-tips refuses %q, want %q", got, want)
	}
	if got := refused["04-sender-and-receiver"]; len(got) != 1 || !strings.Contains(got[0], "rx.Clone undefined") {
		t.Errorf("04-sender-and-receiver refuses %q, want one that says rx.Clone is undefined", got)
	}
}

// An exercise stands at the end: text, the learner's cell, the check. Committed
// unsolved, the check says so.
func TestExercises(t *testing.T) {
	each(t, func(t *testing.T, nb notebook) {
		at := slices.IndexFunc(nb.Cells, func(c cell) bool { return c.has("exercise") })
		if at < 1 || at+1 >= len(nb.Cells) {
			t.Fatal("no cell is tagged as the exercise")
		}
		intro, check := nb.Cells[at-1], nb.Cells[at+1]
		if !strings.Contains(string(intro.Source), "## Exercise") {
			t.Errorf("cell %s has no heading for the exercise", intro.ID)
		}
		if !check.has("check") {
			t.Fatalf("cell %s after the exercise is not tagged as its check", check.ID)
		}
		if !strings.HasPrefix(check.printed(), "Not yet: ") {
			t.Errorf("the unsolved exercise's check prints %q", check.printed())
		}
		if !strings.HasSuffix(check.printed(), "A cell that is refused has not run.)\n") {
			t.Errorf("the check does not say what it judges when the exercise was refused: %q", check.printed())
		}
		for _, c := range nb.Cells[at+2:] {
			if c.Type == "code" {
				t.Errorf("code cell %s comes after the exercise", c.ID)
			}
		}
	})
}

// A diagram is drawn twice in its cell: by Mermaid, with a description for
// screen readers, and as an attached picture with a text of its own. JupyterLab
// draws the first and hides the second; exports show the picture.
func TestDiagrams(t *testing.T) {
	picture := regexp.MustCompile(`<div class="jp-mod-hidden">\n\nAs a picture:\n\n!\[([^\]]+)\]\(attachment:([^)]+)\)\n\n</div>`)
	diagrams := map[string]int{}
	each(t, func(t *testing.T, nb notebook) {
		for _, c := range nb.Cells {
			src := string(c.Source)
			drawn := strings.Count(src, "```mermaid\n")
			pictures := picture.FindAllStringSubmatch(src, -1)
			if drawn != strings.Count(src, "    accDescr: ") {
				t.Errorf("cell %s: a diagram has no description (accDescr)", c.ID)
			}
			if drawn != len(pictures) || drawn != len(c.Attachments) {
				t.Errorf("cell %s: %d diagrams, %d pictures, %d attachments", c.ID, drawn, len(pictures), len(c.Attachments))
			}
			for _, p := range pictures {
				if len(strings.Fields(p[1])) < 8 {
					t.Errorf("cell %s: the picture's text %q says too little", c.ID, p[1])
				}
				png, err := base64.StdEncoding.DecodeString(c.Attachments[p[2]]["image/png"])
				if err != nil || !strings.HasPrefix(string(png), "\x89PNG\r\n\x1a\n") {
					t.Errorf("cell %s: the attachment %s is no PNG (%v)", c.ID, p[2], err)
				}
			}
			diagrams[nb.name] += drawn
		}
	})
	for _, name := range []string{"03-the-mpsc-module", "06-multiple-producers"} {
		if diagrams[name] != 1 {
			t.Errorf("%s has %d diagrams, want 1", name, diagrams[name])
		}
	}
}

// Every link from one notebook to another leads somewhere, and each notebook
// but the last leads to the next.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([\w-]+)\.ipynb\)`)
	all := names(t)
	each(t, func(t *testing.T, nb notebook) {
		var to []string
		for _, c := range nb.Cells {
			for _, m := range link.FindAllStringSubmatch(string(c.Source), -1) {
				to = append(to, m[1])
			}
		}
		for _, name := range to {
			if !slices.Contains(all, name) {
				t.Errorf("a link leads to %s, which is not there", name)
			}
		}
		next := slices.Index(all, nb.name) + 1
		if next < len(all) && !slices.Contains(to, all[next]) {
			t.Errorf("no link leads on to %s", all[next])
		}
	})
}
