package own

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// pass is the check of one package: a cell, or the files of a program.
type pass struct {
	fset    *token.FileSet
	info    *types.Info
	pkg     *types.Package
	earlier *memory
	// globalsMove says that package-level variables move into goroutines, as a
	// cell's variables do: functions of the cell make some of them package-level.
	globalsMove bool

	decls map[*types.Func]*ast.FuncDecl
	late  map[*ast.FuncDecl]*types.Func
	funcs map[*types.Func]*summary
	lits  map[*ast.FuncLit]*summary

	// assigned counts the assignments to a variable after its definition.
	assigned map[types.Object]int
	// closures are the variables that hold one function literal for ever, and
	// named those that hold a declared function.
	closures map[types.Object]*ast.FuncLit
	named    map[types.Object]bool
	// methods are the variables that hold a method of an mpsc handle.
	methods map[types.Object]*ast.SelectorExpr
	// ifs are the if statements that begin with a statement.
	ifs []*ast.IfStmt
	// targets are the expressions that the graph lists as nodes although they
	// are only assigned to.
	targets map[ast.Expr]bool
	// switched are the variables that a type switch defines, one a clause.
	switched map[*ast.AssignStmt][]types.Object

	findings []Finding
	known    map[foundKey][]told
}

// memory is what earlier cells have left: summaries of their functions and
// closures.
type memory struct {
	funcs    map[*types.Func]*summary
	closures map[types.Object]*summary
}

func newMemory() *memory {
	return &memory{map[*types.Func]*summary{}, map[types.Object]*summary{}}
}

func newPass(fset *token.FileSet, info *types.Info, pkg *types.Package, files []*ast.File, earlier *memory) *pass {
	p := &pass{
		fset: fset, info: info, pkg: pkg, earlier: earlier,
		decls:    map[*types.Func]*ast.FuncDecl{},
		funcs:    map[*types.Func]*summary{},
		lits:     map[*ast.FuncLit]*summary{},
		assigned: map[types.Object]int{},
		closures: map[types.Object]*ast.FuncLit{},
		named:    map[types.Object]bool{},
		methods:  map[types.Object]*ast.SelectorExpr{},
		targets:  map[ast.Expr]bool{},
		switched: map[*ast.AssignStmt][]types.Object{},
		known:    map[foundKey][]told{},
	}
	for _, file := range files {
		for _, d := range file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				if obj, ok := info.Defs[fn.Name].(*types.Func); ok {
					p.decls[obj] = fn
				}
			}
		}
		p.scan(file)
	}
	return p
}

// scan notes what the flow analysis needs to know beforehand.
func (p *pass) scan(root ast.Node) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, x := range n.Lhs {
				var value ast.Expr
				if len(n.Lhs) == len(n.Rhs) {
					value = n.Rhs[i]
				}
				p.bind(x, value)
			}
		case *ast.ValueSpec:
			for i, id := range n.Names {
				if len(n.Names) == len(n.Values) {
					p.bind(id, n.Values[i])
				}
			}
		case *ast.IncDecStmt:
			p.bind(n.X, nil)
		case *ast.RangeStmt:
			for _, x := range []ast.Expr{n.Key, n.Value} {
				if x != nil {
					p.targets[x] = true
					p.bind(x, nil)
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND { // it may be assigned to through the pointer
				p.bind(n.X, nil)
			}
		case *ast.IfStmt:
			if n.Init != nil {
				p.ifs = append(p.ifs, n)
			}
		case *ast.CommClause:
			if a, ok := n.Comm.(*ast.AssignStmt); ok {
				for _, x := range a.Lhs {
					p.targets[x] = true
				}
			}
		case *ast.TypeSwitchStmt:
			if a, ok := n.Assign.(*ast.AssignStmt); ok {
				for _, clause := range n.Body.List {
					if obj := p.info.Implicits[clause]; obj != nil {
						p.switched[a] = append(p.switched[a], obj)
					}
				}
			}
		}
		return true
	})
}

// bind notes that a variable gets a value. Its definition doesn't count as an
// assignment.
func (p *pass) bind(target, value ast.Expr) {
	id, ok := ast.Unparen(target).(*ast.Ident)
	if !ok {
		return
	}
	obj := p.object(id)
	if obj == nil {
		return
	}
	defines := p.info.Defs[id] != nil
	if lit, ok := unparen(value).(*ast.FuncLit); ok && (defines || p.assigned[obj] == 0 && p.closures[obj] == nil && p.info.Uses[id] != nil) {
		p.closures[obj] = lit
		return
	}
	if defines {
		p.bindFunc(obj, unparen(value))
		return
	}
	p.assigned[obj]++
	delete(p.closures, obj)
	delete(p.named, obj)
	delete(p.methods, obj)
}

// bindFunc notes that a variable holds a declared function or a method.
func (p *pass) bindFunc(obj types.Object, value ast.Expr) {
	switch value := value.(type) {
	case *ast.Ident:
		if _, ok := p.info.Uses[value].(*types.Func); ok {
			p.named[obj] = true
		}
	case *ast.SelectorExpr:
		if sel := p.info.Selections[value]; sel != nil && sel.Kind() == types.MethodVal {
			if fn, ok := sel.Obj().(*types.Func); ok && isChannelMethod(fn) {
				p.methods[obj] = value
			}
		}
	}
}

func unparen(e ast.Expr) ast.Expr {
	if e == nil {
		return nil
	}
	return ast.Unparen(e)
}

// sortMoves puts moves into source order, for findings that come in the same
// order each time.
func sortMoves(list []*move) {
	slices.SortFunc(list, func(a, b *move) int {
		return cmp.Or(cmp.Compare(a.pos(), b.pos()), cmp.Compare(a.from.String(), b.from.String()))
	})
}
