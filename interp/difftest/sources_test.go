package difftest_test

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/doc"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ownPrograms are the programs of testdata/programs.
func ownPrograms(t *testing.T) []*program {
	needGo(t)
	return read(t, "testdata/programs")
}

// yaegiPrograms are the programs of yaegi's tests that stand alone.
func yaegiPrograms(t *testing.T) []*program {
	needGo(t)
	dir := goOutput(t, "list", "-m", "-f", "{{.Dir}}", "github.com/traefik/yaegi")
	if dir == "" {
		t.Skip("yaegi's module is not in the module cache: its test programs cannot be read")
	}
	return standalone(t, read(t, filepath.Join(dir, "_test")))
}

func read(t *testing.T, dir string) (list []*program) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no programs in %s: %v", dir, err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, &program{name: filepath.Base(file), source: string(source)})
	}
	return list
}

// standalone leaves out what is no program on the standard library: the go
// command would not even try to build it.
func standalone(t *testing.T, programs []*program) []*program {
	std := strings.Fields(goOutput(t, "list", "std"))
	for _, p := range programs {
		if p.leftOut != "" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), p.name, p.source, parser.SkipObjectResolution)
		switch {
		case err != nil:
			p.leftOut = "Go does not parse it"
		case file.Name.Name != "main" || mainOf(file) == nil:
			p.leftOut = "it is no program: it has no package main with a func main"
		case slices.ContainsFunc(file.Imports, func(s *ast.ImportSpec) bool { return !offered(std, s) }):
			p.leftOut = "it imports what the standard library does not have"
		}
	}
	return programs
}

func offered(std []string, s *ast.ImportSpec) bool {
	path, err := strconv.Unquote(s.Path.Value)
	return err == nil && slices.Contains(std, path)
}

var exampleFile = regexp.MustCompile(`(?m)^func Example`)

// examplePrograms are the examples of the standard library that can run, made
// programs as pkg.go.dev does.
func examplePrograms(t *testing.T) (list []*program) {
	needGo(t)
	root := filepath.Join(goOutput(t, "env", "GOROOT"), "src")
	std := strings.Fields(goOutput(t, "list", "std"))
	for _, path := range std {
		if strings.Contains("/"+path+"/", "/internal/") || strings.HasPrefix(path, "vendor/") {
			continue
		}
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(path), "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		var dir string
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !exampleFile.Match(source) {
				continue
			}
			if dir == "" {
				dir = copyPackage(t, filepath.Dir(file))
			}
			list = append(list, examples(t, path+"/"+filepath.Base(file), source, dir)...)
		}
	}
	return standalone(t, list)
}

// examples reads the examples of one file.
func examples(t *testing.T, name string, source []byte, dir string) (list []*program) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, ex := range doc.Examples(file) {
		if ex.Output == "" && !ex.EmptyOutput {
			continue
		}
		p := &program{
			name: fmt.Sprintf("%s:%s", name, ex.Name), dir: dir,
			want: &outcome{stdout: ex.Output, end: finished}, stated: true, unordered: ex.Unordered,
		}
		list = append(list, p)
		if ex.Play == nil {
			p.leftOut = "it needs other parts of its package's tests"
			continue
		}
		var b bytes.Buffer
		if err := format.Node(&b, fset, ex.Play); err != nil {
			t.Fatal(err)
		}
		p.source = b.String()
	}
	return list
}

// copyPackage copies a package's files and test data, so that examples find them
// and cannot change them.
func copyPackage(t *testing.T, from string) string {
	to := t.TempDir()
	entries, err := os.ReadDir(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		target := filepath.Join(to, e.Name())
		switch {
		case e.Name() == "testdata":
			err = os.CopyFS(target, os.DirFS(filepath.Join(from, e.Name())))
		case e.Type().IsRegular():
			var data []byte
			if data, err = os.ReadFile(filepath.Join(from, e.Name())); err == nil {
				err = os.WriteFile(target, data, 0o600)
			}
		}
		if err != nil && !errors.Is(err, fs.ErrExist) {
			t.Fatal(err)
		}
	}
	return to
}
