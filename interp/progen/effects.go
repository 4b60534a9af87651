package progen

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// recovering writes a function literal around write, which recovers, and calls
// it. Inside, operations may panic.
func (g *generator) recovering(write func()) {
	f := &fn{weight: g.fn.weight, cost: g.fn.cost, limit: g.fn.limit, quiet: g.fn.quiet, mut: g.fn.mut, try: 1}
	base, actions := g.fn.base, g.fn.actions
	g.enter(f)
	f.base, f.actions = base, slices.Clip(actions)
	f.depth++
	mark := len(f.vars)
	g.line("func() {\ndefer func() {")
	if f.quiet {
		g.line("_ = recover()")
	} else {
		g.line("%s(recover())", g.help("describe"))
	}
	g.line("}()")
	write()
	g.leaveScope(mark)
	g.line("}()")
	g.leave()
	g.fn.cost = f.cost
}

func (g *generator) tryBlock() {
	if g.fn.depth > 3 || !g.affords(4) {
		return
	}
	g.recovering(func() { g.statements(2 + g.n(4)) })
}

// throw panics in one of many ways.
func (g *generator) throw() {
	if g.fn.try == 0 && !g.fn.throws {
		return
	}
	g.risked()
	g.risk = false
	what := ""
	switch g.n(5) {
	case 0:
		t := g.pooled(intType, func(t types.Type) bool { return g.printable(t) && !solid(t) })
		if _, param := t.(*types.TypeParam); param {
			t = intType
		}
		what = "panic(" + g.typed(t, 2) + ")"
	case 1:
		what = fmt.Sprintf("panic(fmt.Errorf(\"wrapped: %%v\", %s))", g.typed(intType, 2))
	case 2:
		g.imports["errors"] = true
		what = `panic(errors.New("failed"))`
	case 3:
		what = "var m map[string]int\nm[\"k\"]++"
	case 4:
		what = fmt.Sprintf("s := make([]int, %d)\ns[len(s)+%d] = 1", g.n(3), g.n(2))
	}
	g.line("if %s {\n%s\n}", g.condition(), what)
}

// deferStatement defers a call, whose arguments are evaluated at once.
func (g *generator) deferStatement() {
	if g.fn.quiet || g.fn.parent == nil || g.fn.depth > 3 || g.fn.noJump > 0 {
		return
	}
	g.risk = false
	switch g.n(4) {
	case 0:
		g.line("defer fmt.Println(\"deferred\", %s)", g.typed(one(g.choices, intType, stringType), 2))
	case 1:
		v := g.name("d")
		t := g.pooled(intType, func(t types.Type) bool { return g.printable(t) })
		g.line("defer func(%s %s) { fmt.Println(\"deferred\", %s) }(%s)", v, g.ts(t), v, g.expr(t, 2))
	case 2:
		if vs := g.visible(func(v *variable) bool { return !v.konst && g.printable(v.typ) }); len(vs) > 0 {
			v := one(g.choices, vs...)
			g.line("defer func() { fmt.Println(\"deferred\", %s) }()", g.read(v))
		}
	case 3:
		if len(g.fn.named) > 0 && g.fn.weight == 1 {
			v := one(g.choices, g.fn.named...)
			g.loud = false
			g.line("defer func() { %s = %s }()", v.name, g.expr(v.typ, 1))
		}
	}
}

// closure declares a function literal that changes variables around it.
func (g *generator) closure() {
	if g.fn.depth > 2 {
		return
	}
	f := &function{name: g.name("fn"), loud: !g.fn.quiet && g.percent(40), mut: g.percent(60)}
	var params, results []types.Type
	for range g.n(3) {
		params = append(params, g.someType())
	}
	if g.percent(70) {
		results = append(results, g.someType())
	}
	f.sig = signature(params, results, false)
	g.enter(&fn{limit: 15, weight: 1, quiet: !f.loud, mut: f.mut})
	g.fn.depth++
	text := g.capture(func() { g.body("func", params, results, false) })
	f.cost = g.fn.cost + 1
	g.leave()
	g.line("%s := %s\n_ = %s", f.name, strings.TrimSpace(text), f.name)
	g.fn.actions = append(slices.Clip(g.fn.actions), f)
}

// mutMethod calls a method that changes its receiver.
func (g *generator) mutMethod() {
	type method struct {
		v   *variable
		sel *types.Selection
	}
	var ms []method
	// Through a pointer or an interface others may see it.
	own := g.assignable(anyVariable)
	for _, v := range g.visible(anyVariable) {
		recv := v.typ
		if _, ok := recv.(*types.Named); ok && !types.IsInterface(recv) {
			recv = types.NewPointer(recv)
		}
		if !g.fn.mut && (!types.IsInterface(v.typ) && !slices.Contains(own, v) || solid(v.typ)) || v.konst {
			continue
		}
		set := types.NewMethodSet(recv)
		for sel := range set.Methods() {
			if f := g.methods[sel.Obj().Name()]; f != nil && f.mut {
				ms = append(ms, method{v, sel})
			}
		}
	}
	if len(ms) == 0 || !g.affords(methodCost) {
		g.stack()
		return
	}
	m := one(g.choices, ms...)
	g.loud, g.risk = false, false
	sig, name := m.sel.Obj().(*types.Func).Signature(), m.sel.Obj().Name()
	m.v.used = true
	call := m.v.name + "." + name
	if g.percent(20) {
		f := g.name("m")
		g.line("%s := %s", f, call)
		call = f
	}
	if sig.Results().Len() == 1 {
		v := &variable{name: g.name("v"), typ: sig.Results().At(0).Type()}
		g.line("%s := %s(%s)", v.name, call, g.args(sig, 1))
		g.declare(v)
		return
	}
	g.line("%s(%s)", call, g.args(sig, 1))
}

