package dyn

import (
	"fmt"
	"go/token"
	"io"
	"reflect"
	"sort"
	"strings"
)

// Format prints the value as fmt prints a value of its type in a compiled
// program: with its own Format, GoString, Error or String method where the
// verb asks for one, else by its structure and the learner's names.
func (b Boxed) Format(s fmt.State, verb rune) {
	b.T.format(s, verb, reflect.ValueOf(b.V), 0, false)
}

// Format is needed for errors too, lest fmt call Error for every verb.
func (e ErrBoxed) Format(s fmt.State, verb rune) { e.Boxed.Format(s, verb) }

// Printf, like all functions of fmt that take a format, lets %T print names
// that reflection cannot know. It returns format and arguments to use.
func Printf(format string, args []any) (string, []any) {
	if !strings.Contains(format, "T") {
		return format, args
	}
	var out strings.Builder
	args = append([]any(nil), args...)
	next := 0
	for i := 0; i < len(format); i++ {
		out.WriteByte(format[i])
		if format[i] != '%' {
			continue
		}
		for i++; i < len(format) && strings.IndexByte("+-# 0123456789.*[]", format[i]) >= 0; i++ {
			if format[i] == '*' {
				next++
			}
			out.WriteByte(format[i])
		}
		if i >= len(format) {
			break
		}
		verb := format[i]
		if verb == 'T' && next < len(args) && IsBoxed(args[next]) {
			args[next], verb = TypeName(args[next]), 's'
		}
		if verb != '%' {
			next++
		}
		out.WriteByte(verb)
	}
	return out.String(), args
}

// format prints a value of type t. Values that come out of an unexported field
// are hidden: fmt does not call their methods.
func (t *Type) format(s fmt.State, verb rune, v reflect.Value, depth int, hidden bool) {
	if !hidden && v.IsValid() && v.CanInterface() && t.formatsItself(s, verb, v) {
		return
	}
	switch t.desc.Kind {
	case Struct:
		t.formatStruct(s, verb, v, depth, hidden)
	case Slice, Array:
		t.formatList(s, verb, v, depth, hidden)
	case Map:
		t.formatMap(s, verb, v, depth, hidden)
	case Pointer:
		elem := t.elem()
		if depth == 0 && !v.IsNil() && verb != 'p' && (elem.desc.Kind == Struct || elem.desc.Kind == Slice || elem.desc.Kind == Array || elem.desc.Kind == Map) {
			io.WriteString(s, "&")
			elem.format(s, verb, v.Elem(), depth+1, hidden)
			return
		}
		t.formatPointer(s, verb, v, depth, hidden)
	case Interface:
		t.formatInterface(s, verb, v, depth, hidden)
	case Func, Chan:
		t.formatPointer(s, verb, v, depth, hidden)
	default:
		if verb == 'v' && s.Flag('#') && v.CanInterface() && strings.HasPrefix(t.desc.Name, "main.") {
			fmt.Fprintf(s, "%#v", v.Interface())
			return
		}
		formatLeaf(s, verb, v, hidden)
	}
}

// formatsItself calls the method that fmt would call.
func (t *Type) formatsItself(s fmt.State, verb rune, v reflect.Value) bool {
	b := Boxed{t, v.Interface()}
	if m, ok := t.method("Format"); ok && m.Type().NumIn() == 3 {
		m.Call([]reflect.Value{reflect.ValueOf(&b.V).Elem(), reflect.ValueOf(s), reflect.ValueOf(verb)})
		return true
	}
	if verb == 'v' && s.Flag('#') {
		text, ok := t.text(b, "GoString")
		switch text := text.(type) {
		case string:
			io.WriteString(s, text)
		default:
			fmt.Fprintf(s, "%#v", text)
		}
		return ok
	}
	if !strings.ContainsRune("vsxXq", verb) {
		return false
	}
	for _, name := range []string{"Error", "String"} {
		text, ok := t.text(b, name)
		if ok {
			fmt.Fprintf(s, fmt.FormatString(s, verb), text)
			return true
		}
	}
	return false
}

// text calls Error, String or GoString, and returns a string, or what prints as
// the method's panic. A nil receiver that the method cannot take prints as
// <nil>, as in fmt.
func (t *Type) text(b Boxed, name string) (text any, ok bool) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if v := reflect.ValueOf(b.V); v.Kind() == reflect.Pointer && v.IsNil() {
			text, ok = "<nil>", true
			return
		}
		text, ok = failed(name, r), true
	}()
	return call[string](b, name)
}

func formatLeaf(s fmt.State, verb rune, v reflect.Value, hidden bool) {
	if !v.IsValid() {
		io.WriteString(s, "<nil>")
		return
	}
	v = genuine(v)
	if hidden && v.CanInterface() {
		// A value that reflection has from an unexported field fmt prints
		// without calling methods.
		v = reflect.ValueOf(struct{ v any }{v.Interface()}).Field(0).Elem()
	}
	fmt.Fprintf(s, fmt.FormatString(s, verb), v)
}

