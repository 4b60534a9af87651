package lower

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"math"
	"strconv"
)

// constant writes the value that go/types computed for a constant expression
// as a literal of type t, which is not an interface.
func (g *fn) constant(at ast.Expr, v constant.Value, t types.Type) string {
	basic, ok := core(t).(*types.Basic)
	if !ok {
		g.refuse(at, "a constant of type %s can't be used here", t)
	}
	basic = types.Default(basic).(*types.Basic)
	if name := g.typ(types.Default(t)); name != basic.Name() {
		return name + "(" + g.constant(at, v, basic) + ")" // a compiled type such as time.Duration
	}
	info := basic.Info()
	switch {
	case info&types.IsBoolean != 0:
		return strconv.FormatBool(constant.BoolVal(v))
	case info&types.IsString != 0:
		return strconv.Quote(constant.StringVal(v))
	case info&types.IsInteger != 0:
		return typed(integer(constant.ToInt(v)), basic, types.Int)
	case info&types.IsFloat != 0:
		return typed(g.float(v), basic, types.Float64)
	case info&types.IsComplex != 0:
		// yaegi returns 0 for a complex that is made of constants.
		v = constant.ToComplex(v)
		return typed(fmt.Sprintf("%s.Complex(%s, %s)", g.u.pkg(dynPath), g.float(constant.Real(v)), g.float(constant.Imag(v))), basic, types.Complex128)
	}
	g.refuse(at, "a constant of type %s can't be used here", t)
	return ""
}

// integer writes an integer. The smallest int64 has no literal of its own.
func integer(v constant.Value) string {
	if i, exact := constant.Int64Val(v); exact && i == math.MinInt64 {
		return "(-9223372036854775807 - 1)"
	}
	return v.ExactString()
}

// float writes the nearest float64; that a fraction always shows keeps the
// literal from being taken for an integer.
func (g *fn) float(v constant.Value) string {
	f, _ := constant.Float64Val(constant.ToFloat(v))
	s := strconv.FormatFloat(f, 'e', -1, 64)
	if f == math.Trunc(f) && math.Abs(f) < 1e15 {
		s = strconv.FormatFloat(f, 'f', 1, 64)
	}
	return s
}

// typed puts a conversion around a literal unless it has the type by default.
func typed(literal string, t *types.Basic, byDefault types.BasicKind) string {
	if t.Kind() == byDefault && literal[0] != '(' {
		return literal
	}
	return t.Name() + "(" + literal + ")"
}