// stack uses the generic stack, whose methods change it.
func (g *generator) stack() {
	t := g.someType()
	if _, param := t.(*types.TypeParam); param {
		return
	}
	s, ok := g.name("s"), g.name("ok")
	v := &variable{name: g.name("v"), typ: t}
	g.line("var %s Stack%s[%s]\n%s.Push(%s, %s)", s, g.tag, g.ts(t), s, g.expr(t, 1), g.expr(t, 1))
	g.line("%s, %s := %s.Pop()", v.name, ok, s)
	g.declare(v)
	g.declare(&variable{name: ok, typ: boolType})
	if !g.fn.quiet {
		g.line("fmt.Println(%s.Len())", s)
	}
}

// goroutines starts some and joins them. What they compute depends on nothing
// that another changes.
func (g *generator) goroutines() {
	if g.fn.depth > 3 || g.fn.weight > 20 || !g.affords(25) {
		return
	}
	g.loud, g.risk = false, false
	t := g.someType()
	if _, param := t.(*types.TypeParam); param || solid(t) {
		t = intType
	}
	n, res, i := 1+g.n(4), g.name("v"), g.name("i")
	limit := &fn{limit: 15, weight: 1, quiet: true, results: []types.Type{t}}
	compute := func() string {
		g.enter(limit)
		g.declare(&variable{name: i, typ: intType, fixed: true})
		mark := len(g.fn.vars)
		text := g.capture(func() {
			g.statements(2)
			g.leaveScope(mark)
			g.line("return %s", g.expr(t, 2))
		})
		g.leave()
		return fmt.Sprintf("func() %s {\n_ = %s\n%s}()", g.ts(t), i, text)
	}
	switch g.n(3) {
	case 0:
		g.imports["sync"] = true
		g.line("%s := make([]%s, %d)\n{\nvar wg sync.WaitGroup\nfor %s := range %d {", res, g.ts(t), n, i, n)
		if g.percent(50) {
			g.line("wg.Go(func() { %s[%s] = %s })", res, i, compute())
		} else {
			g.line("wg.Add(1)\ngo func() {\ndefer wg.Done()\n%s[%s] = %s\n}()", res, i, compute())
		}
		g.line("}\nwg.Wait()\n}")
	case 1:
		g.line("var %s []%s\n{\nch := make(chan %s%s)\ngo func() {\ndefer close(ch)\nfor %s := range %d {\nch <- %s\n}\n}()", res, g.ts(t), g.ts(t), one(g.choices, "", ", 2"), i, n, compute())
		g.line("for x := range ch {\n%s = append(%s, x)\n}\n}", res, res)
	case 2:
		g.imports["sync"] = true
		g.line("var %s []%s\n{\nvar mu sync.Mutex\ndone := make(chan bool)\nfor %s := range %d {\ngo func(%s int) {\nx := %s\nmu.Lock()\ndefer mu.Unlock()\nif %s == 0 {\n%s = append(%s, x)\n}\ndone <- true\n}(%s)\n}", res, g.ts(t), i, n, i, compute(), i, res, res, i)
		g.line("for range %d {\n<-done\n}\n}", n)
	}
	g.declare(&variable{name: res, typ: types.NewSlice(t), fixed: true})
}

// selectStatement selects among channels of which one is ready.
func (g *generator) selectStatement() {
	if g.fn.depth > 3 {
		return
	}
	t := g.someType()
	if _, param := t.(*types.TypeParam); param || solid(t) {
		t = intType
	}
	a, b := g.name("ch"), g.name("ch")
	g.line("%s, %s := make(chan %s, 1), make(chan %s)\n_ = %s", a, b, g.ts(t), g.ts(t), b)
	if g.percent(70) {
		g.line("%s <- %s", a, g.expr(t, 2))
	}
	x := &variable{name: g.name("x"), typ: t}
	l := &loop{label: g.name("L"), isSwitch: true}
	g.fn.loops = append(g.fn.loops, l)
	body := g.capture(func() {
		ok := ""
		if g.percent(40) {
			ok = g.name("ok")
			g.line("case %s, %s := <-%s:\n_ = %s", x.name, ok, a, ok)
		} else {
			g.line("case %s := <-%s:", x.name, a)
		}
		g.block(func() {
			g.declare(x)
			g.statements(1)
		})
		if g.percent(50) {
			g.line("case %s <- %s:", b, g.expr(t, 1))
			g.block(func() { g.statements(1) })
		}
		if g.percent(30) {
			g.line("case <-%s:", b)
		}
		g.line("default:")
		g.block(func() { g.statements(1 + g.n(2)) })
	})
	g.fn.loops = g.fn.loops[:len(g.fn.loops)-1]
	if l.labelled {
		g.line("%s:", l.label)
	}
	g.line("select {\n%s}", body)
}

