package refused_test

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopost/interp/refused"
	"gopost/interp/std"
)

var update = flag.Bool("update", false, "write refused.md instead of comparing it")

// mostConstructs is what the list may hold at most.
const mostConstructs = 14

// otherMessages are errors in the code of the stages that are no refusals of
// what Go accepts: those of the Go compiler, in its words, and guards in front
// of what go/types has excluded.
func otherMessages() []string {
	return []string{
		// check, which says what the compiler says
		"missing function body",
		"%s redeclared in this block\n\t%s: other declaration of %s",
		"no new variables on left side of :=",
		"invalid import path: %s",
		"invalid import path (empty string)",
		"%q imported and not used",
		"%q imported as %s and not used",
		"%v", // an importer's
		"method %s.%s already declared at %s",
		"invalid receiver type %s (pointer or interface type)",
		"field and method with the same name %s\n\t%s: other declaration of %s",
		"use of untyped nil: it has no value to show",
		"cannot use %s (%s constant %s) as %s value in result (overflows)",
		"the type checker failed on this cell (%v): write it in another way, and please report it",
		// lower, where no cell gets that go/types has accepted
		"the builtin %s can't be used in a cell",
		"a constant of type %s can't be used here",
		"this kind of expression can't be used in a cell yet",
		"%s can't be used as a value",
		"this expression can't be instantiated in a cell",
		"nil can't be compared with nil",
		"a literal of type %s can't be written in a cell",
		"this expression has no type",
		"this %s can't be run in a cell yet",
		"ranging over %s can't be run in a cell yet",
		"the method %s can't be called here yet",
		"the method %s of %s can't be called in a cell yet",
		"this kind of statement can't be used in a cell yet",
		"the type %s can't be used in a cell",
	}
}

// TestEveryRefusalIsListed compares the list with the refusals in the code of the
// stages that a cell passes.
func TestEveryRefusalIsListed(t *testing.T) {
	inCode := map[string]string{} // where, by message
	for dir, funcs := range map[string][]string{
		"../check": {"errorf"}, "../lower": {"refuse"}, "../modules": {"refuse"},
	} {
		for message, pos := range messages(t, dir, funcs) {
			inCode[message] = pos
		}
	}
	listed := map[string]string{} // by which construct
	for _, c := range refused.List() {
		for _, m := range c.Messages {
			if other, twice := listed[m]; twice {
				t.Errorf("%q and %q both list the refusal %q", other, c.Name, m)
			}
			listed[m] = c.Name
			if inCode[m] == "" {
				t.Errorf("%q lists %q, which is refused nowhere any more: take it from the list, in list.go", c.Name, m)
			}
		}
	}
	for m, pos := range inCode {
		if listed[m] == "" && !slices.Contains(otherMessages(), m) {
			t.Errorf("%s: the refusal %q is in no construct of the list: add it in list.go, or here to the errors that are no refusals", pos, m)
		}
	}
	for _, m := range otherMessages() {
		if inCode[m] == "" {
			t.Errorf("%q is said nowhere any more: take it from the errors that are no refusals", m)
		}
	}
}

// messages are the format strings that a package's code refuses with: arguments
// of the functions of those names, and of a Refusal's message.
func messages(t *testing.T, dir string, funcs []string) map[string]string {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no code in %s: %v", dir, err)
	}
	fset := token.NewFileSet()
	found := map[string]string{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			var from []ast.Node
			switch n := n.(type) {
			case *ast.CallExpr:
				if slices.Contains(funcs, called(n)) {
					for _, a := range n.Args {
						from = append(from, a)
					}
				}
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok && (id.Name == "Msg" || id.Name == "Reason") {
					if call, ok := n.Value.(*ast.CallExpr); ok {
						from = append(from, call.Args[0])
					} else {
						from = append(from, n.Value)
					}
				}
			}
			for _, x := range from {
				if lit, ok := x.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if text, err := strconv.Unquote(lit.Value); err == nil {
						found[text] = fset.Position(lit.Pos()).String()
						break
					}
				}
			}
			return true
		})
	}
	return found
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// TestPolicyIsListed compares the list with what std's policy keeps from cells.
func TestPolicyIsListed(t *testing.T) {
	kept := std.Policy{}.Kept()
	listed := map[string]bool{}
	for _, c := range refused.List() {
		for _, name := range c.Std {
			if listed[name] {
				t.Errorf("%s is listed twice", name)
			}
			listed[name] = true
			if !slices.Contains(kept, name) {
				t.Errorf("%q lists %s, which the policy does not refuse", c.Name, name)
			}
		}
	}
	for _, name := range kept {
		if !listed[name] {
			t.Errorf("%s is refused by policy and in no construct of the list", name)
		}
	}
}

func TestShortList(t *testing.T) {
	list := refused.List()
	if len(list) > mostConstructs {
		t.Errorf("the list has %d constructs, more than %d", len(list), mostConstructs)
	}
	for _, c := range list {
		for what, text := range map[string]string{"Why": c.Why, "Instead": c.Instead} {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s of %q is no sentence: %q", what, c.Name, text)
			}
		}
		if c.Example == "" || len(c.Messages)+len(c.Std) == 0 {
			t.Errorf("%q lacks an example, or what connects it with the code", c.Name)
		}
	}
}

func TestPage(t *testing.T) {
	if *update {
		if err := os.WriteFile("refused.md", []byte(refused.Markdown()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile("refused.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(page) != refused.Markdown() {
		t.Error("refused.md is not what the list says: run `go generate ./interp/refused`")
	}
	for line := range strings.Lines(refused.Text()) {
		if len(line) > 80 {
			t.Errorf("a line of the text is too long: %s", line)
		}
	}
}
