package export

import (
	"fmt"
	"go/token"
	"strings"

	"gopost/interp/cell"
	"gopost/interp/check"
	"gopost/interp/modules"
	"gopost/interp/own"
	"gopost/interp/std"
	"gopost/notebooks/ipynb"
)

// piece is one cell of the notebook on its way into the program.
type piece struct {
	number   int    // the n of In[n]; 0 for what is not executed
	source   string // as the learner wrote it
	markdown bool
	// leftOut says why a code cell is not part of the program, "" for a cell
	// that is; refused, that it is no intention of its author's.
	leftOut string
	refused bool
	// foreign says that the compiler has errors for it.
	foreign bool

	// Of cells that are part of the program:
	cell    *cell.Cell
	checked *check.Checked
	edits   []edit // by offset
}

// in is what the notebook calls a cell.
func (p *piece) in() string { return fmt.Sprintf("In[%d]", p.number) }

// offset is where a position of the cell is in its text.
func (p *piece) offset(pos token.Pos) int { return p.cell.File.Offset(pos) }

// line is the line of a position.
func (p *piece) line(pos token.Pos) int { return p.cell.File.PositionFor(pos, false).Line }

// reader takes the cells of a notebook through the stages before a run.
type reader struct {
	scope  *check.Session
	owners *own.Session
	get    *getter
	// impossible are the cells that turned out not to fit into a program,
	// with the reason.
	impossible map[int]string
}

// read checks all cells. The importer is the one to look the program's own
// packages up with.
func read(nb *ipynb.Notebook, impossible map[int]string, get *getter) (pieces []*piece, importer *modules.Importer) {
	fset := token.NewFileSet()
	importer = get.set.NewImporter(fset, std.Policy{})
	r := &reader{scope: check.New(importer, fset), owners: own.New(), get: get, impossible: impossible}
	number := 0
	for _, c := range nb.Cells {
		p := &piece{source: c.Source, markdown: c.Type == "markdown"}
		switch {
		case strings.TrimSpace(c.Source) == "" || c.Type != "code" && !p.markdown:
			continue
		case p.markdown:
		case c.HasTag(ipynb.TagSkipExecution):
			p.leftOut = "it is not to be executed (tagged " + ipynb.TagSkipExecution + ")"
		default:
			number++
			p.number = number
			r.code(p, c.HasTag(ipynb.TagRaisesException))
		}
		pieces = append(pieces, p)
	}
	return pieces, importer
}

// code checks a code cell, and makes what it defines known to the later ones
// if it is part of the program.
func (r *reader) code(p *piece, fails bool) {
	why := r.impossible[p.number]
	if why == "" {
		why = r.check(p, fails)
	}
	switch {
	case fails && why == "":
		p.leftOut = "it is meant to fail"
	case fails:
		p.leftOut = "it is meant to fail: " + why
	default:
		p.leftOut, p.refused = why, why != ""
	}
}

// check returns why a cell cannot run, "" if it can. A cell that is meant to
// fail leaves nothing behind, for nobody knows how far it would come.
func (r *reader) check(p *piece, fails bool) string {
	parsed, errs := cell.Parse(r.scope.FileSet(), p.in(), p.source)
	if syntax := check.Syntax(p.source, errs); len(syntax) > 0 {
		p.foreign = true
		return reasons(syntax)
	}
	if err := r.get.cell(parsed); err != nil {
		return err.Error()
	}
	checked, diags := r.scope.Check(p.number, parsed)
	if len(diags) > 0 {
		p.foreign = true
		return reasons(diags)
	}
	moves, found := r.owners.Check(checked)
	if ename, _ := own.Summary(found); ename != "" {
		var lines []string
		for _, f := range found {
			if !f.Warning {
				lines = append(lines, f.Pos.String()+": "+f.Msg)
			}
		}
		return strings.Join(lines, "\n")
	}
	if !fails {
		p.cell, p.checked = parsed, checked
		r.scope.Commit(checked)
		r.owners.Commit(moves)
	}
	return ""
}

// reasons are the diagnostics, a line each.
func reasons(diags []check.Diagnostic) string {
	var lines []string
	for _, d := range diags {
		lines = append(lines, d.String())
	}
	return strings.Join(lines, "\n")
}
