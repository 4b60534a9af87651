package rt

import (
	"fmt"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"unsafe"

	"gopost/interp/engine/dyn"
)

// plain strips what yaegi wraps around panic values: the reflect.Value it
// panics with, and its own box around values of interpreted interface types.
func plain(v any) any {
	for range 8 {
		rv, ok := v.(reflect.Value)
		if !ok {
			rv = unbox(reflect.ValueOf(v))
			if !rv.IsValid() {
				return v
			}
		}
		if !rv.IsValid() || !rv.CanInterface() {
			return nil
		}
		v = rv.Interface()
	}
	return v
}

// unbox returns the value inside yaegi's unexported valueInterface, and the
// zero Value for anything else.
func unbox(v reflect.Value) reflect.Value {
	if !v.IsValid() || v.Kind() != reflect.Struct || v.Type().String() != "interp.valueInterface" {
		return reflect.Value{}
	}
	held := reflect.New(v.Type()).Elem()
	held.Set(v)
	f := held.FieldByName("value")
	return *(*reflect.Value)(unsafe.Pointer(f.UnsafeAddr()))
}

// describe says a panic value as the Go runtime prints it.
func describe(v any) *Failure {
	v = plain(v)
	if f, ok := v.(fatal); ok {
		return &Failure{Name: "fatal error", Text: f.text}
	}
	f := &Failure{Name: "panic", Text: panicText(v)}
	return f
}

func panicText(v any) (text string) {
	defer func() {
		if p := recover(); p != nil {
			text = fmt.Sprintf("(%T) a value whose Error or String method panicked", v)
		}
	}()
	switch v := v.(type) {
	case nil:
		return "panic called with nil argument (use GODEBUG=panicnil=1 to disable)"
	case *reflect.ValueError:
		if v.Kind == reflect.Invalid {
			return dyn.NilDereference
		}
		return v.Error()
	case runtime.Error:
		return dyn.RuntimeText(v.Error())
	case error:
		return dyn.RuntimeText(v.Error())
	case fmt.Stringer:
		return v.String()
	case string:
		return dyn.RuntimeText(v)
	}
	rv := reflect.ValueOf(v)
	name := rv.Type().String()
	var value string
	switch {
	case !rv.IsValid():
		return "nil"
	case rv.Kind() == reflect.String:
		value = strconv.Quote(rv.String())
	case rv.CanFloat():
		value = string(appendFloat(nil, rv.Float()))
	case rv.CanComplex():
		value = string(appendComplex(nil, rv.Complex()))
	case rv.Kind() == reflect.Bool, rv.CanInt(), rv.CanUint():
		value = fmt.Sprint(rv)
	default:
		return fmt.Sprintf("(%s) %+v", name, v)
	}
	if !strings.Contains(name, ".") {
		return value
	}
	return name + "(" + value + ")"
}
