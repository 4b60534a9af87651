package own

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// flow follows the values of one function through its control-flow graph.
type flow struct {
	*pass
	fn     ast.Node // the FuncDecl or FuncLit
	params map[types.Object]int
	sum    *summary
	// report is set in the last round, in which findings are collected.
	report bool
	// deferring is set while deferred calls run at the function's end.
	deferring bool
	at        *cfg.Block // the one that is followed now
	exit      *state     // joined over all returns
}

// function analyses a body and returns its summary. Findings are those of the
// body itself: what its caller does wrong is found there.
func (p *pass) function(body *ast.BlockStmt, fn ast.Node, params map[types.Object]int) *summary {
	f := &flow{pass: p, fn: fn, params: params, sum: &summary{}}
	f.run(body, newState())
	f.finish()
	return f.sum
}

// run finds what is known at the start of each block, and then reports.
func (f *flow) run(body *ast.BlockStmt, entry *state) {
	graph := cfg.New(body, f.mayReturn)
	f.sum.noReturn = graph.NoReturn()
	preds := make([][]*cfg.Block, len(graph.Blocks))
	for _, b := range graph.Blocks {
		if b.Live {
			for _, succ := range b.Succs {
				preds[succ.Index] = append(preds[succ.Index], b)
			}
		}
	}
	ins := make([]*state, len(graph.Blocks))
	outs := make([]*state, len(graph.Blocks))
	work := []*cfg.Block{graph.Blocks[0]}
	queued := make([]bool, len(graph.Blocks))
	for steps := 0; len(work) > 0 && steps < 64*len(graph.Blocks); steps++ {
		b := work[0]
		work = work[1:]
		queued[b.Index] = false
		var in *state
		if b.Index == 0 {
			in = entry.clone()
		}
		for _, pred := range preds[b.Index] {
			switch out := outs[pred.Index]; {
			case out == nil:
			case in == nil:
				in = out.clone()
			default:
				in.join(out)
			}
		}
		ins[b.Index] = in.clone()
		f.block(b, in)
		if old := outs[b.Index]; old != nil && old.same(in) {
			continue
		}
		outs[b.Index] = in
		for _, succ := range b.Succs {
			if !queued[succ.Index] {
				queued[succ.Index] = true
				work = append(work, succ)
			}
		}
	}
	f.report = true
	f.exit = nil
	for _, b := range inOrder(graph) {
		if in := ins[b.Index]; in != nil {
			f.block(b, in)
		}
	}
}

// inOrder are the blocks that can be reached, each after those that lead to it
// (but for the ends of loops), so that the first use of a value is found first.
func inOrder(graph *cfg.CFG) []*cfg.Block {
	var list []*cfg.Block
	seen := make([]bool, len(graph.Blocks))
	var visit func(*cfg.Block)
	visit = func(b *cfg.Block) {
		if seen[b.Index] {
			return
		}
		seen[b.Index] = true
		for _, succ := range slices.Backward(b.Succs) {
			visit(succ)
		}
		list = append(list, b)
	}
	visit(graph.Blocks[0])
	slices.Reverse(list)
	return list
}

// leadsTo says whether control can get from one block to another.
func leadsTo(from, to *cfg.Block) bool {
	seen := map[*cfg.Block]bool{}
	var visit func(*cfg.Block) bool
	visit = func(b *cfg.Block) bool {
		if b == to {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		return slices.ContainsFunc(b.Succs, visit)
	}
	return visit(from)
}

// block follows one block, whose state becomes what is known at its end.
func (f *flow) block(b *cfg.Block, st *state) {
	f.at = b
	if b.Kind == cfg.KindRangeBody {
		f.rangeVars(st, b.Stmt.(*ast.RangeStmt))
	}
	for _, n := range b.Nodes {
		f.node(st, n)
	}
	if b.Return() != nil {
		f.runDefers(st)
		if !f.report {
			return
		}
		if f.exit == nil {
			f.exit = st.clone()
		} else {
			f.exit.join(st)
		}
	}
}

// rangeVars gives the variables of a range loop their values.
func (f *flow) rangeVars(st *state, r *ast.RangeStmt) {
	for _, e := range []ast.Expr{r.Key, r.Value} {
		if e == nil {
			continue
		}
		if at, ok := f.placeOf(e); ok {
			f.set(st, at)
		}
	}
}

// finish puts what is known at the function's end into its summary.
func (f *flow) finish() {
	if f.exit == nil {
		return
	}
	for p, m := range f.exit.moved {
		if m.alias == nil && f.outside(p.root) {
			f.sum.moves = append(f.sum.moves, m)
		}
	}
	sortMoves(f.sum.moves)
	f.sum.params = slices.DeleteFunc(f.sum.params, f.perhapsBehindPointer)
	for p := range f.exit.set {
		if _, isParam := f.params[p.root]; !isParam {
			f.sum.sets = append(f.sum.sets, p)
		}
	}
}

// perhapsBehindPointer says whether a field that a parameter points to is still
// there on some path. Callers know when, or they would not call: Rust has
// Option for such a field.
func (f *flow) perhapsBehindPointer(pm paramMove) bool {
	if _, ok := pm.move.from.root.Type().Underlying().(*types.Pointer); !ok || pm.fields == "" {
		return false
	}
	m := f.exit.moved[pm.move.from.place]
	return m == nil || m.perhaps
}

// outside says whether a variable is declared outside the function.
func (f *flow) outside(obj types.Object) bool {
	return obj.Pos() < f.fn.Pos() || obj.Pos() >= f.fn.End()
}

// mayReturn is what the graph needs to know of a call.
func (f *flow) mayReturn(call *ast.CallExpr) bool {
	switch callee := f.callee(call).(type) {
	case *types.Builtin:
		return callee.Name() != "panic"
	case *types.Func:
		if pkg := callee.Pkg(); pkg != nil && pkg != f.pkg {
			switch pkg.Path() + "." + callee.Name() {
			case "os.Exit", "runtime.Goexit", "log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf", "log.Panicln":
				return false
			}
			return true
		}
		return !f.funcSummary(callee).noReturn
	}
	return true
}
