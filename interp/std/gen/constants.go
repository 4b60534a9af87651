package main

import (
	"fmt"
	"go/constant"
	"go/types"
	"math/big"
	"strconv"
)

// constant returns the expression of a constant's symbol. A typed one is its
// own value. An untyped one has no run-time value that keeps it exact, so that
// package symbols has a type for each kind, from which it makes the
// go/constant value that the interpreter computes with.
//
// Where a type fits, the expression names the constant instead of spelling out
// its value, so that it is right on every platform (os.PathSeparator).
func (f *file) constant(obj *types.Const) string {
	name, val := f.imports.name(obj), obj.Val()
	basic, ok := obj.Type().(*types.Basic)
	if !ok {
		return name
	}
	switch basic.Kind() {
	case types.UntypedString:
		return "untypedString(" + name + ")"
	case types.UntypedInt, types.UntypedRune:
		if _, exact := constant.Int64Val(val); exact {
			return "untypedInt(" + name + ")"
		}
		if _, exact := constant.Uint64Val(val); exact {
			return "untypedUint(" + name + ")"
		}
		return "untypedBig(" + strconv.Quote(val.ExactString()) + ")"
	case types.UntypedFloat:
		return "untypedFloat(" + strconv.Quote(floatLiteral(val)) + ")"
	}
	return name
}

// floatLiteral returns a Go literal whose value is exactly that of an untyped
// float constant.
func floatLiteral(val constant.Value) string {
	switch v := constant.Val(constant.ToFloat(val)).(type) {
	case *big.Rat:
		if digits, exact := v.FloatPrec(); exact {
			return v.FloatString(max(digits, 1))
		}
		return new(big.Float).SetPrec(512).SetRat(v).Text('p', 0)
	case *big.Float:
		return v.Text('p', 0)
	default:
		return fmt.Sprint(v)
	}
}
