package interp

import (
	"context"
	"fmt"
	"strings"

	"gopost/interp/cell"
	"gopost/interp/internal/ansi"
	"gopost/interp/refused"
)

// magic is a line that speaks to the notebook.
type magic struct {
	name string
	run  func(s *Session, ctx context.Context, id string, m cell.Magic) *Error
}

// lineMagics are the magics there are.
func lineMagics() []magic {
	return []magic{
		{"get", (*Session).get},
		{"help", (*Session).help},
	}
}

// magicNames are the magics as learners write them.
func magicNames() []string {
	var names []string
	for _, m := range lineMagics() {
		names = append(names, "%"+m.name)
	}
	return names
}

const help = `A cell is Go: imports, declarations and statements in any order. What it
defines stays for later cells. The value of its last expression is shown; end
the line with a semicolon to show nothing.

  mpsc       channels in the manner of Rust, no import needed:
             tx, rx := mpsc.Channel[string]()
  display    rich output: display.HTML("<b>hi</b>"), display.Markdown("**hi**")
  %get       a module of others: %get github.com/google/uuid@v1.6.0, and then
             import "github.com/google/uuid"
  %help      this text; %help refused lists what cells refuse

Packages of the standard library are imported by themselves when a cell uses
their name. Tab completes, Shift-Tab explains. Interrupt a cell that hangs with
the stop button: everything else is kept.
`

// magics carries out the lines that speak to the notebook, in their order.
func (s *Session) magics(ctx context.Context, id string, list []cell.Magic) *Error {
	for _, m := range list {
		if unknown := unknownMagic(m); unknown != nil {
			return unknown
		}
	}
	for _, m := range list {
		for _, known := range lineMagics() {
			if known.name != m.Name {
				continue
			}
			if err := known.run(s, ctx, id, m); err != nil {
				return err
			}
		}
	}
	return nil
}

func unknownMagic(m cell.Magic) *Error {
	for _, known := range lineMagics() {
		if known.name == m.Name && !m.Cell {
			return nil
		}
	}
	written := "%" + m.Name
	if m.Cell {
		written = "%" + written
	}
	return magicError(m, "there is no magic %s. Known magics: %s.", written, strings.Join(magicNames(), ", "))
}

func magicError(m cell.Magic, format string, args ...any) *Error {
	text := m.Pos.String() + ": " + fmt.Sprintf(format, args...)
	return &Error{Name: nameMagic, Value: text, Traceback: []string{ansi.Bold(text)}}
}

// help explains cells, or with the argument refused what they can't do.
func (s *Session) help(_ context.Context, id string, m cell.Magic) *Error {
	switch m.Args {
	case "":
		s.sink.Stream(id, Stdout, help)
	case "refused":
		s.sink.Stream(id, Stdout, refused.Text())
	default:
		return magicError(m, "%%help knows nothing of %q: write %%help, or %%help refused for what cells refuse.", m.Args)
	}
	return nil
}
