// Package comments collects the doc comments of a package by name. The
// generator uses it for our own packages, whose comments it stores, and the
// kernel for the standard library, whose source some machines have.
package comments

import (
	"go/doc"
	"strings"
)

// ByName returns the doc comments of a package's exported names, without
// trailing newlines: "" is the package's own comment, "Println" that of a
// function, type, constant or variable, "Builder.Len" that of a method. Names
// without a comment of their own have that of their const or var group; names
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
	}
	return found
}
