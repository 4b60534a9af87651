package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// exits is how control leaves the body of a range over a function. The body
// is a function there, so that return, and break or continue of an outer loop,
// are noted in a variable and carried out after the iterator has returned.
type exits struct {
	code    string   // emitted variable: 0 for none, else one of targets + 1
	results []string // emitted variables for the values of a return
	targets []exit
}

type exit struct {
	tok   token.Token // RETURN, BREAK, CONTINUE or GOTO
	label string
}

// number returns the code of an exit, a new one when it is first needed.
func (x *exits) number(e exit) int {
	for i, t := range x.targets {
		if t == e {
			return i + 1
		}
	}
	x.targets = append(x.targets, e)
	return len(x.targets)
}

func (x *exits) branch(b *block, tok token.Token, label string) {
	b.add("%s = %d", x.code, x.number(exit{tok, label}))
	b.add("return false")
}

func (g *fn) rangeFunc(b *block, s *ast.RangeStmt, sig *types.Signature) {
	outer := g.frame()
	yield := core(sig.Params().At(0).Type()).(*types.Signature)
	x := &exits{code: g.temp("exit")}
	b.add("{")
	b.add("var %s int", x.code)
	switch {
	case outer.exits != nil:
		x.results = outer.exits.results
	case len(outer.named) > 0:
		x.results = outer.named
	default:
		for i := range outer.results.Len() {
			name := g.temp("res")
			x.results = append(x.results, name)
			b.add("var %s %s", name, g.typ(outer.results.At(i).Type()))
		}
	}
	vars := []iterVar{{}, {}}
	if s.Key != nil {
		vars[0] = g.iterVar(s, s.Key, g.paramType(yield, 0))
	}
	if s.Value != nil {
		vars[1] = g.iterVar(s, s.Value, g.paramType(yield, 1))
	}
	var params []string
	for i := range yield.Params().Len() {
		name := vars[i].name
		if name == "" {
			name = g.temp("p")
		}
		params = append(params, name+" "+g.typ(g.paramType(yield, i)))
	}
	l := &loop{breakable: true, continues: true, yield: true}
	l.label, outer.label = outer.label, ""
	g.frames = append(g.frames, &frame{results: outer.results, named: outer.named, exits: x, body: s.Body, label: l.label, entered: outer.entered, defers: outer.defers})
	_, body := g.loopBody(s, l, vars...)
	g.frames = g.frames[:len(g.frames)-1]
	g.position(b, s)
	b.add("%s(func(%s) bool {", g.base(s.X), strings.Join(params, ", "))
	b.WriteString(body)
	b.add("return true")
	b.add("})")
	for i, t := range x.targets {
		b.add("if %s == %d {", x.code, i+1)
		switch {
		case t.tok == token.RETURN && outer.exits != nil:
			outer.exits.branch(b, token.RETURN, "")
		case t.tok == token.RETURN && outer.defers != "":
			b.add("return")
		case t.tok == token.RETURN:
			b.add("return %s", strings.Join(x.results, ", "))
		case t.tok == token.GOTO:
			g.jump(b, t.label)
		default:
			g.leave(b, &ast.BranchStmt{TokPos: s.Pos(), Tok: t.tok}, len(g.frames)-1, t.tok, t.label)
		}
		b.add("}")
	}
	b.add("}")
}

// jump writes a goto to an emitted label, which may stand outside the body of a
// range over a function.
func (g *fn) jump(b *block, label string) {
	fr := g.frame()
	inside := fr.exits == nil
	if !inside {
		ast.Inspect(fr.body, func(n ast.Node) bool {
			l, ok := n.(*ast.LabeledStmt)
			inside = inside || ok && gotoName(l.Label) == label
			return !inside
		})
	}
	if !inside {
		fr.exits.branch(b, token.GOTO, label)
		return
	}
	b.add("goto %s", label)
}

func (g *fn) paramType(sig *types.Signature, i int) types.Type {
	return g.u.l.subst(sig.Params().At(i).Type(), g.env)
}
