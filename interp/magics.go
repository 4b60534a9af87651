package interp

import (
	"fmt"
	"strings"

	"gopost/interp/cell"
	"gopost/interp/internal/ansi"
)

// magicNames are the magics there are, as learners write them.
var magicNames = [...]string{"%help"}

const help = `A cell is Go: imports, declarations and statements in any order. What it
defines stays for later cells. The value of its last expression is shown; end
the line with a semicolon to show nothing.

  mpsc       channels in the manner of Rust, no import needed:
             tx, rx := mpsc.Channel[string]()
  display    rich output: display.HTML("<b>hi</b>"), display.Markdown("**hi**")
  %help      this text

Packages of the standard library are imported by themselves when a cell uses
their name. Tab completes, Shift-Tab explains. Interrupt a cell that hangs with
the stop button: everything else is kept.
`

// magics carries out the lines that speak to the notebook.
func (s *Session) magics(id string, list []cell.Magic) *Error {
	for _, m := range list {
		if m.Cell || m.Name != "help" {
			written := "%" + m.Name
			if m.Cell {
				written = "%" + written
			}
			text := fmt.Sprintf("%s: there is no magic %s. Known magics: %s.", m.Pos, written, strings.Join(magicNames[:], ", "))
			return &Error{Name: nameMagic, Value: text, Traceback: []string{ansi.Bold(text)}}
		}
	}
	for range list {
		s.sink.Stream(id, Stdout, help)
	}
	return nil
}