func (t *Type) formatStruct(s fmt.State, verb rune, v reflect.Value, depth int, hidden bool) {
	if verb == 'v' && s.Flag('#') {
		io.WriteString(s, t.desc.Name)
	}
	io.WriteString(s, "{")
	for i, f := range t.desc.Fields {
		if i > 0 {
			io.WriteString(s, separator(s, verb))
		}
		if verb == 'v' && (s.Flag('+') || s.Flag('#')) {
			io.WriteString(s, f.Name+":")
		}
		t.reg.typ(f.Type).format(s, verb, v.Field(i), depth+1, hidden || !token.IsExported(f.Name))
	}
	io.WriteString(s, "}")
}

func separator(s fmt.State, verb rune) string {
	if verb == 'v' && s.Flag('#') {
		return ", "
	}
	return " "
}

func (t *Type) formatList(s fmt.State, verb rune, v reflect.Value, depth int, hidden bool) {
	elem := t.elem()
	if v.Type().Elem().Kind() == reflect.Uint8 && strings.ContainsRune("sqxX", verb) {
		formatLeaf(s, verb, v, hidden)
		return
	}
	open, end := "[", "]"
	if verb == 'v' && s.Flag('#') {
		if t.desc.Kind == Slice && v.IsNil() {
			io.WriteString(s, t.desc.Name+"(nil)")
			return
		}
		open, end = t.desc.Name+"{", "}"
	}
	io.WriteString(s, open)
	for i := range v.Len() {
		if i > 0 {
			io.WriteString(s, separator(s, verb))
		}
		elem.format(s, verb, v.Index(i), depth+1, hidden)
	}
	io.WriteString(s, end)
}

func (t *Type) formatMap(s fmt.State, verb rune, v reflect.Value, depth int, hidden bool) {
	key, elem := t.key(), t.elem()
	open, end := "map[", "]"
	if verb == 'v' && s.Flag('#') {
		if v.IsNil() {
			io.WriteString(s, t.desc.Name+"(nil)")
			return
		}
		open, end = t.desc.Name+"{", "}"
	}
	io.WriteString(s, open)
	for i, k := range sortedKeys(v) {
		if i > 0 {
			io.WriteString(s, separator(s, verb))
		}
		key.format(s, verb, k, depth+1, hidden)
		io.WriteString(s, ":")
		elem.format(s, verb, v.MapIndex(k), depth+1, hidden)
	}
	io.WriteString(s, end)
}

// sortedKeys orders keys as fmt does for the kinds that have an order.
func sortedKeys(m reflect.Value) []reflect.Value {
	keys := m.MapKeys()
	sort.SliceStable(keys, func(i, j int) bool { return less(keys[i], keys[j]) })
	return keys
}

func less(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Interface:
		x, y := Value(a.Interface()), Value(b.Interface())
		if x == nil || y == nil || reflect.TypeOf(x) != reflect.TypeOf(y) {
			return fmt.Sprintf("%T", x) < fmt.Sprintf("%T", y)
		}
		return less(reflect.ValueOf(x), reflect.ValueOf(y))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return a.Int() < b.Int()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return a.Uint() < b.Uint()
	case reflect.Float32, reflect.Float64:
		return a.Float() < b.Float()
	case reflect.String:
		return a.String() < b.String()
	case reflect.Bool:
		return !a.Bool() && b.Bool()
	case reflect.Struct:
		for i := range a.NumField() {
			if less(a.Field(i), b.Field(i)) {
				return true
			}
			if less(b.Field(i), a.Field(i)) {
				return false
			}
		}
	case reflect.Array:
		for i := range a.Len() {
			if less(a.Index(i), b.Index(i)) {
				return true
			}
			if less(b.Index(i), a.Index(i)) {
				return false
			}
		}
	case reflect.Pointer, reflect.Chan:
		return a.Pointer() < b.Pointer()
	}
	return false
}

func (t *Type) formatPointer(s fmt.State, verb rune, v reflect.Value, depth int, hidden bool) {
	if !hidden && v.CanInterface() {
		switch v.Interface().(type) {
		case fmt.Formatter, fmt.Stringer, error: // of a compiled type
			formatLeaf(s, verb, v, hidden)
			return
		}
	}
	if verb == 'v' {
		switch {
		case s.Flag('#'):
			if v.IsNil() {
				fmt.Fprintf(s, "(%s)(nil)", t.desc.Name)
			} else {
				fmt.Fprintf(s, "(%s)(%#x)", t.desc.Name, v.Pointer())
			}
			return
		case v.IsNil():
			io.WriteString(s, "<nil>")
			return
		}
		fmt.Fprintf(s, "%#x", v.Pointer())
		return
	}
	formatLeaf(s, verb, v, hidden)
}

func (t *Type) formatInterface(s fmt.State, verb rune, v reflect.Value, depth int, hidden bool) {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if !v.IsValid() {
		if verb == 'v' && s.Flag('#') {
			fmt.Fprintf(s, "%s(nil)", t.desc.Name)
			return
		}
		io.WriteString(s, "<nil>")
		return
	}
	if v.CanInterface() {
		if b, ok := unbox(v.Interface()); ok {
			b.T.format(s, verb, reflect.ValueOf(b.V), depth, hidden)
			return
		}
		if hidden {
			// fmt would not let boxed values inside print themselves.
			t.reg.reflected(v.Type()).format(s, verb, v, depth, hidden)
			return
		}
	}
	formatLeaf(s, verb, v, hidden)
}
