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
	moved  map[place]*move
	// aliases are pairs of variables that share memory.
	aliases map[[2]place]bool
	// active is set once a cell mentions package mpsc: before, nothing can move.
	active bool
}

// New starts a session in which nothing was given away.
func New() *Session {
	return &Session{memory: newMemory(), moved: map[place]*move{}, aliases: map[[2]place]bool{}}
}

// Cell is what a cell does to the session if it runs: see [Session.Commit].
type Cell struct {
	memory  *memory
	moved   map[place]*move
	aliases map[[2]place]bool
	active  bool
}

// Check follows the values of a cell, and returns what is wrong with it in the
// order of its text. The session stays as it is: Commit the Cell when it runs.
// A cell with findings that are no warnings must not run.
func (s *Session) Check(c *check.Checked) (*Cell, []Finding) {
	if !s.active && !mentionsChannels(c.Info) {
		return &Cell{memory: newMemory(), moved: s.moved, aliases: s.aliases}, nil
	}
	p := newPass(c.Fset, c.Info, c.Pkg, []*ast.File{c.File}, s.memory)
	p.globalsMove = true
	p.adopt(c)
	entry := newState()
	maps.Copy(entry.moved, s.moved)
	maps.Copy(entry.aliases, s.aliases)
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
	return &Cell{memory: p.remember(), moved: end.moved, aliases: end.aliases, active: true}, p.sorted()
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
	s.moved, s.aliases = c.moved, c.aliases
	s.active = s.active || c.active
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
