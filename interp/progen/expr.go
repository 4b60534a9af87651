package progen

import (
	"fmt"
	"go/types"
	"strings"
)

// ex is an expression.
type ex struct {
	s     string
	konst bool // a constant expression
	bare  bool // has its type only where one is expected
}

// begin decides what the next statement may do.
func (g *generator) begin() {
	g.risk = (g.fn.try > 0 || g.fn.throws) && g.percent(30)
	g.loud = !g.fn.quiet && !g.risk && g.percent(40)
}

// expr returns an expression for a place that expects type t.
func (g *generator) expr(t types.Type, d int) string { return g.grow(t, d).s }

// typed returns an expression that has type t by itself.
func (g *generator) typed(t types.Type, d int) string { return g.own(t, g.grow(t, d)) }

func (g *generator) own(t types.Type, e ex) string {
	if e.bare {
		return g.conv(t, e.s)
	}
	return e.s
}

// value returns an expression of type t that is no constant.
func (g *generator) value(t types.Type, d int) string {
	e := g.grow(t, d)
	if e.konst || e.bare && info(t) != 0 {
		return g.help("id") + "(" + g.own(t, e) + ")"
	}
	return g.own(t, e)
}

// grow makes an expression of type t, d levels deep.
func (g *generator) grow(t types.Type, d int) ex {
	if d <= 0 || g.percent(25) {
		return g.leaf(t)
	}
	if g.percent(45) {
		for range 3 {
			if s := g.shared(t, d-1); s != "" {
				return ex{s: s}
			}
		}
	}
	return g.byKind(t, d-1)
}

// visible lists the variables and constants in scope for which ok holds.
func (g *generator) visible(ok func(*variable) bool) []*variable {
	var vs []*variable
	for _, v := range g.globals {
		if ok(v) {
			vs = append(vs, v)
		}
	}
	if g.fn != nil {
		for _, v := range g.fn.vars {
			if ok(v) {
				vs = append(vs, v)
			}
		}
	}
	return vs
}

func (g *generator) read(v *variable) string {
	v.used = true
	return v.name
}

// leaf returns a variable, a field or a literal.
func (g *generator) leaf(t types.Type) ex {
	if g.percent(70) {
		vs := g.visible(func(v *variable) bool { return types.Identical(v.typ, t) })
		if len(vs) > 0 {
			v := one(g.choices, vs...)
			return ex{g.read(v), v.konst, false}
		}
		if !solid(t) {
			if s := g.field(t); s != "" {
				return ex{s: s}
			}
		}
	}
	if _, ok := t.(*types.TypeParam); ok {
		vs := g.visible(func(v *variable) bool { return types.Identical(v.typ, t) })
		if len(vs) > 0 && g.percent(80) {
			return ex{s: g.read(one(g.choices, vs...))}
		}
		return ex{s: "(*new(" + g.ts(t) + "))"}
	}
	if info(t) != 0 {
		return g.basicLiteral(t)
	}
	return g.byKind(t, 0)
}

// field returns a selector of type t on a variable, "" for none.
func (g *generator) field(t types.Type) string {
	var found []string
	var of []*variable
	for _, v := range g.visible(func(v *variable) bool { return !v.konst }) {
		if _, pointer := v.typ.Underlying().(*types.Pointer); pointer {
			if _, named := v.typ.(*types.Named); named {
				continue
			}
		}
		g.fields(v.typ, func(path string, ft types.Type) {
			if types.Identical(ft, t) {
				found, of = append(found, v.name+path), append(of, v)
			}
		})
	}
	if len(found) == 0 {
		return ""
	}
	i := g.n(len(found))
	of[i].used = true
	return found[i]
}

// fields calls f with the selectable fields of t.
func (g *generator) fields(t types.Type, f func(path string, t types.Type)) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for fld := range s.Fields() {
		f("."+fld.Name(), fld.Type())
		if inner, ok := fld.Type().Underlying().(*types.Struct); ok {
			for deep := range inner.Fields() {
				if fld.Embedded() && g.percent(50) {
					obj, _, _ := types.LookupFieldOrMethod(t, true, g.pkg, deep.Name())
					if obj == deep {
						f("."+deep.Name(), deep.Type())
						continue
					}
				}
				f("."+fld.Name()+"."+deep.Name(), deep.Type())
			}
		}
	}
}

// byKind makes an expression in a way that only types like t have.
func (g *generator) byKind(t types.Type, d int) ex {
	if tp, ok := t.(*types.TypeParam); ok {
		return g.paramExpr(tp, d)
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return g.basicExpr(t, u, d)
	case *types.Interface:
		ts := g.implementers(t)
		if t == types.Universe.Lookup("error").Type() || len(ts) == 0 {
			return ex{s: "nil", bare: true}
		}
		if u.NumMethods() == 0 && g.percent(10) {
			return ex{s: "nil", bare: true}
		}
		c := one(g.choices, ts...)
		return ex{s: g.typed(c, d), bare: true}
	case *types.Signature:
		return ex{s: g.literal(u)}
	case *types.Pointer:
		return ex{s: g.pointer(t, u, d)}
	case *types.Struct:
		return ex{s: g.structLiteral(t, u, d)}
	case *types.Array:
		return ex{s: g.arrayLiteral(t, u, d)}
	case *types.Slice:
		return g.slice(t, u, d)
	case *types.Map:
		return g.mapExpr(t, u, d)
	}
	return ex{s: "(*new(" + g.ts(t) + "))"}
}

