package symbols

import (
	"maps"
	"reflect"
)

// Symbols returns the symbols of the package of an import path, and false for
// a path that has no table. The map is the caller's own: each call makes a new
// one.
func Symbols(path string) (map[string]reflect.Value, bool) {
	symbols, _ := lookup(path)
	if symbols == nil {
		return nil, false
	}
	return symbols(), true
}

// Generic returns the names of a package that have no symbol, because they are
// generic functions, generic types or constraints, sorted: what the
// interpreter must be given in another form.
func Generic(path string) []string { return generic(path) }

// Needs returns the other packages whose interfaces appear in a package's
// functions and types. The interpreter must know them too, although the cell
// doesn't import them: it looks up the wrapper of io.Reader in io when a cell
// gives a reader of its own to bufio.NewReader.
func Needs(path string) []string { return needs(path) }

// Exports returns what yaegi's Interpreter.Use takes, for the packages of the
// given import paths, those they need, those that these need, and so on: tables
// by "path/name", and the wrapper choices of [MapTypes] under ".". Paths
// without a table are skipped.
func Exports(paths ...string) map[string]map[string]reflect.Value {
	exports := map[string]map[string]reflect.Value{}
	choices := map[reflect.Value][]reflect.Type{}
	var add func(path string)
	add = func(path string) {
		symbols, name := lookup(path)
		key := path + "/" + name
		if symbols == nil || exports[key] != nil {
			return
		}
		exports[key] = symbols()
		maps.Copy(choices, MapTypes(path))
		for _, needed := range Needs(path) {
			add(needed)
		}
	}
	for _, path := range paths {
		add(path)
	}
	exports["."] = map[string]reflect.Value{"MapTypes": reflect.ValueOf(choices)}
	return exports
}
