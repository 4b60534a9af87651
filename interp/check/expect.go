package check

import (
	"go/ast"
	"go/token"
	"go/types"
)

// expectation is what the code around an expression asks of it.
type expectation struct {
	typ    types.Type // nil if any type would do
	isType bool       // a type is to stand here, and no value
	orNil  bool       // or nil, in a type switch
}

// expected finds out what may stand where the identifier of the place does, or
// the selector that it is the member of.
func (p *place) expected() expectation {
	for i := len(p.path) - 1; i > 0; i-- {
		child := p.path[i]
		switch parent := p.path[i-1].(type) {
		case *ast.ParenExpr:
			continue
		case *ast.SelectorExpr:
			if parent.X == child {
				return expectation{} // the member counts, which may have any name
			}
			continue
		case *ast.StarExpr:
			if e := (&place{b: p.b, path: p.path[:i]}).expected(); e.isType {
				return e
			} else if e.typ != nil {
				return expectation{typ: types.NewPointer(e.typ)}
			}
			return expectation{}
		case *ast.UnaryExpr:
			outer := (&place{b: p.b, path: p.path[:i]}).expected()
			return p.unary(parent, outer)
		default:
			return p.expectedBy(p.path[:i], child)
		}
	}
	return expectation{}
}

// expectedBy is what the last node of a path expects of one of its children.
func (p *place) expectedBy(path []ast.Node, child ast.Node) expectation {
	info := p.b.ch.Info
	value := func(t types.Type) expectation { return expectation{typ: usable(t)} }
	is := func(x ast.Node) bool { return x == child }
	switch n := path[len(path)-1].(type) {
	case *ast.Field, *ast.TypeSpec, *ast.ArrayType, *ast.MapType, *ast.ChanType, *ast.Ellipsis:
		if array, ok := n.(*ast.ArrayType); ok && is(array.Len) {
			return value(types.Typ[types.Int])
		}
		return expectation{isType: true}
	case *ast.TypeAssertExpr:
		if is(n.Type) {
			return expectation{isType: true}
		}
	case *ast.ValueSpec:
		if is(n.Type) {
			return expectation{isType: true}
		} else if n.Type != nil {
			return value(info.TypeOf(n.Type))
		}
	case *ast.CompositeLit:
		if is(n.Type) {
			return expectation{isType: true}
		}
		return value(elementType(info.TypeOf(n), indexOf(n.Elts, child)))
	case *ast.KeyValueExpr:
		if lit, ok := parentOf(path).(*ast.CompositeLit); ok {
			return value(keyedType(info.TypeOf(lit), n, is(n.Key)))
		}
	case *ast.CallExpr:
		if !is(n.Fun) {
			return p.argument(n, indexOf(n.Args, child))
		}
	case *ast.IndexExpr:
		if is(n.Index) {
			return p.index(n)
		}
	case *ast.AssignStmt:
		if i := indexOf(n.Rhs, child); i >= 0 && n.Tok != token.DEFINE && len(n.Lhs) == len(n.Rhs) {
			return value(info.TypeOf(n.Lhs[i]))
		}
	case *ast.ReturnStmt:
		return value(p.result(path, n, indexOf(n.Results, child)))
	case *ast.SendStmt:
		if ch, ok := under(info.TypeOf(n.Chan)).(*types.Chan); ok && is(n.Value) {
			return value(ch.Elem())
		}
	case *ast.BinaryExpr:
		return p.binary(n, child, path)
	case *ast.CaseClause:
		if len(path) < 3 {
			break
		}
		switch stmt := path[len(path)-3].(type) { // a BlockStmt is between
		case *ast.TypeSwitchStmt:
			return expectation{isType: true, orNil: true}
		case *ast.SwitchStmt:
			if stmt.Tag == nil {
				return value(types.Typ[types.Bool])
			}
			return value(info.TypeOf(stmt.Tag))
		}
	case *ast.IfStmt:
		if is(n.Cond) {
			return value(types.Typ[types.Bool])
		}
	case *ast.ForStmt:
		if is(n.Cond) {
			return value(types.Typ[types.Bool])
		}
	}
	return expectation{}
}

// unary is what is expected of the operand of !, &, <- and the like, if outer
// is expected of the whole.
func (p *place) unary(x *ast.UnaryExpr, outer expectation) expectation {
	switch x.Op {
	case token.NOT:
		return expectation{typ: types.Typ[types.Bool]}
	case token.AND:
		if ptr, ok := under(outer.typ).(*types.Pointer); ok {
			return expectation{typ: ptr.Elem()}
		}
		return expectation{}
	case token.ARROW:
		if outer.typ != nil {
			return expectation{typ: types.NewChan(types.RecvOnly, outer.typ)}
		}
		return expectation{}
	}
	return outer
}

func (p *place) binary(x *ast.BinaryExpr, child ast.Node, path []ast.Node) expectation {
	switch x.Op {
	case token.LAND, token.LOR:
		return expectation{typ: types.Typ[types.Bool]}
	case token.SHL, token.SHR:
		if x.Y == child {
			return expectation{typ: types.Typ[types.Int]}
		}
		return (&place{b: p.b, path: path}).expected()
	}
	other := x.X
	if other == child {
		other = x.Y
	}
	tv := p.b.ch.Info.Types[other]
	if tv.IsNil() {
		return expectation{}
	}
	return expectation{typ: usable(tv.Type)}
}

