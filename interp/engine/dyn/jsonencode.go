package dyn

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// maxDepth is how deep values may nest before they are taken for a cycle.
const maxDepth = 1000

// MarshalJSON encodes the value as encoding/json encodes a value of its type
// in a compiled program: with the learner's own methods, tags and embedded
// structs.
func (b Boxed) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	err := b.T.encode(&out, reflect.ValueOf(&b.V).Elem().Elem(), 0)
	return out.Bytes(), err
}

// Marshal is json.Marshal.
func Marshal(v any) ([]byte, error) {
	text, err := json.Marshal(v)
	return text, ownError(err)
}

// MarshalIndent is json.MarshalIndent.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	text, err := json.MarshalIndent(v, prefix, indent)
	return text, ownError(err)
}

// ownError takes away what encoding/json says of Boxed.
func ownError(err error) error {
	var m *json.MarshalerError
	if errors.As(err, &m) && strings.HasPrefix(m.Type.PkgPath(), "gopost/") {
		return m.Err
	}
	return err
}

// plainJSON encodes a compiled value. HTML is escaped once, by the encoder
// that called MarshalJSON.
func plainJSON(out *bytes.Buffer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return ownError(err)
	}
	out.Truncate(out.Len() - 1) // the newline
	return nil
}

func (t *Type) encode(out *bytes.Buffer, v reflect.Value, depth int) error {
	if depth > maxDepth {
		return &jsonError{text: "json: unsupported value: encountered a cycle via " + t.String()}
	}
	if done, err := t.encodeItself(out, v); done {
		return err
	}
	switch t.desc.Kind {
	case Pointer:
		if v.IsNil() {
			out.WriteString("null")
			return nil
		}
		return t.reg.typ(t.desc.Elem).encode(out, v.Elem(), depth+1)
	case Struct:
		return t.encodeStruct(out, v, depth)
	case Slice, Array:
		if v.Kind() == reflect.Slice && (v.IsNil() || v.Type().Elem().Kind() == reflect.Uint8) {
			return plainJSON(out, v.Interface())
		}
		return t.encodeList(out, v, depth)
	case Map:
		return t.encodeMap(out, v, depth)
	case Func, Chan:
		return &jsonError{text: "json: unsupported type: " + t.String()}
	}
	return plainJSON(out, v.Interface())
}

// encodeItself lets the type's own method encode the value, if it has one.
func (t *Type) encodeItself(out *bytes.Buffer, v reflect.Value) (done bool, err error) {
	recv := t
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		m, ok := recv.method(name)
		if !ok && t.desc.Ptr != 0 && v.CanAddr() {
			if m, ok = t.reg.typ(t.desc.Ptr).method(name); ok {
				v = v.Addr()
			}
		}
		if !ok || m.Type().NumIn() != 1 || m.Type().NumOut() != 2 {
			continue
		}
		if v.Kind() == reflect.Pointer && v.IsNil() {
			out.WriteString("null")
			return true, nil
		}
		res := m.Call([]reflect.Value{asAny(v)})
		if err, _ := res[1].Interface().(error); err != nil {
			return true, &jsonError{text: fmt.Sprintf("json: error calling %s for type %s: %v", name, t, err), err: err}
		}
		text := res[0].Bytes()
		if name == "MarshalText" {
			return true, plainJSON(out, string(text))
		}
		if err := json.Compact(out, text); err != nil {
			return true, &jsonError{text: fmt.Sprintf("json: error calling %s for type %s: %v", name, t, err), err: err}
		}
		return true, nil
	}
	return false, nil
}

// asAny returns v as the any parameter of a described method.
func asAny(v reflect.Value) reflect.Value {
	x := v.Interface()
	return reflect.ValueOf(&x).Elem()
}

func (t *Type) encodeStruct(out *bytes.Buffer, v reflect.Value, depth int) error {
	open := byte('{')
	for _, f := range t.jsonFields() {
		x, ok := f.at(v, false)
		if !ok || f.omitEmpty && empty(x) || f.omitZero && f.typ.zero(x) {
			continue
		}
		out.WriteByte(open)
		open = ','
		if err := plainJSON(out, f.name); err != nil {
			return err
		}
		out.WriteByte(':')
		start := out.Len()
		if err := f.typ.encode(out, x, depth+1); err != nil {
			return err
		}
		if f.quoted {
			f.quote(out, start, x)
		}
	}
	if open == '{' {
		out.WriteByte('{')
	}
	out.WriteByte('}')
	return nil
}

// quote wraps what stands in out from start on in a string, for the kinds that
// option "string" is for.
func (f jsonField) quote(out *bytes.Buffer, start int, v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if v.CanInt() || v.CanUint() || v.CanFloat() || v.Kind() == reflect.Bool || v.Kind() == reflect.String {
		text := strconv.Quote(out.String()[start:])
		out.Truncate(start)
		out.WriteString(text)
	}
}

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

// zero says whether option omitzero leaves v out.
func (t *Type) zero(v reflect.Value) bool {
	if isZero, ok := call[bool](Boxed{t, v.Interface()}, "IsZero"); ok {
		return isZero
	}
	if z, ok := v.Interface().(interface{ IsZero() bool }); ok && t.desc.Kind == Basic {
		return z.IsZero()
	}
	return v.IsZero()
}

func (t *Type) encodeList(out *bytes.Buffer, v reflect.Value, depth int) error {
	elem := t.reg.typ(t.desc.Elem)
	out.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := elem.encode(out, v.Index(i), depth+1); err != nil {
			return err
		}
	}
	out.WriteByte(']')
	return nil
}

func (t *Type) encodeMap(out *bytes.Buffer, v reflect.Value, depth int) error {
	if v.IsNil() {
		out.WriteString("null")
		return nil
	}
	key, elem := t.reg.typ(t.desc.Key), t.reg.typ(t.desc.Elem)
	type entry struct {
		name  string
		value reflect.Value
	}
	var entries []entry
	for _, k := range v.MapKeys() {
		name, ok := key.jsonKey(k)
		if !ok {
			return &jsonError{text: "json: unsupported type: " + t.String()}
		}
		entries = append(entries, entry{name, v.MapIndex(k)})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	out.WriteByte('{')
	for i, e := range entries {
		if i > 0 {
			out.WriteByte(',')
		}
		if err := plainJSON(out, e.name); err != nil {
			return err
		}
		out.WriteByte(':')
		if err := elem.encode(out, e.value, depth+1); err != nil {
			return err
		}
	}
	out.WriteByte('}')
	return nil
}

// jsonKey returns how a key of a map is written.
func (t *Type) jsonKey(k reflect.Value) (string, bool) {
	if k.Kind() == reflect.String {
		return k.String(), true
	}
	if m, ok := t.method("MarshalText"); ok {
		res := m.Call([]reflect.Value{asAny(k)})
		return string(res[0].Bytes()), res[1].IsNil()
	}
	if text, ok := k.Interface().(interface{ MarshalText() ([]byte, error) }); ok {
		b, err := text.MarshalText()
		return string(b), err == nil
	}
	if k.CanInt() || k.CanUint() {
		return fmt.Sprint(k), true
	}
	return "", false
}

// jsonError is an error in the words of encoding/json, with the learner's
// names.
type jsonError struct {
	text string
	err  error
}

func (e *jsonError) Error() string { return e.text }

func (e *jsonError) Unwrap() error { return e.err }
