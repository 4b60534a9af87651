package own

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/cfg"
)

// Finding is one use of a value that was given away before.
type Finding struct {
	// Code is rustc's number for the mistake: E0382. It is "" for warnings.
	Code string
	// Msg says what is wrong: "use of moved value: `s`".
	Msg string
	// Var is the variable or field, as the learner writes it.
	Var string
	// Pos is where the value is used: file name (In[n] for a cell), line and
	// column in bytes, from 1.
	Pos token.Position
	// Labels are the places that explain it, in the order of the program: why
	// the value moves, where it moved and where it is used.
	Labels []Label
	// Help says how to mend it, a sentence an entry.
	Help []string
	// Warning says that the cell may run all the same.
	Warning bool

	pos token.Pos
}

// Label is a stretch of source text with what there is to say about it.
type Label struct {
	Pos, End token.Position
	Text     string
	// Primary marks the label at the finding's own position.
	Primary bool

	pos, end token.Pos
}

// usage is where a moved value is used.
type usage struct {
	place place
	node  ast.Node
	// inner is where a function or closure that is called uses it.
	inner ast.Node
	// fn is the function that is called.
	fn types.Object
	// closure is the stored closure that is called again.
	closure types.Object
	// deferred says that it happens at the function's end.
	deferred bool
}

// foundKey names a move.
type foundKey struct {
	place place
	moved token.Pos
}

// told is a use that was reported.
type told struct {
	fn    ast.Node
	block *cfg.Block
	pos   token.Pos
}

// found reports the use of a moved value, unless an earlier use was reported
// on the way there. at is the place that was moved.
func (f *flow) found(at place, m *move, u usage) {
	if !f.report {
		return
	}
	key := foundKey{at, m.pos()}
	for _, t := range f.known[key] {
		if t.fn != f.fn || f.at == nil || t.pos == u.node.Pos() || leadsTo(t.block, f.at) {
			return
		}
	}
	f.known[key] = append(f.known[key], told{f.fn, f.at, u.node.Pos()})
	d := &draft{flow: f, at: at, move: m, use: u}
	f.findings = append(f.findings, d.finding())
}

// draft is a finding in the making.
type draft struct {
	*flow
	at   place
	move *move
	use  usage
}

func (d *draft) finding() Finding {
	if d.move.alias != nil {
		return d.warning()
	}
	name := d.at.String()
	msg := "use of moved value: `" + name + "`"
	moved, used := "value moved here", "value used here after move"
	switch {
	case d.use.closure != nil:
		name = d.use.closure.Name()
		msg = "use of moved value: `" + name + "`"
	case d.use.place != d.at && d.use.place.holds(d.at):
		name = d.use.place.String()
		msg = "use of partially moved value: `" + name + "`"
		moved, used = "value partially moved here", "value used here after partial move"
	}
	if d.use.fn != nil {
		used += ": `" + d.use.fn.Name() + "` reads `" + d.at.String() + "`"
	}
	f := Finding{Code: "E0382", Msg: msg, Var: name, Pos: d.position(d.use.node.Pos()), pos: d.use.node.Pos()}
	f.Labels = append(f.Labels, d.reason())
	again := d.again()
	switch {
	case again:
		moved += ", in the previous iteration of the loop"
	case d.move.perhaps:
		moved += ", on some path"
	}
	movedLabel := d.label(d.move.node, moved)
	if file := movedLabel.Pos.Filename; file != f.Pos.Filename {
		movedLabel.Text += ", in " + file
	}
	if again && d.move.pos() == d.use.node.Pos() {
		movedLabel.Primary = true
		f.Labels = append(f.Labels, movedLabel)
	} else {
		f.Labels = append(f.Labels, movedLabel)
		label := d.label(d.use.node, used)
		label.Primary = true
		f.Labels = append(f.Labels, label)
	}
	if d.move.inner != nil {
		f.Labels = d.inner(f.Labels, d.move.inner, "variable moved due to use in closure")
	}
	if d.use.inner != nil && d.use.fn == nil {
		f.Labels = d.inner(f.Labels, d.use.inner, "use occurs due to use in closure")
	}
	f.Help = d.help()
	return f
}

// inner adds a label inside a closure, unless that line is shown anyway.
func (d *draft) inner(labels []Label, n ast.Node, text string) []Label {
	label := d.label(n, text)
	if slices.ContainsFunc(labels, func(l Label) bool {
		return l.Pos.Filename == label.Pos.Filename && l.Pos.Line == label.Pos.Line
	}) {
		return labels
	}
	return append(labels, label)
}

// again says whether the value was moved in the round of the loop before the
// one that uses it.
func (d *draft) again() bool {
	in := func(n ast.Node) bool { return d.fn.Pos() <= n.Pos() && n.Pos() < d.fn.End() }
	return !d.use.deferred && in(d.move.node) && in(d.use.node) && d.move.pos() >= d.use.node.Pos() && !d.sameCall()
}

// sameCall says whether one call moves the value twice.
func (d *draft) sameCall() bool {
	return d.move.call != nil && d.move.pos() > d.move.call.Pos() && d.use.node.Pos() > d.move.pos()
}

// reason labels the definition with why the value moves.
func (d *draft) reason() Label {
	obj, name, typ := d.at.root, d.at.String(), d.move.from.typ
	if d.use.closure != nil {
		obj, name, typ = d.use.closure, d.use.closure.Name(), d.use.closure.Type()
	}
	if d.move.from.place != d.at { // an alias
		typ = obj.Type()
	}
	return d.stretch(obj.Pos(), obj.Pos()+token.Pos(len(obj.Name())),
		"move occurs because `"+name+"` has type `"+d.typeString(typ)+"`, which does not implement Copy")
}

// label makes a label for a node: for a function literal, its first line.
func (p *pass) label(n ast.Node, text string) Label {
	end := n.End()
	if lit, ok := n.(*ast.FuncLit); ok {
		end = lit.Type.End()
	}
	return p.stretch(n.Pos(), end, text)
}

func (p *pass) stretch(pos, end token.Pos, text string) Label {
	return Label{Pos: p.position(pos), End: p.position(end), Text: text, pos: pos, end: end}
}

func (p *pass) position(pos token.Pos) token.Position { return p.fset.PositionFor(pos, false) }

// typeString writes a type as Go does, from the point of view of the program.
func (p *pass) typeString(t types.Type) string {
	s := types.TypeString(t, func(pkg *types.Package) string {
		if pkg == p.pkg {
			return ""
		}
		return pkg.Name()
	})
	return strings.ReplaceAll(s, "interface{}", "any")
}
