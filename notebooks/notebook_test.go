package notebooks_test

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopost/notebooks"
)

// notebook is what the tests need of a notebook of format 4.5. It is a reading
// of its own, so that it can't share a mistake with package ipynb.
type notebook struct {
	name     string // without .ipynb
	Format   int    `json:"nbformat"`
	Minor    int    `json:"nbformat_minor"`
	Cells    []cell `json:"cells"`
	Metadata struct {
		Kernelspec struct {
			Name        string `json:"name"`
			DisplayName string `json:"display_name"`
			Language    string `json:"language"`
		} `json:"kernelspec"`
		LanguageInfo struct {
			Name          string `json:"name"`
			FileExtension string `json:"file_extension"`
			Mimetype      string `json:"mimetype"`
			Version       string `json:"version"`
			Mode          string `json:"codemirror_mode"`
			Exporter      string `json:"nbconvert_exporter"`
		} `json:"language_info"`
	} `json:"metadata"`
}

type cell struct {
	ID             string                       `json:"id"`
	Type           string                       `json:"cell_type"`
	Source         text                         `json:"source"`
	Attachments    map[string]map[string]string `json:"attachments"`
	ExecutionCount *int                         `json:"execution_count"`
	Outputs        []output                     `json:"outputs"`
	Metadata       struct {
		Tags      []string `json:"tags"`
		Slideshow struct {
			Type string `json:"slide_type"`
		} `json:"slideshow"`
		Gopost struct {
			Rust    string `json:"rust"`
			Compare string `json:"compare"`
			Pattern string `json:"pattern"`
		} `json:"gopost"`
	} `json:"metadata"`
}

type output struct {
	Type           string          `json:"output_type"`
	Name           string          `json:"name"`
	Text           text            `json:"text"`
	Data           map[string]text `json:"data"`
	ExecutionCount *int            `json:"execution_count"`
	ErrorName      string          `json:"ename"`
	ErrorValue     string          `json:"evalue"`
	Traceback      []string        `json:"traceback"`
}

// text is what nbformat calls a multiline string: one string or a list.
type text string

func (t *text) UnmarshalJSON(data []byte) error {
	var lines []string
	if err := json.Unmarshal(data, &lines); err == nil {
		*t = text(strings.Join(lines, ""))
		return nil
	}
	return json.Unmarshal(data, (*string)(t))
}

func (c cell) has(tag string) bool { return slices.Contains(c.Metadata.Tags, tag) }

// printed is what a code cell shows on stdout.
func (c cell) printed() string {
	var b strings.Builder
	for _, o := range c.Outputs {
		if o.Type == "stream" && o.Name == "stdout" {
			b.WriteString(string(o.Text))
		}
	}
	return b.String()
}

var rustFence = regexp.MustCompile("(?s)```rust\n(.*?)```")

// rust returns the Rust snippets of a markdown cell.
func (c cell) rust() []string {
	var found []string
	for _, m := range rustFence.FindAllStringSubmatch(string(c.Source), -1) {
		found = append(found, m[1])
	}
	return found
}

// names are the notebooks in the order in which learners read them.
func names(t *testing.T) []string {
	t.Helper()
	found, err := fs.Glob(notebooks.Files(), "*.ipynb")
	if err != nil {
		t.Fatal(err)
	}
	for i := range found {
		found[i] = strings.TrimSuffix(found[i], ".ipynb")
	}
	return found
}

func read(t *testing.T, name string) notebook {
	t.Helper()
	nb := notebook{name: name}
	if err := json.Unmarshal(bytesOf(t, name), &nb); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return nb
}

func bytesOf(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(notebooks.Files(), name+".ipynb")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// each runs a test for every notebook.
func each(t *testing.T, test func(*testing.T, notebook)) {
	for _, name := range names(t) {
		t.Run(name, func(t *testing.T) { test(t, read(t, name)) })
	}
}
