package own

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// how says in which way a value was given away.
type how int

const (
	sent      how = iota // by Send
	trySent              // by TrySend
	dropped              // by Drop
	spawned              // into a goroutine
	forwarded            // by a function that does one of these
)

// move is one place in the program at which a value is given away.
type move struct {
	how  how
	from placed   // what moved
	node ast.Node // what the reader should look at
	// inner is where a closure mentions the value, nil for other moves.
	inner ast.Node
	// call is the call that sends the value, nil for other moves.
	call *ast.CallExpr
	// closure is the stored closure whose call moved the value.
	closure types.Object
	// drops says that all that happened to a handle is its Drop, after which
	// another Drop is harmless.
	drops bool
	// perhaps says that it happens on some paths only.
	perhaps bool
	// alias says that another name of the value was moved, and which.
	alias *place
}

// state is what is known at one point of a function.
type state struct {
	moved map[place]*move
	// set holds what was given a new value on every path since the function
	// began, of the variables that the function shares with its caller.
	set map[place]bool
	// defers are the defer statements that were reached on some path, in
	// source order.
	defers []*ast.DeferStmt
	// aliases are pairs of places that share memory.
	aliases map[[2]place]bool
}

func newState() *state {
	return &state{moved: map[place]*move{}, set: map[place]bool{}, aliases: map[[2]place]bool{}}
}

func (s *state) clone() *state {
	return &state{maps.Clone(s.moved), maps.Clone(s.set), slices.Clone(s.defers), maps.Clone(s.aliases)}
}

// join adds what another path to the same point knows.
func (s *state) join(o *state) {
	for p, m := range s.moved {
		if o.moved[p] == nil {
			s.moved[p] = m.somewhere()
		}
	}
	for p, m := range o.moved {
		mine := s.moved[p]
		switch {
		case mine == nil:
			s.moved[p] = m.somewhere()
		case m.node.Pos() < mine.node.Pos():
			s.moved[p] = m.perhapsAs(mine.perhaps || m.perhaps)
		case m.perhaps:
			s.moved[p] = mine.somewhere()
		}
	}
	maps.DeleteFunc(s.set, func(p place, _ bool) bool { return !o.set[p] })
	for _, d := range o.defers {
		s.deferred(d)
	}
	maps.Copy(s.aliases, o.aliases)
}

func (m *move) somewhere() *move { return m.perhapsAs(true) }

func (m *move) perhapsAs(perhaps bool) *move {
	if m.perhaps == perhaps {
		return m
	}
	c := *m
	c.perhaps = perhaps
	return &c
}

func (s *state) deferred(d *ast.DeferStmt) {
	i, found := slices.BinarySearchFunc(s.defers, d, func(a, b *ast.DeferStmt) int { return int(a.Pos() - b.Pos()) })
	if !found {
		s.defers = slices.Insert(s.defers, i, d)
	}
}

// same says whether two states know the same.
func (s *state) same(o *state) bool {
	return maps.EqualFunc(s.moved, o.moved, func(a, b *move) bool {
		return a.node.Pos() == b.node.Pos() && a.perhaps == b.perhaps
	}) && maps.Equal(s.set, o.set) && slices.Equal(s.defers, o.defers) && maps.Equal(s.aliases, o.aliases)
}

// find is the move after which p cannot be used, nil for none: of p, of what p
// lies in, or of a part of p. It prefers errors to warnings, then early moves,
// then those of the whole.
func (s *state) find(p placed) (place, *move) {
	return s.first(func(q place) bool { return q.holds(p.place) || p.holds(q) && !p.behindPointer() })
}

// holder is the move of a place or of what it lies in, nil for none.
func (s *state) holder(p place) (place, *move) {
	return s.first(func(q place) bool { return q.holds(p) })
}

func (s *state) first(match func(place) bool) (place, *move) {
	var at place
	var best *move
	for q, m := range s.moved {
		if match(q) && (best == nil || better(m, best) || !better(best, m) && q.fields < at.fields) {
			at, best = q, m
		}
	}
	return at, best
}

func better(a, b *move) bool {
	if (a.alias == nil) != (b.alias == nil) {
		return a.alias == nil
	}
	return a.node.Pos() < b.node.Pos()
}

// behindPointer says whether the parts of a place lie behind a pointer: then
// the place itself stays whole when one of them is moved.
func (p placed) behindPointer() bool {
	_, ok := p.typ.Underlying().(*types.Pointer)
	return ok
}

// give records that a place has a value again.
func (s *state) give(p place) {
	maps.DeleteFunc(s.moved, func(q place, _ *move) bool { return p.holds(q) })
	maps.DeleteFunc(s.aliases, func(pair [2]place, _ bool) bool { return p.holds(pair[0]) || p.holds(pair[1]) })
}

// take records that a place was moved, and marks its aliases.
func (s *state) take(p place, m *move) {
	s.moved[p] = m
	for pair := range s.aliases {
		other, ok := otherOf(pair, p)
		if !ok || s.moved[other] != nil {
			continue
		}
		c := *m
		c.alias = &p
		s.moved[other] = &c
	}
}

func otherOf(pair [2]place, p place) (place, bool) {
	switch p {
	case pair[0]:
		return pair[1], true
	case pair[1]:
		return pair[0], true
	}
	return place{}, false
}

// pos is where the move is.
func (m *move) pos() token.Pos { return m.node.Pos() }
