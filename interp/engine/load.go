package engine

import (
	"fmt"
	"go/token"
	"maps"
	"path"
	"reflect"
	"slices"

	"gopost/interp/std/symbols"
)

// load makes the packages of the given import paths known to yaegi, with
// those whose interfaces they use.
func (m *Machine) load(paths []string) error {
	paths = slices.DeleteFunc(slices.Clone(paths), func(p string) bool {
		return m.loaded[p] != nil
	})
	if len(paths) == 0 {
		return nil
	}
	all := symbols.Exports(paths...)
	fresh := map[string]map[string]reflect.Value{}
	choices := all["."]["MapTypes"].Interface().(map[reflect.Value][]reflect.Type)
	for key, table := range all {
		p := path.Dir(key)
		if key == "." || m.loaded[p] != nil {
			continue
		}
		for name, v := range m.replacements(p) {
			if types, ok := choices[table[name]]; ok {
				choices[v] = types
			}
			table[name] = v
		}
		maps.Copy(table, hiddenTypes(p, table))
		// The doubled slash means the same package to yaegi, but hides fmt
		// from a step that would compile yaegi's own generic sources and
		// redirect fmt in its way.
		fresh[p+"//"+path.Base(key)] = table
		m.loaded[p] = table
		if writesToStdFiles(p) {
			m.files.open() // without pipes the process's own files stay in place
		}
	}
	fresh["."] = map[string]reflect.Value{"MapTypes": reflect.ValueOf(choices)}
	if err := m.yaegi.Use(fresh); err != nil {
		return fmt.Errorf("the interpreter refused a standard package: %w", err)
	}
	for _, p := range paths {
		if m.loaded[p] == nil {
			return fmt.Errorf("package %q cannot be imported: it is not one of the packages that cells can use", p)
		}
	}
	return nil
}

// hiddenTypes returns the unexported types of a package's exported variables,
// such as that of binary.BigEndian, by their names: lowered code declares
// every variable with its type.
func hiddenTypes(path string, table map[string]reflect.Value) map[string]reflect.Value {
	types := map[string]reflect.Value{}
	for _, v := range table {
		t := v.Type()
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.PkgPath() == path && !token.IsExported(t.Name()) {
			types[t.Name()] = reflect.Zero(reflect.PointerTo(t))
		}
	}
	return types
}
