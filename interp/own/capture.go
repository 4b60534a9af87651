package own

import (
	"go/ast"
	"go/types"
)

// captures are the places outside a function literal that its body mentions,
// as precise as their fields allow, each once and with the first node that
// mentions it. Stored closures count with what they capture in turn.
func (p *pass) captures(lit *ast.FuncLit) []placed {
	c := &capturer{pass: p, lit: lit, seen: map[*ast.FuncLit]bool{lit: true}}
	c.walk(lit.Body)
	return c.list
}

type capturer struct {
	*pass
	lit  *ast.FuncLit
	seen map[*ast.FuncLit]bool
	list []placed
}

func (c *capturer) walk(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		switch e.(type) {
		case *ast.Ident, *ast.SelectorExpr:
		default:
			return true
		}
		at, ok := c.whole(e)
		if !ok {
			return true
		}
		c.add(at)
		return false
	})
}

func (c *capturer) add(at placed) {
	if c.inside(at.root) {
		return
	}
	if lit := c.closures[at.root]; lit != nil && !c.seen[lit] {
		c.seen[lit] = true
		c.walk(lit.Body)
	}
	for i, old := range c.list {
		if old.holds(at.place) {
			return
		}
		if at.holds(old.place) {
			at.node = old.node
			c.list[i] = at
			return
		}
	}
	c.list = append(c.list, at)
}

// inside says whether a variable is declared in the literal, or in one of the
// closures that it calls.
func (c *capturer) inside(obj types.Object) bool {
	for lit := range c.seen {
		if lit.Pos() <= obj.Pos() && obj.Pos() < lit.End() {
			return true
		}
	}
	return false
}

// touchesHandle says whether one of the places is an mpsc handle or holds one.
func touchesHandle(list []placed) bool {
	for _, at := range list {
		if holdsHandle(at.typ) {
			return true
		}
	}
	return false
}

// capturesLock says whether one of the places is a mutex: what a closure uses
// beside it is guarded by it, as far as we can tell.
func capturesLock(list []placed) bool {
	for _, at := range list {
		t := at.typ
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		if isNamed(t, "sync", "Mutex") || isNamed(t, "sync", "RWMutex") {
			return true
		}
	}
	return false
}

// exprTouchesHandle says whether an expression that is passed on is a handle,
// holds one, or is a closure that captures one.
func (p *pass) exprTouchesHandle(e ast.Expr) bool {
	e = ast.Unparen(e)
	if t := p.info.TypeOf(e); t != nil && holdsHandle(t) {
		return true
	}
	switch e := e.(type) {
	case *ast.FuncLit:
		return touchesHandle(p.captures(e))
	case *ast.Ident:
		obj := p.object(e)
		if lit := p.closures[obj]; lit != nil {
			return touchesHandle(p.captures(lit))
		}
		if s := p.earlier.closures[obj]; s != nil && p.assigned[obj] == 0 {
			return s.touches()
		}
	case *ast.CompositeLit:
		for _, part := range elements(p.info, e) {
			if p.exprTouchesHandle(part) {
				return true
			}
		}
	}
	return false
}

// touches says whether the function uses a handle from outside.
func (s *summary) touches() bool {
	for _, u := range s.uses {
		if holdsHandle(u.typ) {
			return true
		}
	}
	return false
}

// calledMethod is the method that a call names, with the expression before the
// dot, or nil.
func (p *pass) calledMethod(call *ast.CallExpr) (*types.Func, *ast.SelectorExpr) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil, nil
	}
	s := p.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal {
		return nil, nil
	}
	fn, _ := s.Obj().(*types.Func)
	return fn, sel
}

// callee is the function, built-in or variable that a call names, nil for
// others.
func (p *pass) callee(call *ast.CallExpr) types.Object {
	e := ast.Unparen(call.Fun)
	switch x := e.(type) {
	case *ast.IndexExpr:
		e = ast.Unparen(x.X)
	case *ast.IndexListExpr:
		e = ast.Unparen(x.X)
	}
	switch e := e.(type) {
	case *ast.Ident:
		return p.object(e)
	case *ast.SelectorExpr:
		if sel := p.info.Selections[e]; sel != nil {
			if sel.Kind() == types.MethodVal {
				return sel.Obj()
			}
			return nil
		}
		return p.info.Uses[e.Sel]
	}
	return nil
}
