package ipynb

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"
)

// Notebook is a notebook in memory.
type Notebook struct {
	root *object
	// Cells are the notebook's cells in order. The slice may not be changed;
	// its cells may.
	Cells []*Cell
}

// Cell is one cell of a notebook.
type Cell struct {
	// Type is code, markdown or raw.
	Type string
	// Source is the cell's text.
	Source string
	// Tags are the labels that users and tools give cells.
	Tags []string
	// Outputs are what a code cell has shown, in order.
	Outputs []Output
	// ExecutionCount is the n of In[n], 0 for a cell that was not executed.
	ExecutionCount int

	raw *object
	// touched says that outputs and count are to be written anew.
	touched bool
}

// The tags that Jupyter's own executor, nbclient, obeys.
const (
	// TagRaisesException marks a cell that is meant to fail.
	TagRaisesException = "raises-exception"
	// TagSkipExecution marks a cell that is not to be executed.
	TagSkipExecution = "skip-execution"
)

// HasTag says whether the cell carries a tag.
func (c *Cell) HasTag(tag string) bool { return slices.Contains(c.Tags, tag) }

// ErrFormat is what errors about a damaged or unknown notebook wrap.
var ErrFormat = errors.New("not a notebook that gopost can read")

// ReadFile reads a notebook file. The error wraps ErrFormat when the file is
// there but is no notebook of format 4.
func ReadFile(path string) (*Notebook, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	nb, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return nb, nil
}

// Parse reads a notebook. The error wraps ErrFormat, and names the line of the
// damage where the text is not even JSON.
func Parse(data []byte) (*Notebook, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%w: the text is not UTF-8", ErrFormat)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fmt.Errorf("%w: the file is empty", ErrFormat)
	}
	if err := syntax(data); err != nil {
		return nil, err
	}
	nb := &Notebook{root: newObject()}
	if err := json.Unmarshal(data, nb.root); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if err := nb.version(); err != nil {
		return nil, err
	}
	var cells []*object
	if ok, err := nb.root.get("cells", &cells); err != nil || !ok {
		return nil, errors.Join(fmt.Errorf("%w: it has no list of cells", ErrFormat), err)
	}
	for i, raw := range cells {
		c, err := newCell(raw)
		if err != nil {
			return nil, fmt.Errorf("%w: cell %d: %w", ErrFormat, i+1, err)
		}
		nb.Cells = append(nb.Cells, c)
	}
	return nb, nil
}

// syntax checks that data is JSON, and says in which line it is not.
func syntax(data []byte) error {
	var any json.RawMessage
	err := json.Unmarshal(data, &any)
	if err == nil {
		return nil
	}
	line := 1 + bytes.Count(data, []byte("\n"))
	if bad := new(json.SyntaxError); errors.As(err, &bad) {
		line = 1 + bytes.Count(data[:min(int(bad.Offset), len(data))], []byte("\n"))
	}
	return fmt.Errorf("%w: line %d is damaged: %w", ErrFormat, line, err)
}

func (nb *Notebook) version() error {
	var major int
	ok, err := nb.root.get("nbformat", &major)
	switch {
	case err != nil || !ok:
		return errors.Join(fmt.Errorf("%w: it does not say its format (nbformat)", ErrFormat), err)
	case major < 4:
		return fmt.Errorf("%w: it has the old format %d; convert it with `jupyter nbconvert --to notebook`", ErrFormat, major)
	case major > 4:
		return fmt.Errorf("%w: it has the format %d, and gopost knows only 4", ErrFormat, major)
	}
	return nil
}

func newCell(raw *object) (*Cell, error) {
	if raw == nil {
		return nil, errors.New("it is null")
	}
	c := &Cell{raw: raw}
	if ok, err := raw.get("cell_type", &c.Type); err != nil || !ok {
		return nil, errors.Join(errors.New("it does not say its type (cell_type)"), err)
	}
	var source text
	if _, err := raw.get("source", &source); err != nil {
		return nil, err
	}
	c.Source = string(source)
	var meta struct {
		Tags []string `json:"tags"`
	}
	if _, err := raw.get("metadata", &meta); err != nil {
		return nil, err
	}
	c.Tags = meta.Tags
	if c.Type != "code" {
		return c, nil
	}
	var count *int
	if _, err := raw.get("execution_count", &count); err != nil {
		return nil, err
	}
	if count != nil {
		c.ExecutionCount = *count
	}
	_, err := raw.get("outputs", &c.Outputs)
	return c, err
}

// SetOutputs gives a code cell new outputs and an execution count.
func (c *Cell) SetOutputs(count int, outputs []Output) {
	c.ExecutionCount, c.Outputs, c.touched = count, outputs, true
}

// MarshalJSON writes the cell: what came in, with its new outputs if it has
// any.
func (c *Cell) MarshalJSON() ([]byte, error) {
	if c.touched {
		var count *int
		if c.ExecutionCount > 0 {
			count = &c.ExecutionCount
		}
		outputs := c.Outputs
		if outputs == nil {
			outputs = []Output{}
		}
		if err := errors.Join(c.raw.set("execution_count", count), c.raw.set("outputs", outputs)); err != nil {
			return nil, err
		}
	}
	return c.raw.MarshalJSON()
}

// Write writes the notebook in nbformat's layout.
func (nb *Notebook) Write(w io.Writer) error {
	cells := nb.Cells
	if cells == nil {
		cells = []*Cell{}
	}
	if err := nb.root.set("cells", cells); err != nil {
		return err
	}
	raw, err := nb.root.MarshalJSON()
	if err != nil {
		return err
	}
	return indented(w, raw)
}

// WriteFile writes the notebook to a file, in one step: a reader, or a crash,
// finds the old file or the new one, never a part.
func (nb *Notebook) WriteFile(path string) (err error) {
	var buf bytes.Buffer
	if err := nb.Write(&buf); err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if old, err := os.Stat(path); err == nil {
		mode = old.Mode().Perm()
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("the executed notebook cannot be written to %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			os.Remove(tmp.Name())
		}
	}()
	_, werr := tmp.Write(buf.Bytes())
	if err := errors.Join(werr, tmp.Chmod(mode), tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