// copies copies an array or struct, changes the copy, and compares.
func (g *generator) copies() {
	vs := g.visible(func(v *variable) bool {
		switch v.typ.Underlying().(type) {
		case *types.Array, *types.Struct:
			return !solid(v.typ)
		}
		return false
	})
	if len(vs) == 0 || g.fn.quiet {
		return
	}
	v := one(g.choices, vs...)
	c := &variable{name: g.name("v"), typ: v.typ, used: true}
	g.line("%s := %s", c.name, g.read(v))
	place, t := g.part(c.name, c.typ)
	g.line("%s = %s", place, g.expr(t, 2))
	if g.printable(v.typ) {
		g.line("fmt.Println(%s, %s)", v.name, c.name)
	}
	if strictlyComparable(v.typ) {
		g.line("fmt.Println(%s == %s)", v.name, c.name)
	}
	g.declare(c)
}

// localType declares a type inside the function, and a variable of it.
func (g *generator) localType() {
	if g.fn.depth > 2 || g.fn.parent != nil && slices.ContainsFunc(g.pool, func(t types.Type) bool { _, ok := t.(*types.TypeParam); return ok }) {
		return
	}
	t := types.Type(g.structType(1, true))
	if g.percent(40) {
		t = g.basic()
	}
	name := g.name("Local")
	n := types.NewNamed(types.NewTypeName(0, g.pkg, name, nil), t, nil)
	g.line("type %s %s", name, g.ts(t))
	v := &variable{name: g.name("v"), typ: n}
	g.line("%s := %s", v.name, g.typed(n, 2))
	g.declare(v)
	if g.percent(30) {
		g.constants(g.name)
	}
}

// generics calls the helpers on variables.
func (g *generator) generics() {
	t := g.someType()
	if s := g.throughGeneric(t, 2); s != "" {
		v := &variable{name: g.name("v"), typ: t}
		g.line("var %s %s = %s", v.name, g.ts(t), s)
		g.declare(v)
	}
}

// commaOk declares with a map read, an assertion or a receive.
func (g *generator) commaOk() {
	g.risk = false
	v, ok := &variable{name: g.name("v")}, &variable{name: g.name("ok"), typ: boolType}
	switch g.n(3) {
	case 0:
		ms := g.visible(func(v *variable) bool { _, ok := v.typ.Underlying().(*types.Map); return ok })
		if len(ms) == 0 {
			return
		}
		m := one(g.choices, ms...)
		u := m.typ.Underlying().(*types.Map)
		v.typ = u.Elem()
		g.line("%s, %s := %s[%s]", v.name, ok.name, g.read(m), g.expr(u.Key(), 2))
	case 1:
		t := g.pooled(intType, func(t types.Type) bool { return !solid(t) && !types.IsInterface(t) })
		v.typ = t
		g.line("%s, %s := %s.(%s)", v.name, ok.name, g.own(anyType, g.grow(anyType, 2)), g.ts(t))
	case 2:
		t := g.pooled(intType, zeroable)
		v.typ = t
		g.line("%s, %s := <-%s(%s)", v.name, ok.name, g.help("sent"), g.typed(t, 2))
	}
	if solid(v.typ) {
		g.line("_, _ = %s, %s", v.name, ok.name)
		return
	}
	g.declare(v)
	g.declare(ok)
}

// iterate writes an iterator of its own and ranges over it.
func (g *generator) iterate() {
	if g.fn.quiet || g.fn.depth > 2 || g.fn.weight > 20 || !g.affords(20) {
		return
	}
	t := g.someType()
	if _, param := t.(*types.TypeParam); param {
		return
	}
	it := g.name("seq")
	g.line("%s := func(yield func(%s) bool) {\ndefer fmt.Println(\"iterator ends\")\nif !yield(%s) {\nreturn\n}\n_ = yield(%s) && yield(%s)\n}", it, g.ts(t), g.typed(t, 2), g.expr(t, 1), g.expr(t, 1))
	x := &variable{name: g.name("x"), typ: t}
	l := &loop{label: g.name("L")}
	weight := g.fn.weight
	g.fn.weight *= 3
	g.fn.loops = append(g.fn.loops, l)
	body := g.capture(func() {
		g.block(func() { g.statements(1 + g.n(3)) }, x)
	})
	g.fn.loops = g.fn.loops[:len(g.fn.loops)-1]
	g.fn.weight = weight
	if l.labelled {
		g.line("%s:", l.label)
	}
	g.line("for %s := range %s {\n%s}", x.name, it, body)
}
