package lower

import (
	"go/ast"
	"go/types"

	"gopost/interp/check"
)

// unanswerable are the compiled functions, constants and fields whose answer
// would be about the interpreter instead of the learner's program.
func unanswerable(o types.Object) bool {
	if o.Pkg() == nil {
		return false
	}
	switch o.Pkg().Path() + "." + o.Name() {
	case "runtime.Caller", "runtime.Callers", "runtime.CallersFrames", "runtime.FuncForPC", "log.Lshortfile", "log.Llongfile":
		return o.Parent() == o.Pkg().Scope()
	case "log/slog.AddSource":
		v, ok := o.(*types.Var)
		return ok && v.IsField()
	}
	return false
}

// refuseUnanswerable refuses a cell that asks where in its source it is.
func (u *unit) refuseUnanswerable(c *check.Checked) {
	var first *ast.Ident
	for id, o := range c.Info.Uses {
		if unanswerable(o) && (first == nil || id.Pos() < first.Pos()) {
			first = id
		}
	}
	if first != nil {
		refuse(c.Fset, first.Pos(), "%s can't be used in a cell, because it would tell of the interpreter's calls, not of the cell's; errors and panics name the cell's lines by themselves",
			c.Info.Uses[first].Pkg().Name()+"."+first.Name)
	}
}
