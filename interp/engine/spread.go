package engine

// spread improves the assignment of what an interpreted function returned to
// several variables.
func spread(g *graph, v *vertex, slow step) step {
	children := g.childrenOf(v.node)
	call := children[len(children)-1]
	first := *at[int](call, g.findex)
	p := g.planOf(g.childrenOf(call)[0])
	if p == nil || first < 0 || p.results != len(children)-1 {
		return nil
	}
	type part struct {
		to, from place
		move     move
		fresh    bool
	}
	var parts []part
	for i, target := range children[:len(children)-1] {
		if *at[string](target, g.ident) == "_" {
			continue
		}
		to, ok := g.placeOf(v, target)
		from := place{index: first + i, typ: g.typeAt(v.body, 0, first+i)}
		if !ok || !g.assignable(target) || to.typ == nil || to.typ != from.typ || to.depth == isFixed {
			return nil
		}
		m, ok := moveOf(to.typ)
		if !ok {
			return nil
		}
		fresh := g.kindOf(v.node) == "defineXStmt" && !*at[bool](target, g.redeclared) && v.body.shape.keeps(to)
		parts = append(parts, part{to, from, m, fresh})
	}
	next := g.follow(*at[node](v.node, g.tnext))
	return func(fp frame) step {
		f := (*activation)(fp)
		for i := range parts {
			p := &parts[i]
			if p.fresh {
				*p.to.at(f) = words{p.move.typ, newObject(p.move.typ), flagVariable | p.move.kind}
			}
			if !p.move.copy(p.to.at(f), p.from.at(f)) {
				return slow(fp)
			}
		}
		return next
	}
}
