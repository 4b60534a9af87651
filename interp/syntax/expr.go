package syntax

import "go/token"

// shape is what an expression looks like, as far as what may follow depends
// on it.
type shape struct {
	kind     kind
	start    int // offset
	paren    bool
	from, to int  // tokens
	value    bool // surely no type
	binary   bool
	list     bool
	third    int // where the third expression of a list stands, 0 for none
	call     bool
}

type kind int

const (
	other     kind = iota
	plain          // a name
	selected       // x.y
	indexed        // x[y]
	literally      // a type that may stand before a composite literal
	guard          // x.(type)
	channel        // a channel type
)

// nested reads something in brackets, where braces make composite literals.
func (r *reader) nested(read func()) {
	r.braces++
	read()
	r.braces--
}

// expressions reads a list of expressions.
func (r *reader) expressions() shape {
	x := r.expression()
	for n := 2; r.accept(token.COMMA); n++ {
		y := r.expression()
		if n == 3 {
			x.third = y.start
		}
		x.to, x.list, x.kind, x.binary = y.to, true, other, false
	}
	return x
}

func (r *reader) expression() (x shape) {
	r.within(func() { x = r.binary(0) })
	return x
}

// binary reads an expression of operators that bind tighter than prec.
func (r *reader) binary(prec int) shape {
	x := r.unary()
	for {
		p := r.now().tok.Precedence()
		if p <= prec {
			return x
		}
		r.next()
		y := r.binary(p)
		x = shape{start: x.start, from: x.from, to: y.to, value: true, binary: true}
	}
}

func (r *reader) unary() (x shape) {
	r.within(func() { x = r.operators() })
	return x
}

// operators reads an operand with the operators before it.
func (r *reader) operators() shape {
	at, from := r.now().start, r.i
	switch {
	case r.accept(token.MUL):
		x := r.unary()
		return shape{start: at, from: from, to: x.to}
	case r.is(token.ADD, token.SUB, token.NOT, token.XOR, token.TILDE, token.AND):
		r.next()
		x := r.unary()
		return shape{start: at, from: from, to: x.to, value: true}
	case r.accept(token.ARROW):
		x := r.unary()
		if x.kind == channel {
			return shape{kind: channel, start: at, from: from, to: x.to}
		}
		return shape{start: at, from: from, to: x.to, value: true}
	}
	return r.primary()
}

// operand reads what an expression can start with.
func (r *reader) operand() shape {
	x := shape{start: r.now().start, from: r.i}
	switch {
	case r.accept(token.IDENT):
		x.kind = plain
	case r.literal():
		x.value = true
	case r.accept(token.LPAREN):
		r.nested(func() { x = r.expression() })
		r.demand(token.RPAREN)
		x.paren = true
	case r.accept(token.FUNC):
		r.signature("function type")
		if r.is(token.LBRACE) {
			r.nested(r.body)
			x.value = true
		}
	case r.is(token.LBRACK, token.MAP, token.STRUCT):
		x.kind = literally
		r.typ()
	case r.is(token.CHAN):
		x.kind = channel
		r.typ()
	case r.is(token.INTERFACE):
		r.typ()
	default:
		r.unexpected(", expected expression")
		r.skipTo(token.RPAREN, token.RBRACK, token.RBRACE)
	}
	return x
}

// primary reads an operand and the selectors, indices, arguments and braces
// behind it.
func (r *reader) primary() shape {
	at, from := r.now().start, r.i
	x := r.operand()
	for {
		x.start, x.from, x.to = at, from, r.i
		switch {
		case r.accept(token.PERIOD):
			x = r.selector()
		case r.accept(token.LBRACK):
			x = r.index(x)
		case r.accept(token.LPAREN):
			r.nested(func() {
				r.list("argument list", token.COMMA, token.RPAREN, func() bool {
					r.expression()
					return r.accept(token.ELLIPSIS)
				})
			})
			x = shape{value: true, call: true}
		case r.is(token.LBRACE) && r.literalAfter(x):
			if x.paren {
				r.complain(r.now().start, "cannot parenthesize type in composite literal")
			}
			r.composite()
			x = shape{value: true}
		default:
			return x
		}
	}
}

// literalAfter says whether a brace after x belongs to a composite literal.
func (r *reader) literalAfter(x shape) bool {
	switch x.kind {
	case plain, selected:
		return r.braces >= 0
	case indexed:
		return r.braces >= 0 && !x.value
	}
	return x.kind == literally
}

// selector reads what follows a dot.
func (r *reader) selector() shape {
	switch {
	case r.accept(token.IDENT):
		return shape{kind: selected}
	case r.accept(token.LPAREN):
		x := shape{value: true}
		if r.accept(token.TYPE) {
			x.kind = guard
		} else {
			r.needType()
		}
		r.demand(token.RPAREN)
		return x
	}
	r.unexpected(", expected name or (")
	r.skipTo(token.SEMICOLON, token.RPAREN)
	return shape{}
}

// index reads an index, type arguments or a slice expression of x.
func (r *reader) index(x shape) shape {
	if !r.is(token.COLON) {
		comma := false
		if r.is(token.RBRACK) {
			r.unexpected(", expected operand")
		} else {
			r.nested(func() {
				y := r.expression()
				x.value = x.value || y.value
				for r.accept(token.COMMA) {
					comma = true
					if !r.typ() {
						break
					}
				}
			})
		}
		if comma || r.is(token.RBRACK) {
			r.demand(token.RBRACK)
			return shape{kind: indexed, value: x.value}
		}
	}
	if !r.accept(token.COLON) {
		r.unexpected(", expected comma, : or ]")
		r.skipTo(token.COMMA, token.COLON, token.RBRACK)
	}
	r.nested(r.bounds)
	r.demand(token.RBRACK)
	return shape{value: true}
}

// bounds reads what follows the first colon of a slice expression.
func (r *reader) bounds() {
	middle := !r.is(token.COLON, token.RBRACK)
	if middle {
		r.expression()
	}
	if !r.is(token.COLON) {
		return
	}
	if !middle {
		r.fault(r.now().start, "middle index required in 3-index slice")
	}
	r.next()
	if r.is(token.RBRACK) {
		r.fault(r.now().start, "final index required in 3-index slice")
	} else {
		r.expression()
	}
}

// composite reads the braces of a composite literal.
func (r *reader) composite() { r.within(r.elements) }

func (r *reader) elements() {
	element := func() {
		if r.is(token.LBRACE) {
			r.composite()
		} else {
			r.expression()
		}
	}
	r.nested(func() {
		r.demand(token.LBRACE)
		r.list("composite literal", token.COMMA, token.RBRACE, func() bool {
			element()
			if r.accept(token.COLON) {
				element()
			}
			return false
		})
	})
}
