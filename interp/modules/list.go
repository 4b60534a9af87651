package modules

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"reflect"
	"slices"
	"strings"
)

// tags are the build tags by which packages are asked for their plain Go form:
// purego and noasm leave assembly out, appengine and safe are by convention
// set where package unsafe may not be used.
const tags = "purego,noasm,appengine,safe"

// listing is what `go list -json` tells of a package.
type listing struct {
	ImportPath string
	Name       string
	Dir        string
	Standard   bool
	GoFiles    []string
	SFiles     []string
	Module     *moduleOf
	Error      *listError
}

type moduleOf struct {
	Path      string
	Version   string
	GoVersion string
}

type listError struct{ Err string }

// position is how positions name a file of the package: as the module's path
// with its version, and the way to the file from there.
func (p *listing) position(file string) string {
	inside := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, p.Module.Path), "/")
	return path.Join(p.Module.Path+"@"+p.Module.Version, inside, file)
}

// goVersion is the language version that the package is written for.
func (p *listing) goVersion() string {
	const oldest = "1.16" // what the go command takes a module for that doesn't say
	if p.Module.GoVersion == "" {
		return "go" + oldest
	}
	return "go" + p.Module.GoVersion
}

// list adds packages and all that they import to st.listed, and those that
// can't be had to st.failed.
func (st *state) list(ctx context.Context, progress func(string), paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	var fields []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[listing]()) {
		fields = append(fields, f.Name)
	}
	args := append([]string{"list", "-e", "-deps", "-tags=" + tags, "-json=" + strings.Join(fields, ",")}, paths...)
	before := st.clone()
	out, err := st.run(ctx, progress, args...)
	if err != nil {
		return err
	}
	// Where a package is not in the version that is required, the go command
	// takes another; but the learner has chosen this one.
	for _, path := range paths {
		if was, is := before.requirement(path), st.requirement(path); was.Path != "" && was != is {
			*st = before
			st.failed[path] = &missing{fmt.Sprintf("package %s is not in %s %s, but in %s %s: %%get that", path, was.Path, was.Version, is.Path, is.Version)}
			return st.list(ctx, progress, slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == path }))
		}
	}
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		p := new(listing)
		err := dec.Decode(p)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("the go command's list of packages can't be read: %w", err)
		}
		switch {
		case p.Standard:
		case p.Error != nil || p.Module == nil || p.Name == "" || p.Name == "main":
			st.failed[p.ImportPath] = unlisted(p)
		default:
			st.listed[p.ImportPath] = p
			delete(st.failed, p.ImportPath)
		}
	}
}

// missing is why something can't be had.
type missing struct{ sentence string }

func (m *missing) Error() string { return m.sentence }

// Hint is empty: the sentence says what to do.
func (m *missing) Hint() string { return "" }

// unlisted says why a package can't be had.
func unlisted(p *listing) error {
	return &missing{unlistedSentence(p)}
}

func unlistedSentence(p *listing) string {
	text := "the go command finds no package there"
	if p.Error != nil {
		text = strings.TrimSpace(p.Error.Err)
	}
	switch {
	case p.Error == nil && p.Name == "main":
		return fmt.Sprintf("import %q is a program, not an importable package", p.ImportPath)
	case strings.Contains(text, "no Go files in") || p.Error == nil:
		return fmt.Sprintf("%s is no package, but a folder that may hold some: import one of those", p.ImportPath)
	case strings.Contains(text, "build constraints exclude all Go files"):
		return fmt.Sprintf("package %s can't be used in a cell: none of its files is plain Go for this system (without cgo, assembly and unsafe)", p.ImportPath)
	case strings.Contains(text, "cannot find module providing package"), strings.Contains(text, "does not contain package"):
		return fmt.Sprintf("package %s is in none of the modules that this notebook has got: is its path right, and the module's version?", p.ImportPath)
	}
	return fmt.Sprintf("package %s can't be had; the go command says: %s", p.ImportPath, text)
}
