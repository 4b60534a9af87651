package own

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"gopost/interp/check"
)

// Session remembers what the cells of one notebook have given away. Its
// methods must not be called from several goroutines at once.
type Session struct {
	memory *memory
	// moved is what was moved, and aliases are the pairs of places that share
	// memory, both by variable: a pair stands under each of its two.
	moved   map[types.Object]map[place]*move
	aliases map[types.Object]map[[2]place]bool
	// active is set once a cell mentions package mpsc: before, nothing can move.
	active bool
}

// New starts a session in which nothing was given away.
func New() *Session {
	return &Session{
		memory:  newMemory(),
		moved:   map[types.Object]map[place]*move{},
		aliases: map[types.Object]map[[2]place]bool{},
	}
}

// Cell is what a cell does to the session if it runs: see [Session.Commit].
type Cell struct {
	memory *memory
	// roots are the variables that the cell can do something to. For these,
	// moved and aliases are what holds after it.
	roots   map[types.Object]bool
	moved   map[place]*move
	aliases map[[2]place]bool
	active  bool
}

// Check follows the values of a cell, and returns what is wrong with it in the
// order of its text. The session stays as it is: Commit the Cell when it runs.
// A cell with findings that are no warnings must not run.
func (s *Session) Check(c *check.Checked) (*Cell, []Finding) {
	if !s.active && !mentionsChannels(c.Info) {
		return &Cell{memory: newMemory()}, nil
	}
	p := newPass(c.Fset, c.Info, c.Pkg, []*ast.File{c.File}, s.memory)
	p.globalsMove = true
	p.adopt(c)
	roots := s.roots(c.Info)
	entry := s.entry(roots)
	end := entry
	if c.Body != nil {
		f := &flow{pass: p, fn: c.Body, sum: &summary{}}
		f.run(withHoisted(c), entry)
		if f.exit != nil {
			end = f.exit
		}
	}
	p.start(c, end)
	for _, d := range c.File.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn != c.Body && fn.Body != nil {
			p.declared(fn)
		}
	}
	return &Cell{memory: p.remember(), roots: roots, moved: end.moved, aliases: end.aliases, active: true}, p.sorted()
}

// roots are the variables of the session that a cell mentions, itself or
// through functions, and those that share memory with them. A long session
// must not make a short cell slow.
func (s *Session) roots(info *types.Info) map[types.Object]bool {
	roots := map[types.Object]bool{}
	add := func(sum *summary) {
		if sum == nil {
			return
		}
		for _, u := range sum.uses {
			roots[u.root] = true
		}
		for _, m := range sum.moves {
			roots[m.from.root] = true
		}
		for _, p := range sum.sets {
			roots[p.root] = true
		}
	}
	for _, obj := range info.Uses {
		switch obj := obj.(type) {
		case *types.Var:
			roots[obj] = true
			add(s.memory.closures[obj])
		case *types.Func:
			add(s.memory.funcs[obj.Origin()])
		}
	}
	for _, root := range slices.Collect(maps.Keys(roots)) {
		s.addSharers(roots, root)
	}
	return roots
}

// addSharers adds the variables that share memory with one.
func (s *Session) addSharers(roots map[types.Object]bool, root types.Object) {
	for pair := range s.aliases[root] {
		for _, p := range pair {
			if !roots[p.root] {
				roots[p.root] = true
				s.addSharers(roots, p.root)
			}
		}
	}
}

// entry is what is known of some variables when a cell starts.
func (s *Session) entry(roots map[types.Object]bool) *state {
	st := newState()
	for root := range roots {
		maps.Copy(st.moved, s.moved[root])
		maps.Copy(st.aliases, s.aliases[root])
	}
	return st
}

// Commit makes what a cell gave away unusable for later cells. Call it for
// cells that run; a refused cell leaves no marks.
func (s *Session) Commit(c *Cell) {
	maps.Copy(s.memory.funcs, c.memory.funcs)
	for obj, sum := range c.memory.closures {
		if sum == nil {
			delete(s.memory.closures, obj)
		} else {
			s.memory.closures[obj] = sum
		}
	}
	for root := range c.roots {
		delete(s.moved, root)
		delete(s.aliases, root)
	}
	for p, m := range c.moved {
		put(s.moved, p.root, p, m)
	}
	for pair := range c.aliases {
		put(s.aliases, pair[0].root, pair, true)
		put(s.aliases, pair[1].root, pair, true)
	}
	s.active = s.active || c.active
}

func put[K comparable, V any](m map[types.Object]map[K]V, root types.Object, key K, v V) {
	if m[root] == nil {
		m[root] = map[K]V{}
	}
	m[root][key] = v
}

// mentionsChannels says whether a cell uses anything of package mpsc.
func mentionsChannels(info *types.Info) bool {
	for _, obj := range info.Uses {
		if pkg := obj.Pkg(); pkg != nil && pkg.Path() == channelPath {
			return true
		}
	}
	return false
}

// adopt tells the pass what is particular about a cell: its methods on types
// of earlier cells are functions in its file.
func (p *pass) adopt(c *check.Checked) {
	p.late = c.LateMethods
	for decl, method := range c.LateMethods {
		if obj, ok := c.Info.Defs[decl.Name].(*types.Func); ok {
			delete(p.decls, obj)
		}
		p.decls[method] = decl
	}
}

// withHoisted is the cell's body with each hoisted variable declared where its
// initialisation runs.
func withHoisted(c *check.Checked) *ast.BlockStmt {
	body := *c.Body.Body
	body.List = slices.Clone(body.List)
	for i, stmt := range body.List {
		body.List[i] = unhoist(c, stmt)
	}
	return &body
}

func unhoist(c *check.Checked, stmt ast.Stmt) ast.Stmt {
	switch stmt := stmt.(type) {
	case *ast.LabeledStmt:
		l := *stmt
		l.Stmt = unhoist(c, stmt.Stmt)
		return &l
	case *ast.EmptyStmt:
		if spec := c.Hoisted[stmt]; spec != nil {
			return &ast.DeclStmt{Decl: &ast.GenDecl{TokPos: spec.Pos(), Tok: token.VAR, Specs: []ast.Spec{spec}}}
		}
	}
	return stmt
}

// start follows what runs after the body: init functions and main.
func (p *pass) start(c *check.Checked, st *state) {
	f := &flow{pass: p, fn: c.File, sum: &summary{}, report: true}
	for _, decl := range append(slices.Clone(c.Inits), c.Main) {
		if decl != nil {
			f.apply(st, p.declared(decl), effect{inline: true})
		}
	}
}

// declared analyses a declared function, once.
func (p *pass) declared(decl *ast.FuncDecl) *summary {
	if method := p.late[decl]; method != nil {
		return p.funcSummary(method)
	}
	if fn, ok := p.info.Defs[decl.Name].(*types.Func); ok && fn.Name() != "init" && fn.Name() != "_" {
		return p.funcSummary(fn)
	}
	return p.function(decl.Body, decl, nil)
}

// remember keeps the summaries that later cells need.
func (p *pass) remember() *memory {
	m := newMemory()
	for fn, s := range p.funcs {
		m.funcs[fn] = s
	}
	for obj := range p.assigned {
		m.closures[obj] = nil
	}
	for obj, lit := range p.closures {
		m.closures[obj] = p.litSummary(lit)
	}
	return m
}

// sorted are the findings in the order of the text.
func (p *pass) sorted() []Finding {
	slices.SortStableFunc(p.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Pos.Filename, b.Pos.Filename), cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.Var, b.Var))
	})
	return p.findings
}
