package check_test

import (
	"fmt"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

// TestScripts runs the sessions in testdata. A file is one session; its cells
// stand between lines of dashes. What is expected of a cell stands in comments
// beside it:
//
//	code // want "text"     a diagnostic on this line contains text; all must be named
//	//result: int           the type of the cell's result; none for no result
//	//defs: x y             the names that the cell adds to the session
//	//imports: fmt          the packages that it imports
//	//refuse                accepted, but refused by a later stage
//	//accept                accepted, whatever its result is
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sessions in testdata: %v", err)
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
			for i, src := range strings.Split(string(text), "\n---\n") {
				runCell(t, s, fset, i+1, src, fmt.Sprintf("%s:%d", file, line))
				line += strings.Count(src, "\n") + 2
			}
		})
	}
}

var (
	wants      = regexp.MustCompile(`// want ((?:"[^"]*" ?)+)`)
	wantTexts  = regexp.MustCompile(`"([^"]*)"`)
	directives = regexp.MustCompile(`(?m)^//(result|defs|imports|refuse|accept):? ?(.*)$`)
)

func runCell(t *testing.T, s *check.Session, fset *token.FileSet, number int, src, at string) {
	c, errs := cell.Parse(fset, fmt.Sprintf("In[%d]", number), src)
	var ch *check.Checked
	diags := check.Syntax(src, errs)
	if len(errs) == 0 {
		ch, diags = s.Check(number, c)
	}

	explained := make([]bool, len(diags))
	for i, line := range strings.Split(src, "\n") {
		m := wants.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		for _, want := range wantTexts.FindAllStringSubmatch(m[1], -1) {
			found := false
			for j, d := range diags {
				if d.Pos.Line == i+1 && strings.Contains(strings.ReplaceAll(d.Msg+"\n"+d.Hint, `"`, `'`), want[1]) {
					found, explained[j] = true, true
				}
			}
			if !found {
				t.Errorf("%s: cell line %d: no diagnostic contains %q; have %v", at, i+1, want[1], diags)
			}
		}
	}
	for i, d := range diags {
		if !explained[i] {
			t.Errorf("%s: unexpected: %v (%s)", at, d, d.Hint)
		}
	}
	if ch == nil {
		return
	}

	expected := map[string]string{}
	for _, m := range directives.FindAllStringSubmatch(src, -1) {
		expected[m[1]] = m[2]
	}
	have := map[string]string{"result": "none"}
	qualifier := func(p *types.Package) string {
		if p == ch.Pkg {
			return ""
		}
		return p.Name()
	}
	if ch.Result != nil {
		have["result"] = types.TypeString(ch.Info.TypeOf(ch.Result), qualifier)
	}
	if _, ok := expected["result"]; !ok && have["result"] != "none" {
		if _, accept := expected["accept"]; !accept {
			t.Errorf("%s: unexpected result of type %s", at, have["result"])
		}
	}
	have["defs"], have["imports"] = names(ch.Defs), ""
	for _, p := range ch.Imports {
		have["imports"] = strings.TrimSpace(have["imports"] + " " + p.Imported().Path())
	}
	for _, key := range []string{"result", "defs", "imports"} {
		if want, ok := expected[key]; ok && want != have[key] {
			t.Errorf("%s: %s: have %q, want %q", at, key, have[key], want)
		}
	}
	checkShape(t, ch, at)
	if _, refuse := expected["refuse"]; refuse {
		s.Refused(ch)
	} else {
		s.Commit(ch)
	}
}

func names(objs []types.Object) string {
	var list []string
	for _, obj := range objs {
		list = append(list, obj.Name())
	}
	return strings.Join(list, " ")
}
