package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// Checked is a cell that go/types has accepted: what the later stages (own,
// lower) work on.
//
// The cell is one synthetic file of package main. Its imports and declarations
// stand at the top level; its statements stand, in source order, in the body
// of one function, Body. Variables that the statements define at the outermost
// level are session variables: they are listed in Defs and live on after the
// cell. Most of them are locals of Body for go/types, so that Go's own rules
// (scope starts after the statement, := needs a new name) apply. A variable
// that one of the cell's own function declarations reads must be visible to
// it, so it is hoisted: declared at package level, with a placeholder left in
// Body where its assignment runs.
//
// Every variable is initialised by a statement or a placeholder in Body. In a
// cell that is a program or a part of one (no statements, but functions or a
// package clause) all variables are hoisted, and the placeholders stand in the
// order in which Go initialises a package.
type Checked struct {
	Number int            // the n of In[n]
	Source string         // the cell's Go text: magics blanked out, same length and lines
	Fset   *token.FileSet // positions resolve to file "In[n]", line, column
	File   *ast.File
	Body   *ast.FuncDecl  // nil when the cell has no statements
	Info   *types.Info    // all maps are filled, Instances and Scopes included
	Pkg    *types.Package // its Scope is made anew by the next Check: use Defs and Info

	// Imports are the packages the cell imports by name, preloaded and
	// automatically added ones included when the cell uses them.
	Imports []*types.PkgName

	// Defs are the objects the cell adds to the session in source order:
	// package-level functions, types, constants, variables, and the outermost
	// variables, constants and types of Body. Methods are not listed.
	Defs []types.Object

	// Hoisted maps a placeholder statement in Body.List to the package-level
	// declaration whose initialisation runs there. A hoisted := that redefines
	// some names and assigns others is split in two, the second part an
	// ordinary assignment after the placeholder.
	Hoisted map[*ast.EmptyStmt]*ast.ValueSpec

	// Temps are the temporaries of such splits: package-level variables that
	// only the assignment after the placeholder reads. They are not in Defs.
	Temps []*types.Var

	// LateMethods are methods declared on a type of an earlier cell. The
	// FuncDecl is in File as an ordinary function with the receiver as its
	// first parameter, and the method has been added to the *types.Named. A method
	// of a generic type stays a method in File: its receiver declares type
	// parameters. Those that the function's body has are not the ones of the
	// method that was added.
	LateMethods map[*ast.FuncDecl]*types.Func

	// Epoch counts how often generic types of the session have got other methods
	// than they had. Instances in what a check returned know the new ones; those
	// that a later stage has made itself in an earlier epoch must go through
	// [Renew].
	Epoch int

	// Main is the cell's func main, to be called after Body; nil for none.
	Main *ast.FuncDecl

	// Inits are the cell's init functions, in source order. They run before
	// Main and after the initialisation of variables.
	Inits []*ast.FuncDecl

	// Result is the last statement's expression when its value is the cell's
	// result: not for calls without results, not for fmt's printing functions.
	// It is the X of an *ast.ExprStmt, the last of Body.List. A call with
	// several results has a *types.Tuple as its type; a constant may have an
	// untyped type, and then fits its default type.
	Result ast.Expr

	methods []*methodEdit
	auto    map[string]bool  // names of packages that no cell imports
	dots    []*types.Package // imported with a dot
}

// AutoImports are the packages that the cell uses without an import of its own
// or of an earlier cell, sorted by path. gopost's own, which need none, are not
// among them.
func (c *Checked) AutoImports() []string {
	paths := map[string]bool{}
	for _, obj := range c.Info.Uses {
		if p, ok := obj.(*types.PkgName); ok && c.auto[p.Name()] {
			paths[p.Imported().Path()] = true
		}
	}
	for _, own := range preloaded() {
		delete(paths, own)
	}
	return slices.Sorted(maps.Keys(paths))
}
