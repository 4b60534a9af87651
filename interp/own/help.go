package own

import "go/types"

// help says how to mend a use after a move.
func (d *draft) help() []string {
	name, typ := d.at.String(), d.move.from.typ
	if d.use.closure != nil {
		return []string{d.closureHelp(name, typ)}
	}
	if d.move.how == forwarded && d.move.drops {
		return []string{"`" + name + "` is dropped by this call: call it after the last use"}
	}
	switch d.move.how {
	case dropped:
		if handleName(typ) == "Receiver" || d.use.place != d.at {
			return []string{"`" + name + "` is gone after `" + name + ".Drop()`: drop it after the last use"}
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
		if before, copied := copyOf(name, typ); copied != "" {
			if before == "" {
				copied, before = "c", "c := "+copied
			}
			return []string{"make a copy before the `go`: `" + before + "`, and let the goroutine use `" + copied + "`"}
		}
	}
	return []string{copyHelp(name, name, typ)}
}

// closureHelp says how to call a closure twice that takes a value.
func (d *draft) closureHelp(name string, typ types.Type) string {
	verb, value := "gives `"+name+"` away", "value"
	if d.move.drops {
		verb = "drops `" + name + "`"
	}
	if word := handleWord(typ); word != "" {
		value = word
	}
	help := "`" + d.use.closure.Name() + "` " + verb + " when it is called, so it can be called once: let it take the " + value + " as a parameter"
	if value == "sender" {
		help += ", and pass it `" + name + ".Clone()`"
	}
	return help
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
	before, copied := copyOf(given, t)
	switch {
	case handleWord(t) == "sender":
		return "to keep `" + name + "`, give a clone away: `" + given + ".Clone()`"
	case handleWord(t) == "receiver":
		return "a channel has only one receiver: use `" + name + "` before you give it away"
	case holdsHandle(t):
		return "use `" + name + "` before you give it away, or make a second value of it, with a sender of its own from `Clone()`"
	case copied == "":
		return "use `" + name + "` before you give it away, or make a second value of it"
	case before == "":
		return "to keep `" + name + "`, give a copy away: `" + copied + "`"
	}
	what := "a copy"
	if isStruct(t) {
		what = "a copy of the struct"
	}
	return "to keep `" + name + "`, give " + what + " away: `" + before + "`, then `" + copied + "`"
}

// copyOf is an expression that copies a value, and the statement that it needs
// before it; both are "" where there is no short way.
func copyOf(name string, t types.Type) (before, expr string) {
	if holdsHandle(t) {
		return "", "" // the copy would share the handle
	}
	switch t.Underlying().(type) {
	case *types.Basic:
		return "", "strings.Clone(" + name + ")"
	case *types.Slice:
		return "", "slices.Clone(" + name + ")"
	case *types.Map:
		return "", "maps.Clone(" + name + ")"
	case *types.Struct, *types.Array:
		return "c := " + name, "c"
	case *types.Pointer:
		return "c := *" + name, "&c"
	}
	return "", ""
}

// isStruct says whether a type is a struct or a pointer to one.
func isStruct(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	_, ok := t.Underlying().(*types.Struct)
	return ok
}
