package own

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gopost/interp/internal/ansi"
)

// Render shows findings in rustc's form, a line an entry. source returns the
// text of a file (a cell is In[n]), "" when it is not known. With color the
// lines have the escapes of package ansi; without it they are plain.
func Render(findings []Finding, source func(file string) string, color bool) []string {
	r := &renderer{source: source, color: color}
	for i, f := range findings {
		if i > 0 {
			r.add("")
		}
		r.finding(f)
	}
	return r.lines
}

// Summary is the name and the value of a Jupyter error for a refused cell,
// both "" when there are warnings at most.
func Summary(findings []Finding) (ename, evalue string) {
	for _, f := range findings {
		if !f.Warning {
			return "OwnershipError", f.Msg
		}
	}
	return "", ""
}

type renderer struct {
	source func(string) string
	color  bool
	lines  []string
}

func (r *renderer) add(line string) { r.lines = append(r.lines, strings.TrimRight(line, " ")) }

func (r *renderer) bold(s string) string {
	if !r.color {
		return s
	}
	return ansi.Bold(s)
}

func (r *renderer) finding(f Finding) {
	head := "warning"
	if !f.Warning {
		head = "error[" + f.Code + "]"
	}
	// In one piece: whoever searches a traceback for rustc's text finds it.
	r.add(r.bold(head + ": " + f.Msg))

	margin := 1
	for _, l := range f.Labels {
		margin = max(margin, len(fmt.Sprint(l.Pos.Line)))
	}
	gutter := strings.Repeat(" ", margin)
	files := []string{f.Pos.Filename}
	for _, l := range f.Labels {
		if !slices.Contains(files, l.Pos.Filename) && l.Pos.IsValid() {
			files = append(files, l.Pos.Filename)
		}
	}
	for i, file := range files {
		labels := slices.Clone(f.Labels)
		labels = slices.DeleteFunc(labels, func(l Label) bool { return l.Pos.Filename != file || !l.Pos.IsValid() })
		slices.SortStableFunc(labels, func(a, b Label) int {
			return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
		})
		at, arrow := f.Pos, "--> "
		if i > 0 {
			at, arrow = labels[len(labels)-1].Pos, "::: "
			r.add(gutter + " |")
		}
		r.add(gutter + arrow + at.String())
		r.add(gutter + " |")
		r.excerpt(labels, margin)
	}
	r.add(gutter + " |")
	for _, h := range f.Help {
		r.add(gutter + " = " + r.bold("help:") + " " + h)
	}
}

// excerpt shows the lines of one file that labels are for.
func (r *renderer) excerpt(labels []Label, margin int) {
	if len(labels) == 0 {
		return
	}
	lines := strings.Split(r.source(labels[0].Pos.Filename), "\n")
	last := 0
	for _, l := range labels {
		n := l.Pos.Line
		text := ""
		if n >= 1 && n <= len(lines) {
			text = strings.TrimRight(lines[n-1], "\r")
		}
		if n != last {
			switch {
			case last != 0 && n == last+2 && n-2 < len(lines):
				r.sourceLine(margin, n-1, strings.TrimRight(lines[n-2], "\r"))
			case last != 0 && n > last+1:
				r.add("...")
			}
			r.sourceLine(margin, n, text)
			last = n
		}
		start := min(max(l.Pos.Column-1, 0), len(text))
		end := len(text)
		if l.End.Line == n {
			end = min(max(l.End.Column-1, start), len(text))
		}
		mark, bold := "-", func(s string) string { return s }
		if l.Primary {
			mark, bold = "^", r.bold
		}
		marks := strings.Repeat(mark, max(1, utf8.RuneCountInString(expand(text[start:end]))))
		r.add(strings.Repeat(" ", margin) + " | " + blank(text[:start]) + bold(marks+" "+l.Text))
	}
}

func (r *renderer) sourceLine(margin, n int, text string) {
	r.add(fmt.Sprintf("%*d | %s", margin, n, expand(text)))
}

// expand replaces tabs, whose width readers can't agree on.
func expand(s string) string { return strings.ReplaceAll(s, "\t", "    ") }

// blank is white space as wide as a text.
func blank(s string) string {
	return strings.Repeat(" ", utf8.RuneCountInString(expand(s)))
}
