package dyn

import "reflect"

// Symbols returns what lowered code imports from "gopost/dyn", in the shape of
// yaegi's Exports.
func (r *Registry) Symbols() map[string]map[string]reflect.Value {
	var none Iface
	return map[string]map[string]reflect.Value{"gopost/dyn/dyn": {
		"Nil":          reflect.ValueOf(&none).Elem(),
		"Iface":        reflect.ValueOf((*Iface)(nil)),
		"Define":       reflect.ValueOf(r.Define),
		"Link":         reflect.ValueOf(r.Link),
		"Box":          reflect.ValueOf(r.Box),
		"BoxTo":        reflect.ValueOf(r.BoxTo),
		"Err":          reflect.ValueOf(r.Err),
		"To":           reflect.ValueOf(r.To),
		"Into":         reflect.ValueOf(r.Into),
		"Any":          reflect.ValueOf(Any),
		"Value":        reflect.ValueOf(r.Value),
		"Is":           reflect.ValueOf(r.Is),
		"IsPlain":      reflect.ValueOf(IsPlain),
		"Implements":   reflect.ValueOf(r.Implements),
		"AssertFailed": reflect.ValueOf(r.AssertFailed),
		"Equal":        reflect.ValueOf(r.Equal),
		"Method":       reflect.ValueOf(r.Method),
		"Runes":        reflect.ValueOf(Runes),
		"Complex":      reflect.ValueOf(Complex),
		"ClearMap":     reflect.ValueOf(ClearMap),
		"ClearSlice":   reflect.ValueOf(ClearSlice),
	}}
}
