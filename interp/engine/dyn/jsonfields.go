package dyn

import (
	"go/token"
	"reflect"
	"slices"
	"strings"
)

// jsonField is a field of a struct as encoding/json sees it: embedded structs
// are flattened.
type jsonField struct {
	name      string
	tagged    bool
	index     []int // path through embedded structs
	typ       *Type
	omitEmpty bool
	omitZero  bool
	quoted    bool // option "string"
}

// jsonFields returns the fields of a struct type in the order in which they
// are written. Of several with one name the least nested wins, then the one
// with a tag; if that leaves more than one, there is none.
func (t *Type) jsonFields() []jsonField {
	all := t.collect(nil, nil)
	count := map[string][]jsonField{}
	for _, f := range all {
		count[f.name] = append(count[f.name], f)
	}
	return slices.DeleteFunc(all, func(f jsonField) bool {
		best, rivals := f, 0
		for _, o := range count[f.name] {
			switch {
			case len(o.index) < len(best.index), len(o.index) == len(best.index) && o.tagged && !best.tagged:
				best = o
			}
		}
		for _, o := range count[f.name] {
			if len(o.index) == len(best.index) && o.tagged == best.tagged {
				rivals++
			}
		}
		return rivals > 1 || !slices.Equal(best.index, f.index)
	})
}

// collect lists the fields of t and of what it embeds. open are the structs
// around it, lest one that embeds a pointer to itself be followed forever.
func (t *Type) collect(path []int, open []*Type) []jsonField {
	if slices.Contains(open, t) {
		return nil
	}
	var list []jsonField
	for i, f := range t.desc.Fields {
		typ := t.reg.typ(f.Type)
		tag, hasTag := reflect.StructTag(f.Tag).Lookup("json")
		if tag == "-" {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		index := append(slices.Clone(path), i)
		if f.Embedded && name == "" {
			inner := typ
			if inner.desc.Kind == Pointer {
				inner = t.reg.typ(inner.desc.Elem)
			}
			if inner.desc.Kind == Struct {
				list = append(list, inner.collect(index, append(open, t))...)
				continue
			}
		}
		if !token.IsExported(f.Name) {
			continue
		}
		opts := strings.Split(options, ",")
		field := jsonField{
			name: name, tagged: hasTag && name != "", index: index, typ: typ,
			omitEmpty: slices.Contains(opts, "omitempty"), omitZero: slices.Contains(opts, "omitzero"),
			quoted: slices.Contains(opts, "string"),
		}
		if name == "" {
			field.name = f.Name
		}
		list = append(list, field)
	}
	return list
}

// at returns the field of v; ok is false when an embedded pointer on the way is
// nil and grow does not say to fill it.
func (f jsonField) at(v reflect.Value, grow bool) (field reflect.Value, ok bool) {
	for _, i := range f.index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !grow {
					return v, false
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, true
}
