package modules_test

import (
	"go/token"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/goproxytest"

	"gopost/interp/modules"
	"gopost/interp/std"
)

// proxy serves ../testdata/mod to the go command.
func proxy(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI=true, but there is no go command")
		}
		t.Skip("there is no go command on this machine, so no module can be got")
	}
	t.Setenv("GOPROXY", goproxytest.NewTestServer(t, "../testdata/mod", "").URL)
	t.Setenv("GOSUMDB", "off")
	t.Setenv("GONOPROXY", "none")
	t.Setenv("GOFLAGS", "-modcacherw") // so that the test's folder can be removed
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
}

func quiet(string) {}

func get(t *testing.T, s *modules.Set, args ...string) []modules.Got {
	t.Helper()
	got, err := s.Get(t.Context(), args, quiet)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestGet(t *testing.T) {
	proxy(t)
	s := modules.New()
	got := get(t, s, "example.com/shapes@v1.0.0", "example.com/other", "example.com/odd/memory@v1.0.0")
	want := []modules.Got{
		{Path: "example.com/shapes", Version: "v1.0.0", Package: "example.com/shapes"},
		{Path: "example.com/other", Version: "v0.1.0"},
		{Path: "example.com/odd", Version: "v1.0.0", Package: "example.com/odd/memory"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("Get = %+v, want %+v", got, want)
	}
	var required []string
	for _, r := range s.Requirements() {
		required = append(required, r.String())
	}
	if list := strings.Join(required, " "); list != "example.com/odd@v1.0.0 example.com/other@v0.1.0 example.com/shapes@v1.0.0 example.com/units@v0.3.0" {
		t.Errorf("the requirements are %s", list)
	}
	if !strings.Contains(string(s.Sums()), "example.com/shapes v1.0.0 h1:") {
		t.Errorf("the checksums are\n%s", s.Sums())
	}
}

// A failed Get must leave the set as it was: cells go on with what they have.
func TestFailedGetChangesNothing(t *testing.T) {
	proxy(t)
	s := modules.New()
	get(t, s, "example.com/shapes@v1.0.0")
	before := s.Requirements()
	for args, want := range map[string]string{
		"example.com/shapes@v1.1.0 example.com/nowhere": "there is no such module",
		"example.com/shapes@v9.9.9":                     "no such version",
		"example.com/shapes/nothing":                    "there is no such package in that version of the module",
		"example.com/future":                            "needs a newer Go than the one installed here",
		"example.com/shapes@none":                       "names no version",
		"../shapes":                                     "is no path of a module",
		"-x.y":                                          "is no path of a module",
		"os/exec":                                       "needs no %get",
	} {
		_, err := s.Get(t.Context(), strings.Fields(args), quiet)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Get(%s): error %v, want one that says %q", args, err, want)
		}
	}
	if after := s.Requirements(); !slices.Equal(after, before) {
		t.Errorf("after Gets that failed the requirements are %v, before them %v", after, before)
	}
}

func TestImporter(t *testing.T) {
	proxy(t)
	s := modules.New()
	fset := token.NewFileSet()
	im := s.NewImporter(fset, std.Policy{})
	if _, err := im.Import("example.com/shapes"); err == nil {
		t.Error("a package of no module was imported")
	}
	get(t, s, "example.com/shapes@v1.0.0")
	p, err := im.Import("example.com/shapes")
	if err != nil {
		t.Fatal(err)
	}
	rect := p.Scope().Lookup("Rect")
	if pos := fset.Position(rect.Pos()).String(); !strings.HasPrefix(pos, "example.com/shapes@v1.0.0/shapes.go:") {
		t.Errorf("Rect is declared at %s", pos)
	}
	if !strings.Contains(s.Text("example.com/shapes@v1.0.0/shapes.go"), "type Rect struct") {
		t.Error("the set does not have the text of a file that was imported")
	}
	if files, info, set := im.Source(p); len(files) != 2 || info == nil || set != fset {
		t.Errorf("Source has %d files", len(files))
	}
	fmt, err := im.Import("fmt")
	if err != nil {
		t.Fatal(err)
	}
	if files, _, _ := im.Source(fmt); files != nil {
		t.Error("there is source for a package of the standard library")
	}
	if doc, ok := im.Doc("example.com/shapes", "Rect.Grow"); !ok || doc != "Grow makes it larger." {
		t.Errorf("the comment of Rect.Grow is %q, %t", doc, ok)
	}
	if _, ok := im.Doc("fmt", "Println"); ok {
		t.Error("the importer has comments of the standard library")
	}
	if paths := im.Packages(); !slices.Contains(paths, "example.com/shapes") || !slices.Contains(paths, "fmt") || slices.Contains(paths, "example.com/units") {
		t.Errorf("the packages on offer are %v", paths)
	}
}

// Completion imports packages while %get works.
func TestConcurrentUse(t *testing.T) {
	proxy(t)
	s := modules.New()
	get(t, s, "example.com/shapes@v1.0.0")
	im := s.NewImporter(token.NewFileSet(), std.Policy{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, path := range im.Packages() {
				if strings.HasPrefix(path, "example.com/") || path == "fmt" {
					p, err := im.Import(path)
					if err != nil {
						t.Error(err)
						continue
					}
					im.Source(p)
					im.Doc(path, "")
				}
			}
		})
	}
	get(t, s, "example.com/shapes@v1.1.0")
	wg.Wait()
}
