package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"gopost/interp/cell"
)

// builder makes the synthetic file of one cell.
type builder struct {
	s        *Session
	fset     *token.FileSet
	pkg      *types.Package
	cell     *cell.Cell
	ch       *Checked
	diags    []Diagnostic
	tolerant bool                  // for completion: give a result in spite of errors
	written  map[types.Object]note // what the cell says of its objects; nil until first needed

	// decls are the names at package level, by the identifiers that define
	// them; outer those of Body's outermost scope.
	decls, outer map[string]*ast.Ident
	outerIdents  map[*ast.Ident]bool
	imports      map[string]bool  // names that the cell's imports bind
	dots         []*types.Package // what the cell imports with a dot
	failed       map[string]bool  // and those that imports which failed would bind

	body  []ast.Stmt
	own   []*ast.ImportSpec // the cell's imports
	specs []*ast.ImportSpec // and those that it doesn't write down
	funcs []ast.Decl
	types []ast.Decl // type and constant declarations
	vars  []ast.Decl // hoisted variables
	late  []*lateMethod
	temps map[*ast.Ident]bool

	// aliases are stand-ins for session objects whose names the cell's hoisted
	// variables take, and aliasPackages the import paths of packages by such
	// names: see alias.go.
	aliases       map[*ast.Ident]types.Object
	aliasPackages map[string]string
	tempSeq       int
}

func newBuilder(s *Session, fset *token.FileSet, pkg *types.Package, number int, c *cell.Cell) *builder {
	return &builder{
		s:    s,
		fset: fset,
		pkg:  pkg,
		cell: c,
		ch: &Checked{
			Number: number, Source: c.Source, Fset: fset, Pkg: pkg,
			Info:        &types.Info{},
			Hoisted:     map[*ast.EmptyStmt]*ast.ValueSpec{},
			LateMethods: map[*ast.FuncDecl]*types.Func{},
			auto:        map[string]bool{},
		},
		decls:       map[string]*ast.Ident{},
		outer:       map[string]*ast.Ident{},
		outerIdents: map[*ast.Ident]bool{},
		imports:     map[string]bool{},
		failed:      map[string]bool{},
		temps:       map[*ast.Ident]bool{},
	}
}

// start is where synthetic nodes stand that have no place in the source.
func (b *builder) start() token.Pos { return token.Pos(b.cell.File.Base()) }

// build fills the builder from the cell's parts.
func (b *builder) build() {
	for _, d := range b.cell.Decls {
		b.decl(d)
	}
	for _, d := range b.cell.Decls {
		// After all types are known: a method of one of them is an ordinary one.
		if d, ok := d.(*ast.FuncDecl); ok && d.Recv != nil && !b.lateMethod(d) {
			b.funcs = append(b.funcs, d)
		}
	}
	b.statements()
	b.redeclared()
	b.importSpecs()
}

// decl sorts one declaration in.
func (b *builder) decl(d ast.Decl) {
	switch d := d.(type) {
	case *ast.GenDecl:
		b.types = append(b.types, d)
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				b.declare(spec.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					b.declare(name)
				}
			}
		}
	case *ast.FuncDecl:
		if d.Recv != nil {
			return
		}
		b.funcs = append(b.funcs, d)
		switch d.Name.Name {
		case "init":
			b.ch.Inits = append(b.ch.Inits, d)
			return
		case "main":
			b.ch.Main = d
		}
		b.declare(d.Name)
	}
}

func (b *builder) declare(name *ast.Ident) {
	if name.Name != "_" && b.decls[name.Name] == nil {
		b.decls[name.Name] = name
	}
}

// redeclared reports names that the cell defines both at package level and as
// a variable of its statements. For go/types these are different scopes; for
// the learner there is only one.
func (b *builder) redeclared() {
	for name, v := range b.outer {
		d := b.decls[name]
		if d == nil || d == v {
			continue
		}
		first, second := d, v
		if second.Pos() < first.Pos() {
			first, second = second, first
		}
		b.errorf(second.Pos(), "%s redeclared in this block\n\t%s: other declaration of %s", name, b.fset.Position(first.Pos()), name)
	}
}

// file makes the file for go/types.
func (b *builder) file() *ast.File {
	start, end := b.start(), b.start()+token.Pos(b.cell.File.Size())
	f := &ast.File{
		Package: start, Name: &ast.Ident{NamePos: start, Name: "main"},
		FileStart: start, FileEnd: end, Imports: b.specs, Comments: b.cell.Comments,
	}
	if len(b.specs) > 0 {
		g := &ast.GenDecl{TokPos: start, Tok: token.IMPORT, Lparen: start, Rparen: start}
		for _, spec := range b.specs {
			g.Specs = append(g.Specs, spec)
		}
		f.Decls = append(f.Decls, g)
	}
	decls := slices.Concat(b.types, b.vars, b.funcs)
	// In source order, for then "redeclared" is said of the later one.
	slices.SortStableFunc(decls, func(x, y ast.Decl) int { return int(x.Pos() - y.Pos()) })
	f.Decls = append(f.Decls, decls...)
	if len(b.body) > 0 {
		b.ch.Body = &ast.FuncDecl{
			Name: &ast.Ident{NamePos: start, Name: "_"},
			Type: &ast.FuncType{Func: start, Params: &ast.FieldList{Opening: start, Closing: start}},
			Body: &ast.BlockStmt{Lbrace: start, List: b.body, Rbrace: end},
		}
		f.Decls = append(f.Decls, b.ch.Body)
	}
	return f
}

// mentions calls f for each name that occurs below a node, whatever it means
// there: labels, fields and locals count too.
func mentions(n ast.Node, f func(*ast.Ident)) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			f(id)
		}
		return true
	})
}
