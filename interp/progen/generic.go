package progen

import (
	"fmt"
	"go/token"
	"go/types"
	"strings"
)

// genericFunction writes a function with type parameters.
func (g *generator) genericFunction() {
	f := &function{name: g.global("gf"), loud: g.percent(30)}
	var tps []*types.TypeParam
	var decl []string
	for i := range 1 + g.n(2) {
		name, constraint := fmt.Sprintf("P%d", i), "any"
		c := types.Type(anyType)
		switch g.n(3) {
		case 0:
			name, constraint = fmt.Sprintf("N%d", i), "Number"+g.tag
			c = g.lookup("Number")
		case 1:
			name, constraint = fmt.Sprintf("K%d", i), "comparable"
			c = types.Universe.Lookup("comparable").Type()
		}
		tps = append(tps, types.NewTypeParam(types.NewTypeName(token.NoPos, g.pkg, name, nil), c))
		decl = append(decl, name+" "+constraint)
	}
	var params []types.Type
	for range 1 + g.n(3) {
		params = append(params, g.paramType(tps))
	}
	for _, tp := range tps {
		params = append(params, tp) // so that all of them can be inferred
	}
	results := []types.Type{g.paramType(tps)}
	f.sig = types.NewSignatureType(nil, nil, tps, tuple(params), tuple(results), false)
	g.size = 5
	g.enter(&fn{limit: funcCost / 2, weight: 1, quiet: !f.loud})
	pool := g.pool
	for _, tp := range tps {
		g.pool = append(g.pool, tp, tp)
	}
	g.body("func "+f.name+"["+strings.Join(decl, ", ")+"]", params, results, false)
	g.pool = pool
	f.cost = g.fn.cost + 1
	g.leave()
	g.generic = append(g.generic, f)
}

func (g *generator) paramType(tps []*types.TypeParam) types.Type {
	tp := one(g.choices, tps...)
	switch g.n(7) {
	case 0:
		return types.NewSlice(tp)
	case 1:
		return types.NewMap(stringType, tp)
	case 2:
		return one(g.choices, g.pool...)
	}
	return tp
}

func isNumber(tp *types.TypeParam) bool { return strings.HasPrefix(tp.Obj().Name(), "N") }

// paramExpr is an expression of a type parameter's type.
func (g *generator) paramExpr(tp *types.TypeParam, d int) ex {
	if !isNumber(tp) || g.percent(40) {
		return g.leaf(tp)
	}
	switch g.n(4) {
	case 0:
		return ex{s: g.conv(tp, fmt.Sprint(g.n(100)))}
	case 1:
		return ex{s: "-(" + g.typed(tp, d) + ")"}
	}
	return ex{s: g.conv(tp, g.typed(tp, d)+one(g.choices, " + ", " - ", " * ")+g.typed(tp, d))}
}

// genericCall calls a generic function for a result of type t.
func (g *generator) genericCall(t types.Type, d int) string {
	f := one(g.choices, g.generic...)
	if !g.inExpr(f) || f.cost > 60 {
		return ""
	}
	res := f.sig.Results().At(0).Type()
	var targs []types.Type
	var names []string
	for tp := range f.sig.TypeParams().TypeParams() {
		ok := func(t types.Type) bool {
			_, param := t.(*types.TypeParam)
			return !param && !solid(t) && (types.Satisfies(t, tp.Constraint().Underlying().(*types.Interface))) && (isNumber(tp) || strictlyComparable(t) || tp.Obj().Name()[0] == 'P')
		}
		arg := g.pooled(intType, ok)
		if res == tp {
			if !ok(t) {
				return ""
			}
			arg = t
		}
		targs, names = append(targs, arg), append(names, g.ts(arg))
	}
	inst, err := types.Instantiate(nil, f.sig, targs, true)
	if err != nil {
		return ""
	}
	sig := inst.(*types.Signature)
	if !types.Identical(sig.Results().At(0).Type(), t) || !g.affords(f.cost) {
		return ""
	}
	if g.percent(50) {
		return fmt.Sprintf("%s[%s](%s)", f.name, strings.Join(names, ", "), g.args(sig, d))
	}
	var args []string
	for _, p := range list(sig.Params()) {
		args = append(args, g.typed(p, d))
	}
	return fmt.Sprintf("%s(%s)", f.name, strings.Join(args, ", "))
}

// throughGeneric takes a value through a generic type or helper.
func (g *generator) throughGeneric(t types.Type, d int) string {
	if _, param := t.(*types.TypeParam); param {
		return g.help("id") + "(" + g.typed(t, d) + ")"
	}
	other := g.someType()
	switch g.n(6) {
	case 0:
		return fmt.Sprintf("Pair%s[%s, %s]{%s, %s}.First", g.tag, g.ts(t), g.ts(other), g.expr(t, d), g.expr(other, d))
	case 1:
		return fmt.Sprintf("Pair%s[%s, %s]{%s, %s}.Swap().First", g.tag, g.ts(other), g.ts(t), g.expr(other, d), g.expr(t, d))
	case 2:
		return fmt.Sprintf("%s[%s](%s)", g.help("id"), g.ts(t), g.expr(t, d))
	case 3:
		if !solid(t) && g.affords(methodCost*3) {
			sig := signature([]types.Type{other}, []types.Type{t}, false)
			return fmt.Sprintf("%s(%s([]%s{%s, %s}, %s), %d)", g.help("at"), g.help("mapped"), g.ts(other), g.expr(other, d), g.expr(other, d), g.literal(sig), g.n(2))
		}
	case 4:
		if g.affords(methodCost * 3) {
			sig := signature([]types.Type{t, other}, []types.Type{t}, false)
			return fmt.Sprintf("%s([]%s{%s, %s}, %s, %s)", g.help("folded"), g.ts(other), g.expr(other, d), g.expr(other, d), g.typed(t, d), g.literal(sig))
		}
	case 5:
		if types.Identical(t, intType) {
			return fmt.Sprintf("Stack%s[%s]{[]%s{%s}}.Len()", g.tag, g.ts(other), g.ts(other), g.expr(other, d))
		}
	}
	return ""
}
