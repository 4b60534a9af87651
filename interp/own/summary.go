package own

import (
	"go/ast"
	"go/types"
	"slices"
)

// summary is what a function does to variables that its caller can see. It is
// empty for a function that has nothing to do with channels.
type summary struct {
	// uses are the outside variables that it reads before it gives them a
	// value, each once.
	uses []outsideUse
	// moves are the outside variables that are moved when it has returned.
	moves []*move
	// sets are the outside variables that it gives a value on every path.
	sets []place
	// params are the parameters whose argument it gives away.
	params []paramMove
	// calls are the parameters that it calls.
	calls []int
	// noReturn says that it never returns.
	noReturn bool
}

// outsideUse is where a function uses a variable from outside.
type outsideUse struct {
	placed
	drop bool // by Drop, which may be repeated
}

// paramMove is a parameter, or a field of one, that a function gives away.
type paramMove struct {
	index  int // receiver is the index of the receiver
	fields string
	move   *move
}

const receiver = -1

// gives says whether a place, or a part of it, has moved when the function has
// returned.
func (s *summary) gives(p place) bool {
	return slices.ContainsFunc(s.moves, func(m *move) bool { return p.holds(m.from.place) })
}

// funcSummary is the summary of a declared function: one of the cell, or one
// of the cells before. It is empty for all others.
func (p *pass) funcSummary(fn *types.Func) *summary {
	fn = fn.Origin()
	if s := p.funcs[fn]; s != nil {
		return s
	}
	decl := p.decls[fn]
	if decl == nil || decl.Body == nil {
		if s := p.earlier.funcs[fn]; s != nil {
			return s
		}
		return &summary{}
	}
	p.funcs[fn] = &summary{} // a recursive call counts for nothing
	params := paramsOf(p.info, decl)
	if p.late[decl] != nil && decl.Recv == nil {
		for obj := range params {
			params[obj]-- // the first is the receiver
		}
	}
	s := p.function(decl.Body, decl, params)
	p.funcs[fn] = s
	return s
}

// litSummary is the summary of a function literal.
func (p *pass) litSummary(lit *ast.FuncLit) *summary {
	if s := p.lits[lit]; s != nil {
		return s
	}
	p.lits[lit] = &summary{}
	params := map[types.Object]int{}
	number(p.info, params, lit.Type.Params)
	s := p.function(lit.Body, lit, params)
	p.lits[lit] = s
	return s
}

// paramsOf numbers the parameters of a declared function.
func paramsOf(info *types.Info, decl *ast.FuncDecl) map[types.Object]int {
	params := map[types.Object]int{}
	number(info, params, decl.Type.Params)
	if decl.Recv != nil {
		for _, f := range decl.Recv.List {
			for _, id := range f.Names {
				if obj := info.Defs[id]; obj != nil {
					params[obj] = receiver
				}
			}
		}
	}
	return params
}

func number(info *types.Info, params map[types.Object]int, list *ast.FieldList) {
	n := 0
	for _, f := range list.List {
		for _, id := range f.Names {
			if obj := info.Defs[id]; obj != nil {
				params[obj] = n
			}
			n++
		}
		if len(f.Names) == 0 {
			n++
		}
	}
}

// binding is the summary of the closure that a variable holds, nil when that
// is not known: the variable is assigned more than once, or is a parameter.
func (p *pass) binding(obj types.Object) *summary {
	if lit := p.closures[obj]; lit != nil {
		return p.litSummary(lit)
	}
	if p.closures != nil && p.assigned[obj] == 0 {
		return p.earlier.closures[obj]
	}
	return nil
}
