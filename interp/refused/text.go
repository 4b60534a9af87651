package refused

import (
	"fmt"
	"strings"
)

// ends is what stands after the list.
const ends = "Whatever else a Go compiler accepts runs as `go run` runs it. A cell that is refused for another reason has found a mistake of gopost: please report it."

// Text is the list for a terminal, in lines of ordinary length.
func Text() string {
	var b strings.Builder
	b.WriteString("What Go accepts and cells refuse, and the way round:\n")
	for _, c := range List() {
		fmt.Fprintf(&b, "\n%s\n%s%s", c.Name, wrap(c.Why), wrap(c.Instead))
		if len(c.Std) > 0 {
			b.WriteString(wrap("It concerns " + strings.Join(c.Std, ", ") + "."))
		}
	}
	b.WriteString("\n" + strings.ReplaceAll(wrap(ends), indent, ""))
	return b.String()
}

const (
	indent = "  "
	width  = 78
)

// wrap breaks a text into indented lines.
func wrap(text string) string {
	var b strings.Builder
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(indent+line)+1+len(word) > width {
			b.WriteString(indent + line + "\n")
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	b.WriteString(indent + line + "\n")
	return b.String()
}

// Markdown is the list as a page, with an example of each construct.
func Markdown() string {
	var b strings.Builder
	b.WriteString("# What cells refuse\n\nThis page is made from `list.go` beside it. In a notebook, `%help refused` shows it.\n")
	for i, c := range List() {
		fmt.Fprintf(&b, "\n## %d. %s\n\n%s %s\n", i+1, c.Name, c.Why, c.Instead)
		if len(c.Std) > 0 {
			fmt.Fprintf(&b, "It concerns `%s`.\n", strings.Join(c.Std, "`, `"))
		}
		fmt.Fprintf(&b, "\n```go\n%s\n```\n", strings.ReplaceAll(c.Example, "\n---\n", "\n\n// and in a later cell:\n"))
	}
	b.WriteString("\n" + ends + "\n")
	return b.String()
}
