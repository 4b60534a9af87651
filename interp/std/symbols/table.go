package symbols

import (
	"go/constant"
	"go/token"
	"reflect"
)

// symbol is an entry of a generated table. Tables are lists of these instead
// of maps of reflect.Value, because a list of plain values compiles to a
// fraction of the code.
type symbol struct {
	name string
	// value is a function, a nil pointer to a type, a typed constant or one of
	// the untyped kinds below; in a list of variables, a pointer to one.
	value any
}

// The untyped constants, by what holds their value exactly.
type (
	untypedInt    int64
	untypedUint   uint64
	untypedString string
	untypedBig    string // an integer literal that fits no integer type
	untypedFloat  string // a float literal
)

// table makes the interpreter's map of a package.
func table(values, variables []symbol) map[string]reflect.Value {
	m := make(map[string]reflect.Value, len(values)+len(variables))
	for _, s := range values {
		m[s.name] = valueOf(s.value)
	}
	for _, s := range variables {
		m[s.name] = reflect.ValueOf(s.value).Elem()
	}
	return m
}

func valueOf(v any) reflect.Value {
	switch v := v.(type) {
	case untypedInt:
		return reflect.ValueOf(constant.MakeInt64(int64(v)))
	case untypedUint:
		return reflect.ValueOf(constant.MakeUint64(uint64(v)))
	case untypedString:
		return reflect.ValueOf(constant.MakeString(string(v)))
	case untypedBig:
		return reflect.ValueOf(constant.MakeFromLiteral(string(v), token.INT, 0))
	case untypedFloat:
		return reflect.ValueOf(constant.MakeFromLiteral(string(v), token.FLOAT, 0))
	}
	return reflect.ValueOf(v)
}
