package export

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

// declare declares the package-level variables that a := defines.
func (w *writer) declare(stmt ast.Stmt) {
	a, ok := unlabel(stmt).(*ast.AssignStmt)
	if !ok || a.Tok != token.DEFINE {
		return
	}
	w.vars = append(w.vars, w.specs(defined(a), a.Rhs)...)
}

// specs declare those of some variables that stand at package level.
func (w *writer) specs(ids []*ast.Ident, values []ast.Expr) []string {
	var specs []string
	for i, id := range ids {
		obj := w.c.checked.Info.Defs[id]
		if !w.global[obj] {
			continue
		}
		var value ast.Expr // nil if one call gives all of them theirs, or there is none
		if len(values) == len(ids) {
			value = values[i]
		}
		specs = append(specs, varMark+w.objects[obj]+" "+w.declared(obj, value))
	}
	return specs
}

// spec writes a spec of a var declaration of which at least one variable
// stands at package level. assign says that the values are set at this place.
func (w *writer) spec(it *item, assign bool) {
	if !w.promoted(w.c, it.spec) { // but its neighbours are
		w.line(it, w.local(it.spec))
		w.discard(it.spec.Names)
		return
	}
	specs := w.specs(it.spec.Names, it.spec.Values)
	if it.spec.Type != nil {
		specs = join(specs)
	}
	if assign && (len(it.spec.Values) > 0 || w.goes) {
		w.vars = append(w.vars, specs...)
		w.line(it, w.assignment(it.spec))
		return
	}
	var leading strings.Builder
	comments(&leading, it.leading)
	specs[0] = strings.TrimPrefix(leading.String(), "\n") + specs[0]
	specs[len(specs)-1] += " " + it.trailing
	w.vars = append(w.vars, specs...)
	w.body.WriteString(it.labels)
}

// join makes one spec of several with the same type.
func join(specs []string) []string {
	var names []string
	var typ string
	for _, s := range specs {
		var name string
		name, typ, _ = strings.Cut(strings.TrimPrefix(s, varMark), " ")
		names = append(names, name)
	}
	return []string{varMark + strings.Join(names, ", ") + " " + typ}
}

// local declares the variables of a spec in the cell's function.
func (w *writer) local(spec *ast.ValueSpec) string {
	return "var " + w.c.text(spec.Names[0].Pos(), spec.End())
}

// discard uses the locals that nothing uses, as Go wants it.
func (w *writer) discard(defined []*ast.Ident) {
	for _, name := range w.unused(w.c, defined) {
		fmt.Fprintf(&w.body, "_ = %s\n", name)
	}
}

// initialise sets the variables of a program's spec when its turn has come.
func (w *writer) initialise(spec *ast.ValueSpec) {
	switch {
	case !w.promoted(w.c, spec):
		fmt.Fprintln(&w.body, w.local(spec)) // var _ T = x
	case len(spec.Values) > 0:
		fmt.Fprintln(&w.body, w.assignment(spec))
	}
}

// assignment sets the variables of a spec.
func (w *writer) assignment(spec *ast.ValueSpec) string {
	var lhs, rhs []string
	for _, id := range spec.Names {
		lhs = append(lhs, w.c.text(id.Pos(), id.End()))
		if len(spec.Values) == 0 {
			// A goto comes here again, and the variable is new each time.
			t := w.typeString(w.c.checked.Info.Defs[id], w.locals)
			rhs = append(rhs, "*new("+t+")")
		}
	}
	if n := len(spec.Values); n > 0 {
		rhs = append(rhs, w.c.text(spec.Values[0].Pos(), spec.Values[n-1].End()))
	}
	return strings.Join(lhs, ", ") + " = " + strings.Join(rhs, ", ")
}
