package engine

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"io"
	"path"
	"reflect"
	"sync/atomic"

	"github.com/traefik/yaegi/interp"

	"gopost/interp/engine/dyn"
	"gopost/interp/engine/forge"
	"gopost/interp/engine/link"
	"gopost/interp/engine/rt"
)

// Machine is one interpreter with the state of a session. It runs in the
// process that made it: workers have one, and tests of the lowering use one
// without a worker.
type Machine struct {
	yaegi   *interp.Interpreter
	run     *rt.Runtime
	layout  *layout
	host    *host
	files   *stdFiles
	loaded  map[string]map[string]reflect.Value // symbols of the packages that yaegi knows, by import path
	forms   *forms
	units   int            // how many were compiled
	unit    *token.File    // the last of them, in places
	places  *token.FileSet // where units say they come from
	globals int            // how many variables of cells exist
	running atomic.Pointer[rt.Cell]
}

// NewMachine returns a Machine whose cells talk to sink. exit is called when a
// cell calls os.Exit or log.Fatal, after its output is in sink: who is the
// call, such as "os.Exit". When exit returns, the cell unwinds.
func NewMachine(sink Sink, exit func(who string, code int)) (*Machine, error) {
	if err := forge.Check(); err != nil {
		return nil, err
	}
	l, err := newLayout()
	if err != nil {
		return nil, err
	}
	m := &Machine{layout: l, places: token.NewFileSet(), loaded: map[string]map[string]reflect.Value{}, host: &host{sink: sink, exit: exit}}
	m.yaegi = interp.New(interp.Options{Stderr: io.Discard, Unrestricted: true})
	m.run = rt.New(m.host, m.places.Position)
	m.files = &stdFiles{run: m.run}
	for _, own := range []map[string]map[string]reflect.Value{m.run.Symbols(), dyn.New().Symbols(), link.Symbols()} {
		if err := m.yaegi.Use(own); err != nil {
			return nil, fmt.Errorf("the interpreter refused gopost's own packages: %w", err)
		}
		for key, table := range own {
			m.loaded[path.Dir(key)] = table
		}
	}
	m.forms = &forms{
		declared: map[string]declaration{},
		types:    map[string]reflect.Type{},
		symbols:  func(path string) map[string]reflect.Value { return m.loaded[path] },
	}
	return m, nil
}

// Close ends what the Machine itself has started. Goroutines of cells that
// ignore interrupts live on.
func (m *Machine) Close() { m.files.close() }

// Interrupt interrupts the cell that runs now, if one does, and returns at
// once. It may be called from any goroutine.
func (m *Machine) Interrupt() {
	if c := m.running.Load(); c != nil {
		c.Cancel()
	}
}

// Run executes u and blocks until it has ended. The caller makes sure that
// units run one at a time.
func (m *Machine) Run(u Unit) Outcome {
	ended := make(chan Outcome, 1)
	m.begin(u)(func(o Outcome) { ended <- o })
	return <-ended
}

// begin makes u the unit that Interrupt interrupts, and returns what starts it:
// that calls then, in another goroutine, when the unit has ended.
func (m *Machine) begin(u Unit) (start func(then func(Outcome))) {
	c := m.run.NewCell(u.Cell, u.Stdin)
	m.running.Store(c)
	return func(then func(Outcome)) {
		var p progress
		m.run.Start(c, func() { m.execute(u, &p) }, func(failure *Failure) {
			m.files.drain()
			o := outcome(c, failure, p)
			m.running.CompareAndSwap(c, nil)
			then(o)
		})
	}
}

// progress says how far a unit came.
type progress struct {
	refused  string // why it cannot be compiled
	executed bool   // yaegi's Execute has begun
}

func outcome(c *rt.Cell, failure *Failure, p progress) Outcome {
	switch {
	case failure != nil && failure.Name == "panic" && len(failure.Frames) == 0 && p.executed:
		// A panic that passed no line of the learner's is yaegi's own.
		return Outcome{CompileError: sentence("the interpreter cannot run this cell: " + failure.Text)}
	case failure != nil:
		return Outcome{Panic: failure}
	case c.Cancelled():
		return Outcome{Interrupted: true, Stopped: c.Stopped()}
	case p.refused != "":
		return Outcome{CompileError: sentence(p.refused)}
	}
	out := Outcome{}
	if v := c.Value(); v != nil {
		out.Value = &Display{Data: v.Forms, Metadata: v.Metadata}
	}
	return out
}

// execute compiles and runs u in the calling goroutine, and panics as u does.
func (m *Machine) execute(u Unit, p *progress) {
	program, marks, err := m.compile(u)
	if err != nil {
		p.refused = m.relocate(err.Error())
		return
	}
	m.layout.instrument(m.yaegi, program, m.run, marks)
	m.globals = m.layout.grow(m.yaegi, m.globals)
	p.executed = true
	_, err = m.yaegi.Execute(program)
	var thrown interp.Panic
	if errors.As(err, &thrown) {
		panic(thrown.Value)
	}
	if err != nil {
		p.refused = m.relocate(fmt.Sprintf("the interpreter cannot run this cell: %v", err))
	}
}

// compile never panics: where yaegi does, it gives up with an error.
func (m *Machine) compile(u Unit) (p *interp.Program, marks map[token.Pos]string, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("the interpreter gave up on this cell: %v", v)
		}
	}()
	if err := m.load(u.Imports); err != nil {
		return nil, nil, err
	}
	file, marks, err := m.parse(u.Source)
	if err != nil {
		return nil, nil, err
	}
	if u.Entry != "" {
		file.Decls = append(file.Decls, callAtInit(u.Entry))
	}
	if err := m.giveForms(file); err != nil {
		return nil, nil, err
	}
	p, err = m.yaegi.CompileAST(file)
	if err != nil {
		return nil, nil, fmt.Errorf("the interpreter refused this cell: %w", err)
	}
	return p, marks, nil
}

// giveForms compiles the types of a file by themselves, if there are some that
// yaegi must be given, and takes them out.
func (m *Machine) giveForms(file *ast.File) error {
	recursive, err := m.forms.declare(file)
	if err != nil || len(recursive) == 0 {
		return err
	}
	if _, err := m.yaegi.CompileAST(typesFirst(file)); err != nil {
		return fmt.Errorf("the interpreter refused a type of this cell: %w", err)
	}
	for name, t := range recursive {
		if err := m.layout.give(m.yaegi, name, t); err != nil {
			return err
		}
	}
	return nil
}

// callAtInit returns func init() { name() }: yaegi runs it after the
// declarations, in the same go.
func callAtInit(name string) *ast.FuncDecl {
	call := &ast.CallExpr{Fun: ast.NewIdent(name)}
	return &ast.FuncDecl{
		Name: ast.NewIdent("init"),
		Type: &ast.FuncType{Params: &ast.FieldList{}},
		Body: &ast.BlockStmt{List: []ast.Stmt{&ast.ExprStmt{X: call}}},
	}
}
