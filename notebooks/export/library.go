package export

import (
	"bytes"
	"fmt"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// What the library has, and under which import path cells and the packages
// themselves know it.
const (
	mpscPath    = "gopost/mpsc"
	displayPath = "gopost/display"
	displayDir  = "gopost/interp/display"
)

// internalPath is where the copy of one of our packages stands in the module;
// "" for packages that are not ours.
func internalPath(importPath string) string {
	if importPath == displayDir {
		importPath = displayPath
	}
	if rest, ok := strings.CutPrefix(importPath, "gopost/"); ok {
		return "internal/" + rest
	}
	return ""
}

// library copies packages of ours, and those of ours that they import, into
// the module.
type library struct {
	from   fs.FS // the root of gopost's own module
	module string
	files  map[string][]byte // the module's files by slash-separated name
}

// add copies a package, named by its import path in gopost's own module.
func (l *library) add(importPath string) error {
	dir := strings.TrimPrefix(importPath, "gopost/")
	names, err := fs.Glob(l.from, path.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	names = slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	if len(names) == 0 {
		return fmt.Errorf("package %s is missing from gopost's library", importPath)
	}
	var more []string
	for _, name := range names {
		to := path.Join(internalPath(importPath), path.Base(name))
		if _, done := l.files[to]; done {
			return nil
		}
		src, err := fs.ReadFile(l.from, name)
		if err != nil {
			return err
		}
		text, imports, err := l.rewrite(name, src)
		if err != nil {
			return err
		}
		l.files[to] = text
		more = append(more, imports...)
	}
	for _, p := range more {
		if err := l.add(p); err != nil {
			return err
		}
	}
	return nil
}

// rewrite points the imports of a file to the copies, and returns the packages
// of ours that it imports.
func (l *library) rewrite(name string, src []byte) (text []byte, ours []string, err error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.ImportsOnly)
	if err != nil {
		return nil, nil, err
	}
	var b bytes.Buffer
	at := 0
	for _, spec := range f.Imports {
		importPath, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return nil, nil, err
		}
		first, _, _ := strings.Cut(importPath, "/")
		switch {
		case first == "gopost":
			from, to := fset.Position(spec.Path.Pos()).Offset, fset.Position(spec.Path.End()).Offset
			b.Write(src[at:from])
			b.WriteString(strconv.Quote(l.module + "/" + internalPath(importPath)))
			at = to
			ours = append(ours, importPath)
		case strings.Contains(first, "."):
			return nil, nil, fmt.Errorf("%s imports %s, and a module without dependencies cannot have it", name, importPath)
		}
	}
	b.Write(src[at:])
	text, err = format.Source(b.Bytes()) // the other paths sort in another way
	return text, ours, err
}

// license copies gopost's license to the copies of its packages.
func (l *library) license() error {
	text, err := fs.ReadFile(l.from, "LICENSE")
	if err != nil {
		return err
	}
	l.files["internal/LICENSE"] = text
	return nil
}