// argument is what a call expects of its i-th argument.
func (p *place) argument(call *ast.CallExpr, i int) expectation {
	info := p.b.ch.Info
	tv := info.Types[call.Fun]
	switch {
	case tv.IsType(): // a conversion
		return expectation{typ: usable(tv.Type)}
	case tv.IsBuiltin():
		return builtinArgument(info, call, i)
	}
	sig, ok := under(tv.Type).(*types.Signature)
	if !ok || i < 0 || sig.TypeParams().Len() > 0 {
		return expectation{}
	}
	params := sig.Params()
	last := params.Len() - 1
	if sig.Variadic() && i >= last {
		if s, ok := under(params.At(last).Type()).(*types.Slice); ok {
			return expectation{typ: usable(s.Elem())}
		}
	}
	if i > last {
		return expectation{}
	}
	return expectation{typ: usable(params.At(i).Type())}
}

func builtinArgument(info *types.Info, call *ast.CallExpr, i int) expectation {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return expectation{}
	}
	switch id.Name {
	case "new", "make":
		if i == 0 {
			return expectation{isType: id.Name == "make"}
		}
		return expectation{typ: types.Typ[types.Int]}
	}
	if i == 0 {
		return expectation{}
	}
	first := info.TypeOf(call.Args[0])
	switch id.Name {
	case "append":
		if s, ok := under(first).(*types.Slice); ok {
			return expectation{typ: usable(s.Elem())}
		}
	case "delete":
		if m, ok := under(first).(*types.Map); ok {
			return expectation{typ: usable(m.Key())}
		}
	case "copy", "min", "max", "complex":
		return expectation{typ: usable(first)}
	}
	return expectation{}
}

// index is what may stand between the brackets after an expression.
func (p *place) index(x *ast.IndexExpr) expectation {
	tv := p.b.ch.Info.Types[x.X]
	if tv.IsType() {
		return expectation{isType: true}
	}
	switch t := under(tv.Type).(type) {
	case *types.Map:
		return expectation{typ: usable(t.Key())}
	case *types.Signature: // a generic function
		return expectation{isType: true}
	case nil:
		return expectation{}
	}
	return expectation{typ: types.Typ[types.Int]}
}

// result is the type of the i-th result of the function around a return.
func (p *place) result(path []ast.Node, ret *ast.ReturnStmt, i int) types.Type {
	for n := len(path) - 1; n >= 0; n-- {
		var typ *ast.FuncType
		switch fn := path[n].(type) {
		case *ast.FuncDecl:
			typ = fn.Type
		case *ast.FuncLit:
			typ = fn.Type
		default:
			continue
		}
		if typ.Results == nil || i < 0 {
			return nil
		}
		for _, field := range typ.Results.List {
			if i -= max(len(field.Names), 1); i < 0 {
				return p.b.ch.Info.TypeOf(field.Type)
			}
		}
		return nil
	}
	return nil
}

// elementType is the type of the i-th element of a literal without keys.
func elementType(t types.Type, i int) types.Type {
	switch t := literalType(t).(type) {
	case *types.Slice:
		return t.Elem()
	case *types.Array:
		return t.Elem()
	case *types.Map:
		return t.Key()
	case *types.Struct:
		if 0 <= i && i < t.NumFields() {
			return t.Field(i).Type()
		}
	}
	return nil
}

// keyedType is the type of an element's key or value.
func keyedType(t types.Type, kv *ast.KeyValueExpr, key bool) types.Type {
	switch t := literalType(t).(type) {
	case *types.Map:
		if key {
			return t.Key()
		}
		return t.Elem()
	case *types.Slice:
		if !key {
			return t.Elem()
		}
	case *types.Array:
		if !key {
			return t.Elem()
		}
	case *types.Struct:
		id, ok := kv.Key.(*ast.Ident)
		for f := range t.Fields() {
			if ok && !key && f.Name() == id.Name {
				return f.Type()
			}
		}
	}
	return nil
}

// literalType is the type that a literal has elements of; the literal may
// stand for a pointer, where its type is left out.
func literalType(t types.Type) types.Type {
	u := under(t)
	if p, ok := u.(*types.Pointer); ok {
		return under(p.Elem())
	}
	return u
}

// under is a type's underlying type, nil for nil.
func under(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// usable is a type if it tells apart what fits from what does not, else nil.
func usable(t types.Type) types.Type {
	switch u := under(t).(type) {
	case nil, *types.Tuple:
		return nil
	case *types.Interface:
		if _, param := types.Unalias(t).(*types.TypeParam); u.Empty() && !param {
			return nil
		}
	case *types.Basic:
		switch {
		case u.Kind() == types.Invalid || u.Kind() == types.UntypedNil:
			return nil
		case u.Info()&types.IsUntyped != 0:
			return types.Default(t)
		}
	}
	return t
}

func indexOf(list []ast.Expr, n ast.Node) int {
	for i, x := range list {
		if x == n {
			return i
		}
	}
	return -1
}
