package check

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
	"sync"

	"gopost/interp/cell"
	"gopost/interp/std"
)

// Session is what the cells that ran so far have defined. Its methods may be
// called from several goroutines: completion works while a cell runs.
type Session struct {
	importer types.Importer
	fset     *token.FileSet
	policy   std.Policy
	comments std.Comments

	// mu guards all below, and the type checker itself: a check may add
	// methods to types of the session.
	mu    sync.Mutex
	pkg   *types.Package
	names map[string]types.Object // packages as *types.PkgName
	dots  []*types.Package        // imported with a dot, what counts most last
	notes map[types.Object]note
	// instances are of the session's own generic types.
	instances *instances
	pending   []*methodEdit     // of the last check, until it is committed
	auto      map[string]string // packages that cells used without an import, by name
	refused   map[string]int    // names that only refused cells define, with the cell's number
	lost      map[string]int    // names that were lost with their worker, with their cell's number
	catalog   *catalog          // nil until first needed
}

// New starts an empty session. fset is the one that cells are parsed with.
//
// If the importer is also a [Catalogue], standard packages need
// no import and are offered as completions. If it has a method Policy, as
// std's has, that decides what is refused; else it is the zero policy.
func New(importer types.Importer, fset *token.FileSet) *Session {
	var policy std.Policy
	if p, ok := importer.(interface{ Policy() std.Policy }); ok {
		policy = p.Policy()
	}
	return &Session{
		importer: importer,
		fset:     fset,
		policy:   policy,
		pkg:      types.NewPackage("main", "main"),
		names:    map[string]types.Object{},
		notes:    map[types.Object]note{},

		instances: newInstances(),
		auto:      map[string]string{},
		refused:   map[string]int{},
		lost:      map[string]int{},
	}
}

// Check gives a cell to go/types. On success there are no diagnostics; else
// they are all that was found, by position, and the Checked is nil. number is
// the n of In[n].
//
// What the session defines stays as they are. Methods that the cell adds to types of
// earlier cells are in place when Check returns, as the stages before Commit
// need them, and are taken back by the next Check if Commit did not follow.
func (s *Session) Check(number int, c *cell.Cell) (*Checked, []Diagnostic) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.takeBack()
	b := newBuilder(s, s.fset, s.pkg, number, c)
	b.guarded(b.check)
	if len(b.diags) > 0 {
		s.takeBack()
		b.remember()
		return nil, sortDiagnostics(b.withSyntax())
	}
	return b.ch, nil
}

// Commit adds to the session what an accepted cell defines. Call it when the
// cell has started to run.
func (s *Session) Commit(ch *Checked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pending) == 0 || len(ch.methods) == 0 || s.pending[0] != ch.methods[0] {
		s.takeBack()
		for _, m := range ch.methods {
			m.apply()
		}
		s.instances.after(ch.methods)
	}
	s.pending = nil
	for _, p := range ch.Imports {
		switch {
		case strings.HasSuffix(p.Name(), joint): // that name is for this cell alone
		case ch.auto[p.Name()]:
			s.auto[p.Name()] = p.Imported().Path()
		default:
			s.names[p.Name()] = p
		}
	}
	for _, pkg := range ch.dots {
		s.dots = append(slices.DeleteFunc(s.dots, func(p *types.Package) bool { return p == pkg }), pkg)
		for _, name := range exported(pkg.Scope()) {
			delete(s.names, name) // the import is what later cells see
		}
	}
	for _, obj := range ch.Defs {
		s.names[obj.Name()] = obj
		delete(s.refused, obj.Name())
		delete(s.lost, obj.Name())
	}
	maps.Copy(s.notes, notesOf(ch))
}

// takeBack undoes the methods of a check that was not committed.
func (s *Session) takeBack() {
	for i := len(s.pending) - 1; i >= 0; i-- {
		s.pending[i].undo()
	}
	s.instances.after(s.pending)
	s.pending = nil
}

// remember notes which names a refused cell would have defined: a later cell
// that misses one is told where it is.
func (b *builder) remember() {
	for _, ids := range []map[string]*ast.Ident{b.decls, b.outer} {
		for name := range ids {
			if b.s.names[name] == nil {
				b.s.refused[name] = b.ch.Number
			}
		}
	}
}

// Refresh tells the session that its importer has other packages than before.
func (s *Session) Refresh() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.catalog = nil
}

// Refused tells the session that a cell which Check accepted does not run, as a
// later stage refused it. Cells that miss one of its names are told so.
func (s *Session) Refused(ch *Checked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, obj := range ch.Defs {
		if s.names[obj.Name()] == nil {
			s.refused[obj.Name()] = ch.Number
		}
	}
}

// Lose notes that cell number had defined a name which is gone: a later cell
// that misses it is told so.
func (s *Session) Lose(name string, number int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lost[name] = number
}

// Lookup is the session's object of a name, nil for none. Packages that cells
// have imported are *types.PkgName; what comes from an import with a dot is
// the package's own object.
func (s *Session) Lookup(name string) types.Object {
	s.mu.Lock()
	defer s.mu.Unlock()
	if obj := s.names[name]; obj != nil {
		return obj
	}
	return dotted(s.dots, name)
}

// FileSet is the one that the session's cells are to be parsed with.
func (s *Session) FileSet() *token.FileSet { return s.fset }
