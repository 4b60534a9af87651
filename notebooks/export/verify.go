package export

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
)

// verify gives main.go to go/types: a module that does not compile must never
// be written, even if it is we who are wrong.
func verify(module string, src []byte, importer types.Importer) error {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "main.go", src, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	conf := types.Config{
		GoVersion: "go1.26",
		Importer:  copies{module + "/internal/", importer},
		Sizes:     types.SizesFor("gc", "amd64"),
	}
	_, err = conf.Check(module, fset, []*ast.File{f}, nil)
	return err
}

// copies imports our packages for the module's copies of them.
type copies struct {
	prefix string
	from   types.Importer
}

func (c copies) Import(path string) (*types.Package, error) {
	if rest, ok := strings.CutPrefix(path, c.prefix); ok {
		path = "gopost/" + rest
	}
	return c.from.Import(path)
}
