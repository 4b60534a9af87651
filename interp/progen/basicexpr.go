package progen

import (
	"fmt"
	"go/types"
	"math"
	"strconv"
)

// basicLiteral is a constant of type t, typed or bare.
func (g *generator) basicLiteral(t types.Type) ex {
	u := t.Underlying().(*types.Basic)
	s := ""
	switch {
	case u.Info()&types.IsBoolean != 0:
		s = one(g.choices, "true", "false")
	case u.Info()&types.IsString != 0:
		s = one(g.choices, `""`, `"a"`, `"hello"`, `"Zoë"`, `"日本語"`, "`raw\\n`", `"tab\there"`, `"\xff\x00"`, `"go" + "pher"`, `"\u00e9\U0001F600"`)
	case u.Info()&types.IsInteger != 0:
		s = g.intLiteral(u)
	case u.Info()&types.IsFloat != 0:
		s = one(g.choices, "0.0", "1.5", "-2.25", "3", "1e10", "0x1p-2", "1e-7", "100000.125", "-0.1", "1<<20")
	case u.Info()&types.IsComplex != 0:
		s = one(g.choices, "1+2i", "-0.5i", "3", "2.5-1i", "0i")
	}
	if g.percent(50) {
		return ex{g.conv(t, s), true, false}
	}
	return ex{"(" + s + ")", true, true}
}

func (g *generator) intLiteral(u *types.Basic) string {
	lo, hi := limits(u)
	switch g.n(8) {
	case 0:
		return strconv.FormatUint(hi, 10)
	case 1:
		return strconv.FormatInt(lo, 10)
	case 2:
		return fmt.Sprintf("%#x", g.n(128))
	case 3:
		return one(g.choices, "'a'", "'\\n'", "0b101", "0o17", "1_0")
	case 4:
		if lo < 0 {
			return fmt.Sprint(-1 - g.n(100))
		}
	case 5:
		return strconv.FormatUint(hi/uint64(2+g.n(5)), 10)
	}
	return fmt.Sprint(g.n(10))
}

// limits are the smallest and the largest value of an integer type.
func limits(u *types.Basic) (int64, uint64) {
	switch u.Kind() {
	case types.Int8:
		return math.MinInt8, math.MaxInt8
	case types.Int16:
		return math.MinInt16, math.MaxInt16
	case types.Int32:
		return math.MinInt32, math.MaxInt32
	case types.Int, types.Int64:
		return math.MinInt64, math.MaxInt64
	case types.Uint8:
		return 0, math.MaxUint8
	case types.Uint16:
		return 0, math.MaxUint16
	case types.Uint32:
		return 0, math.MaxUint32
	}
	return 0, math.MaxUint64
}

func (g *generator) basicExpr(t types.Type, u *types.Basic, d int) ex {
	if d <= 0 && g.percent(60) {
		return g.basicLiteral(t)
	}
	switch b := u.Info(); {
	case b&types.IsBoolean != 0:
		return g.boolExpr(t, d)
	case b&types.IsString != 0:
		return ex{s: g.stringExpr(t, d)}
	case b&types.IsInteger != 0:
		return ex{s: g.intExpr(t, d)}
	case b&types.IsFloat != 0:
		return ex{s: g.floatExpr(t, d)}
	}
	return ex{s: g.complexExpr(t, d)}
}

// binary applies an operator to a value and anything, in either order.
func (g *generator) binary(t types.Type, op string, d int) string {
	a, b := g.value(t, d), g.expr(t, d)
	if g.percent(30) && op != "/" && op != "%" && op != "&^" {
		a, b = b, a
	}
	return "(" + a + " " + op + " " + b + ")"
}

