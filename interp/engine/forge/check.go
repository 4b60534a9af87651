package forge

import (
	"errors"
	"io"
	"reflect"
	"unsafe"
)

// Check says whether this version of Go describes its types as this package
// believes it does, by reading descriptions that the compiler has made. A
// program calls it before it makes the first type.
func Check() error {
	type sample struct {
		A int8
		B string
	}
	other := errors.New("this version of Go describes types in another way than the one gopost was written for: build it with the Go version that go.mod names")
	for _, t := range []reflect.Type{
		reflect.TypeFor[sample](), reflect.TypeFor[[3]string](), reflect.TypeFor[chan<- int](), reflect.TypeFor[func(int) string](),
		reflect.TypeFor[io.ReadWriter](), reflect.TypeFor[map[string]int8](), reflect.TypeFor[*int](), reflect.TypeFor[[]int](), reflect.TypeFor[error](),
	} {
		if !described(t) || reflected(of(t)) != t {
			return other
		}
	}
	s := (*structType)(unsafe.Pointer(of(reflect.TypeFor[sample]())))
	if len(s.fields) != 2 || s.fields[1].offset != unsafe.Offsetof(sample{}.B) || text(unsafe.Pointer(s.fields[1].name)) != "B" {
		return other
	}
	if Missing(reflect.TypeFor[io.ReadWriter](), reflect.TypeFor[*io.PipeReader]()) != "Write" ||
		Missing(reflect.TypeFor[io.Reader](), reflect.TypeFor[*io.PipeReader]()) != "" {
		return other
	}
	return nil
}

// described says whether the description of t says what reflect reads from it.
func described(t reflect.Type) bool {
	d := of(t)
	same := d.size == t.Size() && d.kind == uint8(t.Kind()) && int(d.align) == t.Align() && (d.equal != nil) == t.Comparable()
	switch p := unsafe.Pointer(d); t.Kind() {
	case reflect.Array:
		a := (*arrayType)(p)
		return same && a.elem == of(t.Elem()) && int(a.len) == t.Len()
	case reflect.Chan:
		c := (*chanType)(p)
		return same && c.elem == of(t.Elem()) && c.dir == int(t.ChanDir())
	case reflect.Func:
		f := (*funcType)(p)
		return same && int(f.ins) == t.NumIn() && int(f.outs) == t.NumOut()
	case reflect.Interface:
		return same && len((*interfaceType)(p).methods) == t.NumMethod()
	case reflect.Map:
		m := (*mapType)(p)
		return same && m.key == of(t.Key()) && m.elem == of(t.Elem()) && m.hasher != nil
	case reflect.Pointer:
		return same && (*ptrType)(p).elem == of(t.Elem())
	case reflect.Slice:
		return same && (*sliceType)(p).elem == of(t.Elem())
	}
	return same
}
