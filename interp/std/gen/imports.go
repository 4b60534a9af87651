package main

import (
	"bytes"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// imports gives the packages that a generated file uses a name each.
type imports struct {
	names   map[string]string // by import path in the program
	taken   map[string]bool
	sources map[string]string // learners' import path to that in the program
}

func newImports(lib *library) *imports {
	im := &imports{
		names:   map[string]string{"reflect": "reflect"},
		taken:   map[string]bool{"reflect": true},
		sources: map[string]string{},
	}
	for _, o := range lib.offered {
		im.sources[o.pkg.Path()] = o.source
	}
	return im
}

// qualify is a [types.Qualifier].
func (im *imports) qualify(p *types.Package) string {
	path := p.Path()
	if source, ok := im.sources[path]; ok {
		path = source
	}
	if name, ok := im.names[path]; ok {
		return name
	}
	name := p.Name()
	for i := 2; im.taken[name]; i++ {
		name = p.Name() + strconv.Itoa(i)
	}
	im.names[path] = name
	im.taken[name] = true
	return name
}

// name returns an object's qualified name.
func (im *imports) name(obj types.Object) string {
	return im.qualify(obj.Pkg()) + "." + obj.Name()
}

func (im *imports) write(w *bytes.Buffer) {
	w.WriteString("import (\n")
	for _, path := range slices.Sorted(maps.Keys(im.names)) {
		name := im.names[path]
		if name == path || strings.HasSuffix(path, "/"+name) {
			name = "" // gofmt's style: no alias that only repeats the path
		}
		fmt.Fprintf(w, "%s %q\n", name, path)
	}
	w.WriteString(")\n\n")
}
