package engine

import (
	"fmt"
	"reflect"
	"unsafe"

	"github.com/traefik/yaegi/interp"
)

// globals finds where yaegi keeps the variables of all cells.
func (l *layout) globals() error {
	find := func(t reflect.Type, name string, kind reflect.Kind, at *uintptr) (reflect.Type, error) {
		f, ok := t.FieldByName(name)
		if !ok || f.Type.Kind() != kind {
			return nil, fmt.Errorf("this version of yaegi has no field %s in %v: go.mod must name v0.16.1", name, t)
		}
		*at = f.Offset
		return f.Type.Elem(), nil
	}
	top := reflect.TypeFor[interp.Interpreter]()
	frame, err := find(top, "frame", reflect.Pointer, &l.global)
	if err != nil {
		return err
	}
	scope, err := find(top, "universe", reflect.Pointer, &l.universe)
	if err != nil {
		return err
	}
	if value, err := find(frame, "data", reflect.Slice, &l.data); err != nil || value != reflect.TypeFor[reflect.Value]() {
		return fmt.Errorf("this version of yaegi keeps variables in another way: go.mod must name v0.16.1")
	}
	_, err = find(scope, "types", reflect.Slice, &l.types)
	return err
}

// room is for how many variables there is room at first.
const room = 2048

// grow makes the variables that the last CompileAST has added; the first made
// of them exist. It returns how many exist now.
//
// Yaegi would do it in Execute, by copying all variables of the session into a
// new slice each time, under the eyes of goroutines that use the old one. Here
// the slice is longer than what is in use, and is hardly ever replaced.
func (l *layout) grow(i *interp.Interpreter, made int) int {
	data := at[[]reflect.Value](*at[unsafe.Pointer](unsafe.Pointer(i), l.global), l.data)
	types := *at[[]reflect.Type](*at[unsafe.Pointer](unsafe.Pointer(i), l.universe), l.types)
	if len(types) > len(*data) {
		longer := make([]reflect.Value, max(room, 2*len(types)))
		copy(longer, *data)
		*data = longer
	}
	for n := made; n < len(types); n++ {
		(*data)[n] = reflect.New(types[n]).Elem()
	}
	return max(made, len(types))
}
