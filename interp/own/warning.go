package own

import (
	"go/ast"
	"go/types"
)

// warning tells of the use of another name for a value that was given away.
func (d *draft) warning() Finding {
	name, owner := d.at.String(), d.move.alias.String()
	f := Finding{Var: name, Pos: d.position(d.use.node.Pos()), pos: d.use.node.Pos(), Warning: true}
	moved, after := "value moved here", "value used here after move"
	if kind := handleWord(d.move.from.typ); kind != "" {
		verb := d.verb()
		f.Msg = "use of `" + name + "`, which is the same " + kind + " as `" + owner + "` that was " + verb
		moved, after = kind+" "+verb+" here", "used here after that"
		f.Help = d.sameHandle(kind)
	} else {
		f.Msg = "use of `" + name + "`, which shares its memory with `" + owner + "` that was moved"
		who := "whoever received `" + owner + "`"
		if d.move.how == spawned {
			who = "the goroutine that took `" + owner + "`"
		}
		f.Help = []string{who + " may change it meanwhile: " + copyHelp(name, owner, d.move.from.typ)}
	}
	used := d.label(d.use.node, after)
	used.Primary = true
	f.Labels = []Label{d.label(d.move.node, moved), used}
	return f
}

// verb says what was done to a handle.
func (d *draft) verb() string {
	switch {
	case d.move.drops:
		return "dropped"
	case d.move.how == sent || d.move.how == trySent:
		return "sent away"
	case d.move.how == spawned:
		return "given to a goroutine"
	}
	return "given away"
}

// sameHandle says how to mend the use of a handle under its other name.
func (d *draft) sameHandle(kind string) []string {
	first, second := d.at, *d.move.alias
	if second.root.Pos() < first.root.Pos() {
		first, second = second, first
	}
	both := "`" + first.String() + "` and `" + second.String() + "` are one " + kind + " with two names"
	if d.move.drops {
		both += ": drop it after the last use of either"
	}
	if kind == "receiver" {
		if !d.move.drops {
			both += ", and a channel has only one receiver: receive in the goroutine that has it"
		}
		return []string{both}
	}
	sign := " = "
	if second.fields == "" {
		sign = " := "
	}
	return []string{both, "make a second sender with `" + second.String() + sign + first.String() + ".Clone()`"}
}

// handleWord is what the help calls a handle, "" for other types.
func handleWord(t types.Type) string {
	switch handleName(t) {
	case "Sender", "SyncSender":
		return "sender"
	case "Receiver":
		return "receiver"
	}
	return ""
}

// copied warns of an expression whose value is a handle itself, not a pointer
// to one: the copy knows nothing of what happens to the first.
func (f *flow) copied(e ast.Expr) {
	star, ok := ast.Unparen(e).(*ast.StarExpr)
	if !ok || !f.report {
		return
	}
	t := f.info.TypeOf(star)
	if _, ok := t.(*types.Named); !ok || handleWord(t) == "" {
		return
	}
	name, kind := types.ExprString(star.X), handleWord(t)
	label := f.label(star, "the copy and `"+name+"` do not know of each other")
	label.Primary = true
	help := "keep the pointer: `" + name + "` without the star"
	if kind == "sender" {
		help += ", or `" + name + ".Clone()` for a second sender"
	}
	f.findings = append(f.findings, Finding{
		Msg: "copy of a " + kind + ": a handle must not be copied", Var: name, Warning: true,
		Pos: f.position(star.Pos()), pos: star.Pos(), Labels: []Label{label}, Help: []string{help},
	})
}
