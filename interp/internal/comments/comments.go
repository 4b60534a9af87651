// Package comments collects the doc comments of a package by name. The
// generator uses it for our own packages, whose comments it stores, and the
// kernel for the standard library, whose source some machines have.
package comments

import (
	"go/ast"
	"go/doc"
	"strings"
)

// ByName returns the doc comments of a package's exported names, without
// trailing newlines: "" is the package's own comment, "Println" that of a
// function, type, constant or variable, "Builder.Len" that of a method, of an
// interface too, and "Request.Body" that of a struct's field. Names without a comment of their own have that of their const or var group; names
// with neither are left out.
func ByName(p *doc.Package) map[string]string {
	found := map[string]string{}
	add := func(name, text string) {
		if text = strings.TrimRight(text, "\n"); text != "" {
			found[name] = text
		}
	}
	addValues := func(values []*doc.Value) {
		for _, v := range values {
			for _, name := range v.Names {
				add(name, v.Doc)
			}
		}
	}
	addFuncs := func(prefix string, funcs []*doc.Func) {
		for _, f := range funcs {
			add(prefix+f.Name, f.Doc)
		}
	}
	add("", p.Doc)
	addValues(p.Consts)
	addValues(p.Vars)
	addFuncs("", p.Funcs)
	for _, t := range p.Types {
		add(t.Name, t.Doc)
		addValues(t.Consts)
		addValues(t.Vars)
		addFuncs("", t.Funcs)
		addFuncs(t.Name+".", t.Methods)
		for _, field := range fieldsOf(t) {
			for _, name := range field.Names {
				add(t.Name+"."+name.Name, fieldText(field))
			}
		}
	}
	return found
}

// fieldsOf returns the fields of a struct type and the methods of an
// interface, as they are written in the type's declaration.
func fieldsOf(t *doc.Type) []*ast.Field {
	for _, spec := range t.Decl.Specs {
		spec, ok := spec.(*ast.TypeSpec)
		if !ok || spec.Name.Name != t.Name {
			continue
		}
		switch typ := spec.Type.(type) {
		case *ast.StructType:
			return typ.Fields.List
		case *ast.InterfaceType:
			return typ.Methods.List
		}
	}
	return nil
}

// fieldText returns the comment before a field, or else the one behind it.
func fieldText(field *ast.Field) string {
	if text := field.Doc.Text(); text != "" {
		return text
	}
	return field.Comment.Text()
}
