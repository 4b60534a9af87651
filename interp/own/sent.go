package own

import (
	"go/ast"
	"go/token"
	"go/types"
)

// parts are the variables that become part of the value of an expression when
// it is given away.
func (p *pass) parts(e ast.Expr) []placed {
	var list []placed
	p.addParts(e, &list)
	return list
}

func (p *pass) addParts(e ast.Expr, list *[]placed) {
	e = ast.Unparen(e)
	if at, ok := p.placeOf(e); ok {
		if moves(at.typ) && !p.captureless(at) {
			*list = append(*list, at)
			if id, ok := e.(*ast.Ident); ok {
				p.addBinding(p.object(id), e, list)
			}
		}
		return
	}
	switch e := e.(type) {
	case *ast.CompositeLit:
		for _, part := range elements(p.info, e) {
			p.addParts(part, list)
		}
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			p.addParts(e.X, list)
		}
	case *ast.SliceExpr:
		if t := p.info.TypeOf(e.X); t != nil && !isString(t) { // a part of a string is a string of its own
			p.addParts(e.X, list)
		}
	case *ast.FuncLit:
		*list = append(*list, p.owned(p.captures(e))...)
	case *ast.CallExpr:
		p.addCallParts(e, list)
	}
}

// addCallParts adds what becomes part of a call's result: the operands of
// append, and those of conversions that copy nothing.
func (p *pass) addCallParts(call *ast.CallExpr, list *[]placed) {
	if tv := p.info.Types[call.Fun]; tv.IsType() {
		if len(call.Args) == 1 && keeps(p.info.TypeOf(call.Args[0]), tv.Type) {
			p.addParts(call.Args[0], list)
		}
		return
	}
	b, ok := p.callee(call).(*types.Builtin)
	if !ok || b.Name() != "append" {
		return
	}
	for i, arg := range call.Args {
		if i > 0 && call.Ellipsis.IsValid() {
			return // the elements are copied
		}
		p.addParts(arg, list)
	}
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// keeps says whether a conversion leaves the value as it is.
func keeps(from, to types.Type) bool {
	if from == nil {
		return false
	}
	return types.IsInterface(to) || types.Identical(from.Underlying(), to.Underlying())
}

// captureless says whether a place holds a function that captures nothing that
// moves: it is copied wherever it goes.
func (p *pass) captureless(at placed) bool {
	if at.fields != "" {
		return false
	}
	lit := p.closures[at.root]
	return lit != nil && len(p.owned(p.captures(lit))) == 0 || p.named[at.root]
}

// addBinding adds what the closure in a variable captures.
func (p *pass) addBinding(obj types.Object, node ast.Expr, list *[]placed) {
	if lit := p.closures[obj]; lit != nil {
		for _, at := range p.owned(p.captures(lit)) {
			at.node = node
			*list = append(*list, at)
		}
	}
}

// owned are those of a list that move.
func (p *pass) owned(list []placed) []placed {
	var out []placed
	for _, at := range list {
		if moves(at.typ) && !p.captureless(at) && (p.globalsMove || !isGlobal(at.root)) {
			out = append(out, at)
		}
	}
	return out
}
