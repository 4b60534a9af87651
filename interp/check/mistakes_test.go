package check_test

import (
	"flag"
	"fmt"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/std"
)

var update = flag.Bool("update", false, "rewrite testdata/mistakes with what the compiler says")

// mistake is a wrong text of testdata/mistakes, and what the compiler says of
// it. Its kind is program, or statements or declarations, which the test puts
// around a program for the compiler.
type mistake struct {
	kind, source, errors string
}

// String is the mistake as it stands in its file.
func (m mistake) String() string {
	return "-- " + m.kind + "\n" + m.source + "\n-- errors\n" + m.errors + "\n"
}

func mistakes(t *testing.T) map[string][]mistake {
	files, err := filepath.Glob("testdata/mistakes/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no mistakes in testdata: %v", err)
	}
	start := regexp.MustCompile(`(?m)^-- (program|statements|declarations)\n`)
	all := map[string][]mistake{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		at := start.FindAllStringSubmatchIndex(text, -1)
		for i, m := range at {
			end := len(text)
			if i+1 < len(at) {
				end = at[i+1][0]
			}
			source, errors, _ := strings.Cut(text[m[1]:end], "\n-- errors\n")
			all[file] = append(all[file], mistake{text[m[2]:m[3]], strings.TrimSuffix(source, "\n"), strings.TrimSuffix(errors, "\n")})
		}
	}
	return all
}

// TestMistakes checks that learners' mistakes are reported in the compiler's
// words, all of them, where it reports them.
func TestMistakes(t *testing.T) {
	for file, list := range mistakes(t) {
		for _, m := range list {
			if got := complaints(m.source); got != m.errors {
				t.Errorf("%s: %s\n%s\nhave:\n%s\nwant:\n%s", file, m.kind, m.source, got, m.errors)
			}
		}
	}
}

// complaints is what a session says of a cell, its hints left out.
func complaints(src string) string {
	fset := token.NewFileSet()
	s := check.New(std.NewImporter(fset), fset)
	c, errs := cell.Parse(fset, "In[1]", src)
	var diags []check.Diagnostic
	if len(errs) > 0 {
		diags = s.SyntaxErrors(1, c, errs)
	} else {
		_, diags = s.Check(1, c)
	}
	var lines []string
	for _, d := range diags {
		lines = append(lines, d.String())
	}
	return strings.Join(lines, "\n")
}

