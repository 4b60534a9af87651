package lower_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"strings"
	"testing"

	"gopost/interp/engine/link"
)

// TestLink compares the declarations that library sources are checked against
// with the compiled functions they stand for.
func TestLink(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "lib/gopost/link/link.go.txt", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	compiled := link.Symbols()["gopost/link/link"]
	for _, d := range f.Decls {
		fd, ok := d.(*ast.FuncDecl)
		if !ok || fd.Body != nil {
			continue
		}
		want := "func(" + fieldTypes(fd.Type.Params) + ")"
		switch results := fieldTypes(fd.Type.Results); {
		case strings.Contains(results, ", "):
			want += " (" + results + ")"
		case results != "":
			want += " " + results
		}
		v, ok := compiled[fd.Name.Name]
		if !ok || v.Kind() != reflect.Func {
			t.Errorf("package link has no function %s", fd.Name.Name)
			continue
		}
		if got := strings.NewReplacer("interface {}", "any", "uint8", "byte").Replace(v.Type().String()); got != want {
			t.Errorf("link.%s is a %s, but library sources are checked against %s", fd.Name.Name, got, want)
		}
	}
}

// fieldTypes lists the types of parameters or results.
func fieldTypes(fields *ast.FieldList) string {
	if fields == nil {
		return ""
	}
	var list []string
	for _, f := range fields.List {
		for range max(1, len(f.Names)) {
			list = append(list, types.ExprString(f.Type))
		}
	}
	return strings.Join(list, ", ")
}
