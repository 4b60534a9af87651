package export

import (
	"bytes"
	"fmt"
	"go/format"
	"go/types"

	"gopost/interp/modules"
)

// program is a notebook on its way to a main.go.
type program struct {
	notebook string // the notebook's file name
	module   string
	set      *modules.Set // what the cells have got
	pieces   []*piece
	cells    []*piece // those of pieces that are part of the program

	outer  map[*types.Var]bool   // outermost variables of cells
	global map[types.Object]bool // what stands at package level
	groups []group

	names
	methods map[*types.Func][]version
	embeds  map[*types.Var]types.Object // embedded fields, by what names them
	notes   []string
}

// impossible says that a cell which ran has no counterpart in a program.
type impossible struct {
	number int
	reason string
}

func (e *impossible) Error() string { return fmt.Sprintf("In[%d]: %s", e.number, e.reason) }

// newProgram decides on everything that concerns more than one cell.
func newProgram(notebook, module string, pieces []*piece) *program {
	p := &program{notebook: notebook, module: module, pieces: pieces, outer: map[*types.Var]bool{}}
	for _, c := range pieces {
		if c.checked != nil {
			p.cells = append(p.cells, c)
		}
	}
	p.promote()
	p.rename()
	p.findMethods()
	p.findEmbedded()
	for _, c := range p.cells {
		c.edits = p.editsOf(c)
	}
	return p
}

// source writes main.go. The error is an *impossible when a cell must be left
// out.
func (p *program) source() (src []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			no, ok := r.(*impossible)
			if !ok {
				panic(r)
			}
			src, err = nil, no
		}
	}()
	var body bytes.Buffer
	var calls []string
	for _, c := range p.pieces {
		switch {
		case c.markdown:
			body.WriteString(comment(c.source) + "\n")
		case c.leftOut != "":
			body.WriteString(leftOut(c) + "\n")
		default:
			text, call := p.piece(c)
			body.WriteString(text + "\n")
			if call != "" {
				calls = append(calls, call)
			}
		}
	}
	var b bytes.Buffer
	p.head(&b, calls)
	b.Write(body.Bytes())
	return format.Source(b.Bytes())
}

// head writes what stands before the first cell. The imports are those that
// the cells' texts have been found to use.
func (p *program) head(b *bytes.Buffer, calls []string) {
	fmt.Fprintf(b, "// Command %s is the notebook %s as a program.\n", p.module, p.notebook)
	b.WriteString("//\n// It was made by gopost export, with a copy of package mpsc. Run it with:\n//\n//\tgo run .\npackage main\n\n")
	p.imports(b)
	b.WriteString("// main runs the cells in their order: cell3 is In[3].\nfunc main() {\n")
	for _, call := range calls {
		fmt.Fprintf(b, "%s()\n", call)
	}
	b.WriteString("}\n\n")
}

// mistake is an error that no notebook should bring about.
func mistake(notebook string, err error) error {
	return fmt.Errorf("the program made of %s does not compile, which is a mistake in gopost: please report it, with the notebook: %w", notebook, err)
}
