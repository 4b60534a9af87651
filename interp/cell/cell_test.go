package cell_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/printer"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/interp/cell"
)

var update = flag.Bool("update", false, "rewrite what testdata expects by what is")

// TestSplit runs the cells in testdata/split.txt. Each stands above a line of
// dashes; what it is split into stands below it, above a line of equals signs.
func TestSplit(t *testing.T) {
	file := filepath.Join("testdata", "split.txt")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var updated []string
	for _, test := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n====\n") {
		src, want, ok := strings.Cut(test, "\n----\n")
		if !ok {
			t.Fatalf("no line of dashes in %q", test)
		}
		fset := token.NewFileSet()
		c, errs := cell.Parse(fset, "In[7]", src)
		got := describe(fset, c, errs)
		updated = append(updated, src+"\n----\n"+got)
		if got != want && !*update {
			t.Errorf("cell:\n%s\nhave:\n%s\nwant:\n%s", src, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(updated, "\n====\n")+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// describe lists a cell's parts, each by its position and first line.
func describe(fset *token.FileSet, c *cell.Cell, errs scanner.ErrorList) string {
	var out strings.Builder
	part := func(what string, n ast.Node) {
		var code bytes.Buffer
		if err := printer.Fprint(&code, token.NewFileSet(), n); err != nil {
			code.WriteString(err.Error())
		}
		first, _, _ := strings.Cut(code.String(), "\n")
		pos := fset.Position(n.Pos())
		fmt.Fprintf(&out, "%s %d:%d %s\n", what, pos.Line, pos.Column, first)
	}
	for _, m := range c.Magics {
		fmt.Fprintf(&out, "magic %d:%d %s [%s] cell=%v\n", m.Pos.Line, m.Pos.Column, m.Name, m.Args, m.Cell)
	}
	if c.Package != nil {
		part("package", c.Package)
	}
	for _, d := range c.Imports {
		part("import", d)
	}
	for _, d := range c.Decls {
		part("decl", d)
	}
	for _, s := range c.Stmts {
		part("stmt", s)
	}
	for _, g := range c.Comments {
		for _, comment := range g.List {
			pos := fset.Position(comment.Pos())
			fmt.Fprintf(&out, "comment %d:%d %s\n", pos.Line, pos.Column, comment.Text)
		}
	}
	if c.Muted {
		out.WriteString("muted\n")
	}
	for _, e := range errs {
		fmt.Fprintf(&out, "error %v\n", e)
	}
	return strings.TrimSpace(out.String())
}

func TestParseOddBytes(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"empty", "", ""},
		{"carriage returns", "x := 1\r\nimport \"fmt\"\r\nfmt.Println(x)\r\n", "import 2:1 import \"fmt\"\nstmt 1:1 x := 1\nstmt 3:1 fmt.Println(x)"},
		{"carriage return in a raw string", "x := `a\r\nb`; func f() {}", "decl 2:5 func f() {\nstmt 1:1 x := `a"},
		{"byte order mark", "\ufeffx", "stmt 1:4 x"},
		{"not UTF-8", "a\nb\xffc", "error In[7]:2:2: the cell is not valid UTF-8 text (byte 0xff): save it as UTF-8, or write the byte in a string as \\xff"},
		{"null byte", "a\x00", "error In[7]:1:2: invalid NUL character"},
	}
	for _, tt := range tests {
		fset := token.NewFileSet()
		c, errs := cell.Parse(fset, "In[7]", tt.src)
		got := describe(fset, c, errs)
		if tt.name == "null byte" {
			if !strings.Contains(got, tt.want) {
				t.Errorf("%s: have\n%s\nwant\n%s", tt.name, got, tt.want)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("%s: have\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestPositionsAcrossCells(t *testing.T) {
	fset := token.NewFileSet()
	first, _ := cell.Parse(fset, "In[1]", "a := 1")
	second, _ := cell.Parse(fset, "In[2]", "\n  b := 2")
	if got := fset.Position(first.Stmts[0].Pos()).String(); got != "In[1]:1:1" {
		t.Errorf("first cell's statement is at %s", got)
	}
	if got := fset.Position(second.Stmts[0].Pos()).String(); got != "In[2]:2:3" {
		t.Errorf("second cell's statement is at %s", got)
	}
	if pos := second.Stmts[0].Pos(); second.File.Offset(pos) != 3 {
		t.Errorf("offset is %d", second.File.Offset(pos))
	}
}

// FuzzParse checks that no text makes Parse panic, and that every token of a
// valid cell is in exactly one of its parts.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"x := 1", "func f() {", ")(", "%%trace\nx\n%get y", "import \"fmt\"; x; func (t T) M() {}", "func(a int) int { return a }(3)",
		"L: for { break L }", "`raw", "/* c", "for i := 0; i < 3; i++ {}", "type T struct{}; const c = 1; var v = c", "package main\nfunc main() {}",
		"x := `a\r\n%b`\n}", "a\xffb", "if x := f(); x {} else {}", "\ufeff%x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		fset := token.NewFileSet()
		c, errs := cell.Parse(fset, "In[1]", src)
		cell.Complete(src)
		if len(errs) > 0 {
			return
		}
		if len(c.Source) != len(src) {
			t.Fatalf("Source has %d bytes for %d", len(c.Source), len(src))
		}
		var parts []ast.Node
		for _, d := range c.Imports {
			parts = append(parts, d)
		}
		for _, d := range c.Decls {
			parts = append(parts, d)
		}
		for _, s := range c.Stmts {
			parts = append(parts, s)
		}
		covered := make([]int, len(src)+1)
		for _, n := range parts {
			from, to := c.File.Offset(n.Pos()), c.File.Offset(min(n.End(), token.Pos(c.File.Base()+len(src))))
			for i := from; i < to; i++ {
				covered[i]++
			}
		}
		if c.Package != nil {
			covered[c.File.Offset(c.Package.Pos())]++
		}
		var s scanner.Scanner
		file := token.NewFileSet().AddFile("", -1, len(src))
		s.Init(file, []byte(c.Source), nil, 0)
		for {
			pos, tok, lit := s.Scan()
			if tok == token.EOF {
				break
			}
			at := file.Offset(pos)
			if tok == token.SEMICOLON || tok == token.PACKAGE {
				continue
			}
			if covered[at] != 1 {
				t.Fatalf("token %s %q at %d is in %d parts", tok, lit, at, covered[at])
			}
		}
	})
}
