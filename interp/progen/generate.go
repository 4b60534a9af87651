package progen

import (
	"fmt"
	"go/format"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// Limits on what a program costs, in statements executed.
const (
	mainCost   = 4000
	funcCost   = 120
	methodCost = 25
	loopWeight = 150
)

// generator holds a program in the making.
type generator struct {
	*choices
	tag     string
	pkg     *types.Package
	imports map[string]bool
	helpers map[string]bool
	decls   strings.Builder // finished declarations
	w       *strings.Builder
	names   int
	size    int // how many statements may still be written

	pool    []types.Type // what variables are made of
	named   []*types.Named
	ifaces  []*types.Named
	specs   []spec
	methods map[string]*function // by method name; all of a name behave alike
	funcs   []*function
	generic []*function
	globals []*variable
	fn      *fn

	loud bool // the statement may call what prints
	risk bool // the statement may hold one more operation that panics
}

// variable is something to read, and perhaps to assign to.
type variable struct {
	name  string
	typ   types.Type
	used  bool
	fixed bool // never assigned to
	fresh bool // nobody else sees what it refers to
	konst bool // a constant
}

// function is something to call. What it does decides where.
type function struct {
	name  string
	sig   *types.Signature
	cost  int
	loud  bool // prints
	mut   bool // changes variables that others see
	risky bool // may panic
}

// fn is the function that is written now.
type fn struct {
	parent  *fn
	vars    []*variable
	base    int // where its own variables begin
	actions []*function
	results []types.Type
	named   []*variable // named results
	quiet   bool        // must not print
	mut     bool        // may change what others see
	try     int         // how many recovering functions surround the statement
	throws  bool        // may panic
	risky   bool        // does
	weight  int         // how often the statement runs
	cost    int
	limit   int
	loops   []*loop
	depth   int
	noJump  int // inside of a construct that return cannot leave
}

type loop struct {
	label    string
	labelled bool
	isSwitch bool
}

// Generate returns the program that data describes: one file of package main.
// The names of package level, main aside, end in tag.
func Generate(data []byte, tag string) string {
	g := &generator{
		choices: newChoices(data),
		tag:     tag,
		pkg:     types.NewPackage("main", "main"),
		imports: map[string]bool{"fmt": true},
		helpers: map[string]bool{},
		methods: map[string]*function{},
	}
	g.w = &g.decls
	g.declareTypes()
	g.declareMethods()
	g.declareGlobals()
	for range 2 + g.n(4) {
		if g.percent(30) {
			g.genericFunction()
		} else {
			g.function()
		}
	}
	g.main()
	g.writeHelpers()
	src := "package main\n\nimport (\n"
	for _, path := range slices.Sorted(maps.Keys(g.imports)) {
		src += fmt.Sprintf("%q\n", path)
	}
	src += ")\n\n" + g.decls.String()
	if out, err := format.Source([]byte(src)); err == nil {
		return string(out)
	}
	return src
}

// name returns a new name. Names of package level get the tag from global.
func (g *generator) name(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

func (g *generator) global(prefix string) string { return g.name(prefix) + g.tag }

func (g *generator) line(f string, args ...any) { fmt.Fprintf(g.w, f+"\n", args...) }

// capture returns what write writes.
func (g *generator) capture(write func()) string {
	var b strings.Builder
	outer := g.w
	g.w = &b
	write()
	g.w = outer
	return b.String()
}

// ts is the type in Go syntax.
func (g *generator) ts(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == g.pkg {
			return ""
		}
		return p.Name()
	})
}

// conv is a conversion of the expression s to t.
func (g *generator) conv(t types.Type, s string) string {
	ts := g.ts(t)
	if strings.HasPrefix(ts, "*") || strings.HasPrefix(ts, "func") || strings.Contains(ts, "chan") {
		ts = "(" + ts + ")"
	}
	return ts + "(" + s + ")"
}

// main writes sections that each recover, so that one panic ends a section
// only.
func (g *generator) main() {
	g.size = 28
	g.enter(&fn{limit: mainCost, weight: 1, mut: true})
	body := g.capture(func() {
		for i := 0; g.size > 0; i++ {
			g.line("fmt.Println(\"section %d\")", i)
			size := g.size
			g.tryBlock()
			g.statements(2 + g.n(4))
			g.size = min(g.size, size-1)
		}
		g.leaveScope(0)
		for _, v := range g.globals {
			g.dump(v)
		}
	})
	g.leave()
	g.line("func main() {\n%s}\n", body)
}

// enter starts a function inside the present one, if there is one.
func (g *generator) enter(f *fn) {
	f.parent = g.fn
	if g.fn != nil {
		f.vars = slices.Clip(g.fn.vars)
		f.base = len(f.vars)
		f.depth = g.fn.depth
	}
	g.fn = f
}

func (g *generator) leave() {
	g.fn = g.fn.parent
	g.loud, g.risk = false, false
}

// declare adds a variable to the scope.
func (g *generator) declare(v *variable) *variable {
	g.fn.vars = append(g.fn.vars, v)
	return v
}

// leaveScope uses the variables declared since mark and forgets them.
func (g *generator) leaveScope(mark int) {
	for _, v := range g.fn.vars[mark:] {
		switch {
		case !g.fn.quiet && g.percent(map[bool]int{false: 80, true: 15}[v.used]):
			g.dump(v)
		case !v.used:
			g.line("_ = %s", v.name)
		}
	}
	g.fn.vars = g.fn.vars[:mark]
}

// block writes statements in a scope of their own, in which vars are declared
// already.
func (g *generator) block(write func(), vars ...*variable) {
	mark, actions := len(g.fn.vars), len(g.fn.actions)
	g.fn.vars = append(g.fn.vars, vars...)
	g.fn.depth++
	write()
	g.fn.depth--
	g.leaveScope(mark)
	g.fn.actions = g.fn.actions[:actions]
}

// affords says whether something of this cost fits, and books it if so.
func (g *generator) affords(cost int) bool {
	total := g.fn.weight * cost
	if g.fn.cost+total > g.fn.limit {
		return false
	}
	g.fn.cost += total
	return true
}
