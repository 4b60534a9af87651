package dyn

import "reflect"

// Implements says whether the value in an interface has the methods of the
// numbered interface type.
func (r *Registry) Implements(v any, id int) bool {
	return v != nil && r.typ(id).missing(v) == ""
}

// Has says whether the value in an interface is one of the learner's types and
// has a method of that name.
func Has(v any, name string) bool {
	b, ok := unbox(v)
	if ok {
		_, ok = b.T.method(name)
	}
	return ok
}

// missing returns the first method of the interface type t that v's type
// lacks, "" if it has them all.
func (t *Type) missing(v any) string {
	b, boxed := unbox(v)
	var key any = reflect.TypeOf(v)
	if boxed {
		key = b.T
	}
	if name, ok := t.lacks.Load(key); ok {
		return name.(string)
	}
	name := ""
	for _, want := range t.desc.Wants {
		if boxed && !b.T.hasMethod(want) || !boxed && !hasMethod(reflect.ValueOf(v), want) {
			name = want.Name
			break
		}
	}
	t.lacks.Store(key, name)
	return name
}

func (t *Type) hasMethod(want Want) bool {
	t.reg.mu.RLock()
	defer t.reg.mu.RUnlock()
	m, ok := t.methods[want.Name]
	return ok && m.sig == want.Sig
}

// hasMethod asks a compiled value. That names are compared, not types, is safe:
// a compiled type's methods mention none of the learner's.
func hasMethod(v reflect.Value, want Want) bool {
	m := v.MethodByName(want.Name)
	return m.IsValid() && m.Type().String() == want.Type
}