// TestMistakesCompiled checks that testdata/mistakes has what this toolchain's
// compiler says.
func TestMistakesCompiled(t *testing.T) {
	compiler := newCompiler(t)
	for file, list := range mistakes(t) {
		var wait sync.WaitGroup
		changed := make([]string, len(list))
		slots := make(chan struct{}, 2)
		for i, m := range list {
			wait.Go(func() {
				slots <- struct{}{}
				defer func() { <-slots }()
				m.errors = compiler.errors(t, m)
				changed[i] = m.String()
				if m.errors == "" {
					t.Errorf("the compiler accepts\n%s", m)
				}
			})
		}
		wait.Wait()
		for i, m := range list {
			if m.String() != changed[i] && !*update {
				t.Errorf("%s: the compiler says\n%s\nbut the file has\n%s", file, changed[i], m)
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.Join(changed, "")), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// compiler is the Go toolchain's.
type compiler struct {
	root, dir, config string
}

// newCompiler finds the compiler, and compiled packages that programs import.
func newCompiler(t *testing.T) *compiler {
	if _, err := exec.LookPath("go"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("there is no go command to compare with")
		}
		t.Skip("there is no go command to compare with")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatalf("go env GOROOT: %v", err)
	}
	c := &compiler{root: strings.TrimSpace(string(root)), dir: t.TempDir()}
	list := append([]string{"list", "-export", "-deps", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}"}, compilerPackages()...)
	out, err := exec.Command("go", list...).Output()
	if err != nil {
		t.Fatalf("go list -export: %v", err)
	}
	c.config = filepath.Join(c.dir, "importcfg")
	if err := os.WriteFile(c.config, out, 0o666); err != nil {
		t.Fatal(err)
	}
	return c
}

// compilerPackages are the packages that programs for the compiler may import.
func compilerPackages() []string {
	return []string{
		"bufio", "bytes", "cmp", "context", "encoding/json", "errors", "fmt", "io", "iter", "maps", "math", "math/rand",
		"os", "slices", "sort", "strconv", "strings", "sync", "sync/atomic", "text/template", "time", "unicode", "unsafe",
	}
}

// errors is what the compiler says of a mistake. Its output must not be the null
// device, for on errors it removes the file.
func (c *compiler) errors(t *testing.T, m mistake) string {
	packages := slices.Compact(slices.Sorted(slices.Values(regexp.MustCompile(
		`\b(fmt|os|strings|errors|strconv|sort|sync|time|math|rand|bufio|io|context|slices|maps|json)\.`).FindAllString(m.source, -1))))
	var imports, uses string
	for _, p := range packages {
		path := map[string]string{"rand.": "math/rand", "json.": "encoding/json"}[p]
		if path == "" {
			path = strings.TrimSuffix(p, ".")
		}
		use := map[string]string{"fmt.": "Print", "os.": "Exit", "strings.": "Join", "errors.": "New", "strconv.": "Itoa", "sort.": "Ints", "sync.": "NewCond",
			"time.": "Now", "math.": "Sqrt", "rand.": "Intn", "bufio.": "NewReader", "io.": "ReadAll", "context.": "Background", "slices.": "Max[[]int]", "maps.": "Keys[map[int]int]", "json.": "Marshal"}[p]
		imports += fmt.Sprintf("import %q\n", path)
		uses += fmt.Sprintf("var _ = %s%s\n", p, use)
	}
	head := "package main\n" + imports + uses
	const line = "//line In[1]:1:1\n"
	text := map[string]string{
		"program":      line + m.source,
		"declarations": head + line + m.source,
		"statements":   head + "func _() {\n" + line + m.source + "\n}\n",
	}[m.kind]
	dir, err := os.MkdirTemp(c.dir, "")
	if err != nil {
		t.Error(err)
		return ""
	}
	file := filepath.Join(dir, "x.go")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Error(err)
		return ""
	}
	out, err := exec.Command("go", "tool", "compile", "-e", "-complete", "-p", "main", "-lang", "go1.26", "-importcfg", c.config, "-o", filepath.Join(dir, "x.o"), file).CombinedOutput()
	if err != nil && len(out) == 0 {
		t.Error(err)
	}
	return asCell(m, regexp.MustCompile(`\[/[^]]*:\d+:\d+\]`).ReplaceAllString(string(out), ""))
}

// asCell turns what the compiler says of the function or file around a cell's
// text into what it would say if that text were all: it ends where the brace
// of the function stands, and there are no follow-up errors about that brace.
func asCell(m mistake, out string) string {
	out = strings.TrimSuffix(out, "\n")
	if m.kind == "program" {
		return out
	}
	source := strings.Split(strings.TrimRight(m.source, " \t\n"), "\n")
	last := source[len(source)-1]
	end := fmt.Sprintf("In[1]:%d:%d: ", len(source), len(last)+1)
	behind := regexp.MustCompile(fmt.Sprintf(`^In\[1\]:(%d|%d):\d+: `, len(source)+1, len(source)+2))
	var lines []string
	for _, line := range strings.Split(out, "\n") {
		followUp := strings.HasSuffix(line, "non-declaration statement outside function body") || behind.MatchString(line)
		if len(lines) > 0 && followUp && strings.Contains(line, "syntax error: ") {
			continue
		}
		if behind.MatchString(line) {
			line = end + strings.Replace(behind.ReplaceAllString(line, ""), "unexpected }", "unexpected EOF", 1)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
