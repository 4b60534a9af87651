package progen

import (
	"fmt"
	"go/types"
	"strings"
)

// verb is a verb for values of type t; sometimes a wrong one, which fmt says.
func (g *generator) verb(t types.Type) string {
	if _, ok := t.Underlying().(*types.Pointer); ok || isIface(t) {
		return one(g.choices, "%v", "%+v", "%T")
	}
	if g.percent(40) {
		return one(g.choices, "%v", "%+v", "%#v", "%T", "%v", "%T")
	}
	switch i := info(t); {
	case i&types.IsBoolean != 0:
		return one(g.choices, "%t", "%6v")
	case i&types.IsInteger != 0:
		return one(g.choices, "%d", "%x", "%08b", "%o", "%#x", "%+d", "%5d", "%-6d|", "%c", "%q", "%U", "%#o")
	case i&types.IsFloat != 0:
		return one(g.choices, "%e", "%.3f", "%g", "%8.2f", "%G", "%+.1e")
	case i&types.IsComplex != 0:
		return one(g.choices, "%v", "%.2f", "%g", "%e")
	case i&types.IsString != 0:
		return one(g.choices, "%s", "%q", "%x", "%10s", "%-10s|", "%.3s", "%+q", "% x", "%#q")
	}
	return one(g.choices, "%v", "%+v", "%#v", "%T")
}

// dump prints a variable.
func (g *generator) dump(v *variable) {
	v.used = true
	switch {
	case !g.printable(v.typ):
		g.line("fmt.Printf(\"%s %%T\\n\", %s)", v.name, v.name)
	case g.percent(50):
		g.line("fmt.Println(%q, %s)", v.name, v.name)
	default:
		g.line("fmt.Printf(\"%s %s\\n\", %s)", v.name, g.verb(v.typ), v.name)
	}
}

// print prints expressions.
func (g *generator) print() {
	if g.fn.quiet || !g.affords(3) {
		return
	}
	var verbs, args []string
	for range 1 + g.n(3) {
		t := g.someType()
		if !g.printable(t) {
			t = intType
		}
		verbs, args = append(verbs, g.verb(t)), append(args, g.typed(t, 3))
	}
	switch g.n(4) {
	case 0:
		g.line("fmt.Println(%s)", strings.Join(args, ", "))
	case 1:
		g.line("fmt.Println(fmt.Sprint(%s))", strings.Join(args, ", "))
	default:
		g.line("fmt.Printf(%s, %s)", fmt.Sprintf("%q", strings.Join(verbs, " ")+"\n"), strings.Join(args, ", "))
	}
}
