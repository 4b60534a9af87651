package engine

import (
	"fmt"
	"io"
	"reflect"
	"slices"

	"gopost/interp/engine/dyn"
)

// fmtSymbols sends what is printed to the cell that prints. Functions that take
// a format let package dyn name the learner's types for %T.
func (m *Machine) fmtSymbols() map[string]any {
	in, out := m.run.Stdin(), m.run.Stdout()
	sprintf := func(f string, a ...any) string {
		f, a = dyn.Printf(f, a)
		return fmt.Sprintf(f, a...)
	}
	sprint := func(a ...any) string { return fmt.Sprint(operands(a)...) }
	return map[string]any{
		"Print":   func(a ...any) (int, error) { return out.WriteString(sprint(a...)) },
		"Printf":  func(f string, a ...any) (int, error) { return out.WriteString(sprintf(f, a...)) },
		"Println": func(a ...any) (int, error) { return out.WriteString(fmt.Sprintln(a...)) },
		"Sprint":  sprint,
		"Sprintf": sprintf,
		"Fprint":  func(w io.Writer, a ...any) (int, error) { return io.WriteString(w, sprint(a...)) },
		"Fprintf": func(w io.Writer, f string, a ...any) (int, error) {
			return io.WriteString(w, sprintf(f, a...))
		},
		"Append":  func(b []byte, a ...any) []byte { return append(b, sprint(a...)...) },
		"Appendf": func(b []byte, f string, a ...any) []byte { return append(b, sprintf(f, a...)...) },
		"Errorf": func(f string, a ...any) error {
			f, a = dyn.Printf(f, a)
			return fmt.Errorf(f, a...)
		},
		"Scan":   func(a ...any) (int, error) { return fmt.Fscan(in, a...) },
		"Scanf":  func(f string, a ...any) (int, error) { return fmt.Fscanf(in, f, a...) },
		"Scanln": func(a ...any) (int, error) { return fmt.Fscanln(in, a...) },
	}
}

// operands prepares what fmt.Print prints: it puts a space between two operands
// when neither is a string, and must see that a boxed one is.
func operands(a []any) []any {
	out := a
	for i, v := range a {
		if dyn.IsBoxed(v) && reflect.ValueOf(dyn.Value(v)).Kind() == reflect.String {
			if len(out) > 0 && &out[0] == &a[0] {
				out = slices.Clone(a)
			}
			out[i] = fmt.Sprint(v)
		}
	}
	return out
}
