package engine

import (
	"context"
	"log"
	"reflect"
	"time"

	"gopost/interp/engine/rt"
	"gopost/interp/engine/sync"
)

// replacements returns the symbols that differ from the standard library's:
// what prints, what reads standard input, what blocks and what exits. All else
// in these packages stays as it is.
func (m *Machine) replacements(path string) map[string]reflect.Value {
	var table map[string]any
	switch path {
	case "fmt":
		table = m.fmtSymbols()
	case "log":
		table = m.logSymbols()
	case "os":
		return m.osSymbols()
	case "time":
		table = map[string]any{"Sleep": rt.Sleep, "AfterFunc": m.afterFunc}
	case "context":
		table = map[string]any{"AfterFunc": m.afterContext}
	case "sync":
		table = map[string]any{
			"Cond":      (*sync.Cond)(nil),
			"Mutex":     (*sync.Mutex)(nil),
			"Once":      (*sync.Once)(nil),
			"RWMutex":   (*sync.RWMutex)(nil),
			"WaitGroup": (*sync.WaitGroup)(nil),
			"NewCond":   sync.NewCond,
			"OnceFunc":  sync.OnceFunc,
		}
	}
	values := make(map[string]reflect.Value, len(table))
	for name, v := range table {
		values[name] = reflect.ValueOf(v)
	}
	return values
}

// ownProcess says that the process runs cells and nothing else: what compiled
// packages log, or print to the process's streams, belongs to the cell as well.
func (m *Machine) ownProcess() {
	m.files.process = true
	log.SetOutput(m.run.Stderr())
}

func (m *Machine) logSymbols() map[string]any {
	l := log.New(m.run.Stderr(), "", log.LstdFlags)
	if m.files.process {
		l = log.Default()
	}
	exit := func() { m.exit("log.Fatal", 1) }
	return map[string]any{
		"Default":   func() *log.Logger { return l },
		"Fatal":     func(a ...any) { l.Print(a...); exit() },
		"Fatalf":    func(f string, a ...any) { l.Printf(f, a...); exit() },
		"Fatalln":   func(a ...any) { l.Println(a...); exit() },
		"Flags":     l.Flags,
		"Output":    l.Output,
		"Panic":     l.Panic,
		"Panicf":    l.Panicf,
		"Panicln":   l.Panicln,
		"Prefix":    l.Prefix,
		"Print":     l.Print,
		"Printf":    l.Printf,
		"Println":   l.Println,
		"SetFlags":  l.SetFlags,
		"SetOutput": l.SetOutput,
		"SetPrefix": l.SetPrefix,
		"Writer":    l.Writer,
	}
}

func (m *Machine) osSymbols() map[string]reflect.Value {
	args := &[]string{"gopost"}
	table := map[string]reflect.Value{
		"Args": reflect.ValueOf(args).Elem(),
		"Exit": reflect.ValueOf(func(code int) { m.exit("os.Exit", code) }),
	}
	if err := m.files.open(); err != nil {
		return table // without pipes the process's own files stay in place
	}
	table["Stdin"] = reflect.ValueOf(&m.files.in).Elem()
	table["Stdout"] = reflect.ValueOf(&m.files.out).Elem()
	table["Stderr"] = reflect.ValueOf(&m.files.errs).Elem()
	return table
}

// exit ends the worker on behalf of the calling goroutine's cell.
func (m *Machine) exit(who string, code int) {
	m.files.drain()
	m.host.exit(who, code)
	if c := m.running.Load(); c != nil {
		c.Cancel()
	}
	rt.Stop()
}

// afterFunc is time.AfterFunc for the calling goroutine's cell: f runs in a
// goroutine of the cell, so a panic in it is the cell's.
func (m *Machine) afterFunc(d time.Duration, f func()) *time.Timer {
	return time.AfterFunc(d, m.run.Bind(f))
}

func (m *Machine) afterContext(ctx context.Context, f func()) func() bool {
	return context.AfterFunc(ctx, m.run.Bind(f))
}
