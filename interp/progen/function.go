package progen

import (
	"go/types"
	"slices"
	"strings"
)

// function writes a function, which later ones can call.
func (g *generator) function() {
	f := &function{name: g.global("f"), loud: g.percent(50), mut: g.percent(30)}
	var params, results []types.Type
	for range g.n(4) {
		params = append(params, g.someType())
	}
	for range one(g.choices, 0, 1, 1, 1, 1, 2, 2, 3) {
		results = append(results, g.someType())
	}
	variadic := g.percent(20)
	if variadic {
		params = append(params, types.NewSlice(g.someType()))
	}
	f.sig = signature(params, results, variadic)
	g.size = 8
	g.enter(&fn{limit: funcCost, weight: 1, quiet: !f.loud, mut: f.mut, throws: g.percent(30)})
	if g.percent(15) {
		g.recursive(f)
	} else {
		g.body("func "+f.name, params, results, variadic)
	}
	f.cost, f.risky = g.fn.cost+1, g.fn.risky
	g.leave()
	g.funcs = append(g.funcs, f)
}

// recursive writes a function that calls itself a bounded number of times.
func (g *generator) recursive(f *function) {
	t := g.pooled(types.Typ[types.Int], func(t types.Type) bool { return info(t)&types.IsNumeric != 0 })
	params := []types.Type{types.Typ[types.Uint8], t}
	f.sig = signature(params, []types.Type{t}, false)
	g.fn.weight = 8
	n := g.declare(&variable{name: "n", typ: params[0], used: true, fixed: true})
	x := g.declare(&variable{name: "x", typ: t, used: true})
	g.fn.results = []types.Type{t}
	body := g.capture(func() {
		g.line("if %s %% 8 == 0 {\nreturn x\n}", n.name)
		mark := len(g.fn.vars)
		g.statements(2)
		g.begin()
		g.line("%s = %s", x.name, g.expr(t, 2))
		g.leaveScope(mark)
		g.line("return %s(%s %% 8 - 1, x) + %s", f.name, n.name, g.typed(t, 1))
	})
	g.line("func %s(n uint8, x %s) %s {\n%s}\n", f.name, g.ts(t), g.ts(t), body)
}

// body writes what follows "func f": parameters, results and statements of
// the function that was entered.
func (g *generator) body(head string, params, results []types.Type, variadic bool) {
	var ps []string
	for i, t := range params {
		v := g.declare(&variable{name: g.name("p"), typ: t, used: true})
		if variadic && i == len(params)-1 {
			ps = append(ps, v.name+" ..."+g.ts(t.Underlying().(*types.Slice).Elem()))
			v.fresh = false
			continue
		}
		ps = append(ps, v.name+" "+g.ts(t))
	}
	g.fn.results = results
	var rs []string
	names := len(results) > 0 && g.percent(30) && !slices.ContainsFunc(results, solid)
	for _, t := range results {
		if !names {
			rs = append(rs, g.ts(t))
			continue
		}
		v := g.declare(&variable{name: g.name("r"), typ: t, used: true})
		g.fn.named = append(g.fn.named, v)
		rs = append(rs, v.name+" "+g.ts(t))
	}
	mark := len(g.fn.vars)
	body := g.capture(func() {
		if !g.fn.quiet && g.percent(40) {
			g.line("fmt.Println(%q)", strings.TrimSuffix(strings.TrimPrefix(head, "func "), g.tag))
		}
		g.statements(1 + g.n(4))
		g.leaveScope(mark)
		g.ret(false)
	})
	g.line("%s(%s) (%s) {\n%s}\n", head, strings.Join(ps, ", "), strings.Join(rs, ", "), body)
}

// ret writes a return statement.
func (g *generator) ret(early bool) {
	if len(g.fn.results) == 0 {
		if early {
			g.line("return")
		}
		return
	}
	if len(g.fn.named) > 0 && g.percent(40) {
		g.line("return")
		return
	}
	g.begin()
	var rs []string
	for _, t := range g.fn.results {
		rs = append(rs, g.expr(t, 2))
	}
	g.line("return %s", strings.Join(rs, ", "))
}

// callable lists what could be called here for results that ok accepts.
func (g *generator) callable(ok func(*types.Signature) bool) []*function {
	var fs []*function
	for _, f := range slices.Concat(g.funcs, g.fn.actions) {
		if ok(f.sig) {
			fs = append(fs, f)
		}
	}
	return fs
}

// inExpr says whether f may be called in an expression of this statement.
func (g *generator) inExpr(f *function) bool {
	return !f.mut && (!f.loud || g.loud) && (!f.risky || g.risk)
}

// alone says whether f may be called as a statement.
func (g *generator) alone(f *function) bool {
	return (!f.mut || g.fn.mut) && (!f.loud || !g.fn.quiet) && (!f.risky || g.fn.try > 0 || g.fn.throws)
}

// note books what a call of f does.
func (g *generator) note(f *function) {
	if f.risky {
		g.risk = false
		g.risked()
	}
}

// risked notes that the function may panic.
func (g *generator) risked() {
	if g.fn.try == 0 {
		g.fn.risky = true
	}
}

// args writes the arguments of a call.
func (g *generator) args(sig *types.Signature, d int) string {
	var as []string
	ps := list(sig.Params())
	for i, t := range ps {
		if sig.Variadic() && i == len(ps)-1 {
			elem := t.Underlying().(*types.Slice).Elem()
			if g.percent(30) {
				as = append(as, g.expr(t, d)+"...")
				continue
			}
			for range g.n(3) {
				as = append(as, g.expr(elem, d))
			}
			continue
		}
		as = append(as, g.expr(t, d))
	}
	return strings.Join(as, ", ")
}

// literal writes a function literal of type sig, which is quiet, changes
// nothing and does not panic.
func (g *generator) literal(sig *types.Signature) string {
	limit := 15
	g.enter(&fn{limit: limit, weight: 1, quiet: true})
	size := g.size
	g.size = min(size, g.n(3))
	defer func() { g.size = size }()
	loud, risk := g.loud, g.risk
	text := g.capture(func() { g.body("func", list(sig.Params()), list(sig.Results()), sig.Variadic()) })
	g.leave()
	g.loud, g.risk = loud, risk
	return strings.TrimSpace(text)
}