func (g *generator) intExpr(t types.Type, d int) string {
	uintType := types.Typ[types.Uint]
	switch g.n(16) {
	case 0:
		if g.take() {
			return "(" + g.value(t, d) + one(g.choices, " / ", " % ") + g.value(t, 0) + ")"
		}
		return "(" + g.value(t, d) + one(g.choices, " / ", " % ") + "(" + g.value(t, d) + " | 1))"
	case 1:
		return "(" + g.value(t, d) + one(g.choices, " / ", " % ") + one(g.choices, "3", "7", "2", "10") + ")"
	case 2, 3:
		op := one(g.choices, " << ", " >> ")
		if g.percent(30) {
			return "(" + g.value(t, d) + op + fmt.Sprint(g.n(70)) + ")"
		}
		if g.take() {
			return "(" + g.value(t, d) + op + g.value(types.Typ[types.Int8], d) + ")"
		}
		count := one(g.choices, uintType, types.Typ[types.Uint8])
		return "(" + g.value(t, d) + op + "(" + g.value(count, d) + " % 67))"
	case 4:
		return one(g.choices, "-", "^", "+") + "(" + g.value(t, d) + ")"
	case 5, 6:
		from := g.pooled(intType, func(t types.Type) bool { return info(t)&types.IsInteger != 0 })
		return g.conv(t, g.value(from, d))
	case 7:
		from := one(g.choices, types.Typ[types.Float64], types.Typ[types.Float32])
		return g.conv(t, g.help("whole")+"("+g.conv(types.Typ[types.Float64], g.value(from, d))+")")
	case 8:
		over := g.pooled(stringType, func(t types.Type) bool {
			switch u := t.Underlying().(type) {
			case *types.Slice, *types.Map:
				return true
			case *types.Basic:
				return u.Info()&types.IsString != 0
			}
			return false
		})
		return g.conv(t, "len("+g.value(over, d)+")")
	case 9:
		op := one(g.choices, "min", "max")
		return op + "(" + g.value(t, d) + ", " + g.expr(t, d) + ")"
	case 10:
		switch t.Underlying().(*types.Basic).Kind() {
		case types.Uint8:
			return g.conv(t, g.help("at")+"([]byte("+g.value(stringType, d)+"), "+g.expr(intType, d)+")")
		case types.Int32:
			return g.conv(t, g.help("at")+"([]rune("+g.value(stringType, d)+"), "+g.expr(intType, d)+")")
		}
	}
	return g.binary(t, one(g.choices, "+", "-", "*", "&", "|", "^", "&^", "+", "*"), d)
}

func (g *generator) floatExpr(t types.Type, d int) string {
	switch g.n(9) {
	case 0:
		return "-(" + g.value(t, d) + ")"
	case 1:
		from := g.pooled(intType, func(t types.Type) bool { return info(t)&(types.IsInteger|types.IsFloat) != 0 })
		return g.conv(t, g.value(from, d))
	case 2:
		return one(g.choices, "min", "max") + "(" + g.value(t, d) + ", " + g.expr(t, d) + ")"
	case 3:
		g.imports["math"] = true
		f := one(g.choices, "Floor", "Abs", "Trunc", "Sqrt")
		return g.conv(t, "math."+f+"("+g.conv(types.Typ[types.Float64], g.value(t, d))+")")
	case 4:
		c := types.Typ[types.Complex128]
		return g.conv(t, one(g.choices, "real", "imag")+"("+g.value(c, d)+")")
	case 5:
		return "(" + g.value(t, d) + " / " + g.value(t, d) + ")"
	}
	// The conversion keeps other processors from fusing x*y + z.
	return g.conv(t, g.binary(t, one(g.choices, "+", "-", "*"), d))
}

func (g *generator) complexExpr(t types.Type, d int) string {
	switch g.n(5) {
	case 0, 1:
		part := types.Typ[types.Float64]
		if t.Underlying().(*types.Basic).Kind() == types.Complex64 {
			part = types.Typ[types.Float32]
		}
		return g.conv(t, "complex("+g.value(part, d)+", "+g.value(part, d)+")")
	case 2:
		return "-(" + g.value(t, d) + ")"
	case 3:
		return g.conv(t, g.value(one(g.choices, types.Typ[types.Complex64], types.Typ[types.Complex128]), d))
	}
	return g.binary(t, one(g.choices, "+", "-", "+"), d)
}

