package symbols_test

import (
	"bytes"
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/traefik/yaegi/interp"

	"gopost/interp/std"
	"gopost/interp/std/symbols"
)

// Every exported name of every package is a symbol, or generic, or refused.
func TestEveryNameHasASymbol(t *testing.T) {
	im := std.NewImporter(token.NewFileSet())
	for _, path := range im.Packages() {
		p, err := im.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		table, ok := symbols.Symbols(path)
		if !ok {
			t.Errorf("package %s has types and no symbols: run `go generate ./interp/std`", path)
			continue
		}
		generic := symbols.Generic(path)
		for _, name := range p.Scope().Names() {
			obj := p.Scope().Lookup(name)
			if !obj.Exported() {
				continue
			}
			_, refused := (std.Policy{Trusted: true}).RefusedName(path, name)
			v, found := table[name]
			if found == (refused || slices.Contains(generic, name)) {
				t.Errorf("%s.%s: symbol: %t, refused: %t, generic: %v; want exactly one", path, name, found, refused, generic)
			}
			if found {
				checkKind(t, obj, v)
			}
		}
	}
}

// checkKind compares a symbol with the object that go/types knows.
func checkKind(t *testing.T, obj types.Object, v reflect.Value) {
	t.Helper()
	ok := true
	switch obj := obj.(type) {
	case *types.Func:
		ok = v.Kind() == reflect.Func && v.Type().NumIn() == obj.Signature().Params().Len()
	case *types.TypeName:
		ok = v.Kind() == reflect.Pointer && v.IsNil()
	case *types.Var:
		ok = v.CanAddr()
	case *types.Const:
		c, isConstant := v.Interface().(constant.Value)
		basic, isBasic := obj.Type().(*types.Basic)
		untyped := isBasic && basic.Info()&types.IsUntyped != 0 && basic.Kind() != types.UntypedBool
		if ok = isConstant == untyped; !isConstant {
			c = constantOf(v)
		}
		ok = ok && constant.Compare(c, token.EQL, obj.Val())
	}
	if !ok {
		t.Errorf("the symbol of %v is %v", obj, v)
	}
}

// constantOf makes the value of a typed constant comparable with that of
// go/types: both must be this platform's.
func constantOf(v reflect.Value) constant.Value {
	switch {
	case v.CanInt():
		return constant.MakeInt64(v.Int())
	case v.CanUint():
		return constant.MakeUint64(v.Uint())
	case v.CanFloat():
		return constant.MakeFloat64(v.Float())
	case v.Kind() == reflect.Bool:
		return constant.MakeBool(v.Bool())
	}
	return constant.MakeString(v.String())
}

func TestGeneric(t *testing.T) {
	for path, names := range map[string][]string{
		"slices":      {"Max", "Collect", "SortFunc"},
		"maps":        {"Keys"},
		"cmp":         {"Compare", "Ordered"},
		"iter":        {"Pull", "Seq"},
		"errors":      {"AsType"},
		"sync":        {"OnceValue"},
		"sync/atomic": {"Pointer"},
		"gopost/mpsc": {"Channel", "Sender", "SendError"},
	} {
		for _, name := range names {
			if !slices.Contains(symbols.Generic(path), name) {
				t.Errorf("Generic(%q) lacks %s", path, name)
			}
		}
	}
	if got := symbols.Generic("strings"); len(got) > 0 {
		t.Errorf("Generic(strings) = %v, want none", got)
	}
}

// A program that links the tables pays nothing for them before it uses them:
// the runtime, which lists every package that has something to initialise,
// doesn't list this one.
func TestNothingIsInitialised(t *testing.T) {
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !bytes.Contains(out, []byte("init runtime @")) {
		t.Fatalf("no trace of initialisations in:\n%s", out)
	}
	if bytes.Contains(out, []byte("init gopost/interp/std/symbols ")) {
		t.Errorf("package symbols has something to initialise:\n%s", out)
	}
}

func TestUnknownPackage(t *testing.T) {
	if table, ok := symbols.Symbols("nosuch"); ok {
		t.Errorf("Symbols(nosuch) = %v, want none", table)
	}
	if table, ok := symbols.Symbols("syscall"); ok {
		t.Errorf("Symbols(syscall) = %v, want none: it is refused", table)
	}
}

func TestExportsBringWhatAPackageNeeds(t *testing.T) {
	exports := symbols.Exports("bufio", "nosuch")
	for _, key := range []string{"bufio/bufio", "io/io", "."} {
		if exports[key] == nil {
			t.Errorf("Exports(bufio) has no %q", key)
		}
	}
	if exports["fmt/fmt"] != nil {
		t.Error("Exports(bufio) has fmt, which bufio doesn't mention")
	}
}

func TestMapTypesAreKeyedBySymbols(t *testing.T) {
	for _, path := range []string{"fmt", "log", "encoding/json", "encoding/xml", "io"} {
		table, _ := symbols.Symbols(path)
		choices := symbols.MapTypes(path)
		if len(choices) == 0 {
			t.Errorf("MapTypes(%q) is empty", path)
		}
		for key := range choices {
			if !slices.Contains(slices.Collect(values(table)), key) {
				t.Errorf("MapTypes(%q) holds %v, which is no symbol of the package", path, key)
			}
		}
	}
}

func values(table map[string]reflect.Value) func(func(reflect.Value) bool) {
	return func(yield func(reflect.Value) bool) {
		for _, v := range table {
			if !yield(v) {
				return
			}
		}
	}
}

func TestInterpreterRunsOnTheTablesAlone(t *testing.T) {
	const program = `package main

import (
	"bufio"
	"fmt"
	"sort"
	"strings"
	"time"
)

type letter struct{ to string }

func (l letter) String() string { return "letter to " + l.to }

type slow struct{ text string; at int }

func (s *slow) Read(p []byte) (int, error) {
	if s.at == len(s.text) {
		return 0, fmt.Errorf("end")
	}
	s.at++
	return copy(p, s.text[s.at-1:s.at]), nil
}

func main() {
	words := strings.Fields("the quick brown fox")
	sort.Strings(words)
	fmt.Println(words, 90*time.Minute, letter{"Ann"})
	line, err := bufio.NewReader(&slow{text: "one\ntwo"}).ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
}
`
	var out bytes.Buffer
	i := interp.New(interp.Options{Stdout: &out})
	if err := i.Use(symbols.Exports("bufio", "fmt", "sort", "strings", "time")); err != nil {
		t.Fatal(err)
	}
	if _, err := i.Eval(program); err != nil {
		t.Fatal(err)
	}
	const want = "[brown fox quick the] 1h30m0s letter to Ann\n\"one\\n\" <nil>\n"
	if out.String() != want {
		t.Errorf("the program printed %q, want %q", out.String(), want)
	}
}

// The two tables are made in one run, from one release.
func TestSameReleaseAsTypes(t *testing.T) {
	if symbols.Release != std.Release() || !strings.HasPrefix(symbols.Release, "go1.") {
		t.Errorf("the symbols are from %q, the types from %q: run `go generate ./interp/std`", symbols.Release, std.Release())
	}
}
