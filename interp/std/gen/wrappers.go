package main

import (
	"bytes"
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// wrapper is the struct through which an interpreted value implements an
// interface of a compiled package. The interpreter finds it by its name, an
// underscore before the interface's, and fills its fields by position: the
// value, then a function for each method, in the method's order.
type wrapper struct {
	name    string
	iface   string
	methods []method
}

type method struct{ name, params, args, results string }

// wrapperOf returns the wrapper of an interface. There is none for an alias,
// which is wrapped where its type is declared, and for interfaces that only
// their own package can implement.
func (f *file) wrapperOf(obj *types.TypeName) (wrapper, bool) {
	iface, ok := obj.Type().Underlying().(*types.Interface)
	if !ok || obj.IsAlias() || iface.NumMethods() == 0 {
		return wrapper{}, false
	}
	w := wrapper{
		name:  "_" + identifier(f.offer.pkg.Path()) + "_" + obj.Name(),
		iface: f.offer.pkg.Path() + "." + obj.Name(),
	}
	for m := range iface.Methods() {
		if !m.Exported() || !isNameable(m.Type()) {
			return wrapper{}, false
		}
	}
	for m := range iface.Methods() {
		w.methods = append(w.methods, f.methodOf(m))
	}
	return w, true
}

func (f *file) methodOf(m *types.Func) method {
	sig := m.Signature()
	params, args := make([]string, sig.Params().Len()), make([]string, sig.Params().Len())
	for i := range params {
		name, typ := fmt.Sprintf("a%d", i), sig.Params().At(i).Type()
		params[i], args[i] = name+" "+types.TypeString(typ, f.imports.qualify), name
		if sig.Variadic() && i == len(params)-1 {
			elem := typ.Underlying().(*types.Slice).Elem()
			params[i], args[i] = name+" ..."+types.TypeString(elem, f.imports.qualify), name+"..."
		}
	}
	results := make([]string, sig.Results().Len())
	for i := range results {
		results[i] = types.TypeString(sig.Results().At(i).Type(), f.imports.qualify)
	}
	return method{
		name:    m.Name(),
		params:  strings.Join(params, ", "),
		args:    strings.Join(args, ", "),
		results: "(" + strings.Join(results, ", ") + ")",
	}
}

func (w wrapper) write(b *bytes.Buffer) {
	fmt.Fprintf(b, "// %s lets interpreted values implement %s.\n", w.name, w.iface)
	fmt.Fprintf(b, "type %s struct {\nIValue any\n", w.name)
	for _, m := range w.methods {
		fmt.Fprintf(b, "W%s func(%s) %s\n", m.name, m.params, m.results)
	}
	b.WriteString("}\n")
	for _, m := range w.methods {
		fmt.Fprintf(b, "\nfunc (w %s) %s(%s) %s {\n", w.name, m.name, m.params, m.results)
		// The interpreter asks for the text of half-made wrappers when it
		// reports an error.
		if m.name == "String" && m.params == "" && m.results == "(string)" {
			b.WriteString("if w.WString == nil {\nreturn \"\"\n}\n")
		}
		if m.results != "()" {
			b.WriteString("return ")
		}
		fmt.Fprintf(b, "w.W%s(%s)\n}\n", m.name, m.args)
	}
}

// isNameable says whether generated code can spell a type out: it holds no
// unexported name and none of an internal package.
func isNameable(t types.Type) bool {
	ok := true
	walk(t, func(obj *types.TypeName) bool {
		if obj.Pkg() != nil {
			internal := slices.Contains(strings.Split(obj.Pkg().Path(), "/"), "internal")
			ok = ok && isExported(obj) && !internal
		}
		return false
	})
	return ok
}
