package progen

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

func (g *generator) condition() string {
	return g.conv(boolType, g.expr(boolType, 2))
}

func (g *generator) conditional() {
	init := ""
	mark := len(g.fn.vars)
	if g.percent(30) {
		t := g.someType()
		v := &variable{name: g.name("v"), typ: t}
		init = fmt.Sprintf("%s := %s(%s); ", v.name, g.help("id"), g.typed(t, 2))
		g.declare(v)
		defer func() { g.fn.vars = g.fn.vars[:mark] }()
		init += fmt.Sprintf("%s(&%s) != nil && ", g.help("id"), g.read(v))
	}
	g.line("if %s%s {", init, g.condition())
	g.block(func() { g.statements(1 + g.n(2)) })
	for g.percent(30) {
		g.line("} else if %s {", g.condition())
		g.block(func() { g.statements(1 + g.n(2)) })
	}
	if g.percent(40) {
		g.line("} else {")
		g.block(func() { g.statements(1 + g.n(2)) })
	}
	g.line("}")
}

// loop writes a loop of a kind that Go has.
func (g *generator) loop() {
	if g.fn.weight > loopWeight || g.fn.depth > 3 || !g.affords(6) {
		return
	}
	n := 1 + g.n(5)
	i := &variable{name: g.name("i"), typ: intType, fixed: true}
	l := &loop{label: g.name("L")}
	head := ""
	vars := []*variable{i}
	switch g.n(8) {
	case 0, 1:
		head = fmt.Sprintf("for %s := 0; %s < %d; %s++ {", i.name, i.name, n, i.name)
		i.used = true
	case 2:
		t := g.pooled(intType, func(t types.Type) bool { return info(t)&types.IsInteger != 0 })
		i.typ = t
		head = fmt.Sprintf("for %s := range %s {", i.name, g.conv(t, fmt.Sprint(n)))
		i.fixed = g.percent(60)
	case 3:
		i.used = true
		head = fmt.Sprintf("for %s := %d; ; %s-- {\nif %s <= 0 {\nbreak\n}", i.name, n, i.name, i.name)
	case 4:
		r := &variable{name: g.name("r"), typ: types.Universe.Lookup("rune").Type()}
		vars = append(vars, r)
		text := one(g.choices, `"héllo"`, `"a\xffb"`, `"日本"`)
		if g.percent(25) {
			text = g.help("short") + "(" + g.typed(stringType, 1) + ")"
		}
		head = fmt.Sprintf("for %s, %s := range %s {", i.name, r.name, text)
		n = 24
	case 5:
		elem := g.someType()
		x := &variable{name: g.name("x"), typ: elem}
		vars = append(vars, x)
		n = 3
		es := g.expr(elem, 2) + ", " + g.expr(elem, 2) + ", " + g.expr(elem, 1)
		head = fmt.Sprintf("for %s, %s := range %s%s{%s} {", i.name, x.name, one(g.choices, "[]", "[...]", "[3]", "&[3]"), g.ts(elem), es)
	case 6:
		head, vars, n = g.rangeVariable(i)
	case 7:
		if g.percent(50) {
			head = fmt.Sprintf("for %s := range %s(%d) {", i.name, g.help("count"), n)
			break
		}
		elem := g.someType()
		x := &variable{name: g.name("x"), typ: elem}
		vars = append(vars, x)
		n = 2
		head = fmt.Sprintf("for %s, %s := range %s([]%s{%s, %s}) {", i.name, x.name, g.help("pairs"), g.ts(elem), g.expr(elem, 2), g.expr(elem, 1))
	}
	if head == "" {
		return
	}
	g.fn.loops = append(g.fn.loops, l)
	weight := g.fn.weight
	g.fn.weight *= n
	body := g.capture(func() {
		g.block(func() { g.statements(1 + g.n(3)) }, vars...)
	})
	g.fn.weight = weight
	g.fn.loops = g.fn.loops[:len(g.fn.loops)-1]
	if l.labelled {
		g.line("%s:", l.label)
	}
	g.line("%s\n%s}", head, body)
}

// rangeVariable ranges over a variable whose length is bounded.
func (g *generator) rangeVariable(i *variable) (head string, vars []*variable, n int) {
	over := g.visible(func(v *variable) bool {
		switch u := v.typ.Underlying().(type) {
		case *types.Array, *types.Slice, *types.Map:
			return true
		case *types.Pointer:
			_, ok := u.Elem().Underlying().(*types.Array)
			return ok
		}
		return false
	})
	if len(over) == 0 {
		return "", nil, 0
	}
	v := one(g.choices, over...)
	x := &variable{name: g.name("x")}
	switch u := v.typ.Underlying().(type) {
	case *types.Map:
		i.typ, x.typ = u.Key(), u.Elem()
		return fmt.Sprintf("for _, %s := range %s(%s(%s), 0, 5) {\n%s := %s[%s]", i.name, g.help("cut"), g.help("sorted"), g.read(v), x.name, v.name, i.name),
			[]*variable{i, x}, 5
	case *types.Slice:
		x.typ = u.Elem()
		return fmt.Sprintf("for %s, %s := range %s(%s, 0, 5) {", i.name, x.name, g.help("cut"), g.read(v)), []*variable{i, x}, 5
	case *types.Array:
		x.typ, n = u.Elem(), int(u.Len())
	case *types.Pointer:
		a := u.Elem().Underlying().(*types.Array)
		x.typ, n = a.Elem(), int(a.Len())
	}
	if g.percent(30) {
		return fmt.Sprintf("for %s := range %s {", i.name, g.read(v)), []*variable{i}, n
	}
	return fmt.Sprintf("for %s, %s := range %s {", i.name, x.name, g.read(v)), []*variable{i, x}, n
}

