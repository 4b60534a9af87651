package check

import (
	"cmp"
	"slices"
	"strings"
)

// Catalogue is an importer that knows the packages it has.
type Catalogue interface {
	// Packages are the import paths, sorted.
	Packages() []string
	// Name is the name of the package of an import path.
	Name(path string) string
}

// catalog is what a Catalogue said, kept: it is asked for with every key that
// a learner types.
type catalog struct {
	paths []string            // sorted
	names map[string]string   // by path
	named map[string][]string // paths by name, sorted
}

// packages are the packages that can be imported.
func (s *Session) packages() *catalog {
	if s.catalog != nil {
		return s.catalog
	}
	s.catalog = &catalog{names: map[string]string{}, named: map[string][]string{}}
	if lib, ok := s.importer.(Catalogue); ok {
		s.catalog.paths = lib.Packages()
		for _, path := range s.catalog.paths {
			name := lib.Name(path)
			s.catalog.names[path] = name
			s.catalog.named[name] = append(s.catalog.named[name], path)
		}
	}
	return s.catalog
}

// preloaded are the packages every cell can use without an import.
func preloaded() map[string]string {
	return map[string]string{"mpsc": "gopost/mpsc", "display": "gopost/display"}
}

// packagesWith are the import paths of the packages that a name can mean
// without an import, when some of their members are selected: of several
// packages with that name those that export all of them.
func (s *Session) packagesWith(name string, members []string) []string {
	paths := s.packages().named[name]
	if preloaded()[name] != "" || len(paths) < 2 {
		if path := s.packageNamed(name); path != "" {
			return []string{path}
		}
		return nil
	}
	var fit []string
	for _, path := range paths {
		pkg, err := s.importer.Import(path)
		if err == nil && !slices.ContainsFunc(members, func(m string) bool { return pkg.Scope().Lookup(m) == nil }) {
			fit = append(fit, path)
		}
	}
	if len(fit) == 0 { // no matter which: the error is about the member
		return []string{cmp.Or(preferred()[name], paths[0])}
	}
	if path := s.auto[name]; slices.Contains(fit, path) {
		return []string{path}
	}
	// A second version does not compete with the first.
	return slices.DeleteFunc(fit, func(path string) bool {
		first, ok := strings.CutSuffix(path, "/v2")
		return ok && slices.Contains(fit, first)
	})
}

// preferred settles which package is meant where several share a name, and
// nothing says more.
func preferred() map[string]string {
	return map[string]string{"rand": "math/rand", "template": "text/template", "scanner": "text/scanner", "pprof": "runtime/pprof"}
}

// fromModule says whether an import path is that of a package from a module.
func fromModule(path string) bool {
	host, _, _ := strings.Cut(path, "/")
	return strings.Contains(host, ".")
}

// packageNamed is the import path of the package that a name means without an
// import, "" if there is none or it is not clear which.
func (s *Session) packageNamed(name string) string {
	if path := preloaded()[name]; path != "" {
		return path
	}
	paths := s.packages().named[name]
	// A module's package must not change what a name of the standard library means.
	if own := slices.DeleteFunc(slices.Clone(paths), fromModule); len(own) > 0 {
		paths = own
	}
	if len(paths) == 1 {
		return paths[0]
	}
	if p := preferred()[name]; slices.Contains(paths, p) {
		return p
	}
	return ""
}
