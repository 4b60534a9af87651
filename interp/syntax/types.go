package syntax

import "go/token"

// typ reads a type if one starts here.
func (r *reader) typ() (ok bool) {
	r.within(func() { ok = r.anyType() })
	return ok
}

func (r *reader) anyType() bool {
	switch {
	case r.accept(token.MUL):
		r.needType()
	case r.accept(token.ARROW):
		r.demand(token.CHAN)
		r.channelElement()
	case r.accept(token.FUNC):
		r.signature("function type")
	case r.accept(token.LBRACK):
		r.arrayOrSlice()
	case r.accept(token.CHAN):
		r.accept(token.ARROW)
		r.channelElement()
	case r.accept(token.MAP):
		r.demand(token.LBRACK)
		r.needType()
		r.demand(token.RBRACK)
		r.needType()
	case r.accept(token.STRUCT):
		r.demand(token.LBRACE)
		r.list("struct type", token.SEMICOLON, token.RBRACE, r.field)
	case r.accept(token.INTERFACE):
		r.demand(token.LBRACE)
		r.list("interface type", token.SEMICOLON, token.RBRACE, r.method)
	case r.is(token.IDENT):
		r.typeName()
	case r.accept(token.LPAREN):
		r.needType()
		r.demand(token.RPAREN)
	default:
		return false
	}
	return true
}

// needType reads a type, or complains that there is none.
func (r *reader) needType() {
	if !r.typ() {
		r.unexpected(", expected type")
		r.skipTo(token.COMMA, token.COLON, token.SEMICOLON, token.RPAREN, token.RBRACK, token.RBRACE)
	}
}

func (r *reader) channelElement() {
	if !r.typ() {
		r.complain(r.now().start, "missing channel element type")
	}
}

// arrayOrSlice reads the type whose opening bracket has been passed.
func (r *reader) arrayOrSlice() {
	if !r.accept(token.RBRACK) {
		if !r.accept(token.ELLIPSIS) {
			r.nested(func() { r.expression() })
		}
		if r.is(token.COMMA) {
			r.complain(r.now().start, "unexpected comma; expected ]")
			r.next()
		}
		r.demand(token.RBRACK)
	}
	r.needType()
}

// typeName reads a type's name, which may be of a package and may have type
// arguments.
func (r *reader) typeName() {
	if !r.accept(token.IDENT) {
		r.unexpected(", expected name")
		r.skipTo(token.PERIOD, token.SEMICOLON, token.RBRACE)
	}
	r.restOfTypeName()
}

// restOfTypeName is typeName behind the first name.
func (r *reader) restOfTypeName() {
	if r.accept(token.PERIOD) {
		r.name()
	}
	if !r.accept(token.LBRACK) {
		return
	}
	if r.is(token.RBRACK) {
		r.unexpected(", expected type argument list")
	} else {
		r.nested(func() {
			r.needType()
			for r.accept(token.COMMA) && r.typ() {
			}
		})
	}
	r.demand(token.RBRACK)
}

// field reads a field of a struct.
func (r *reader) field() (last bool) {
	switch {
	case r.accept(token.IDENT):
		if r.is(token.PERIOD, token.SEMICOLON, token.RBRACE) || r.now().tok.IsLiteral() && !r.is(token.IDENT) {
			r.restOfTypeName()
			break
		}
		if r.is(token.LBRACK) { // an array, or an embedded type's arguments
			r.bracketed()
			break
		}
		r.names()
		r.needType()
	case r.is(token.MUL, token.LPAREN):
		star := r.accept(token.MUL)
		paren := r.is(token.LPAREN)
		if paren {
			r.complain(r.now().start, "cannot parenthesize embedded type")
			r.next()
			if !star {
				r.accept(token.MUL)
			}
		}
		r.typeName()
		if paren {
			r.accept(token.RPAREN)
		}
	default:
		r.unexpected(", expected field name or embedded type")
		r.skipTo(token.SEMICOLON, token.RBRACE)
		return false
	}
	r.literal() // the tag
	return false
}

// bracketed reads what starts with a bracket behind a name: the array or slice
// type of what the name is, or type arguments. It says whether it was a type.
func (r *reader) bracketed() (isType bool) {
	r.demand(token.LBRACK)
	if r.accept(token.RBRACK) {
		r.needType()
		return true
	}
	comma := false
	r.nested(func() { comma = r.typeOrExpressions() })
	r.demand(token.RBRACK)
	return !comma && r.typ()
}

// typeOrExpressions reads a list whose first element may be an expression, and
// says whether it had a comma.
func (r *reader) typeOrExpressions() (comma bool) {
	r.expression()
	for r.accept(token.COMMA) {
		comma = true
		if !r.typ() {
			break
		}
	}
	return comma
}

const interfaceMethod = "interface method"

// method reads an element of an interface.
func (r *reader) method() (last bool) {
	switch {
	case r.is(token.IDENT) && r.ahead(1) == token.LPAREN:
		r.next()
		r.signature(interfaceMethod)
		return false
	case r.is(token.IDENT) && r.ahead(1) == token.LBRACK && r.ahead(2) == token.IDENT && r.ahead(3) == token.IDENT:
		r.next()
		r.signature(interfaceMethod)
		return false
	}
	r.union()
	return false
}

// union reads the terms of a constraint.
func (r *reader) union() {
	for {
		switch {
		case r.accept(token.TILDE):
			r.needType()
		case !r.typ():
			r.unexpected(", expected ~ term or type")
			r.skipTo(append(binaryAndUnary(), token.SEMICOLON, token.RPAREN, token.RBRACK, token.RBRACE)...)
		}
		if !r.accept(token.OR) {
			return
		}
	}
}

// binaryAndUnary are the binary operators and the unary ones that are not a star
// or an arrow.
func binaryAndUnary() []token.Token {
	return []token.Token{
		token.ADD, token.SUB, token.QUO, token.REM, token.AND, token.OR, token.XOR, token.SHL, token.SHR,
		token.AND_NOT, token.LAND, token.LOR, token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ,
		token.NOT, token.TILDE,
	}
}

// signature reads type parameters, parameters and results. what must not have
// type parameters, unless it is empty.
func (r *reader) signature(what string) {
	if r.is(token.LBRACK) {
		switch what {
		case "":
		case interfaceMethod:
			r.fault(r.now().start, what+" must have no type parameters")
		default:
			r.complain(r.now().start, what+" must have no type parameters")
		}
		r.next()
		if r.is(token.RBRACK) {
			r.complain(r.now().start, "empty type parameter list")
			r.next()
		} else {
			r.parameters(token.RBRACK, true, false)
		}
	}
	r.demand(token.LPAREN)
	r.parameters(token.RPAREN, false, true)
	if r.accept(token.LPAREN) {
		r.parameters(token.RPAREN, false, false)
	} else {
		r.typ()
	}
}