// jump leaves a loop or a switch, or the function.
func (g *generator) jump() {
	if len(g.fn.loops) == 0 || g.percent(15) {
		if g.fn.noJump == 0 && g.fn.depth > 1 && !slices.ContainsFunc(g.fn.results, solid) {
			g.line("if %s {", g.condition())
			g.ret(true)
			g.line("}")
		}
		return
	}
	l := one(g.choices, g.fn.loops...)
	verb := "break"
	if !l.isSwitch && g.percent(50) {
		verb = "continue"
	}
	if l == g.fn.loops[len(g.fn.loops)-1] && g.percent(50) {
		g.line("if %s {\n%s\n}", g.condition(), verb)
		return
	}
	l.labelled = true
	g.line("if %s {\n%s %s\n}", g.condition(), verb, l.label)
}

func (g *generator) gotoLoop() {
	if g.fn.weight > loopWeight || g.fn.depth > 3 {
		return
	}
	n, label, i := 1+g.n(3), g.name("G"), g.name("i")
	weight := g.fn.weight
	g.fn.weight *= n + 1
	g.line("{\n%s := 0\n%s:\n%s++\n{", i, label, i)
	loops := g.fn.loops
	g.block(func() {
		g.declare(&variable{name: i, typ: intType, fixed: true, used: true})
		g.statements(2)
	})
	g.fn.loops = loops
	g.line("}\nif %s <= %d {\ngoto %s\n}\n}", i, n, label)
	g.fn.weight = weight
}

func (g *generator) switchStatement() {
	l := &loop{label: g.name("L"), isSwitch: true}
	g.fn.loops = append(g.fn.loops, l)
	tagless := g.percent(30)
	t := g.pooled(intType, func(t types.Type) bool { return strictlyComparable(t) && !solid(t) && info(t)&types.IsBoolean == 0 })
	head := "switch {"
	if v := ""; !tagless {
		if g.percent(20) {
			v = g.name("s")
		}
		// gofmt drops plain parentheses, which the parser needs.
		tag := g.help("id") + "(" + g.value(t, 2) + ")"
		head = "switch " + tag + " {"
		if v != "" {
			head = fmt.Sprintf("switch %s := %s; %s {", v, tag, v)
		}
	}
	body := g.capture(func() {
		last, fallDefault := 1+g.n(3), g.n(5)
		for i := range last {
			switch {
			case i == fallDefault:
				g.line("default:")
			case tagless:
				g.line("case %s:", g.condition())
			case g.percent(40):
				g.line("case %s, %s:", g.value(t, 1), g.value(t, 1))
			default:
				g.line("case %s:", g.value(t, 1))
			}
			g.block(func() { g.statements(1 + g.n(2)) })
			if i < last-1 && g.percent(25) {
				g.line("fallthrough")
			}
		}
	})
	g.fn.loops = g.fn.loops[:len(g.fn.loops)-1]
	if l.labelled {
		g.line("%s:", l.label)
	}
	g.line("%s\n%s}", head, body)
}

func (g *generator) typeSwitch() {
	over := g.visible(func(v *variable) bool {
		_, param := v.typ.(*types.TypeParam)
		return types.IsInterface(v.typ) && !param
	})
	x, static := "", anyType
	if len(over) > 0 && g.percent(70) {
		v := one(g.choices, over...)
		x, static = g.read(v), v.typ
	} else {
		x = g.own(anyType, ex{s: g.typed(g.pooled(intType, func(t types.Type) bool { return g.printable(t) && !solid(t) && !types.IsInterface(t) }), 2), bare: true})
	}
	l := &loop{label: g.name("L"), isSwitch: true}
	g.fn.loops = append(g.fn.loops, l)
	name := ""
	bound := g.percent(70)
	if bound {
		name = g.name("y")
	}
	var seen []types.Type
	body := g.capture(func() {
		for range 1 + g.n(4) {
			var ts []types.Type
			var names []string
			for range one(g.choices, 1, 1, 1, 2) {
				t := g.someType()
				if _, param := t.(*types.TypeParam); param || contains(seen, t) || !types.IsInterface(t) && !types.Implements(t, static.Underlying().(*types.Interface)) {
					continue
				}
				seen, ts, names = append(seen, t), append(ts, t), append(names, g.ts(t))
			}
			if len(ts) == 0 {
				continue
			}
			g.line("case %s:", strings.Join(names, ", "))
			g.caseBody(name, ts, static)
		}
		if g.percent(20) {
			g.line("case nil:")
			g.caseBody(name, nil, static)
		}
		g.line("default:")
		g.caseBody(name, nil, static)
	})
	g.fn.loops = g.fn.loops[:len(g.fn.loops)-1]
	if l.labelled {
		g.line("%s:", l.label)
	}
	if bound {
		g.line("switch %s := %s.(type) {\n%s}", name, x, body)
	} else {
		g.line("switch %s.(type) {\n%s}", x, body)
	}
}

func (g *generator) caseBody(name string, ts []types.Type, static types.Type) {
	g.block(func() {
		if name != "" {
			y := &variable{name: name, typ: static, fixed: true}
			if len(ts) == 1 {
				y.typ = ts[0]
			}
			if types.IsInterface(y.typ) {
				// Perhaps nil, and then no method can be called.
				g.line("_ = %s", name)
			} else {
				g.declare(y)
			}
			if !g.fn.quiet && g.printable(y.typ) && g.printable(static) {
				g.line("fmt.Printf(\"%%T %%v\\n\", %s, %s)", name, name)
			}
		}
		g.statements(1 + g.n(2))
	})
}
