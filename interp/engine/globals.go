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

// grow makes room for the variables that the last CompileAST has added. Yaegi
// would do it in Execute, by copying all variables of the session each time.
func (l *layout) grow(i *interp.Interpreter) {
	data := at[[]reflect.Value](*at[unsafe.Pointer](unsafe.Pointer(i), l.global), l.data)
	types := *at[[]reflect.Type](*at[unsafe.Pointer](unsafe.Pointer(i), l.universe), l.types)
	for _, t := range types[min(len(*data), len(types)):] {
		*data = append(*data, reflect.New(t).Elem())
	}
}
