package own

import "go/types"

// help says how to mend a use after a move.
func (d *draft) help() []string {
	name, typ := d.at.String(), d.move.from.typ
	if d.use.closure != nil {
		return []string{"`" + d.use.closure.Name() + "` gives `" + name + "` away when it is called, so it can be called once: let it take the value as a parameter"}
	}
	switch d.move.how {
	case dropped:
		if d.use.place != d.at {
			return []string{"`" + name + "` is gone after its Drop: drop it after the last use"}
		}
		return []string{"`" + name + "` is gone after `" + name + ".Drop()`: drop it after the last use, or make a handle of its own before with `" + name + ".Clone()`"}
	case trySent:
		return []string{d.errorHelp("TrySend"), copyHelp(name, name, typ)}
	case sent:
		if d.afterFailure() {
			return []string{d.errorHelp("Send"), copyHelp(name, name, typ)}
		}
	}
	switch handleName(typ) {
	case "Sender", "SyncSender":
		if d.move.how == spawned {
			return []string{"clone the sender before the `go`: `" + cloneName(d.at) + " := " + name + ".Clone()`, and let the goroutine use `" + cloneName(d.at) + "`"}
		}
		return []string{"give a clone away: `" + name + ".Clone()`"}
	case "Receiver":
		return []string{"a channel has a single consumer: only one goroutine can own the receiver, so receive there, or have the values sent back over another channel"}
	}
	if d.move.how == spawned {
		return []string{"make a copy before the `go` and let the goroutine use that: " + copyHelp(name, name, typ)}
	}
	return []string{copyHelp(name, name, typ)}
}

// errorHelp says how to get the value of a failed send back.
func (d *draft) errorHelp(method string) string {
	typ := d.move.from.typ
	if tv, ok := d.info.Types[d.move.call.Args[0]]; ok && d.move.from.node == d.move.call.Args[0] {
		typ = tv.Type
	}
	return "after a failed " + method + " the error holds the value: with `var back *mpsc." + method + "Error[" + d.typeString(typ) + "]` and `errors.As(err, &back)` it is `back.Value`"
}

// afterFailure says whether the value is used where Send's error is handled.
func (d *draft) afterFailure() bool {
	for _, s := range d.ifs {
		if s.Init.Pos() <= d.move.pos() && d.move.pos() < s.Init.End() && s.Body.Pos() <= d.use.node.Pos() && d.use.node.Pos() < s.Body.End() {
			return true
		}
	}
	return false
}

func cloneName(p place) string {
	if p.fields != "" {
		return "tx2"
	}
	return p.root.Name() + "2"
}

// copyHelp says how to keep a value by giving a copy of it away.
func copyHelp(name, given string, t types.Type) string {
	const keep = "to keep `"
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return keep + name + "`, give a copy away: `strings.Clone(" + given + ")`"
	case *types.Slice:
		return keep + name + "`, give a copy away: `slices.Clone(" + given + ")`"
	case *types.Map:
		return keep + name + "`, give a copy away: `maps.Clone(" + given + ")`"
	case *types.Struct:
		return keep + name + "`, give a copy of the struct away: `c := " + given + "`, then `c`"
	case *types.Pointer:
		if _, ok := u.Elem().Underlying().(*types.Struct); ok {
			return keep + name + "`, give a copy of the struct away: `c := *" + given + "`, then `&c`"
		}
		return keep + name + "`, give a pointer to a copy away: `c := *" + given + "`, then `&c`"
	}
	return "use `" + name + "` before you give it away, or make a second value of it"
}
