package dyn

import (
	"fmt"
	"go/token"
	"reflect"
)

// Table takes a slice of the learner's structs, or of pointers to them, apart:
// the names of the fields, and for up to limit elements the values, which print
// as they do inside the slice. A nil pointer is a row of nil values. ok is false
// for anything else.
func Table(v any, limit int) (names []string, rows [][]any, ok bool) {
	b, ok := unbox(v)
	if !ok || b.T.desc.Kind != Slice {
		return nil, nil, false
	}
	row := b.T.reg.typ(b.T.desc.Elem)
	pointer := row.desc.Kind == Pointer
	if pointer {
		row = row.reg.typ(row.desc.Elem)
	}
	if row.desc.Kind != Struct {
		return nil, nil, false
	}
	for _, f := range row.desc.Fields {
		names = append(names, f.Name)
	}
	list := reflect.ValueOf(b.V)
	for i := range min(list.Len(), limit) {
		x := list.Index(i)
		if pointer {
			x = x.Elem()
		}
		values := make([]any, len(names))
		if x.IsValid() {
			for j, f := range row.desc.Fields {
				values[j] = part{row.reg.typ(f.Type), x.Field(j), !token.IsExported(f.Name)}
			}
		}
		rows = append(rows, values)
	}
	return names, rows, true
}

// part is a value inside another.
type part struct {
	t      *Type
	v      reflect.Value
	hidden bool
}

// Format prints it as fmt prints it there: the methods of hidden values are not
// called.
func (p part) Format(s fmt.State, verb rune) { p.t.format(s, verb, p.v, 1, p.hidden) }
