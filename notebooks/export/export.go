package export

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"gopost/notebooks/ipynb"
)

// Options say what to export.
type Options struct {
	// Notebook is the file to read.
	Notebook string
	// Dir is the folder to make. It must be empty, or not exist yet while the
	// folder that it is in does.
	Dir string
	// Library is the root of gopost's own module, or what of it a program may
	// need: LICENSE, mpsc and interp/display.
	Library fs.FS
	// Progress takes a sentence for each download of a module; nil for nobody.
	Progress func(string)
}

// Report says what became of a notebook.
type Report struct {
	// Module is the module's name.
	Module string
	// LeftOut are the cells that are only comments in the program.
	LeftOut []LeftOut
	// Notes tell, a sentence each, where the program behaves differently.
	Notes []string
}

// LeftOut is a cell that is not part of the program.
type LeftOut struct {
	// Number is the n of In[n], 0 for a cell that is never executed.
	Number int
	// Reason says why, in one line or more.
	Reason string
	// Refused says that the cell has a mistake that its author may not know
	// of: it is not tagged as one that fails.
	Refused bool
}

// ErrUsage is what errors wrap that say the command line was wrong.
var ErrUsage = errors.New("wrong usage")

// Export reads a notebook and writes the module. Cells are checked, never
// executed; only the modules that they %get are fetched, for which ctx is. On an error nothing is written; the error wraps ErrUsage when
// Notebook is no .ipynb or Dir is empty, and ipynb.ErrFormat when it is damaged.
func Export(ctx context.Context, o Options) (Report, error) {
	if filepath.Ext(o.Notebook) != ".ipynb" {
		return Report{}, fmt.Errorf("%w: gopost exports notebooks (.ipynb), and %s is none", ErrUsage, o.Notebook)
	}
	if o.Dir == "" {
		return Report{}, fmt.Errorf("%w: the folder to make has no name", ErrUsage)
	}
	nb, err := ipynb.ReadFile(o.Notebook)
	if err != nil {
		return Report{}, err
	}
	if _, err := target(o.Dir); err != nil {
		return Report{}, err
	}
	p, src, err := build(filepath.Base(o.Notebook), nb, newGetter(ctx, o.Progress))
	if err != nil {
		return Report{}, err
	}
	files, err := p.files(src, o.Library)
	if err != nil {
		return Report{}, err
	}
	if err := write(o.Dir, files); err != nil {
		return Report{}, fmt.Errorf("the module cannot be written: %w", err)
	}
	return p.report(), nil
}

// build makes the program. A cell that cannot be part of it may be needed by
// others: then all are checked again, without it.
func build(name string, nb *ipynb.Notebook, get *getter) (*program, []byte, error) {
	without := map[int]string{}
	for {
		pieces, importer := read(nb, without, get)
		p := newProgram(name, moduleName(name, importer.Packages()), pieces)
		p.set = get.set
		if len(p.cells) == 0 {
			if err := p.nothing(); err != nil {
				return nil, nil, err
			}
		}
		src, err := p.source()
		var no *impossible
		if errors.As(err, &no) {
			without[no.number] = no.reason
			continue
		}
		if err == nil {
			err = verify(p.module, src, importer)
		}
		if err != nil {
			return nil, nil, mistake(name, err)
		}
		return p, src, nil
	}
}

// nothing is an error if no cell compiles: then it is likely to be the
// notebook of another language.
func (p *program) nothing() error {
	for _, c := range p.pieces {
		if c.refused && c.foreign {
			reason, _, _ := strings.Cut(c.leftOut, "\n")
			return fmt.Errorf("no cell of %s is Go that compiles (%s): is it a notebook for another kernel?", p.notebook, reason)
		}
	}
	return nil
}

// files are those of the module.
func (p *program) files(src []byte, from fs.FS) (map[string][]byte, error) {
	l := &library{from: from, module: p.module, files: map[string][]byte{
		"go.mod": []byte(goMod(p.module, p.required())), "main.go": src,
	}}
	if required := p.required(); required != nil {
		l.files["go.sum"] = p.set.Sums()
		p.notes = append(p.notes, requiredNote(required))
	}
	err := errors.Join(l.license(), l.add(mpscPath))
	for _, im := range p.packages {
		if im.used && im.pkg.Path() == displayPath {
			err = errors.Join(err, l.add(displayDir))
		}
	}
	return l.files, err
}

func (p *program) report() Report {
	r := Report{Module: p.module, Notes: p.notes}
	for _, c := range p.pieces {
		if c.leftOut != "" {
			r.LeftOut = append(r.LeftOut, LeftOut{c.number, c.leftOut, c.refused})
		}
	}
	return r
}
