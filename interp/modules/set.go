package modules

import (
	"cmp"
	"context"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/mod/module"

	"gopost/interp/std"
)

// Set is the modules that a session has got. Its methods may be called from
// several goroutines, and those that only read answer while others wait for
// the network; the zero value is empty and ready.
type Set struct {
	work sync.Mutex // held while the go command runs

	mu    sync.Mutex
	now   state
	texts map[string][]byte // of the files read, by the name that positions have
}

// Got is what became of an argument of Get.
type Got struct {
	// Path and Version are those of the module.
	Path, Version string
	// Package is the import path that was asked for, if there is a package.
	Package string
}

// New returns an empty set.
func New() *Set { return &Set{} }

// Get requires modules, given as path or path@version; without a version it is
// the newest. The path may also be that of a package in a module. progress
// takes a sentence for each download. On an error the set is as it was before.
func (s *Set) Get(ctx context.Context, args []string, progress func(string)) ([]Got, error) {
	queries := make([]string, len(args))
	for i, arg := range args {
		path, version, given := strings.Cut(arg, "@")
		if err := wellFormed(path); err != nil {
			return nil, err
		}
		if given && version == "" || version == "none" {
			return nil, fmt.Errorf("%s names no version: leave the @ away for the newest, or write one such as %s@v1.2.3", arg, path)
		}
		queries[i] = path + "@" + cmp.Or(version, "latest")
	}
	s.work.Lock()
	defer s.work.Unlock()
	next := s.state()
	if _, err := next.run(ctx, progress, append([]string{"get"}, queries...)...); err != nil {
		return nil, err
	}
	got := make([]Got, len(args))
	var paths []string
	for i, query := range queries {
		path, _, _ := strings.Cut(query, "@")
		m := next.requirement(path)
		got[i] = Got{Path: m.Path, Version: m.Version}
		paths = append(paths, path)
	}
	// What was listed before may be of another version now.
	next.listed, next.failed = map[string]*listing{}, map[string]error{}
	if err := next.list(ctx, progress, slices.Concat(paths, next.offered)); err != nil {
		return nil, err
	}
	for i, path := range paths {
		if next.listed[path] != nil {
			got[i].Package = path
			next.offer(path)
		}
	}
	s.publish(next)
	return got, nil
}

// wellFormed refuses what can be no import path of a module.
func wellFormed(path string) error {
	if std := std.NewImporter(token.NewFileSet()); std.Name(path) != "" {
		return fmt.Errorf("%s needs no %%get: every cell can import it", path)
	}
	if err := module.CheckImportPath(path); err != nil || !strings.Contains(path, ".") {
		return fmt.Errorf("%q is no path of a module: write it as in an import, with a version if you like: %%get github.com/google/uuid@v1.6.0", path)
	}
	return nil
}

// Prepare finds out what packages consist of, so that an [Importer] can import
// them. Paths of which no module is in the set are left out. A package that
// can't be had is no error here, but when it is imported. news says whether
// there was something to find out.
func (s *Set) Prepare(ctx context.Context, paths []string, progress func(string)) (news bool, err error) {
	s.work.Lock()
	defer s.work.Unlock()
	next := s.state()
	paths = slices.DeleteFunc(slices.Clone(paths), func(path string) bool {
		return next.listed[path] != nil || next.requirement(path).Path == ""
	})
	if len(paths) == 0 {
		return false, nil
	}
	if err := next.list(ctx, progress, paths); err != nil {
		return false, err
	}
	for _, path := range paths {
		if next.listed[path] != nil {
			next.offer(path)
		}
	}
	s.publish(next)
	return true, nil
}

// Requirements are the modules that the learner has asked for and those that
// they need, by path.
func (s *Set) Requirements() []module.Version {
	var list []module.Version
	st := s.state()
	if f := st.goMod(); f != nil {
		for _, r := range f.Require {
			list = append(list, r.Mod)
		}
	}
	return list
}

// Sums is the text of the go.sum that belongs to the requirements.
func (s *Set) Sums() []byte { return slices.Clone(s.state().sum) }

// Text is the text of a file of a package that was imported, by the name that
// positions have; "" for others.
func (s *Set) Text(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.texts[name])
}

// state returns a copy of what the set holds now.
func (s *Set) state() state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now.clone()
}

func (s *Set) publish(next state) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = next
}

// listing returns what is known of a package, or why nothing is.
func (s *Set) listing(path string) (*listing, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now.listed[path], s.now.failed[path]
}

// packages are the names of the packages that were asked for, by import path.
func (s *Set) packages() map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	names := map[string]string{}
	for _, path := range s.now.offered {
		if p := s.now.listed[path]; p != nil {
			names[path] = p.Name
		}
	}
	return names
}

// read returns the text of a package's file. What was read once stays, so that
// a session does not depend on the module cache any more.
func (s *Set) read(p *listing, file string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := p.position(file)
	if text, ok := s.texts[name]; ok {
		return text, nil
	}
	text, err := os.ReadFile(filepath.Join(p.Dir, file))
	if err != nil {
		return nil, fmt.Errorf("a file of the module cache can't be read (%w): %%get %s@%s again", err, p.Module.Path, p.Module.Version)
	}
	if s.texts == nil {
		s.texts = map[string][]byte{}
	}
	s.texts[name] = text
	return text, nil
}
