package std_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"gopost/interp/std"
)

func TestImporterLoadsEveryPackage(t *testing.T) {
	im := std.NewImporter(token.NewFileSet())
	paths := im.Packages()
	if len(paths) < 150 {
		t.Errorf("the tables hold %d packages, want at least 150", len(paths))
	}
	for _, path := range paths {
		p, err := im.Import(path)
		if err != nil {
			t.Errorf("Import(%q): %v", path, err)
			continue
		}
		if p.Path() != path || p.Name() != im.Name(path) || !p.Complete() {
			t.Errorf("Import(%q) = %v, complete: %t; its name in the index is %q", path, p, p.Complete(), im.Name(path))
		}
		again, err := im.ImportFrom(path, "/nowhere", 0)
		if err != nil || again != p {
			t.Errorf("a second import of %q gave another package (error: %v)", path, err)
		}
	}
}

func TestPackagesByName(t *testing.T) {
	im := std.NewImporter(token.NewFileSet())
	for name, want := range map[string][]string{
		"rand":     {"crypto/rand", "math/rand", "math/rand/v2"},
		"template": {"html/template", "text/template"},
		"mpsc":     {"gopost/mpsc"},
		"display":  {"gopost/display"},
		"exec":     nil, // refused
		"nothing":  nil,
	} {
		if got := im.Named(name); !slices.Equal(got, want) {
			t.Errorf("Named(%q) = %v, want %v", name, got, want)
		}
	}
}

// The program's packages share types (io.Writer, time.Duration), which must be
// the same whatever is imported first.
const program = `package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"iter"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"text/template"
	"time"

	"gopost/display"
	"gopost/mpsc"
)

type point struct{ X, Y int }

func (p point) String() string { return fmt.Sprint(p.X, p.Y) }

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	var _ fmt.Stringer = point{}
	var w io.Writer = bufio.NewWriter(os.Stdout)
	json.NewEncoder(w).Encode(map[string]int{"a": 1})
	template.Must(template.New("x").Parse("{{.}}")).Execute(w, 1)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", "/", strings.NewReader(""))
	if pe, ok := errors.AsType[*os.PathError](err); ok {
		fmt.Println(pe.Op, req)
	}
	s := slices.SortedFunc(numbers(3), cmp.Compare[int])
	sort.Sort(sort.Reverse(sort.IntSlice(s)))
	fmt.Println(slices.Max(s), slices.Collect(maps.Keys(map[string]int{})), rand.N(10))
	var wg sync.WaitGroup
	var p atomic.Pointer[point]
	wg.Go(func() { p.Store(&point{1, 2}) })
	wg.Wait()
	image.NewRGBA(image.Rect(0, 0, 1, 1)).Set(0, 0, color.White)
	tx, rx := mpsc.Channel[string]()
	mpsc.Must(0, tx.Send("hello"))
	tx.Drop()
	for m := range rx.Iter() {
		display.Show(display.Markdown(m))
	}
}
`

func TestTypeCheckWithoutToolchain(t *testing.T) {
	t.Setenv("GOROOT", filepath.Join(t.TempDir(), "none"))
	t.Setenv("PATH", "")
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "In[1]", program, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{
		Importer: std.NewImporter(fset),
		Error:    func(err error) { t.Error(err) },
	}
	conf.Check("main", fset, []*ast.File{f}, nil) // errors go to conf.Error
}

func TestImporterErrors(t *testing.T) {
	im := std.NewImporter(token.NewFileSet())
	for _, path := range []string{"", "nosuch", "doc/gopost/mpsc", "internal/abi", "github.com/a/b"} {
		if p, err := im.Import(path); err == nil {
			t.Errorf("Import(%q) = %v, want an error", path, p)
		}
	}
}

