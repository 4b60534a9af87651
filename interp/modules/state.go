package modules

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// state is what a set holds: what is required, and what is known of packages.
type state struct {
	mod, sum []byte              // of the scratch module; nil while nothing is required
	listed   map[string]*listing // by import path
	failed   map[string]error    // why a package could not be listed
	offered  []string            // import paths that the learner has named, sorted
}

func (st *state) clone() state {
	next := state{mod: st.mod, sum: st.sum, listed: maps.Clone(st.listed), failed: maps.Clone(st.failed), offered: slices.Clone(st.offered)}
	if next.listed == nil {
		next.listed, next.failed = map[string]*listing{}, map[string]error{}
	}
	return next
}

// requirement is the module that has the package of an import path, by the
// longest path: the zero Version if there is none.
func (st *state) requirement(path string) module.Version {
	var best module.Version
	f := st.goMod()
	if f == nil {
		return best
	}
	for _, r := range f.Require {
		inside := path == r.Mod.Path || strings.HasPrefix(path, r.Mod.Path+"/")
		if inside && len(r.Mod.Path) > len(best.Path) {
			best = r.Mod
		}
	}
	return best
}

// goMod is the scratch module's file; nil while nothing is required.
func (st *state) goMod() *modfile.File {
	if st.mod == nil {
		return nil
	}
	f, err := modfile.Parse("go.mod", st.mod, nil)
	if err != nil {
		return nil // the go command wrote it
	}
	return f
}

func (st *state) offer(path string) {
	if i, found := slices.BinarySearch(st.offered, path); !found {
		st.offered = slices.Insert(st.offered, i, path)
	}
}
