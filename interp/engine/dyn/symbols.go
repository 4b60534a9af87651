package dyn

import "reflect"

// Symbols returns what lowered code imports from "gopost/dyn", in the shape of
// yaegi's Exports.
func (r *Registry) Symbols() map[string]map[string]reflect.Value {
	return map[string]map[string]reflect.Value{"gopost/dyn/dyn": {
		"Define":          reflect.ValueOf(r.Define),
		"Methods":         reflect.ValueOf(r.Methods),
		"Box":             reflect.ValueOf(r.Box),
		"Err":             reflect.ValueOf(r.Err),
		"Is":              reflect.ValueOf(r.Is),
		"AssertFailed":    reflect.ValueOf(r.AssertFailed),
		"Any":             reflect.ValueOf(Any),
		"Boxed":           reflect.ValueOf(IsBoxed),
		"Unwrap":          reflect.ValueOf(Unwrap),
		"Value":           reflect.ValueOf(Value),
		"AsError":         reflect.ValueOf(AsError),
		"IsPlain":         reflect.ValueOf(IsPlain),
		"Equal":           reflect.ValueOf(Equal),
		"Method":          reflect.ValueOf(Method),
		"Implements":      reflect.ValueOf(r.Implements),
		"As":              reflect.ValueOf(As),
		"Execute":         reflect.ValueOf(Execute),
		"ExecuteTemplate": reflect.ValueOf(ExecuteTemplate),
		"Runes":           reflect.ValueOf(Runes),
		"Target":          reflect.ValueOf(Target),
		"Marshal":         reflect.ValueOf(Marshal),
		"MarshalIndent":   reflect.ValueOf(MarshalIndent),
		"ClearMap":        reflect.ValueOf(ClearMap),
		"ClearSlice":      reflect.ValueOf(ClearSlice),
	}}
}
