package dyn

import "encoding/json"

// MarshalJSON lets encoding/json see the value, with its own MarshalJSON if it
// has one. An ErrBoxed does the same.
func (b Boxed) MarshalJSON() ([]byte, error) {
	if m, ok := b.T.method("MarshalJSON"); ok {
		if f, ok := m.Interface().(func(any) ([]byte, error)); ok {
			return f(b.V)
		}
	}
	return json.Marshal(b.V)
}
