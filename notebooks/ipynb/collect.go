package ipynb

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"gopost/interp"
)

// collector gathers the outputs of a run by cell. Its methods may be called
// from several goroutines.
type collector struct {
	mu             sync.Mutex
	stdout, stderr io.Writer
	cells          map[string]*outputs
}

// outputs are those of one executed cell.
type outputs struct {
	cell   *Cell
	number int
	list   []Output
	// clearing says that the next output replaces those there are.
	clearing bool
}

func newCollector(stdout, stderr io.Writer) *collector {
	return &collector{stdout: stdout, stderr: stderr, cells: map[string]*outputs{}}
}

func (c *collector) begin(id string, cell *Cell, number int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cells[id] = &outputs{cell: cell, number: number}
}

// add appends an output; text of the stream that comes last joins it.
func (o *outputs) add(out Output) {
	if o.clearing {
		o.list, o.clearing = nil, false
	}
	if n := len(o.list); n > 0 && out.Type == "stream" && o.list[n-1].Type == "stream" && o.list[n-1].Name == out.Name {
		o.list[n-1].Text += out.Text
		return
	}
	o.list = append(o.list, out)
}

// A failed write to stdout or stderr has no one to be told to: like the
// programs that cells stand for, the run goes on without its output.
func (c *collector) stream(id string, s interp.Stream, text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	w := c.stdout
	if s == interp.Stderr {
		w = c.stderr
	}
	_, _ = io.WriteString(w, text)
	if o := c.cells[id]; o != nil && text != "" {
		o.add(Output{Type: "stream", Name: string(s), Text: text})
	}
}

func (c *collector) display(id string, d interp.Display) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.print(d.Data)
	if d.Update {
		c.update(d)
		return
	}
	if o := c.cells[id]; o != nil {
		o.add(Output{Type: "display_data", Data: d.Data, metadata: d.Metadata, display: d.ID})
	}
}

// update replaces a display wherever it was shown, also in earlier cells.
func (c *collector) update(d interp.Display) {
	for _, o := range c.cells {
		for i := range o.list {
			if d.ID != "" && o.list[i].display == d.ID {
				o.list[i].Data, o.list[i].metadata = d.Data, d.Metadata
			}
		}
	}
}

func (c *collector) result(id string, d interp.Display) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.print(d.Data)
	o := c.cells[id]
	o.add(Output{Type: "execute_result", Data: d.Data, metadata: d.Metadata, count: o.number, display: d.ID})
}

// print shows the plain form of a display, or what forms it has instead.
func (c *collector) print(data interp.Bundle) {
	plain, ok := data["text/plain"]
	if !ok {
		plain = "[" + strings.Join(slices.Sorted(maps.Keys(data)), ", ") + "]"
	}
	_, _ = fmt.Fprintln(c.stdout, plain)
}

// ansi are the escape sequences that colour a traceback.
var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

func (c *collector) fail(id string, e *interp.Error, colour bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	shown := strings.Join(e.Traceback, "\n")
	if shown == "" {
		shown = e.Error()
	}
	if !colour {
		shown = ansi.ReplaceAllString(shown, "")
	}
	_, _ = fmt.Fprintln(c.stderr, strings.TrimRight(shown, "\n"))
	c.cells[id].add(Output{Type: "error", ErrorName: e.Name, ErrorValue: e.Value, Traceback: e.Traceback})
}

func (c *collector) clear(id string, wait bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if o := c.cells[id]; o != nil {
		if o.clearing = wait; !wait {
			o.list = nil
		}
	}
}

func (c *collector) prompt(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, _ = io.WriteString(c.stdout, text)
}

// finish puts the outputs into their cells.
func (c *collector) finish() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, o := range c.cells {
		o.cell.SetOutputs(o.number, o.list)
	}
}
