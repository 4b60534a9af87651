package lower

import (
	"fmt"
	"go/types"
	"regexp"
	"strings"
)

// unique returns a name that no other emitted object has.
func (l *Lowerer) unique(base string) string {
	l.count++
	return fmt.Sprintf("%s_%d", base, l.count)
}

// identifier makes a word that may stand in an emitted name.
func identifier(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return '_'
	}, s)
}

// global returns the emitted name of a package-level object or of an outermost
// variable of a cell.
func (l *Lowerer) global(o types.Object) string {
	name, ok := l.objects[o]
	if !ok {
		name = l.unique("g_" + identifier(o.Name()))
		set(l, l.objects, o, name)
	}
	return name
}

var emittedFunc = regexp.MustCompile(`^(f|m)(p?)(g?)_(.+)_\d+$`)

// FuncName turns the name of an emitted function, as it stands in a traceback,
// into what the learner called it. It returns "" for functions that the
// learner never wrote.
func FuncName(emitted string) string {
	name, rest, _ := strings.Cut(strings.TrimPrefix(emitted, "main."), ".")
	m := emittedFunc.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	kind, pointer, generic, name := m[1], m[2] != "", m[3] != "", m[4]
	arguments := ""
	if generic {
		arguments = "[...]"
	}
	if kind == "m" {
		recv, method, _ := strings.Cut(name, "__")
		recv += arguments
		if pointer {
			recv = "(*" + recv + ")"
		}
		name = recv + "." + method
	} else {
		name += arguments
	}
	if rest != "" {
		name += "." + rest
	}
	return name
}
