package ipynb_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopost/notebooks/ipynb"
)

// kept has everything that a notebook may hold and this package doesn't know:
// it must come back byte for byte.
const kept = `{
 "zebra": {
  "later": 1e3,
  "earlier": "é & <b> \u00e9"
 },
 "cells": [
  {
   "attachments": {},
   "cell_type": "markdown",
   "id": "a1",
   "metadata": {
    "vendor": [
     1,
     2.50
    ]
   },
   "source": "one string"
  },
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "b2",
   "metadata": {
    "tags": [
     "raises-exception"
    ]
   },
   "outputs": [
    {
     "data": {
      "application/vnd.x+json": {
       "b": 1,
       "a": 12345678901234567890
      },
      "image/png": "iVBORw0KGgo=\n",
      "text/plain": [
       "a\n",
       "b"
      ]
     },
     "metadata": {
      "isolated": true
     },
     "output_type": "display_data",
     "unknown": 7
    }
   ],
   "source": [
    "x := 1\n",
    "x"
   ]
  },
  {
   "cell_type": "raw",
   "id": "c3",
   "metadata": {},
   "source": []
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`

func TestUnknownThingsAreKept(t *testing.T) {
	nb, err := ipynb.Parse([]byte(kept))
	if err != nil {
		t.Fatal(err)
	}
	c := nb.Cells[1]
	if c.Source != "x := 1\nx" || !c.HasTag(ipynb.TagRaisesException) || len(c.Outputs) != 1 {
		t.Errorf("the code cell reads %+v", c)
	}
	if got := c.Outputs[0].Data["text/plain"]; got != "a\nb" {
		t.Errorf("text/plain is %q", got)
	}
	var buf bytes.Buffer
	if err := nb.Write(&buf); err != nil {
		t.Fatal(err)
	}
	if buf.String() != kept {
		t.Errorf("the notebook changed:\n%s", buf.String())
	}
}

func TestDamagedNotebooks(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"empty":         {"", "the file is empty"},
		"cut off":       {"{\n \"cells\": [\n", "line 3 is damaged"},
		"not JSON":      {"{\n'cells': []}", "line 2 is damaged"},
		"not UTF-8":     {"{\"a\": \"\xff\"}", "not UTF-8"},
		"a list":        {"[]", "expected an object"},
		"null":          {"null", "expected an object, found null"},
		"no format":     {`{"cells": []}`, "does not say its format"},
		"text format":   {`{"cells": [], "nbformat": "4"}`, "does not say its format"},
		"old":           {`{"worksheets": [], "nbformat": 3}`, "jupyter nbconvert"},
		"new":           {`{"cells": [], "nbformat": 5}`, "knows only 4"},
		"no cells":      {`{"nbformat": 4}`, "no list of cells"},
		"cells is text": {`{"cells": "x", "nbformat": 4}`, "no list of cells"},
		"null cell":     {`{"cells": [null], "nbformat": 4}`, "cell 1: it is null"},
		"no type":       {`{"cells": [{}], "nbformat": 4}`, "cell 1: it does not say its type"},
		"bad source":    {`{"cells": [{"cell_type": "code", "source": 7}], "nbformat": 4}`, "list of lines, found 7"},
		"bad outputs":   {`{"cells": [{"cell_type": "code", "outputs": [1]}], "nbformat": 4}`, "cell 1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ipynb.Parse([]byte(test.text))
			if !errors.Is(err, ipynb.ErrFormat) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an ErrFormat that says %q", err, test.want)
			}
		})
	}
}

func TestWriteFileReplacesInOneStep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.ipynb")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	nb, err := ipynb.Parse([]byte(kept))
	if err != nil {
		t.Fatal(err)
	}
	if err := nb.WriteFile(path); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != kept {
		t.Errorf("the file holds %q, %v", got, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode changed: %v, %v", info.Mode(), err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("a temporary file is left: %v, %v", entries, err)
	}
}

// FuzzParse checks that no text brings the parser down, and that what it
// accepts is stable: written and read again it is the same text.
func FuzzParse(f *testing.F) {
	f.Add([]byte(kept))
	f.Add([]byte(`{"cells": [{"cell_type": "code", "outputs": [{"data": {"text/html": 5}}]}], "nbformat": 4}`))
	f.Add([]byte(`{"nbformat": 4, "nbformat": 4, "cells": null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		nb, err := ipynb.Parse(data)
		if err != nil {
			if !errors.Is(err, ipynb.ErrFormat) {
				t.Fatalf("%v is no ErrFormat", err)
			}
			return
		}
		var once, twice bytes.Buffer
		if err := nb.Write(&once); err != nil {
			t.Fatal(err)
		}
		again, err := ipynb.Parse(once.Bytes())
		if err != nil {
			t.Fatalf("%v, in its own text:\n%s", err, once.String())
		}
		if err := again.Write(&twice); err != nil {
			t.Fatal(err)
		}
		if once.String() != twice.String() {
			t.Errorf("first\n%s\nthen\n%s", once.String(), twice.String())
		}
	})
}
