package difftest_test

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// unit is a piece of source that a cell can hold: a declaration, or one of those
// that a group in brackets holds. Constants stay together: iota counts them.
type unit struct {
	node ast.Node
	// keyword is what a unit from a group lacks: "type " or "var ".
	keyword string
}

// isType says whether a unit declares types.
func (u unit) isType() bool {
	_, ok := u.node.(*ast.TypeSpec)
	return ok
}

// units takes a declaration apart.
func units(d ast.Decl) (list []unit) {
	g, ok := d.(*ast.GenDecl)
	if !ok || g.Tok == token.CONST {
		return []unit{{node: d}}
	}
	for _, spec := range g.Specs {
		list = append(list, unit{spec, g.Tok.String() + " "})
	}
	return list
}

// order puts the declarations of a program, without imports and func main, in
// groups: a group needs only what stands in it and in earlier groups. It keeps to
// the order of the source where it can. Functions named init come last, for they
// run when all variables have their values.
func order(file *ast.File, info *types.Info) (groups [][]unit) {
	g := &graph{info: info, owner: map[types.Object]int{}, methods: map[types.Object][]int{}}
	var inits [][]unit
	for _, d := range file.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
			continue
		}
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "main" {
			continue
		} else if ok && f.Recv == nil && f.Name.Name == "init" {
			inits = append(inits, units(d))
			continue
		}
		for _, u := range units(d) {
			g.add(u)
		}
	}
	g.connect()
	for _, component := range g.components() {
		var group []unit
		for _, i := range component {
			group = append(group, g.units[i])
		}
		groups = append(groups, group)
	}
	return append(groups, inits...)
}

// graph is which declaration needs which.
type graph struct {
	info    *types.Info
	units   []unit
	owner   map[types.Object]int   // the unit that declares an object, methods included
	methods map[types.Object][]int // of a type
	edges   [][]int
}

// add takes up a unit and what it declares.
func (g *graph) add(u unit) {
	n := len(g.units)
	g.units = append(g.units, u)
	names := func(spec ast.Spec) {
		if v, ok := spec.(*ast.ValueSpec); ok {
			for _, name := range v.Names {
				g.owner[g.info.Defs[name]] = n
			}
		}
	}
	switch node := u.node.(type) {
	case *ast.FuncDecl:
		f := g.info.Defs[node.Name]
		g.owner[f] = n
		if t := receiver(f); t != nil {
			g.methods[t] = append(g.methods[t], n)
		}
	case *ast.TypeSpec:
		g.owner[g.info.Defs[node.Name]] = n
	case *ast.ValueSpec:
		names(node)
	case *ast.GenDecl:
		for _, spec := range node.Specs {
			names(spec)
		}
	}
}

// receiver is the type that a method belongs to, nil for a function.
func receiver(f types.Object) types.Object {
	recv := f.Type().(*types.Signature).Recv()
	if recv == nil {
		return nil
	}
	return namedOf(recv.Type())
}

func namedOf(t types.Type) types.Object {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// connect fills the edges. Code that has to do with a type needs its methods
// too, which an interface might call without naming them.
func (g *graph) connect() {
	g.edges = make([][]int, len(g.units))
	for i, u := range g.units {
		ast.Inspect(u.node, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if j, known := g.owner[origin(g.info.Uses[id])]; known {
					g.need(i, j)
				}
			}
			return true
		})
	}
	near := make([][]int, len(g.units))
	for i := range g.units {
		near[i] = g.typesOf(i)
	}
	for i, u := range g.units {
		if u.isType() {
			continue
		}
		for _, j := range near[i] {
			t := g.info.Defs[g.units[j].node.(*ast.TypeSpec).Name]
			for _, m := range g.methods[t] {
				if !slices.Contains(g.methods[t], i) || g.wholeReceiver(i) {
					g.need(i, m)
				}
			}
		}
	}
	// Variables get their values in the order that Go gives them.
	last := -1
	for _, in := range g.info.InitOrder {
		if len(in.Lhs) == 0 {
			continue
		}
		if i, ok := g.owner[in.Lhs[0]]; ok {
			if last >= 0 {
				g.need(i, last)
			}
			last = i
		}
	}
}

func origin(o types.Object) types.Object {
	switch o := o.(type) {
	case *types.Func:
		return o.Origin()
	case *types.Var:
		return o.Origin()
	}
	return o
}

func (g *graph) need(i, j int) {
	if i != j && !slices.Contains(g.edges[i], j) {
		g.edges[i] = append(g.edges[i], j)
	}
}

// typesOf lists the type declarations that unit i mentions, and those
// which these mention in turn.
func (g *graph) typesOf(i int) []int {
	var found []int
	var visit func(int)
	visit = func(i int) {
		for _, j := range g.edges[i] {
			if g.units[j].isType() && !slices.Contains(found, j) {
				found = append(found, j)
				visit(j)
			}
		}
	}
	visit(i)
	return found
}

// wholeReceiver says whether a method uses a value of its type as a whole, so
// that other methods may be called through an interface.
func (g *graph) wholeReceiver(i int) bool {
	f, ok := g.units[i].node.(*ast.FuncDecl)
	if !ok || f.Body == nil {
		return false
	}
	own := receiver(g.info.Defs[f.Name])
	based := map[*ast.Ident]bool{}
	whole := false
	ast.Inspect(f.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok {
				based[id] = true
			}
		case *ast.Ident:
			obj := g.info.Uses[n]
			if obj == own {
				whole = true
			} else if v, ok := obj.(*types.Var); ok && !based[n] && namedOf(v.Type()) == own {
				whole = true
			}
		}
		return true
	})
	return whole
}

// components are the strongly connected components, those that are needed
// first, each in source order (Tarjan's algorithm).
func (g *graph) components() (all [][]int) {
	const unseen = 0
	index := make([]int, len(g.units))
	low := make([]int, len(g.units))
	onStack := make([]bool, len(g.units))
	var stack []int
	next := 1
	var visit func(int)
	visit = func(i int) {
		index[i], low[i] = next, next
		next++
		stack = append(stack, i)
		onStack[i] = true
		for _, j := range slices.Sorted(slices.Values(g.edges[i])) {
			if index[j] == unseen {
				visit(j)
				low[i] = min(low[i], low[j])
			} else if onStack[j] {
				low[i] = min(low[i], index[j])
			}
		}
		if low[i] != index[i] {
			return
		}
		at := slices.Index(stack, i)
		component := slices.Clone(stack[at:])
		for _, j := range component {
			onStack[j] = false
		}
		stack = stack[:at]
		slices.Sort(component)
		all = append(all, component)
	}
	for i := range g.units {
		if index[i] == unseen {
			visit(i)
		}
	}
	return all
}
