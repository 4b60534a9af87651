package dyn

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Target returns what encoding/json is to decode into, where the learner gave
// the pointer p.
func Target(p any) any {
	b, ok := unbox(p)
	if !ok {
		return p
	}
	v := reflect.ValueOf(b.V)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return b.V
	}
	return &target{b.T.reg.typ(b.T.desc.Elem), v.Elem()}
}

// target decodes into a described value.
type target struct {
	t *Type
	v reflect.Value
}

// UnmarshalJSON fills the value as encoding/json fills one of its type.
func (t *target) UnmarshalJSON(data []byte) error {
	d := &decoder{}
	d.decode(t.t, data, t.v)
	return d.err
}

// decoder goes on after a value that does not fit, and keeps the first error.
type decoder struct {
	err  error
	in   *Type    // the struct around
	path []string // names of fields
}

func (d *decoder) fail(err error) {
	if d.err == nil && err != nil {
		d.err = err
	}
}

// mismatch says that a JSON value does not fit a type.
func (d *decoder) mismatch(data []byte, t *Type, name string) {
	what := "number"
	switch data[0] {
	case '{':
		what = "object"
	case '[':
		what = "array"
	case '"':
		what = "string"
	case 't', 'f':
		what = "bool"
	default:
		if name != "" { // a number that is out of range says which
			what += " " + string(data)
		}
	}
	into := "value"
	if d.in != nil {
		in := d.in.String()
		if i := strings.IndexByte(in, '['); i >= 0 {
			in = in[:i]
		}
		into = "struct field " + in[strings.LastIndexByte(in, '.')+1:] + "." + strings.Join(d.path, ".")
	}
	d.fail(&jsonError{text: fmt.Sprintf("json: cannot unmarshal %s into Go %s of type %s", what, into, t), err: &json.UnmarshalTypeError{
		Value: what, Type: reflect.TypeFor[any](), Field: strings.Join(d.path, "."),
	}})
}

func (d *decoder) decode(t *Type, data []byte, v reflect.Value) {
	data = bytes.TrimSpace(data)
	null := string(data) == "null"
	switch {
	case null && (t.desc.Kind == Pointer || t.desc.Kind == Interface):
		v.SetZero()
		return
	case t.desc.Kind == Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		d.decode(t.reg.typ(t.desc.Elem), data, v.Elem())
		return
	case d.decodeItself(t, data, v, null):
		return
	case null:
		switch v.Kind() {
		case reflect.Map, reflect.Slice:
			v.SetZero()
		}
		return
	}
	switch t.desc.Kind {
	case Struct:
		d.decodeStruct(t, data, v)
	case Slice, Array:
		d.decodeList(t, data, v)
	case Map:
		d.decodeMap(t, data, v)
	case Interface:
		var x any
		if len(t.desc.Wants) > 0 {
			d.mismatch(data, t, "")
			return
		}
		d.fail(json.Unmarshal(data, &x))
		v.Set(reflect.ValueOf(&x).Elem())
	case Func, Chan:
		d.mismatch(data, t, "")
	default:
		d.decodePlain(t, data, v)
	}
}

// decodePlain leaves a compiled or basic type to encoding/json.
func (d *decoder) decodePlain(t *Type, data []byte, v reflect.Value) {
	err := json.Unmarshal(data, v.Addr().Interface())
	if e, ok := err.(*json.UnmarshalTypeError); ok && e.Field == "" {
		name := ""
		if strings.HasPrefix(e.Value, "number ") {
			name = e.Value
		}
		d.mismatch(data, t, name)
		return
	}
	d.fail(err)
}

// decodeItself lets the type's own method decode the value, if it has one.
func (d *decoder) decodeItself(t *Type, data []byte, v reflect.Value, null bool) bool {
	if t.desc.Ptr == 0 || !v.CanAddr() {
		return false
	}
	b := Boxed{t.reg.typ(t.desc.Ptr), v.Addr().Interface()}
	if m, ok := b.T.method("UnmarshalJSON"); ok && m.Type().NumIn() == 2 {
		d.fail(callError(b, "UnmarshalJSON", data))
		return true
	}
	if m, ok := b.T.method("UnmarshalText"); ok && m.Type().NumIn() == 2 {
		var text string
		switch {
		case null:
		case json.Unmarshal(data, &text) != nil:
			d.mismatch(data, t, "")
		default:
			d.fail(callError(b, "UnmarshalText", []byte(text)))
		}
		return true
	}
	return false
}

func callError(b Boxed, method string, data []byte) error {
	err, _ := call[error](b, method, bytes.Clone(data))
	return err
}

func (d *decoder) decodeStruct(t *Type, data []byte, v reflect.Value) {
	if data[0] != '{' {
		d.mismatch(data, t, "")
		return
	}
	fields := t.jsonFields()
	outer := d.in
	d.in = t
	defer func() { d.in = outer }()
	eachMember(data, func(name string, value []byte) {
		f := findField(fields, name)
		if f == nil {
			return
		}
		x, _ := f.at(v, true)
		if text, err := strconv.Unquote(string(value)); f.quoted && err == nil {
			value = []byte(text)
		}
		d.path = append(d.path, f.name)
		d.decode(f.typ, value, x)
		d.path = d.path[:len(d.path)-1]
	})
}

// findField prefers the exact name to one that differs in case.
func findField(fields []jsonField, name string) *jsonField {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	for i := range fields {
		if strings.EqualFold(fields[i].name, name) {
			return &fields[i]
		}
	}
	return nil
}

// eachMember calls f for the members of a valid JSON object, in order.
func eachMember(data []byte, f func(name string, value []byte)) {
	dec := json.NewDecoder(bytes.NewReader(data))
	if _, err := dec.Token(); err != nil {
		return
	}
	for dec.More() {
		name, err := dec.Token()
		var value json.RawMessage
		if err != nil || dec.Decode(&value) != nil {
			return
		}
		f(name.(string), value)
	}
}

func (d *decoder) decodeList(t *Type, data []byte, v reflect.Value) {
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
		d.decodePlain(t, data, v)
		return
	}
	var list []json.RawMessage
	if json.Unmarshal(data, &list) != nil {
		d.mismatch(data, t, "")
		return
	}
	elem := t.reg.typ(t.desc.Elem)
	if v.Kind() == reflect.Slice {
		if v.Cap() < len(list) || v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), len(list), len(list)))
		}
		v.SetLen(len(list))
	}
	for i := range v.Len() {
		v.Index(i).SetZero()
		if i < len(list) {
			d.decode(elem, list[i], v.Index(i))
		}
	}
}

func (d *decoder) decodeMap(t *Type, data []byte, v reflect.Value) {
	if data[0] != '{' {
		d.mismatch(data, t, "")
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	key, elem := t.reg.typ(t.desc.Key), t.reg.typ(t.desc.Elem)
	eachMember(data, func(name string, value []byte) {
		k, x := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		d.decode(elem, value, x)
		if k.Kind() == reflect.String && key.desc.Ptr == 0 {
			k.SetString(name)
			v.SetMapIndex(k, x)
			return
		}
		quoted, err := json.Marshal(name)
		d.fail(err)
		if k.CanInt() || k.CanUint() {
			quoted = []byte(name)
		}
		before := d.err
		d.decode(key, quoted, k)
		if d.err == before {
			v.SetMapIndex(k, x)
		}
	})
}
