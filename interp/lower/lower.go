package lower

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"gopost/interp/check"
)

// Program is a lowered cell: a Go file of package main and what it needs.
type Program struct {
	// Source is the file, with //line directives into In[n].
	Source string
	// Entry names the function that runs the cell; it is never empty.
	Entry string
	// Imports are the compiled packages that Source imports, sorted.
	Imports []string
}

// Refusal says that a cell uses something which cells cannot run yet. Its
// sentence names the construct and a way round.
type Refusal struct {
	Pos token.Position
	Msg string
}

func (r *Refusal) Error() string { return r.Pos.String() + ": " + r.Msg }

// Lowerer holds what earlier cells have left in the worker: names, instances
// and type descriptions that later cells refer to. It is not safe for
// concurrent use. When the worker starts anew, so must the Lowerer.
type Lowerer struct {
	state
	libs *library
	// ctxt has the instances that the Lowerer has made in an epoch of the
	// session: see check.Checked.
	ctxt  *types.Context
	epoch int
	// cycles says which types are recursive, by type key.
	cycles map[string]bool
}

// state is what cells add to. A journal says how to take it back, so that a
// cell that is refused, or that the worker never got, leaves no trace.
type state struct {
	count   int
	objects map[types.Object]string  // session objects, by emitted name
	sources map[types.Object]*source // function declarations, by object
	anew    map[types.Object]bool    // methods that were declared more than once
	funcs   map[string]string        // emitted functions, by object and type arguments
	structs map[string]string        // emitted struct types, by type key
	tids    map[string]int           // described types, by type key
	helpers map[string]string        // dispatchers, adapters and the like
	imports map[string]string        // aliases of compiled packages, by path
	boxed   map[int]types.Type       // types that have a form of their own in interfaces
	undo    []func()                 // since the last checkpoint, oldest first
}

// set writes m[k] = v, for a map of l's state.
func set[K comparable, V any](l *Lowerer, m map[K]V, k K, v V) {
	old, existed := m[k]
	l.undo = append(l.undo, func() {
		if existed {
			m[k] = old
		} else {
			delete(m, k)
		}
	})
	m[k] = v
}

// back takes back what has been written since the journal had n entries and
// the counter stood at count.
func (l *Lowerer) back(n, count int) {
	for i := len(l.undo) - 1; i >= n; i-- {
		l.undo[i]()
	}
	l.undo, l.count = l.undo[:n], count
}

// source is a function declaration together with what go/types knows of it.
type source struct {
	decl *ast.FuncDecl
	info *types.Info
	fset *token.FileSet
}

// New returns a Lowerer for a fresh worker. The importer must be the one that
// the cells are checked with. Of packages that it has type-checked from source,
// its method Source, if it has one, must return the syntax trees: they are
// lowered too.
func New(importer types.Importer) *Lowerer {
	return &Lowerer{
		state: state{
			objects: map[types.Object]string{},
			sources: map[types.Object]*source{},
			anew:    map[types.Object]bool{},
			funcs:   map[string]string{},
			structs: map[string]string{},
			tids:    map[string]int{},
			helpers: map[string]string{},
			imports: map[string]string{},
			boxed:   map[int]types.Type{},
		},
		libs:   newLibrary(importer),
		ctxt:   types.NewContext(),
		cycles: map[string]bool{},
	}
}

// Cell lowers a checked cell. The error is a *[Refusal] when the cell uses
// what cannot be run; the Lowerer is then as it was before.
func (l *Lowerer) Cell(c *check.Checked) (p *Program, err error) {
	l.renew(c.Epoch)
	mark, count := len(l.undo), l.count
	u := &unit{l: l, imported: map[string]bool{}}
	defer func() {
		if r := recover(); r != nil {
			refusal, ok := r.(*Refusal)
			if !ok {
				panic(r)
			}
			l.back(mark, count)
			if !refusal.Pos.IsValid() && u.fset != nil {
				refusal.Pos = u.fset.Position(u.pos)
			}
			p, err = nil, refusal
		}
	}()
	entry := u.cell(c)
	for len(u.queue) > 0 {
		next := u.queue[0]
		u.queue = u.queue[1:]
		next()
	}
	u.finish()
	return &Program{Source: u.file(), Entry: entry, Imports: slices.Sorted(maps.Keys(u.imported))}, nil
}

// renew has the Lowerer's own instances of generic types know the methods that
// these have now.
func (l *Lowerer) renew(epoch int) {
	if epoch == l.epoch {
		return
	}
	l.epoch, l.ctxt = epoch, types.NewContext()
	for _, t := range l.boxed {
		check.Renew(t)
	}
}

// Checkpoint returns a function that forgets all cells lowered since, for a
// cell that the worker could not compile. It ends the use of earlier ones.
func (l *Lowerer) Checkpoint() (rollback func()) {
	clear(l.undo)
	l.undo = l.undo[:0]
	count := l.count
	return func() { l.back(0, count) }
}

// unit is one file for the worker in the making.
type unit struct {
	l        *Lowerer
	decls    strings.Builder
	setup    strings.Builder // runs before the cell's own code
	defined  bool            // setup describes types
	values   strings.Builder // runs after setup: variables of modules that have waited
	inits    strings.Builder // runs after that: initialises imported modules
	imported map[string]bool
	queue    []func() // function bodies still to be written
	finish   func()   // writes the entry function

	// fset and pos are where the lowering is, for refusals of types, which have
	// no position of their own.
	fset *token.FileSet
	pos  token.Pos
}

// at says that n is being lowered.
func (g *fn) at(n ast.Node) {
	if !g.u.l.libs.ownsSet(g.fset) {
		g.u.fset, g.u.pos = g.fset, n.Pos()
	}
}

func (u *unit) file() string {
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n")
	for _, path := range slices.Sorted(maps.Keys(u.imported)) {
		fmt.Fprintf(&b, "\t%s %q\n", u.l.imports[path], path)
	}
	b.WriteString(")\n\n")
	b.WriteString(fixLines(u.decls.String()))
	return b.String()
}

// pkg returns the alias of a compiled package and imports it.
func (u *unit) pkg(path string) string {
	u.imported[path] = true
	alias, ok := u.l.imports[path]
	if !ok {
		alias = u.l.unique("p_" + identifier(path[strings.LastIndex(path, "/")+1:]))
		set(u.l, u.l.imports, path, alias)
	}
	return alias
}

// refuse ends the lowering of the cell with a sentence for the learner.
func refuse(fset *token.FileSet, pos token.Pos, format string, args ...any) {
	panic(&Refusal{Pos: fset.Position(pos), Msg: fmt.Sprintf(format, args...)})
}
