package check_test

import (
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// The cursor of the questions in testdata/assist.
const cursorMark = "‸"

// TestAssist asks the questions in testdata/assist. A file is one session; its
// parts stand between lines of dashes. A part without a cursor (‸) is a cell,
// which runs. Else it is an unfinished text, and after a line "-- complete" or
// "-- inspect" stands what the answer must be. Of a completion:
//
//	has: x y        these are among the matches
//	first: x y      the matches start with these
//	only: x y       the matches are these
//	not: x y        these are not among them
//	none            there are no matches
//	kind: field x   what x is called
//	signature: x func x() int
//	replaces: text  what a match is put in place of
//
// Of an inspection each line is a line of the answer, or with "!" in front a
// piece of text that it must not have; "none" means that nothing is known.
// "-- source" is an inspection with detail_level 1.
func TestAssist(t *testing.T) {
	files, err := filepath.Glob("testdata/assist/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no questions in testdata/assist: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			fset := token.NewFileSet()
			s := check.New(std.NewImporter(fset), fset)
			line := 1
			for i, part := range strings.Split(strings.TrimRight(string(text), "\n"), "\n---\n") {
				at := fmt.Sprintf("%s:%d", file, line)
				line += strings.Count(part, "\n") + 2
				if !strings.Contains(part, cursorMark) {
					runAssistCell(t, s, fset, i+1, part, at)
					continue
				}
				src, answer, _ := strings.Cut(part, "\n-- ")
				how, want, _ := strings.Cut(answer, "\n")
				ask(t, s, question{at, src, how, strings.Split(want, "\n")})
			}
		})
	}
}

func runAssistCell(t *testing.T, s *check.Session, fset *token.FileSet, number int, src, at string) {
	c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", number), src)
	if len(errs) > 0 {
		t.Fatalf("%s: %v", at, errs)
	}
	ch, diags := s.Check(number, c)
	if len(diags) > 0 {
		t.Fatalf("%s: %s", at, check.Render(src, diags, false))
	}
	s.Commit(ch)
}

type question struct {
	at, src, how string
	want         []string
}

func ask(t *testing.T, s *check.Session, q question) {
	offset := strings.Index(q.src, cursorMark)
	src := q.src[:offset] + q.src[offset+len(cursorMark):]
	magics := []string{"%trace", "%help", "%%trace", "%%race"}
	switch q.how {
	case "complete":
		got := s.Complete(src, offset, magics)
		if got.Start > offset || got.End < offset {
			t.Errorf("%s: the cursor is at %d, and %d to %d is replaced", q.at, offset, got.Start, got.End)
		}
		for _, want := range q.want {
			if problem := completionProblem(got, src, want); problem != "" {
				t.Errorf("%s: %s\n%s\n%s", q.at, problem, q.src, list(got))
			}
		}
	case "inspect", "source":
		detail := 0
		if q.how == "source" {
			detail = 1
		}
		got := s.Inspect(src, offset, detail)
		for _, want := range q.want {
			if problem := inspectionProblem(got, want); problem != "" {
				t.Errorf("%s: %s\n%s\n\n%s", q.at, problem, q.src, got.Plain)
			}
		}
	default:
		t.Fatalf("%s: %q is no question", q.at, q.how)
	}
}

// completionProblem is what is wrong with a completion, "" if nothing is.
func completionProblem(got check.Completion, src, want string) string {
	var names []string
	for _, m := range got.Matches {
		names = append(names, m.Text)
	}
	find := func(name string) check.Match {
		if i := slices.Index(names, name); i >= 0 {
			return got.Matches[i]
		}
		return check.Match{}
	}
	word, rest, _ := strings.Cut(want, ":")
	fields := strings.Fields(rest)
	switch word {
	case "has":
		for _, name := range fields {
			if !slices.Contains(names, name) {
				return name + " is missing"
			}
		}
	case "not":
		for _, name := range fields {
			if slices.Contains(names, name) {
				return name + " can't stand there"
			}
		}
	case "first":
		if len(names) < len(fields) || !slices.Equal(names[:len(fields)], fields) {
			return "does not start with " + rest
		}
	case "only":
		slices.Sort(names)
		slices.Sort(fields)
		if !slices.Equal(names, fields) {
			return fmt.Sprintf("%q and not %q", names, fields)
		}
	case "none":
		if len(names) > 0 {
			return "there are matches"
		}
	case "kind":
		for _, name := range fields[1:] {
			if kind := find(name).Kind; kind != fields[0] {
				return fmt.Sprintf("%s is %q, want %s", name, kind, fields[0])
			}
		}
	case "signature":
		name, signature, _ := strings.Cut(strings.TrimSpace(rest), " ")
		if m := find(name); m.Signature != signature {
			return fmt.Sprintf("the signature is %q, want %q", m.Signature, signature)
		}
	case "replaces":
		if text := src[got.Start:got.End]; text != strings.TrimSpace(rest) {
			return fmt.Sprintf("replaces %q", text)
		}
	default:
		return fmt.Sprintf("%q is no expectation", want)
	}
	return ""
}

// inspectionProblem is what is wrong with an inspection, "" if nothing is.
func inspectionProblem(got check.Inspection, want string) string {
	if want == "none" {
		if got.Plain != "" || got.Markdown != "" {
			return "something is known"
		}
		return ""
	}
	if never, ok := strings.CutPrefix(want, "!"); ok {
		if strings.Contains(got.Plain, never) {
			return fmt.Sprintf("says %q", never)
		}
		return ""
	}
	if !slices.Contains(strings.Split(got.Plain, "\n"), want) {
		return fmt.Sprintf("has no line %q", want)
	}
	if !strings.HasPrefix(got.Markdown, "```go\n") {
		return fmt.Sprintf("does not start with a declaration: %q", got.Markdown)
	}
	return ""
}

func list(c check.Completion) string {
	var out strings.Builder
	for i, m := range c.Matches {
		if i == 30 {
			fmt.Fprintf(&out, "... and %d more\n", len(c.Matches)-i)
			break
		}
		fmt.Fprintf(&out, "\t%s\t%s\t%s\n", m.Text, m.Kind, m.Signature)
	}
	return out.String()
}
