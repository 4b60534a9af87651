package own

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// Analyzer is the ownership pass for ordinary Go packages, in the form in which
// go vet and its relatives take checks. It reports only errors: warnings are
// for learners.
var Analyzer = &analysis.Analyzer{
	Name: "own",
	Doc: `report values that are used after they were sent, dropped or given to a goroutine

What is sent through a channel of package mpsc belongs to the receiver:

	s := "hello"
	tx.Send(s)
	fmt.Println(s) // wrong: s was given away

	tx.Send(strings.Clone(s)) // right: a copy was given away
	fmt.Println(s)

A goroutine that works with a channel takes what it captures:

	go func() { tx.Send("one") }()
	tx.Send("two") // wrong: tx was given to the goroutine

	tx2 := tx.Clone() // right: each has a sender of its own
	go func() { tx2.Send("one") }()
	tx.Send("two")`,
	URL: "https://doc.rust-lang.org/error_codes/E0382.html",
	Run: func(p *analysis.Pass) (any, error) {
		for _, f := range Files(p.Fset, p.Files, p.TypesInfo, p.Pkg) {
			if f.Warning {
				continue
			}
			d := analysis.Diagnostic{Pos: f.pos, Category: f.Code, Message: plain(f.Msg) + " (" + f.Code + ")"}
			for _, l := range f.Labels {
				d.Related = append(d.Related, analysis.RelatedInformation{Pos: l.pos, End: l.end, Message: l.Text})
			}
			p.Report(d)
		}
		return nil, nil
	},
}

// Files follows the values of a whole package, and returns what is wrong in
// the order of files and lines. Package-level variables are no one's own: they
// move when they are sent, but not into goroutines.
func Files(fset *token.FileSet, files []*ast.File, info *types.Info, pkg *types.Package) []Finding {
	if !mentionsChannels(info) {
		return nil
	}
	p := newPass(fset, info, pkg, files, newMemory())
	for _, file := range files {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Body != nil {
					p.declared(d)
				}
			case *ast.GenDecl:
				p.literals(d)
			}
		}
	}
	return p.sorted()
}

// literals analyses the functions in the initial values of package-level
// variables.
func (p *pass) literals(d *ast.GenDecl) {
	ast.Inspect(d, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if ok {
			p.litSummary(lit)
		}
		return !ok
	})
}