func (g *generator) stringExpr(t types.Type, d int) string {
	switch g.n(12) {
	case 0, 1, 2:
		return g.help("short") + g.binary(t, "+", d)
	case 3:
		v := g.pooled(intType, g.printable)
		if _, pointer := v.Underlying().(*types.Pointer); pointer || isIface(v) || g.fn != nil && g.fn.depth > 4 {
			v = intType
		}
		return g.conv(t, g.help("short")+"("+one(g.choices, "fmt.Sprint(", "fmt.Sprintf("+strconv.Quote(g.verb(v))+", ")+g.typed(v, d)+"))")
	case 4:
		return g.conv(t, "string("+g.value(types.Universe.Lookup("rune").Type(), d)+")")
	case 5:
		elem := one(g.choices, "byte", "rune")
		return g.conv(t, "string([]"+elem+"("+g.value(stringType, d)+"))")
	case 6:
		return g.conv(t, g.help("cut")+"([]byte("+g.value(stringType, d)+"), "+g.expr(intType, d)+", "+g.expr(intType, d)+")")
	case 7:
		g.imports["strings"] = true
		f := one(g.choices, "ToUpper", "TrimSpace", "ToLower")
		return g.conv(t, "strings."+f+"("+g.conv(stringType, g.value(t, d))+")")
	case 8:
		g.imports["strconv"] = true
		if g.percent(50) {
			return g.conv(t, "strconv.Itoa("+g.expr(intType, d)+")")
		}
		return g.conv(t, "strconv.Quote("+g.help("short")+"("+g.typed(stringType, d)+"))")
	case 9:
		lit := one(g.choices, `"hello"[1:3]`, `"日本語"[3:]`, `"abc"[:len("ab")]`)
		return g.conv(t, lit)
	case 10:
		return one(g.choices, "min", "max") + "(" + g.value(t, d) + ", " + g.expr(t, d) + ")"
	case 11:
		if g.take() {
			return g.value(t, d) + "[" + g.value(intType, d) + ":" + g.value(intType, d) + "]"
		}
	}
	return g.help("short") + "(" + g.value(t, d) + ")"
}

func (g *generator) boolExpr(t types.Type, d int) ex {
	wrap := func(s string) ex {
		if !types.Identical(t, boolType) {
			return ex{s: g.conv(t, s)}
		}
		return ex{s: s}
	}
	switch g.n(8) {
	case 0:
		return ex{s: "!" + g.value(t, d)}
	case 1, 2:
		return ex{s: g.binary(t, one(g.choices, "&&", "||"), d)}
	case 3, 4:
		of := g.pooled(intType, ordered)
		return wrap("(" + g.value(of, d) + one(g.choices, " < ", " <= ", " > ", " >= ") + g.expr(of, d) + ")")
	case 5:
		nilable := g.visible(func(v *variable) bool {
			switch v.typ.Underlying().(type) {
			case *types.Slice, *types.Map, *types.Pointer, *types.Signature, *types.Interface:
				_, param := v.typ.(*types.TypeParam)
				return !param
			}
			return false
		})
		if len(nilable) > 0 {
			return wrap("(" + g.read(one(g.choices, nilable...)) + one(g.choices, " == nil", " != nil") + ")")
		}
	case 6:
		if s := g.risky(); s != "" {
			return wrap(s)
		}
	}
	of := g.pooled(intType, strictlyComparable)
	if _, ok := of.Underlying().(*types.Pointer); ok {
		of = intType
	}
	return wrap("(" + g.value(of, d) + one(g.choices, " == ", " != ") + g.typed(of, d) + ")")
}

// risky compares interface values, which may hold what has no ==.
func (g *generator) risky() string {
	vs := g.visible(func(v *variable) bool { return types.Identical(v.typ, anyType) })
	if len(vs) == 0 || !g.take() {
		return ""
	}
	return "(" + g.read(one(g.choices, vs...)) + " == " + g.read(one(g.choices, vs...)) + ")"
}
