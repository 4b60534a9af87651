package syntax

import "go/token"

// parameter is what was found of a parameter: a lone name is a name, until all
// of them are known.
type parameter struct {
	named, typed bool
	name, typ    int // offsets
	dots         int // offset of ..., -1 for none
}

// parameters reads a list of parameters, or of type parameters, up to its
// closing token; the opening one has been passed. It returns how many there
// are.
func (r *reader) parameters(closing token.Token, types, dots bool) int {
	var all []parameter
	end := r.list("parameter list", token.COMMA, closing, func() bool {
		if p, ok := r.parameter(closing, types); ok {
			all = append(all, p)
		}
		return false
	})
	r.nameless(all, types, end)
	for i, p := range all {
		if p.dots < 0 || dots && i == len(all)-1 {
			continue
		}
		if dots {
			r.fault(p.dots, "can only use ... with final parameter")
		} else {
			r.fault(p.dots, "invalid use of ...")
		}
		break
	}
	return len(all)
}

// nameless complains where some parameters have names and others don't.
func (r *reader) nameless(all []parameter, types bool, end int) {
	named, typed := 0, 0
	for _, p := range all {
		if p.named && p.typed {
			named++
		}
		if p.typed {
			typed++
		}
	}
	if named == len(all) || named == 0 && !types {
		return
	}
	at, followed := -1, false
	for i := len(all) - 1; i >= 0; i-- {
		p := all[i]
		switch {
		case p.typed:
			followed = true
			if !p.named {
				at = p.typ
			}
		case !followed:
			at = p.name
		}
	}
	what := "parameter"
	if types {
		what = "type parameter"
	}
	switch {
	case at < 0:
	case named == typed && types:
		r.complain(end, "missing type constraint")
	case named == typed:
		r.complain(end, "missing parameter type")
	case types && len(all) == 1:
		r.complain(at, "missing type parameter name or invalid array length")
	default:
		r.complain(at, "missing "+what+" name")
	}
}

// parameter reads one parameter.
func (r *reader) parameter(closing token.Token, types bool) (p parameter, ok bool) {
	p.dots, p.typ = -1, r.now().start
	union := func() {
		if types && r.accept(token.OR) {
			r.union()
		}
	}
	if types && r.is(token.TILDE) {
		r.union()
		p.typed = true
		return p, true
	}
	if r.is(token.IDENT) {
		p.named, p.name = true, r.now().start
		r.next()
		switch {
		case r.is(token.LBRACK):
			p.typ = r.now().start
			if p.typed = true; !r.bracketed() {
				p.named, p.typ = false, p.name // arguments of the generic type
			}
			union()
			return p, true
		case r.is(token.PERIOD):
			r.restOfTypeName()
			p.named, p.typed, p.typ = false, true, p.name
			union()
			return p, true
		case types && r.is(token.OR):
			p.named, p.typed, p.typ = false, true, p.name
			union()
			return p, true
		}
		p.typ = r.now().start
	}
	switch {
	case r.is(token.ELLIPSIS):
		p.typed, p.dots = true, r.now().start
		r.next()
		if !r.typ() {
			r.complain(r.now().start, "... is missing type")
			p.dots = -1
		}
		return p, true
	case types && r.is(token.TILDE):
		r.union()
		p.typed = true
		return p, true
	}
	if p.typed = r.typ(); p.typed {
		union()
	}
	if p.named || p.typed {
		return p, true
	}
	r.unexpected(", expected " + expected(closing))
	r.skipTo(token.COMMA, closing)
	return p, false
}
