package engine

import (
	"fmt"
	"go/ast"
	"go/token"
	"reflect"
	"strings"
	"unsafe"

	"github.com/traefik/yaegi/interp"
)

// typesFirst takes the imports and types out of a file, into one of their own.
func typesFirst(file *ast.File) *ast.File {
	first := *file
	first.Decls = nil
	var rest []ast.Decl
	for _, d := range file.Decls {
		if gd, ok := d.(*ast.GenDecl); ok && (gd.Tok == token.TYPE || gd.Tok == token.IMPORT) {
			first.Decls = append(first.Decls, d)
		} else {
			rest = append(rest, d)
		}
	}
	file.Decls, file.Imports = rest, nil
	return &first
}

// typeFields are the offsets of the fields by which yaegi finds the type of a
// name.
type typeFields struct {
	scopes         uintptr // of Interpreter
	symType, rtype uintptr // of symbol and itype
	symbols        int     // the field of scope
}

func (o *typeFields) find() error {
	top := reflect.TypeFor[interp.Interpreter]()
	scopes, ok := top.FieldByName("scopes")
	if !ok || !strings.HasPrefix(scopes.Type.String(), "map[string]*") {
		return fmt.Errorf("this version of yaegi keeps its scopes in another way: go.mod must name v0.16.1")
	}
	scope := scopes.Type.Elem().Elem()
	sym, ok := scope.FieldByName("sym")
	if !ok || !strings.HasPrefix(sym.Type.String(), "map[string]*") {
		return fmt.Errorf("this version of yaegi keeps its symbols in another way: go.mod must name v0.16.1")
	}
	typ, ok := sym.Type.Elem().Elem().FieldByName("typ")
	if !ok || typ.Type.Kind() != reflect.Pointer {
		return fmt.Errorf("this version of yaegi keeps the types of symbols in another way: go.mod must name v0.16.1")
	}
	made, ok := typ.Type.Elem().FieldByName("rtype")
	if !ok || made.Type != reflect.TypeFor[reflect.Type]() {
		return fmt.Errorf("this version of yaegi keeps reflect types in another way: go.mod must name v0.16.1")
	}
	o.scopes, o.symType, o.rtype, o.symbols = scopes.Offset, typ.Offset, made.Offset, sym.Index[0]
	return nil
}

// give has yaegi use a type for a name of package main.
func (l *layout) give(i *interp.Interpreter, name string, t reflect.Type) error {
	top, _ := reflect.TypeFor[interp.Interpreter]().FieldByName("scopes")
	scopes := reflect.NewAt(top.Type, unsafe.Add(unsafe.Pointer(i), l.scopes)).Elem()
	scope := scopes.MapIndex(reflect.ValueOf("main"))
	if !scope.IsValid() {
		return fmt.Errorf("the interpreter has no package main")
	}
	symbol := scope.Elem().Field(l.symbols).MapIndex(reflect.ValueOf(name))
	if !symbol.IsValid() {
		return fmt.Errorf("the interpreter does not know the type %s", name)
	}
	typ := *at[unsafe.Pointer](symbol.UnsafePointer(), l.symType)
	*at[reflect.Type](typ, l.rtype) = t
	return nil
}
