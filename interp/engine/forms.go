package engine

import (
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"reflect"
	"strconv"

	"gopost/interp/engine/forge"
)

// Yaegi makes a struct type that mentions itself with a dummy in the places of
// the mention, and puts the type itself there later, but not everywhere: not
// where it is part of a function type in a map, nor where two structs contain
// one another. So the engine makes the reflect types of such structs, and gives
// them to yaegi before it makes its own.

// forms are the struct types that units declare.
type forms struct {
	declared map[string]declaration
	types    map[string]reflect.Type                    // those that somebody asked for
	symbols  func(path string) map[string]reflect.Value // of compiled packages
}

// declaration is a struct type of a unit.
type declaration struct {
	text    *ast.StructType
	imports map[string]string // the paths of the unit's imports, by alias
}

// declare makes those struct types of a unit that mention themselves.
func (f *forms) declare(file *ast.File) (recursive map[string]reflect.Type, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a type of this cell can't be made: %v", r)
		}
	}()
	imports := map[string]string{}
	for _, spec := range file.Imports {
		p, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = p
	}
	var names []string
	for _, d := range file.Decls {
		if gd, ok := d.(*ast.GenDecl); ok && gd.Tok == token.TYPE {
			for _, s := range gd.Specs {
				if spec := s.(*ast.TypeSpec); spec.Name != nil {
					f.declared[spec.Name.Name] = declaration{spec.Type.(*ast.StructType), imports}
					names = append(names, spec.Name.Name)
				}
			}
		}
	}
	making := map[string]*forge.Type{}
	for _, name := range names {
		if d := f.declared[name]; f.reaches(d.text, name, map[string]bool{}) {
			making[name] = forge.Declare(forge.Decl{String: "main." + name, PkgPath: "main", Named: true, Layout: f.layout(d, d.text)})
			f.types[name] = making[name].Type()
		}
	}
	recursive = map[string]reflect.Type{}
	for name, made := range making {
		d := f.declared[name]
		if err := made.Complete(forge.Parts{Fields: f.fields(d, d.text)}); err != nil {
			return nil, err
		}
		recursive[name] = f.types[name]
	}
	return recursive, nil
}

// reaches says whether a type expression leads to the type of that name.
func (f *forms) reaches(e ast.Expr, name string, seen map[string]bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			return false
		case *ast.Field:
			found = found || f.reaches(n.Type, name, seen)
			return false
		case *ast.Ident:
			if n.Name == name {
				found = true
			} else if d, ok := f.declared[n.Name]; ok && !seen[n.Name] {
				seen[n.Name] = true
				found = found || f.reaches(d.text, name, seen)
			}
		}
		return !found
	})
	return found
}

// of returns the type that an expression in the declaration d stands for.
func (f *forms) of(d declaration, e ast.Expr) reflect.Type {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.of(d, e.X)
	case *ast.Ident:
		return f.named(e.Name)
	case *ast.SelectorExpr:
		return compiledType(f.symbols(d.imports[e.X.(*ast.Ident).Name]), e.Sel.Name)
	case *ast.StarExpr:
		return reflect.PointerTo(f.of(d, e.X))
	case *ast.ArrayType:
		if e.Len == nil {
			return reflect.SliceOf(f.of(d, e.Elt))
		}
		return reflect.ArrayOf(length(e), f.of(d, e.Elt))
	case *ast.MapType:
		return reflect.MapOf(f.of(d, e.Key), f.of(d, e.Value))
	case *ast.ChanType:
		return reflect.ChanOf(direction(e), f.of(d, e.Value))
	case *ast.FuncType:
		return reflect.FuncOf(f.list(d, e.Params), f.list(d, e.Results), false)
	case *ast.InterfaceType:
		return reflect.TypeFor[any]()
	case *ast.StructType:
		var fields []reflect.StructField
		for _, field := range f.fields(d, e) {
			fields = append(fields, reflect.StructField{Name: field.Name, Type: field.Type, Tag: reflect.StructTag(field.Tag)})
		}
		return reflect.StructOf(fields)
	}
	panic(fmt.Sprintf("%T is no type", e))
}

func (f *forms) named(name string) reflect.Type {
	if t, ok := f.types[name]; ok {
		return t
	}
	if d, ok := f.declared[name]; ok {
		t := f.of(d, d.text)
		f.types[name] = t
		return t
	}
	if t, ok := basicTypes()[name]; ok {
		return t
	}
	panic(name + " is no type that is known here")
}

func compiledType(symbols map[string]reflect.Value, name string) reflect.Type {
	v, ok := symbols[name]
	if !ok || v.Kind() != reflect.Pointer {
		panic(name + " is no type of a compiled package")
	}
	return v.Type().Elem()
}

func (f *forms) list(d declaration, fields *ast.FieldList) (types []reflect.Type) {
	if fields == nil {
		return nil
	}
	for _, field := range fields.List {
		types = append(types, f.of(d, field.Type))
	}
	return types
}

// fields returns the fields of a struct as yaegi makes them: all exported.
func (f *forms) fields(d declaration, s *ast.StructType) (list []forge.Field) {
	for _, field := range s.Fields.List {
		tag := ""
		if field.Tag != nil {
			tag, _ = strconv.Unquote(field.Tag.Value)
		}
		list = append(list, forge.Field{Name: exportedName(field.Names[0].Name), Type: f.of(d, field.Type), Tag: tag})
	}
	return list
}

func exportedName(name string) string {
	if token.IsExported(name) {
		return name
	}
	return "X" + name
}

// layout returns a type that lies in memory as that of an expression does, but
// does not say what pointers and the like lead to.
func (f *forms) layout(d declaration, e ast.Expr) reflect.Type {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.layout(d, e.X)
	case *ast.Ident:
		if inner, ok := f.declared[e.Name]; ok {
			return f.layout(inner, inner.text)
		}
	case *ast.StarExpr:
		return reflect.TypeFor[*byte]()
	case *ast.ArrayType:
		if e.Len == nil {
			return reflect.TypeFor[[]byte]()
		}
		return reflect.ArrayOf(length(e), f.layout(d, e.Elt))
	case *ast.MapType:
		return reflect.TypeFor[map[bool]bool]()
	case *ast.ChanType:
		return reflect.TypeFor[chan bool]()
	case *ast.FuncType:
		return reflect.TypeFor[func()]()
	case *ast.StructType:
		var fields []reflect.StructField
		for i, field := range e.Fields.List {
			fields = append(fields, reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: f.layout(d, field.Type)})
		}
		return reflect.StructOf(fields)
	}
	return f.of(d, e)
}

func length(e *ast.ArrayType) int {
	n, _ := strconv.Atoi(e.Len.(*ast.BasicLit).Value)
	return n
}

func direction(e *ast.ChanType) reflect.ChanDir {
	switch e.Dir {
	case ast.SEND:
		return reflect.SendDir
	case ast.RECV:
		return reflect.RecvDir
	}
	return reflect.BothDir
}

func basicTypes() map[string]reflect.Type {
	types := map[string]reflect.Type{"byte": reflect.TypeFor[byte](), "error": reflect.TypeFor[error](), "rune": reflect.TypeFor[rune]()}
	for _, v := range []any{false, 0, int8(0), int16(0), int32(0), int64(0), uint(0), uint8(0), uint16(0), uint32(0), uint64(0),
		uintptr(0), float32(0), 0.0, complex64(0), 0i, ""} {
		t := reflect.TypeOf(v)
		types[t.Name()] = t
	}
	return types
}
