package engine

import (
	"fmt"
)

// fmtSymbols sends what is printed to the cell that prints.
func (m *Machine) fmtSymbols() map[string]any {
	in, out := m.run.Stdin(), m.run.Stdout()
	return map[string]any{
		"Print":   func(a ...any) (int, error) { return out.WriteString(fmt.Sprint(a...)) },
		"Printf":  func(f string, a ...any) (int, error) { return out.WriteString(fmt.Sprintf(f, a...)) },
		"Println": func(a ...any) (int, error) { return out.WriteString(fmt.Sprintln(a...)) },
		"Scan":    func(a ...any) (int, error) { return fmt.Fscan(in, a...) },
		"Scanf":   func(f string, a ...any) (int, error) { return fmt.Fscanf(in, f, a...) },
		"Scanln":  func(a ...any) (int, error) { return fmt.Fscanln(in, a...) },
	}
}
