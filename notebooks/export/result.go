package export

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// result writes the last expression so that its value is printed.
func (w *writer) result(it *item) {
	x := w.c.checked.Result
	text := w.c.text(x.Pos(), x.End())
	later := w.later()
	print := func(verb, args string) string {
		fmtName := w.qualify(types.NewPackage("fmt", "fmt"), w.locals)
		if later {
			return w.kept() + " = " + fmtName + ".S" + strings.ToLower(verb) + "(" + args + ")"
		}
		return fmtName + "." + verb + "(" + args + ")"
	}
	t := w.c.checked.Info.Types[x].Type
	tuple, ok := t.(*types.Tuple)
	switch {
	case ok:
		names, verbs := make([]string, tuple.Len()), make([]string, tuple.Len())
		for i := range names {
			names[i], verbs[i] = w.fresh(fmt.Sprintf("value%d", i+1)), "%v"
		}
		list := strings.Join(names, ", ")
		w.line(it, list+" := "+text+"\n"+print("Printf", fmt.Sprintf(`"(%s)\n", %s`, strings.Join(verbs, ", "), list)))
	case isPicture(t):
		d := w.qualify(types.NewPackage("gopost/display", "display"), w.locals)
		w.line(it, print("Println", fmt.Sprintf("%q, %s.Image(%s)", pictureName(t), d, text)))
	case isFunc(t):
		w.line(it, print("Printf", `"%p\n", `+text))
	case w.c.checked.Info.Types[x].Addressable() && locks(t):
		// A value with a lock in it must not be copied.
		reflect := w.qualify(types.NewPackage("reflect", "reflect"), w.locals)
		w.line(it, print("Println", reflect+".ValueOf(&"+text+").Elem()"))
	case w.puzzling(x):
		w.line(it, print("Printf", `"%v\n", `+text))
	default:
		w.line(it, print("Println", text))
	}
}

// puzzling says whether go vet suspects a mistake in Println of a value.
func (w *writer) puzzling(x ast.Expr) bool {
	v := w.c.checked.Info.Types[x].Value
	if v == nil || v.Kind() != constant.String {
		return false
	}
	s := constant.StringVal(v)
	return strings.Contains(s, "%") || strings.HasSuffix(s, "\n")
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// locks says whether a type is a lock or holds one by value.
func locks(t types.Type) bool {
	methods := types.NewMethodSet(types.NewPointer(t))
	if !types.IsInterface(t) && methods.Lookup(nil, "Lock") != nil && methods.Lookup(nil, "Unlock") != nil {
		return true
	}
	switch t := t.Underlying().(type) {
	case *types.Struct:
		for f := range t.Fields() {
			if locks(f.Type()) {
				return true
			}
		}
	case *types.Array:
		return locks(t.Elem())
	}
	return false
}

// isPicture says whether a value is known to be an image, which notebooks
// show.
func isPicture(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if p, pointer := types.Unalias(t).(*types.Pointer); pointer {
		named, ok = types.Unalias(p.Elem()).(*types.Named)
	}
	if !ok {
		return false
	}
	methods := types.NewMethodSet(t)
	for _, name := range []string{"At", "Bounds", "ColorModel"} {
		if methods.Lookup(named.Obj().Pkg(), name) == nil {
			return false
		}
	}
	return true
}

func pictureName(t types.Type) string {
	return strings.TrimPrefix(types.TypeString(t, (*types.Package).Name), "*")
}

// later says that the result shows only after something else: after what the
// cell has deferred, and after its functions init and main.
func (w *writer) later() bool {
	return w.c.checked.Result != nil && (w.defers() || w.c.checked.Main != nil || len(w.c.checked.Inits) > 0)
}

// defers says whether the cell's statements defer calls to its end.
func (w *writer) defers() bool {
	found := false
	for _, stmt := range w.c.cell.Stmts {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.DeferStmt:
				found = true
			}
			return !found
		})
	}
	return found
}

// ending adds what follows a cell's statements: its functions init and main,
// and the result if it had to wait.
func (w *writer) ending() {
	var calls []*ast.FuncDecl
	calls = append(calls, w.c.checked.Inits...)
	if w.c.checked.Main != nil {
		calls = append(calls, w.c.checked.Main)
	}
	if w.defers() && (len(calls) > 0 || w.later()) {
		inner := w.body.String()
		w.body.Reset()
		fmt.Fprintf(&w.body, "func() {\n%s}()\n", inner)
	}
	if w.later() {
		inner := w.body.String()
		w.body.Reset()
		fmt.Fprintf(&w.body, "var %s string // shown when the cell has ended\n%s", w.kept(), inner)
	}
	for _, fn := range calls {
		fmt.Fprintf(&w.body, "%s()\n", w.objects[w.c.checked.Info.Defs[fn.Name]])
	}
	if w.later() {
		fmtName := w.qualify(types.NewPackage("fmt", "fmt"), w.locals)
		fmt.Fprintf(&w.body, "%s.Print(%s)\n", fmtName, w.kept())
	}
}

// kept is the variable that keeps the result until the cell has ended.
func (w *writer) kept() string {
	if w.keptAs == "" {
		w.keptAs = w.fresh("result")
	}
	return w.keptAs
}

// fresh is a name for a variable of ours in the cell's function.
func (w *writer) fresh(name string) string {
	if w.taken[name] || w.locals[name] {
		return w.invent(name)
	}
	w.program.locals[name] = true
	return name
}