func TestConcurrentImports(t *testing.T) {
	im := std.NewImporter(token.NewFileSet())
	paths := im.Packages()[:40]
	got := make([][]*types.Package, 4)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() {
			for _, path := range paths {
				p, err := im.Import(path)
				if err != nil {
					t.Error(err)
					return
				}
				p.Scope().Lookup(p.Scope().Names()[0])
				got[i] = append(got[i], p)
			}
		})
	}
	wg.Wait()
	for _, g := range got[1:] {
		if !slices.Equal(g, got[0]) {
			t.Error("two goroutines got different packages for the same paths")
		}
	}
}

func TestPositionsNameNoMachine(t *testing.T) {
	fset := token.NewFileSet()
	p, err := std.NewImporter(fset).Import("fmt")
	if err != nil {
		t.Fatal(err)
	}
	if name := fset.Position(p.Scope().Lookup("Println").Pos()).Filename; name != "fmt/print.go" {
		t.Errorf("fmt.Println is declared in %q, want fmt/print.go", name)
	}
}

// Tables of another release accept what the compiler of go.mod's release
// doesn't, or the reverse.
func TestTablesAreOfThisRelease(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(mod), "\ngo ")
	version, _, _ := strings.Cut(rest, "\n")
	if want := minor("go" + strings.TrimSpace(version)); minor(std.Release()) != want {
		t.Errorf("the tables describe %s, but go.mod says %s: run `go generate ./interp/std` with that release and commit the result",
			std.Release(), want)
	}
}

// minor cuts go1.26.8 to go1.26.
func minor(release string) string {
	parts := strings.SplitN(release, ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}

func TestRefused(t *testing.T) {
	im := std.NewImporter(token.NewFileSet())
	for _, path := range []string{"os/exec", "syscall", "plugin", "unsafe", "runtime/cgo", "embed"} {
		reason, refused := (std.Policy{}).Refused(path)
		if !refused || reason == "" {
			t.Errorf("Refused(%q) = %q, %t, want a reason", path, reason, refused)
		}
		if slices.Contains(im.Packages(), path) {
			t.Errorf("Packages lists %s, which is refused", path)
		}
	}
	if reason, refused := (std.Policy{}).Refused("fmt"); refused {
		t.Errorf("fmt is refused: %s", reason)
	}
	if _, refused := (std.Policy{}).RefusedName("os", "StartProcess"); !refused {
		t.Error("os.StartProcess is not refused, though os/exec is")
	}
}

func TestRefusedForTrustedUse(t *testing.T) {
	trusted := std.Policy{Trusted: true}
	im := trusted.NewImporter(token.NewFileSet())
	for _, path := range []string{"os/exec", "net/http/cgi"} {
		if reason, _ := (std.Policy{}).Refused(path); !strings.Contains(reason, "`gopost install --trusted`") {
			t.Errorf("%s is refused without a word of the flag that offers it: %s", path, reason)
		}
		if reason, refused := trusted.Refused(path); refused {
			t.Errorf("%s is refused in trusted use: %s", path, reason)
		}
		if !slices.Contains(im.Packages(), path) {
			t.Errorf("the importer for trusted use does not list %s", path)
		}
		if _, err := im.Import(path); err != nil {
			t.Errorf("%s is for trusted use, but can't be imported: %v", path, err)
		}
	}
	if reason, refused := trusted.RefusedName("os", "StartProcess"); refused {
		t.Errorf("os.StartProcess is refused in trusted use: %s", reason)
	}
	for _, path := range []string{"syscall", "plugin", "unsafe", "runtime/cgo", "embed"} {
		if reason, refused := trusted.Refused(path); !refused || strings.Contains(reason, "trusted") {
			t.Errorf("in trusted use, Refused(%q) = %q, %t, want a reason that trust does not change", path, reason, refused)
		}
	}
	if path, _ := trusted.RefusedNamed("exec"); path != "" {
		t.Errorf("in trusted use, a package named exec is refused: %s", path)
	}
}

func BenchmarkSevenCommonPackages(b *testing.B) {
	for b.Loop() {
		im := std.NewImporter(token.NewFileSet())
		for _, path := range []string{"fmt", "strings", "time", "sync", "errors", "os", "sort"} {
			if _, err := im.Import(path); err != nil {
				b.Fatal(err)
			}
		}
	}
}