func (g *generator) pointer(t types.Type, u *types.Pointer, d int) string {
	switch u.Elem().Underlying().(type) {
	case *types.Struct, *types.Array, *types.Slice, *types.Map:
		if !isNamedPointer(t) && g.percent(70) {
			switch e := u.Elem().Underlying().(type) {
			case *types.Struct:
				return "&" + g.structLiteral(u.Elem(), e, d)
			case *types.Array:
				return "&" + g.arrayLiteral(u.Elem(), e, d)
			}
		}
	}
	if zeroable(u.Elem()) && g.percent(30) {
		return "new(" + g.ts(u.Elem()) + ")"
	}
	return g.help("ref") + "(" + g.typed(u.Elem(), d) + ")"
}

func isNamedPointer(t types.Type) bool { _, ok := t.(*types.Named); return ok }

func (g *generator) structLiteral(t types.Type, u *types.Struct, d int) string {
	var fs []string
	keyed := g.percent(60)
	for f := range u.Fields() {
		switch {
		case !keyed:
			fs = append(fs, g.expr(f.Type(), d))
		case solid(f.Type()) || g.percent(70):
			fs = append(fs, f.Name()+": "+g.expr(f.Type(), d))
		}
	}
	return g.ts(t) + "{" + strings.Join(fs, ", ") + "}"
}

func (g *generator) arrayLiteral(t types.Type, u *types.Array, d int) string {
	var es []string
	n := int(u.Len())
	_, named := t.(*types.Named)
	head := g.ts(t)
	if !solid(u.Elem()) && g.percent(25) {
		return fmt.Sprintf("%s{%d: %s}", head, g.n(n), g.expr(u.Elem(), d))
	}
	if !named && g.percent(30) {
		head = "[...]" + g.ts(u.Elem())
	}
	for range n {
		es = append(es, g.elem(u.Elem(), d))
	}
	return head + "{" + strings.Join(es, ", ") + "}"
}

// elem is an element of a composite literal, whose own type may be left out.
func (g *generator) elem(t types.Type, d int) string {
	s := g.expr(t, d)
	if head := g.ts(t) + "{"; strings.HasPrefix(s, head) && closesAtEnd(s[len(head)-1:]) && g.percent(60) {
		return strings.TrimPrefix(s, g.ts(t))
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		if head := "&" + g.ts(p.Elem()) + "{"; strings.HasPrefix(s, head) && g.percent(60) {
			return strings.TrimPrefix(s, "&"+g.ts(p.Elem()))
		}
	}
	return s
}

// closesAtEnd says that the brace s starts with is closed by its last byte.
func closesAtEnd(s string) bool {
	depth := 0
	for i, r := range s {
		switch r {
		case '"', '`', '\'':
			return false // not worth a lexer
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i == len(s)-1
			}
		}
	}
	return false
}

func (g *generator) slice(t types.Type, u *types.Slice, d int) ex {
	switch g.n(8) {
	case 0:
		if g.percent(50) {
			return ex{s: "nil", bare: true}
		}
		if !solid(u.Elem()) {
			return ex{s: fmt.Sprintf("make(%s, %d, %d)", g.ts(t), g.n(4), 4+g.n(3))}
		}
	case 1, 2:
		// A full capacity makes append copy, so that no other slice changes.
		if d > 0 {
			return ex{s: fmt.Sprintf("append(%s(%s), %s)", g.help("clip"), g.typed(t, d), g.expr(u.Elem(), d))}
		}
	case 3:
		if d > 0 {
			return ex{s: fmt.Sprintf("%s(%s, %s, %s)", g.help("cut"), g.typed(t, d), g.expr(types.Typ[types.Int], d), g.expr(types.Typ[types.Int], d))}
		}
	case 4:
		if b := info(u.Elem()); b&types.IsInteger != 0 && types.Identical(u.Elem(), types.Typ[types.Uint8]) && d > 0 {
			return ex{s: g.conv(t, g.value(types.Typ[types.String], d))}
		}
		if types.Identical(u.Elem(), types.Typ[types.Int32]) && d > 0 {
			return ex{s: g.conv(t, g.value(types.Typ[types.String], d))}
		}
	}
	var es []string
	at := 0
	for range g.n(4) {
		if g.percent(10) && !solid(u.Elem()) {
			at += 1 + g.n(2)
			es = append(es, fmt.Sprintf("%d: %s", at, g.expr(u.Elem(), d)))
		} else {
			es = append(es, g.elem(u.Elem(), d))
		}
		at++
	}
	return ex{s: g.ts(t) + "{" + strings.Join(es, ", ") + "}"}
}

func (g *generator) mapExpr(t types.Type, u *types.Map, d int) ex {
	switch {
	case g.percent(8):
		return ex{s: "nil", bare: true}
	case g.percent(20):
		return ex{s: "make(" + g.ts(t) + ")"}
	}
	// Equal constant keys are an error, so all but the first are values.
	var es []string
	for i := range g.n(4) {
		key := g.typed(u.Key(), d)
		if i > 0 {
			key = g.help("id") + "(" + key + ")"
		}
		es = append(es, key+": "+g.expr(u.Elem(), d))
	}
	return ex{s: g.ts(t) + "{" + strings.Join(es, ", ") + "}"}
}
